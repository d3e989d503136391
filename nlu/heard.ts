import type { Language } from '../domain/ids.ts';
import type { ComplaintCategory, FaultCategory, FaultLevel, Intent, Severity } from '../domain/labels.ts';

/** Where an entity stands in the raw text, in UTF-16 units, end exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A moment or stretch of time as said. All instants in milliseconds; `precision` tells what was really said. */
export interface TimeEntity extends Span {
  readonly type: 'time';
  /** Both readings when the words leave it open ("周五" said on a Wednesday: last and next). At least one. */
  readonly values: readonly TimeValue[];
}
export interface TimeValue {
  /** Start of the stretch. */
  readonly from: number;
  /** End, exclusive; equal to `from` for a moment. */
  readonly to: number;
  /** `day`: only a day was said. `part`: a part of a day (下午). `hour`: a clock time. `moment`: relative to now in minutes or hours. `range`: a longer stretch. */
  readonly precision: 'day' | 'part' | 'hour' | 'moment' | 'range';
  /** before/after/about a point: "周五之前", "九点以后", "十点左右". */
  readonly mod: 'before' | 'after' | 'about' | null;
}

export type Entity =
  | TimeEntity
  /** `value` in E.164, e.g. `+8613800138000`. */
  | (Span & { readonly type: 'phone'; readonly value: string })
  /** Broadband or customer account, letters upper-cased. */
  | (Span & { readonly type: 'account'; readonly value: string })
  /** A case or booking number in its printed form, spelling slips mended; `valid` tells whether its check character holds. */
  | (Span & { readonly type: 'caseNumber'; readonly value: string; readonly valid: boolean })
  /** In fen of `currency`. */
  | (Span & { readonly type: 'money'; readonly fen: number; readonly currency: 'CNY' | 'HKD' | 'TWD' | 'USD' })
  /** A length of time in milliseconds ("断了三天"). */
  | (Span & { readonly type: 'duration'; readonly ms: number })
  /** `parts` as far as said, in the words of the customer. */
  | (Span & {
      readonly type: 'address';
      readonly parts: {
        readonly province?: string;
        readonly city?: string;
        readonly district?: string;
        readonly street?: string;
        readonly detail?: string;
      };
    })
  /** `value` is a device id: modem, router, set-top-box, phone, sim, base-station, switch, cable, line, light. */
  | (Span & { readonly type: 'device'; readonly value: string })
  /** Service id: broadband, mobile, fixed, iptv, sms, data, cloud, iot, security. */
  | (Span & { readonly type: 'service'; readonly value: string })
  /** A person's name introduced as such (我叫…, my name is …, 姓…). */
  | (Span & { readonly type: 'name'; readonly value: string });
export type EntityType = Entity['type'];

/** `act`: sure enough to go on; `confirm`: ask with the best three; `unknown`: say so. */
export type Band = 'act' | 'confirm' | 'unknown';

export interface Heard {
  readonly text: string;
  readonly language: Language;
  readonly intent: Intent;
  /** Calibrated probability of `intent`, 0 to 1. */
  readonly confidence: number;
  readonly band: Band;
  /** Best intents first, at most three, `out-of-scope` left out. */
  readonly ranked: readonly { readonly intent: Intent; readonly confidence: number }[];
  /** Second wishes, in the order said. */
  readonly also: readonly Intent[];
  /** Given for every utterance; meaningful when the intent calls for it. */
  readonly complaint: {
    readonly category: ComplaintCategory;
    readonly severity: Severity;
    readonly also: readonly ComplaintCategory[];
  };
  readonly fault: { readonly category: FaultCategory; readonly level: FaultLevel };
  readonly entities: readonly Entity[];
}

/** What the reader of an utterance may know beforehand. */
export interface HearingContext {
  /** Language of the conversation so far: decides text without letters. */
  readonly language: Language;
  readonly now: number;
  /** IANA zone in which days and clock times are meant. */
  readonly timeZone: string;
}

/** The port of understanding: pure, synchronous, at most 50 ms of CPU for the longest accepted text. */
export type Understand = (text: string, context: HearingContext) => Heard;

/** How text is measured: UTF-8 bytes, UTF-16 units, or parts of a concatenated SMS in UCS-2. */
export type TextUnit = 'bytes' | 'utf16' | 'ucs2-part';
export type MediaKind = 'image' | 'voice' | 'video' | 'file' | 'location';
/** What makes a channel let us write; each may have its own quota. */
export type Trigger = 'message' | 'click' | 'subscribe' | 'scan';

/** What a messaging channel can do: everything that rendering and the console need to know of it. */
export interface ChannelCaps {
  readonly text: {
    readonly max: number;
    readonly unit: TextUnit;
    readonly maxParts: number;
    /** Units of an SMS that the channel itself needs, for a signature. */
    readonly reserved?: number;
  };
  readonly actions: {
    readonly native: 'msgmenu' | 'buttons+list' | 'inline' | 'none';
    /** Of one message; more are given as a numbered menu. */
    readonly max: number;
    readonly labelMax: number;
    readonly valueMax: number;
    readonly unit: 'bytes' | 'utf16';
    /** What comes back when one is pressed. */
    readonly echo: 'id' | 'label';
  };
  readonly media: { readonly in: readonly MediaKind[]; readonly out: readonly MediaKind[]; readonly maxBytes: number };
  readonly typing: boolean;
  readonly receipts: boolean;
  /** The answer may stand in the response to the webhook itself, within so many milliseconds. */
  readonly reply?: { readonly budgetMs: number };
  /** How many messages may be written after the customer did something, and for how long; absent = any time. */
  readonly windows?: Readonly<Partial<Record<Trigger, { readonly ms: number; readonly quota: number | null }>>>;
  /** Whether we may write first: `template` = only prepared texts. */
  readonly proactive: 'free' | 'template' | 'none';
}

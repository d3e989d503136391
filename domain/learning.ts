import type { CustomerId, IdempotencyKey, Instant, Language } from './ids.ts';
import type { Intent } from './labels.ts';

/**
 * What became of words that understanding was not sure of. `confirmed`: the customer picked one of the wishes that were
 * offered; `corrected`: another wish was picked or said right after; `abstained`: nothing was understood.
 */
export const LESSON_KINDS = ['confirmed', 'corrected', 'abstained'] as const;
export type LessonKind = (typeof LESSON_KINDS)[number];

/** Longest text that is kept, in UTF-16 units: a longer one is a story, not a way of saying a wish. */
export const LONGEST_UTTERANCE = 300;

export interface NewUtterance {
  readonly customer: CustomerId;
  /** The channel whose consent counts. */
  readonly channel: string;
  /** Masked: without numbers, names, addresses or links. Encrypted at rest. */
  readonly text: string;
  readonly language: Language;
  readonly kind: LessonKind;
  /** The wish the customer chose; null when none was. */
  readonly intent: Intent | null;
  /** What understanding held likeliest, best first, at most three. */
  readonly ranked: readonly Intent[];
}

/** All kept utterances of the same wording, waiting for a person to say what they mean. */
export interface OpenWording {
  /** 16 letters, digits, `-` or `_`; tells nothing of the text. */
  readonly id: string;
  /** As last written. */
  readonly text: string;
  readonly language: Language;
  readonly count: number;
  /** How often each; absent = never. */
  readonly kinds: Readonly<Partial<Record<LessonKind, number>>>;
  /** How often customers themselves chose each wish. */
  readonly chosen: Readonly<Partial<Record<Intent, number>>>;
  readonly ranked: readonly Intent[];
  readonly lastAt: Instant;
}

/** `notAgreed`: no consent to `improvement` on this channel. `settledBefore`: somebody already decided on this wording. */
export type Kept = 'kept' | 'notAgreed' | 'settledBefore';

/**
 * Utterances to learn from. Nothing is kept without the customer's consent to `improvement`, and taking that consent back
 * (`Customers.recordConsent`) removes all that was kept of the customer in the same step.
 */
export interface Utterances {
  /**
   * One for a key: a repeat keeps one, and what is learnt later of the same words (first `abstained`, then `corrected`)
   * replaces what was known.
   */
  keep(utterance: NewUtterance, key: IdempotencyKey, at: Instant): Promise<Kept>;
  /** Most frequent first, then newest; at most `limit`. */
  list(limit: number): Promise<readonly OpenWording[]>;
  find(id: string): Promise<OpenWording | null>;
  /** Removes the wording and keeps no more of it until it expires; false when the id is not open. */
  settle(id: string, at: Instant): Promise<boolean>;
  /** Removes what was kept or settled before `before`. Number of utterances removed. */
  expire(before: Instant): Promise<number>;
}

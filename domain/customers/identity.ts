import type { ConversationId, CustomerId, IdempotencyKey, Instant } from '../ids.ts';

/** Where a customer writes from: the channel, the account of ours they write to, and their id there. */
export interface Source {
  readonly channel: string;
  readonly account: string;
  readonly sourceId: string;
}

/** How sure it is who writes from a source: nobody said, the customer gave a phone number, or a one-time code linked it. */
export const ASSURANCES = ['none', 'claimed', 'code'] as const;
export type Assurance = (typeof ASSURANCES)[number];

export interface KnownSource extends Source {
  readonly assurance: Assurance;
  /** When a code linked it; null for one that none did. */
  readonly verifiedAt: Instant | null;
  /** When the customer was last there: exact among the sources of a customer, to the hour for the newest one. */
  readonly lastAt: Instant;
  readonly conversation: ConversationId | null;
}

/** Where somebody is, and what their channel needs to be written to again (JSON, kept sealed). */
export interface Presence {
  readonly conversation: ConversationId;
  readonly reference: string;
}

export interface Seen {
  readonly customer: CustomerId;
  /** Key of the link or unlink that gave the source this customer; null for one that always had it. */
  readonly movedBy: IdempotencyKey | null;
}

/** Digits of a one-time code. */
export const LINK_DIGITS = 8;
export const LINK_CODE_MS = 10 * 60 * 1000;
/** Wrong codes from one source before it is locked. */
export const LINK_TRIES = 5;
export const LINK_LOCK_MS = 60 * 60 * 1000;
/** Wrong codes from all sources within `LINK_CODE_MS` before nobody links for a while: new web visitors cost nothing. */
export const LINK_TRIES_OF_ALL = 200;

export type LinkFinished =
  | { readonly kind: 'linked'; readonly customer: CustomerId }
  /** `left`: tries before the source is locked. */
  | { readonly kind: 'wrong'; readonly left: number }
  /** It was right once: too old by now, or used. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'locked' }
  /** A code of this very customer: nothing to link, and the code stays good. */
  | { readonly kind: 'same' };

/** What came of somebody's proof that they are the customer of a source. */
export type Proved = 'right' | 'wrong' | 'locked';

/** Which sources are one customer. Only a one-time code makes them so, never a phone number that was typed. */
export interface Identity {
  /** The customer behind a source now, made on first sight, and a note of where they are. */
  seen(source: Source, here: Presence, at: Instant): Promise<Seen>;
  /** Whoever is known to be in a conversation. */
  standing(conversation: ConversationId): Promise<{ readonly customer: CustomerId; readonly reference: string } | null>;
  sources(customer: CustomerId): Promise<readonly KnownSource[]>;
  /** Where the customer last was; never a source that nobody checked beside others. */
  latestConversation(customer: CustomerId): Promise<ConversationId | null>;
  /** A code of `LINK_DIGITS` digits for another channel; it ends the former one of the customer. */
  startLink(customer: CustomerId, source: Source, key: IdempotencyKey, at: Instant): Promise<string>;
  /**
   * Makes the customer behind `source` one with the customer of the code: cases, bookings, consents and sources are
   * then theirs. The code is compared in constant time; wrong ones are counted.
   */
  finishLink(source: Source, code: string, key: IdempotencyKey, at: Instant): Promise<LinkFinished>;
  /**
   * Counts a proof given at a source: wrong ones together with wrong codes, and while those lock it a right one counts for
   * nothing either. An unknown source is locked.
   */
  prove(source: Source, isRight: boolean, key: IdempotencyKey, at: Instant): Promise<Proved>;
  /** Somebody else has the source now (a recycled number): a customer of their own, with nothing of the former one. */
  unlink(source: Source, key: IdempotencyKey, at: Instant): Promise<CustomerId>;
  /** Unlinks all sources of a customer but one; gives how many. */
  unlinkOthers(customer: CustomerId, kept: Source, key: IdempotencyKey, at: Instant): Promise<number>;
}

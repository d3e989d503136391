import type { ConversationId, IdempotencyKey, Instant } from '../../domain/ids.ts';
import type { EventPattern, OutsideEvent } from '../../domain/webhooks.ts';

/** How the transcript that goes with a hand-off is written: personal words masked, or as they were said. */
export const TRANSCRIPTS = ['masked', 'plain'] as const;
export type TranscriptWording = (typeof TRANSCRIPTS)[number];

export interface NewWebhook {
  readonly url: string;
  readonly events: readonly EventPattern[];
  /** Signs what is sent. Encrypted at rest, never shown again. */
  readonly secret: string;
  readonly transcript: TranscriptWording;
}

export interface Webhook extends Omit<NewWebhook, 'secret'> {
  readonly id: string;
  readonly madeAt: Instant;
}

/** A webhook and how its deliveries stand. */
export interface WebhookState extends Webhook {
  readonly waiting: number;
  /** Given up after 24 hours of trying; kept for 30 days. */
  readonly dead: number;
  /** What the newest attempt that failed ended with: an HTTP status, or a word of `post.ts`. */
  readonly lastFailure: { readonly at: Instant; readonly outcome: string } | null;
}

/** One event for one webhook, leased to whoever claimed it. */
export interface Claimed {
  readonly row: string;
  /** Of this claim: what was claimed again by somebody else since cannot be settled with it. */
  readonly holder: string;
  readonly webhook: string;
  readonly url: string;
  readonly secret: string;
  readonly transcript: TranscriptWording;
  /** The event's id: the same at every attempt and for every webhook. */
  readonly id: string;
  readonly event: OutsideEvent;
  readonly subject: string;
  /** Grows with every event of the subject. */
  readonly sequence: number;
  readonly at: Instant;
  readonly data: Readonly<Record<string, unknown>>;
  readonly conversation: ConversationId | null;
  /** This attempt included. */
  readonly tries: number;
}

export type Settlement =
  | { readonly kind: 'done' }
  /** Without an outcome it was our own doing. */
  | { readonly kind: 'later'; readonly due: Instant; readonly outcome: string | null }
  | { readonly kind: 'dead'; readonly outcome: string };

/** Where other systems are told, and what is still to be told. Written with the change itself by the ledger. */
export interface Webhooks {
  /** A repeat of the key gives the first. */
  add(draft: NewWebhook, key: IdempotencyKey, at: Instant): Promise<Webhook | 'tooMany'>;
  list(): Promise<readonly WebhookState[]>;
  /** With everything that waits for it; false when there is none. */
  remove(id: string): Promise<boolean>;
  /** Webhooks that have something to be sent now. */
  due(now: Instant): Promise<readonly string[]>;
  /**
   * The next event of up to `limit` subjects, leased until `now + leaseMs`. Of a subject only the oldest that waits is ever
   * given out, so that its events are sent one after the other, by whichever instance.
   */
  claim(webhook: string, now: Instant, leaseMs: number, limit: number): Promise<readonly Claimed[]>;
  /** False when the lease was lost meanwhile: nothing was written. */
  settle(claimed: Pick<Claimed, 'row' | 'holder'>, settlement: Settlement, at: Instant): Promise<boolean>;
  /** Forgets what was done a day ago or given up 30 days ago, and what waits for webhooks that are gone. */
  expire(now: Instant): Promise<void>;
}

/** Webhooks at a time: each costs every change a row. */
export const MOST_WEBHOOKS = 20;

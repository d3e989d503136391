import type { ConversationId, Instant, MessageId } from '../domain/ids.ts';
import type { BotActivity, InboundActivity } from './activity.ts';

/** A message or event of a channel, as it waits in the inbox of its conversation. */
export interface Inbound {
  /** The channel's id of the message, or an id derived from what fired it; the second arrival of an id has no effect. */
  readonly id: MessageId;
  readonly activity: InboundActivity;
  readonly at: Instant;
}

/** One line of the conversation as its customer sees it. Positions count from 0 without gaps. */
export interface LogEntry {
  readonly position: number;
  readonly activity: BotActivity;
}

export type Accepted =
  /** Durable. `position` is the log position of the customer's own words, null for events that are not shown. */
  | { readonly kind: 'accepted'; readonly position: number | null }
  /** The id was here before; `position` as it was answered then. */
  | { readonly kind: 'duplicate'; readonly position: number | null }
  /** The inbox holds `INBOX_LIMIT` unworked messages: nothing was stored; try again later. */
  | { readonly kind: 'full' };

/** The right to work on a conversation. The epoch is never used twice, so a writer that lost its lease is refused. */
export interface Lease {
  readonly conversation: ConversationId;
  readonly epoch: number;
}

export type Begun =
  /** Somebody else works on it; their lease ends in at most so many milliseconds. */
  | { readonly kind: 'busy'; readonly forMs: number }
  /** Nothing waits, neither messages nor replies to be pushed. No lease was taken. */
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'work';
      readonly lease: Lease;
      /** The document of the last commit, or null for a new conversation. Unknown until parsed by the reader. */
      readonly state: unknown;
      /** Waiting messages in order of arrival, at most `BATCH_LIMIT`; none when only replies wait to be pushed. */
      readonly messages: readonly Inbound[];
    };

/** What one worked message changes; written in one atomic step. */
export interface Turn {
  /** Must be the first waiting message of the inbox. */
  readonly message: MessageId;
  readonly state: unknown;
  readonly replies: readonly BotActivity[];
}

export type Committed =
  /** Written; the message left the inbox; the lease is extended. `end` is the log's length after it. */
  | { readonly kind: 'committed'; readonly end: number }
  /** The lease has another holder or a newer epoch: nothing was written. */
  | { readonly kind: 'fenced' }
  /** The message is no longer first in the inbox (it was worked before): nothing was written. */
  | { readonly kind: 'done before' };

export const INBOX_LIMIT = 50;
export const BATCH_LIMIT = 10;
/** Log entries kept per conversation; older positions are answered with what is left. */
export const LOG_LIMIT = 1000;

/**
 * Conversations: inbox, state, log. Durable when a promise resolves. A rejected promise means "outcome unknown": repeat
 * `accept` with the same id, `begin` again after a failed `commit`. Implemented on Redis and on SQLite; the contract suite
 * in `test/contracts/` runs on both. `accept → begin → commit … → release` is driven by `bot/worker.ts` only.
 */
export interface Conversations {
  /** Appends to the inbox and, when `shown` is given, to the log (its id is set from the position), in one step. */
  accept(conversation: ConversationId, inbound: Inbound, shown: BotActivity | null): Promise<Accepted>;
  /** Takes the lease for `leaseMs` when messages wait, or replies of a pushed conversation, and nobody holds it. */
  begin(conversation: ConversationId, leaseMs: number): Promise<Begun>;
  commit(lease: Lease, turn: Turn, leaseMs: number): Promise<Committed>;
  /** Gives the lease back early; harmless when it is no longer held. */
  release(lease: Lease): Promise<void>;
  /**
   * Entries from `from` on, the first `limit` (1 or more) of them when it is given, and the position after the last one of
   * the log; null when the conversation is unknown or expired.
   */
  log(
    conversation: ConversationId,
    from: number,
    limit?: number,
  ): Promise<{ entries: readonly LogEntry[]; next: number } | null>;
  /** Conversations whose inbox may be unworked, oldest hint first. Every acknowledged, unworked message is among them sooner or later. */
  pending(limit: number): Promise<readonly ConversationId[]>;
  /** For channels we push to: how far the log was delivered. Never goes back. */
  delivered(conversation: ConversationId): Promise<number>;
  markDelivered(conversation: ConversationId, end: number): Promise<void>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

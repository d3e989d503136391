import type { InboundActivity } from './activity.ts';
import type { LogEntry } from './conversations.ts';

/** What a channel needs to write to a conversation later: kept from the newest inbound activity. */
export type Reference = Pick<
  InboundActivity,
  'channelId' | 'serviceUrl' | 'conversation' | 'from' | 'recipient' | 'locale'
>;

/** The longest rest of a channel that is waited for: 15 minutes. */
export const REST_MOST_MS = 900_000;

/**
 * `sent`: accepted by the channel. `later`: try again, after `afterMs` at the earliest where the channel said so; nothing
 * after it is sent before. `never`: give up on these entries. `waits`: the channel takes them only after the customer has
 * written again.
 */
export type Delivered = 'sent' | 'later' | 'never' | 'waits' | { readonly kind: 'later'; readonly afterMs: number };

/** Sends the bot's replies to a channel that does not fetch them itself. Called with one conversation's entries in order. */
export interface Delivery {
  deliver(reference: Reference, entries: readonly LogEntry[]): Promise<Delivered>;
}

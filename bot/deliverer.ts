import type { ConversationId } from '../domain/ids.ts';
import type { Conversations, LogEntry } from './conversations.ts';
import type { Delivery, Reference } from './delivery.ts';
import type { ConversationState } from './state.ts';

export interface DelivererOptions {
  readonly conversations: Conversations;
  /** Delivery for a channel that does not fetch its replies; undefined for one that does. */
  readonly deliveryFor: (channelId: string | undefined) => Delivery | undefined;
  /** Milliseconds before the second try of a refused delivery; doubles with each. */
  readonly backoffMs: number;
  /** A channel's replies were given up. */
  readonly undeliverable: (conversation: ConversationId) => void;
}

/** Failed deliveries in a row, over more than an hour, before a channel's replies are given up. */
const TRIES = 20;
const BACKOFF_MOST_MS = 300_000;
const WAIT_MOST_MS = 48 * 3600 * 1000;

/** Sends the replies of pushed channels. Called only by the holder of a conversation's lease, so that nobody sends the same meanwhile. */
export class Deliverer {
  readonly #options: DelivererOptions;
  readonly #tries = new Map<ConversationId, number>();

  constructor(options: DelivererOptions) {
    this.#options = options;
  }

  /** How a conversation's replies are sent; undefined for one whose channel fetches them. */
  deliveryOf(state: ConversationState | null): Delivery | undefined {
    return this.#options.deliveryFor(state?.reference.channelId);
  }

  /** Sends what the channel has not got yet, in order. Milliseconds until another try, or null. */
  async deliver(conversation: ConversationId, state: ConversationState | null): Promise<number | null> {
    const { conversations, backoffMs, undeliverable } = this.#options;
    const from = await conversations.delivered(conversation);
    const log = await conversations.log(conversation, from);
    if (!log || log.next <= from) return null;
    const delivery = this.deliveryOf(state);
    // without a reference there is nobody to send to, and there never will be
    const sent = state && delivery ? await send(delivery, state.reference, log.entries) : 'never';
    // the customer's next message brings the next try; what they have not asked for in two days has lost its sense
    if (sent === 'waits' && !isOld(log.entries, Date.now())) return BACKOFF_MOST_MS;
    const tries = (this.#tries.get(conversation) ?? 0) + 1;
    if (sent === 'later' && tries < TRIES) {
      this.#tries.set(conversation, tries);
      return Math.min(backoffMs * 2 ** (tries - 1), BACKOFF_MOST_MS);
    }
    if (sent !== 'sent') undeliverable(conversation);
    this.#tries.delete(conversation);
    await conversations.markDelivered(conversation, log.next);
    return null;
  }
}

function isOld(entries: readonly LogEntry[], now: number): boolean {
  const newest = entries.findLast(({ activity }) => activity.from.role === 'bot')?.activity.timestamp;
  return newest === undefined || now - Date.parse(newest) > WAIT_MOST_MS;
}

async function send(delivery: Delivery, reference: Reference, entries: readonly LogEntry[]) {
  const replies = entries.filter((entry) => entry.activity.from.role === 'bot');
  return replies.length === 0 ? 'sent' : delivery.deliver(reference, replies);
}

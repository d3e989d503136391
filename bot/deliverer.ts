import type { ConversationId } from '../domain/ids.ts';
import type { Conversations, LogEntry } from './conversations.ts';
import { type Delivered, type Delivery, REST_MOST_MS, type Reference } from './delivery.ts';
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
/** Timers are early by so much. */
const EARLY_MS = 5;
/** Conversations in trouble that are remembered; another instance may have sent what they waited with. */
const KEPT = 10_000;

/** Failed tries in a row, and when the next one counts: customers who go on writing bring others. */
interface Trouble {
  readonly tries: number;
  readonly dueAt: number;
}

/** Sends the replies of pushed channels. Called only by the holder of a conversation's lease, so that nobody sends the same meanwhile. */
export class Deliverer {
  readonly #options: DelivererOptions;
  readonly #troubles = new Map<ConversationId, Trouble>();

  constructor(options: DelivererOptions) {
    this.#options = options;
  }

  /** How a conversation's replies are sent; undefined for one whose channel fetches them. */
  deliveryOf(state: ConversationState | null): Delivery | undefined {
    return this.#options.deliveryFor(state?.reference.channelId);
  }

  /** Sends what the channel has not got yet, in order. Milliseconds until another try, or null. */
  async deliver(conversation: ConversationId, state: ConversationState | null): Promise<number | null> {
    const { conversations, undeliverable } = this.#options;
    const from = await conversations.delivered(conversation);
    const log = await conversations.log(conversation, from);
    if (!log || log.next <= from) {
      this.#troubles.delete(conversation);
      return null;
    }
    const delivery = this.deliveryOf(state);
    // without a reference there is nobody to send to, and there never will be
    const sent = state && delivery ? await send(delivery, state.reference, log.entries) : 'never';
    // the customer's next message brings the next try; what they have not asked for in two days has lost its sense
    if (sent === 'waits' && !isOld(log.entries, Date.now())) {
      this.#troubles.delete(conversation);
      return BACKOFF_MOST_MS;
    }
    const rest = restOf(sent);
    const retryMs = rest === null ? null : this.#retryMs(conversation, rest);
    if (retryMs !== null) return retryMs;
    if (sent !== 'sent') undeliverable(conversation);
    this.#troubles.delete(conversation);
    await conversations.markDelivered(conversation, log.next);
    return null;
  }

  /** When the next try is due after one that failed; null when these were enough. */
  #retryMs(conversation: ConversationId, rest: number): number | null {
    const now = performance.now();
    const before = this.#troubles.get(conversation);
    const counts = before === undefined || now >= before.dueAt - EARLY_MS;
    const tries = (before?.tries ?? 0) + (counts ? 1 : 0);
    if (tries >= TRIES) return null;
    const backoff = Math.min(this.#options.backoffMs * 2 ** (tries - 1), BACKOFF_MOST_MS);
    const dueAt = Math.max(counts ? now + backoff : before.dueAt, now + rest);
    this.#remember(conversation, { tries, dueAt });
    return Math.max(0, Math.round(dueAt - now));
  }

  #remember(conversation: ConversationId, trouble: Trouble): void {
    this.#troubles.delete(conversation);
    this.#troubles.set(conversation, trouble);
    const oldest = this.#troubles.keys().next().value;
    if (this.#troubles.size > KEPT && oldest !== undefined) this.#troubles.delete(oldest);
  }
}

/** How long the channel wants to be left alone; null when it is not to be tried again. */
function restOf(sent: Delivered): number | null {
  if (sent === 'later') return 0;
  return typeof sent === 'object' ? Math.min(sent.afterMs, REST_MOST_MS) : null;
}

function isOld(entries: readonly LogEntry[], now: number): boolean {
  const newest = entries.findLast(({ activity }) => activity.from.role === 'bot')?.activity.timestamp;
  return newest === undefined || now - Date.parse(newest) > WAIT_MOST_MS;
}

async function send(delivery: Delivery, reference: Reference, entries: readonly LogEntry[]) {
  const replies = entries.filter((entry) => entry.activity.from.role === 'bot');
  return replies.length === 0 ? 'sent' : delivery.deliver(reference, replies);
}

import type { ConversationId } from '../domain/ids.ts';
import { phrase } from '../locales/index.ts';
import { say } from '../locales/messages.ts';
import type { BotActivity } from './activity.ts';
import type { Begun, Conversations, Inbound } from './conversations.ts';
import { Deliverer } from './deliverer.ts';
import type { Delivery } from './delivery.ts';
import { BOT_ACCOUNT } from './render.ts';
import type { Respond } from './shouwenBot.ts';
import { type ConversationState, parseState } from './state.ts';
import type { TurnResult } from './turn.ts';

/** What the worker tells its surroundings; no customer text. */
export interface WorkerEvents {
  answered(conversation: ConversationId, message: Inbound, result: TurnResult, replies: number, ms: number): void;
  /** A turn failed and will be tried again, or (`gaveUp`) was answered with an apology. */
  failed(conversation: ConversationId, error: unknown, gaveUp: boolean): void;
  /** Replies of a pushed channel were given up. */
  undeliverable(conversation: ConversationId): void;
  /** A stored conversation of a newer release was left alone. */
  future(conversation: ConversationId, schema: number): void;
}

export interface WorkerOptions {
  readonly conversations: Conversations;
  readonly respond: Respond;
  /** Delivery for a channel that does not fetch its replies; undefined for one that does. */
  readonly deliveryFor: (channelId: string | undefined) => Delivery | undefined;
  readonly events: WorkerEvents;
  readonly zone: string;
  /** Rejects while the stores that turns write to are away: then no try counts, and nobody is given up. */
  readonly healthy?: () => Promise<void>;
  /** Milliseconds before the second try of a failed turn; doubles with each. */
  readonly backoffMs?: number;
  /** Milliseconds a lease lasts without a commit; far longer than any turn. */
  readonly leaseMs?: number;
  /** Conversations worked at the same moment. */
  readonly parallel?: number;
  /** Milliseconds between looks for messages that nobody works (another process died). */
  readonly sweepMs?: number;
}

/** A customer whose instance was killed in their turn waits this long; a turn that takes longer is fenced and done again. */
const LEASE_MS = 5000;
/** First look after finding a conversation worked by another instance; each further look waits twice as long. */
const BUSY_MS = 15;
const BUSY_MOST_MS = 500;
const PARALLEL = 64;
const SWEEP_MS = 1000;
const SWEEP_LIMIT = 1000;
/** Long enough for a slow channel to take a turn's replies; after a crash meanwhile the rest waits as long. */
const DELIVERY_LEASE_MS = 20_000;
/** Failed tries of one message, over about a minute, before the customer gets an apology instead of silence. */
const TRIES = 8;
const BACKOFF_MS = 250;

/** Works conversations one message after the other: begin, turn, commit, deliver. Any number of workers may share a store. */
export class Worker {
  readonly #options: WorkerOptions;
  readonly #deliverer: Deliverer;
  /** Conversations under work here; true when new messages came meanwhile. */
  readonly #running = new Map<ConversationId, boolean>();
  readonly #queue: ConversationId[] = [];
  readonly #tries = new Map<string, number>();
  /** Looks at a conversation that another instance had each time. */
  readonly #busy = new Map<ConversationId, number>();
  /** Conversations that wait for their next try. */
  readonly #timers = new Map<ConversationId, NodeJS.Timeout>();
  #sweep: NodeJS.Timeout | null = null;
  /** Conversations whose last turn failed, until their next try. */
  readonly #failing = new Set<ConversationId>();
  /** How many of the running ones only wait for their channel: they take no place from turns. */
  #delivering = 0;
  #stopping = false;
  #idle: (() => void) | null = null;

  constructor(options: WorkerOptions) {
    this.#options = options;
    const { conversations, deliveryFor, events } = options;
    const undeliverable = (conversation: ConversationId) => events.undeliverable(conversation);
    this.#deliverer = new Deliverer({ conversations, deliveryFor, backoffMs: this.#backoffMs * 8, undeliverable });
  }

  start(): void {
    const sweep = async () => {
      try {
        for (const conversation of await this.#options.conversations.pending(SWEEP_LIMIT)) this.#find(conversation);
      } catch (error) {
        this.#options.events.failed('' as ConversationId, error, false);
      }
      if (!this.#stopping) this.#sweep = setTimeout(() => void sweep(), this.#options.sweepMs ?? SWEEP_MS);
    };
    void sweep();
  }

  /** Found by a sweep: nothing new for one that is worked here, or that waits for its next try. */
  #find(conversation: ConversationId): void {
    if (!this.#running.has(conversation) && !this.#timers.has(conversation)) this.poke(conversation);
  }

  /** New messages may wait in this conversation. */
  poke(conversation: ConversationId): void {
    // a wait after a failure is not shortened by new messages: they would use up its tries in no time
    if (this.#stopping || this.#failing.has(conversation)) return;
    if (this.#running.has(conversation)) {
      this.#running.set(conversation, true);
      return;
    }
    if (this.#running.size - this.#delivering >= (this.#options.parallel ?? PARALLEL)) {
      if (!this.#queue.includes(conversation)) this.#queue.push(conversation);
      return;
    }
    this.#running.set(conversation, false);
    void this.#drain(conversation);
  }

  /** Takes no new turns and resolves when the running ones are committed. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#sweep) clearTimeout(this.#sweep);
    for (const timer of this.#timers.values()) clearTimeout(timer);
    if (this.#running.size === 0) return;
    await new Promise<void>((resolve) => {
      this.#idle = resolve;
    });
  }

  async #drain(conversation: ConversationId): Promise<void> {
    let retryMs: number | null = null;
    try {
      do {
        this.#running.set(conversation, false);
        retryMs = await this.#round(conversation);
      } while (retryMs === null && this.#running.get(conversation) === true && !this.#stopping);
    } catch (error) {
      this.#busy.delete(conversation);
      this.#options.events.failed(conversation, error, false);
      this.#failing.add(conversation);
      retryMs = this.#backoffMs * 4;
    }
    this.#running.delete(conversation);
    if (retryMs !== null && !this.#stopping) this.#later(conversation, retryMs);
    this.#next();
    if (this.#stopping && this.#running.size === 0) this.#idle?.();
  }

  #later(conversation: ConversationId, ms: number): void {
    clearTimeout(this.#timers.get(conversation));
    const timer = setTimeout(() => {
      this.#timers.delete(conversation);
      this.#failing.delete(conversation);
      this.poke(conversation);
    }, ms);
    this.#timers.set(conversation, timer);
  }

  /** One lease: all messages that waited when it was taken. Milliseconds until another try, or null when nothing is left. */
  async #round(conversation: ConversationId): Promise<number | null> {
    const { conversations, leaseMs = LEASE_MS } = this.#options;
    const begun = await conversations.begin(conversation, leaseMs);
    if (begun.kind === 'busy') return this.#wait(conversation, begun.forMs);
    this.#busy.delete(conversation);
    if (begun.kind === 'idle') return null;
    const parsed = parseState(begun.state);
    if (parsed.kind === 'future') {
      this.#options.events.future(conversation, parsed.schema);
      await conversations.release(begun.lease);
      return 60_000;
    }
    return this.#work(conversation, begun, parsed.kind === 'state' ? parsed.state : null, leaseMs);
  }

  /** Another instance is mostly done in a few milliseconds and does not know of what came here; a dead one never is. */
  #wait(conversation: ConversationId, forMs: number): number {
    const looks = this.#busy.get(conversation) ?? 0;
    this.#busy.set(conversation, looks + 1);
    return Math.min(forMs + 5, BUSY_MS * 2 ** looks, BUSY_MOST_MS);
  }

  async #work(
    conversation: ConversationId,
    begun: Extract<Begun, { kind: 'work' }>,
    before: ConversationState | null,
    leaseMs: number,
  ): Promise<number | null> {
    const { conversations, events } = this.#options;
    let state = before;
    let held = true;
    for (const [index, message] of begun.messages.entries()) {
      const began = performance.now();
      const answered = await this.#answer(conversation, state, message);
      if (answered === null) {
        await conversations.release(begun.lease);
        this.#failing.add(conversation);
        return this.#backoffMs * 2 ** (this.#tries.get(tryKey(conversation, message)) ?? 1);
      }
      const pushed = this.#deliverer.deliveryOf(answered.state) !== undefined;
      // the last commit of a lease lets it end at once: no further round trip to give it back; who delivers keeps it
      const last = index === begun.messages.length - 1;
      const turn = { message: message.id, state: answered.state, replies: answered.replies };
      const committed = await conversations.commit(begun.lease, turn, pushed ? DELIVERY_LEASE_MS : last ? 0 : leaseMs);
      if (committed.kind === 'fenced') return 5;
      held = pushed || !last;
      this.#tries.delete(tryKey(conversation, message));
      if (committed.kind === 'committed') {
        state = answered.state;
        if (answered.result) {
          events.answered(conversation, message, answered.result, answered.replies.length, performance.now() - began);
        }
      }
    }
    if (begun.messages.length > 1) this.#running.set(conversation, true);
    if (!held) return null;
    try {
      const pushed = begun.messages.length === 0 || this.#deliverer.deliveryOf(state) !== undefined;
      return pushed ? await this.#deliver(conversation, state) : null;
    } finally {
      await conversations.release(begun.lease);
    }
  }

  /** The replies to one message; null when the turn failed and is to be tried again. */
  async #answer(conversation: ConversationId, state: ConversationState | null, message: Inbound) {
    const { respond, events } = this.#options;
    try {
      return await respond(state, { conversation, message: message.id, activity: message.activity, at: message.at });
    } catch (error) {
      const key = tryKey(conversation, message);
      const counts = await this.#isHealthy();
      const tries = (this.#tries.get(key) ?? 0) + (counts ? 1 : 0);
      this.#tries.set(key, tries);
      const gaveUp = tries >= TRIES;
      events.failed(conversation, error, gaveUp);
      return gaveUp
        ? { state, replies: message.activity.type === 'message' ? [this.#apology(state)] : [], result: null }
        : null;
    }
  }

  async #isHealthy(): Promise<boolean> {
    try {
      await this.#options.healthy?.();
      return true;
    } catch {
      return false;
    }
  }

  get #backoffMs(): number {
    return this.#options.backoffMs ?? BACKOFF_MS;
  }

  /** Said once instead of wiping the state: everything told so far is kept. */
  #apology(state: ConversationState | null): BotActivity {
    const language = state?.language ?? 'zh-Hans';
    return {
      type: 'message',
      from: BOT_ACCOUNT,
      text: phrase(say('apology'), language, this.#options.zone),
      textFormat: 'plain',
      locale: language,
      channelData: { shouwen: { name: 'apology' } },
    };
  }

  /** Delivers while the lease is held; meanwhile another conversation may take the place. */
  async #deliver(conversation: ConversationId, state: ConversationState | null): Promise<number | null> {
    this.#delivering += 1;
    this.#next();
    try {
      return await this.#deliverer.deliver(conversation, state);
    } finally {
      this.#delivering -= 1;
    }
  }

  /** Begins the next conversation that waits for a place. */
  #next(): void {
    const waiting = this.#queue.shift();
    if (waiting) this.poke(waiting);
  }
}

function tryKey(conversation: ConversationId, message: Inbound): string {
  return `${conversation}\n${message.id}`;
}

import type { Conversations, LogEntry } from '../../bot/conversations.ts';
import type { ConversationId, Instant } from '../../domain/ids.ts';
import type { Hub, LiveEvent } from './hub.ts';

/** Where a feed writes to. */
export interface Sink {
  /** Takes one frame; resolves when it is on its way. `next` is the position after its last entry. */
  entries(entries: readonly LogEntry[], next: number): Promise<void>;
  typing(): void;
}

const RETRY_MS: Instant = 1000;
/** Entries read at once and sent as one frame; a longer log is sent as several. */
const FRAME_ENTRIES = 250;

/**
 * Sends a conversation's log from a position on, then what comes: in order, nothing lost, nothing twice. What continues
 * the log is sent as it arrives; after a gap, or when another process wrote, the log is read. Subscribes before it reads,
 * so that nothing slips between. A position beyond the log's end belongs to a former life of the conversation: all is sent.
 */
export class Feed {
  readonly #conversations: Pick<Conversations, 'log'>;
  readonly #conversation: ConversationId;
  readonly #sink: Sink;
  readonly #unsubscribe: () => void;
  #next: number;
  #checked = false;
  #reading = false;
  #again = false;
  #ended = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(
    conversations: Pick<Conversations, 'log'>,
    hub: Pick<Hub, 'subscribe'>,
    conversation: ConversationId,
    from: number,
    sink: Sink,
  ) {
    this.#conversations = conversations;
    this.#conversation = conversation;
    this.#sink = sink;
    this.#next = from;
    this.#unsubscribe = hub.subscribe(conversation, (event) => this.#hear(event));
    this.#read();
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#retry);
    this.#unsubscribe();
  }

  #hear(event: LiveEvent): void {
    if (event.kind === 'typing') {
      this.#sink.typing();
      return;
    }
    if (this.#reading) {
      this.#again = true;
      return;
    }
    if (event.kind === 'grown') {
      if (event.end > this.#next) this.#read();
      return;
    }
    const fresh = event.entries.filter((entry) => entry.position >= this.#next);
    if (fresh.length === 0) return;
    if (fresh.every((entry, index) => entry.position === this.#next + index)) {
      this.#next += fresh.length;
      void this.#sink.entries(fresh, this.#next);
    } else {
      this.#read();
    }
  }

  #read(): void {
    if (this.#reading || this.#ended) return;
    this.#reading = true;
    clearTimeout(this.#retry);
    this.#readAll().catch(() => {
      // The store does not answer now; what was missed stands in the log.
      if (!this.#ended) this.#retry = setTimeout(() => this.#read(), RETRY_MS);
    });
  }

  async #readAll(): Promise<void> {
    try {
      let more: boolean;
      do {
        this.#again = false;
        const frame = await this.#logFrom(this.#next);
        const last = frame.at(-1);
        more = frame.length >= FRAME_ENTRIES;
        if (last === undefined || this.#ended) continue;
        this.#next = last.position + 1;
        await this.#sink.entries(frame, this.#next);
      } while ((more || this.#again) && !this.#ended);
    } finally {
      // In the same step as the last look at `#again`: what is heard from now on begins a new reading.
      this.#reading = false;
    }
  }

  async #logFrom(from: number): Promise<readonly LogEntry[]> {
    const log = await this.#conversations.log(this.#conversation, from, FRAME_ENTRIES);
    if (log === null) return [];
    if (from <= log.next || this.#checked) {
      this.#checked = true;
      return log.entries.filter((entry) => entry.position >= from);
    }
    this.#checked = true;
    this.#next = 0;
    return this.#logFrom(0);
  }
}

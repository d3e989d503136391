import { Rounds } from '../../../bot/rounds.ts';
import type { DeskEvent, DeskEvents } from '../../../domain/desk/handoffs.ts';

/** Events answered at once. */
export const PAGE = 250;
/** Newest events kept in memory: whoever reconnects within them costs no query. */
const RECENT = 2000;
/** A signal brings news at once; whatever a signal missed is found within a second. */
const PACE = { everyMs: 1000, gatherMs: 10 };

/**
 * Reads what the desk is told, once for all consoles of this process, while there is any. It only says that there is more;
 * each console has its own position and asks for what comes after it.
 */
export class EventTail {
  readonly #events: Pick<DeskEvents, 'after' | 'last'>;
  /** Called with new events before anybody else knows of them; with none when what was known before may be old. */
  readonly #heard: (events: readonly DeskEvent[]) => void;
  readonly #rounds: Rounds;
  readonly #listeners = new Set<() => void>();
  /** All events after the first position, up to the second, are in `recent`; null before the first look. */
  #known: { from: number; to: number } | null = null;
  #recent: DeskEvent[] = [];

  constructor(
    events: Pick<DeskEvents, 'after' | 'last'>,
    heard: (events: readonly DeskEvent[]) => void,
    failed: (error: unknown) => void,
  ) {
    this.#events = events;
    this.#heard = heard;
    this.#rounds = new Rounds(() => this.#read(), failed, PACE);
  }

  /** Returns the function that ends it; with the last one the reading ends. */
  subscribe(listener: () => void): () => void {
    if (this.#listeners.size === 0) {
      this.#known = null;
      this.#recent = [];
      this.#rounds.start();
    }
    this.#listeners.add(listener);
    return () => {
      if (this.#listeners.delete(listener) && this.#listeners.size === 0) void this.#rounds.stop();
    };
  }

  poke(): void {
    this.#rounds.poke();
  }

  /** The next events after a position, at most `PAGE`. */
  async after(seq: number): Promise<readonly DeskEvent[]> {
    if (this.#known === null || seq < this.#known.from) return this.#events.after(seq, PAGE);
    const start = this.#recent.findLastIndex((event) => event.seq <= seq) + 1;
    return this.#recent.slice(start, start + PAGE);
  }

  async #read(): Promise<void> {
    if (this.#known === null) {
      const last = await this.#events.last();
      this.#known = { from: last, to: last };
      this.#heard([]);
      this.#tell();
    }
    let page: readonly DeskEvent[];
    do {
      page = await this.#events.after(this.#known.to, PAGE);
      const last = page.at(-1);
      if (last === undefined) return;
      this.#keep(page, last.seq);
      this.#heard(page);
      this.#tell();
    } while (page.length >= PAGE);
  }

  #keep(page: readonly DeskEvent[], to: number): void {
    const all = [...this.#recent, ...page];
    const dropped = all.slice(0, Math.max(0, all.length - RECENT));
    this.#recent = all.slice(dropped.length);
    this.#known = { from: dropped.at(-1)?.seq ?? this.#known?.from ?? to, to };
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

import type { DeskEvent } from '../../../domain/desk/handoffs.ts';
import { type EventTail, PAGE } from './eventTail.ts';

const RETRY_MS = 1000;

/** One console's way through the events: in order from a position on, nothing missed, nothing twice. */
export class EventFollower {
  readonly #tail: EventTail;
  readonly #deliver: (events: readonly DeskEvent[]) => Promise<void>;
  readonly #unsubscribe: () => void;
  #position: number;
  #running = false;
  #again = false;
  #ended = false;
  #retry: NodeJS.Timeout | undefined;

  /** `deliver` rejects before it has sent anything, or not at all: it is called again with the same events. */
  constructor(tail: EventTail, position: number, deliver: (events: readonly DeskEvent[]) => Promise<void>) {
    this.#tail = tail;
    this.#position = position;
    this.#deliver = deliver;
    // before the first look, so that nothing slips between
    this.#unsubscribe = tail.subscribe(() => this.#go());
    this.#go();
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#retry);
    this.#unsubscribe();
  }

  #go(): void {
    this.#again = true;
    if (this.#running || this.#ended) return;
    this.#running = true;
    clearTimeout(this.#retry);
    this.#follow().catch(() => {
      if (!this.#ended) this.#retry = setTimeout(() => this.#go(), RETRY_MS);
    });
  }

  async #follow(): Promise<void> {
    try {
      while (this.#again && !this.#ended) {
        this.#again = false;
        const events = await this.#tail.after(this.#position);
        const last = events.at(-1);
        if (last === undefined || this.#ended) continue;
        await this.#deliver(events);
        this.#position = last.seq;
        if (events.length >= PAGE) this.#again = true;
      }
    } finally {
      this.#running = false;
    }
  }
}

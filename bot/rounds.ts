export interface Pace {
  /** Milliseconds between two rounds when nothing pokes. */
  readonly everyMs: number;
  /** Milliseconds in which pokes are gathered, so that a busy desk does not work round after round. */
  readonly gatherMs: number;
}

/** Calls `work` at once, then every `everyMs`, and soon after each poke; never twice at the same time. */
export class Rounds {
  readonly #work: () => Promise<void>;
  readonly #failed: (error: unknown) => void;
  readonly #pace: Pace;
  #timer: NodeJS.Timeout | null = null;
  #due = Number.POSITIVE_INFINITY;
  #running: Promise<void> | null = null;
  #poked = false;
  #started = false;

  constructor(work: () => Promise<void>, failed: (error: unknown) => void, pace: Pace) {
    this.#work = work;
    this.#failed = failed;
    this.#pace = pace;
  }

  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#schedule(0);
  }

  /** Resolves when a running one has ended. A stopped one may be started again. */
  async stop(): Promise<void> {
    this.#started = false;
    if (this.#timer) clearTimeout(this.#timer);
    this.#due = Number.POSITIVE_INFINITY;
    await this.#running;
  }

  poke(): void {
    if (!this.#started) return;
    if (this.#running !== null) this.#poked = true;
    else this.#schedule(this.#pace.gatherMs);
  }

  /** Never later than what is planned already: pokes that keep coming do not put it off. */
  #schedule(ms: number): void {
    const due = performance.now() + ms;
    if (due >= this.#due) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => this.#run(), ms);
  }

  #run(): void {
    this.#due = Number.POSITIVE_INFINITY;
    // started again while the last round before the stop still runs: its end brings the next
    if (this.#running !== null) {
      this.#poked = true;
      return;
    }
    this.#poked = false;
    this.#running = this.#work()
      .catch(this.#failed)
      .then(() => {
        this.#running = null;
        if (this.#started) this.#schedule(this.#poked ? this.#pace.gatherMs : this.#pace.everyMs);
      });
  }
}

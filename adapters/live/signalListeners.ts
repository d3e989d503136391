import type { Signal } from '../../bot/desk.ts';

/** Who listens in this process. Told after the sender has gone on, and one that throws is only reported. */
export class SignalListeners {
  readonly #listeners = new Set<(signal: Signal) => void>();
  readonly #failed: (error: unknown) => void;

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  /** Returns the function that ends it. */
  add(listener: (signal: Signal) => void): () => void {
    // one of its own: the same function may listen twice
    const own = (signal: Signal): void => listener(signal);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  tell(signal: Signal): void {
    queueMicrotask(() => {
      for (const listener of [...this.#listeners]) {
        try {
          listener(signal);
        } catch (error) {
          this.#failed(error);
        }
      }
    });
  }

  clear(): void {
    this.#listeners.clear();
  }
}

/** Milliseconds. */
export interface Timings {
  /** Between two questions whether the SMSC is still there. */
  readonly enquire: number;
  /** How long the SMSC may take to answer anything. */
  readonly answer: number;
  /** Before the second try to bind; doubles up to `retryMost`. */
  readonly retry: number;
  readonly retryMost: number;
  /** How long the right to bind lasts without renewal. */
  readonly lock: number;
  /** The first pause when the SMSC throttles; doubles up to `pauseMost`. */
  readonly pause: number;
  readonly pauseMost: number;
  /** How long a part may wait for its turn. */
  readonly queue: number;
}

/** An answer and the wait for a turn are together shorter than the lease under which replies are delivered. */
export const TIMINGS: Timings = {
  ...{ enquire: 30_000, answer: 10_000, retry: 1000, retryMost: 60_000, lock: 30_000 },
  ...{ pause: 100, pauseMost: 10_000, queue: 8000 },
};

export interface GateOptions {
  /** At most so many inside. */
  readonly window: number;
  readonly perSecond: number;
  /** Milliseconds that somebody waits before they are turned away. */
  readonly queueMs: number;
  /** Milliseconds of the first pause; doubles up to `pauseMostMs`. */
  readonly pauseMs: number;
  readonly pauseMostMs: number;
}
export interface Gate {
  /** True when it is one's turn, false when it took too long. */
  enter(): Promise<boolean>;
  leave(): void;
  /** Nobody enters for a while; each time for longer. */
  pause(): void;
  /** The next pause is the shortest again. */
  easy(): void;
  /** Turns away all who wait. */
  close(): void;
}

/** Lets senders through in order, evenly spaced, so many at a time. */
export function createGate({ window, perSecond, queueMs, pauseMs, pauseMostMs }: GateOptions): Gate {
  const waiting: ((entered: boolean) => void)[] = [];
  let inside = 0;
  let nextAt = 0;
  let pauses = 0;
  let timer: NodeJS.Timeout | null = null;

  function admit(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    while (waiting.length > 0 && inside < window) {
      const now = performance.now();
      if (now < nextAt) {
        timer = setTimeout(admit, nextAt - now);
        return;
      }
      nextAt = now + 1000 / perSecond;
      inside += 1;
      waiting.shift()?.(true);
    }
  }

  return {
    enter() {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const enough = setTimeout(() => {
        const at = waiting.indexOf(turn);
        if (at >= 0) waiting.splice(at, 1);
        resolve(false);
      }, queueMs);
      const turn = (entered: boolean) => {
        clearTimeout(enough);
        resolve(entered);
      };
      waiting.push(turn);
      admit();
      return promise;
    },
    leave() {
      inside -= 1;
      admit();
    },
    pause() {
      const now = performance.now();
      // answers to what was under way when the pause began say nothing new
      if (nextAt - now > 1000 / perSecond) return;
      nextAt = now + Math.min(pauseMs * 2 ** pauses, pauseMostMs);
      pauses += 1;
    },
    easy() {
      pauses = 0;
    },
    close() {
      if (timer) clearTimeout(timer);
      for (const turn of waiting.splice(0)) turn(false);
    },
  };
}

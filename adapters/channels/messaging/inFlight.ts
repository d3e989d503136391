/**
 * At most so many tasks at once, the others in the order of their coming. A platform's patience, and ours with it, begins when
 * a call is really made: a burst of thousands of replies would else run out of time in our own queue.
 */
export function atMost(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= most) await new Promise<void>((go) => void waiting.push(go));
    else running += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

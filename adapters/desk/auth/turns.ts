/** Runs at most so many works at a time; the others wait in order. */
export function createTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = most;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}

/** The same for each key on its own, one at a time. */
export function createTurnsByKey(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const busy = new Map<string, { readonly inTurn: ReturnType<typeof createTurns>; users: number }>();
  return async (key, work) => {
    const lane = busy.get(key) ?? { inTurn: createTurns(1), users: 0 };
    busy.set(key, lane);
    lane.users++;
    try {
      return await lane.inTurn(work);
    } finally {
      if (--lane.users === 0) busy.delete(key);
    }
  };
}

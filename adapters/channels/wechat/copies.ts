/** How long a push's answer is kept for copies of it: the platform pushes three times within 15 s. */
const KEPT_MS = 30_000;
const MOST_KEPT = 20_000;

/** Works each push once: a copy that comes meanwhile, or shortly after, gets the same answer. A failed one may come again. */
export function oncePerPush<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, { readonly answer: Promise<T>; readonly since: number }>();
  return (key, work) => {
    const before = kept.get(key);
    const now = performance.now();
    if (before && now - before.since <= KEPT_MS) return before.answer;
    kept.delete(key);
    for (const [oldest, { since }] of kept) {
      if (kept.size < MOST_KEPT && now - since <= KEPT_MS) break;
      kept.delete(oldest);
    }
    const answer = work();
    kept.set(key, { answer, since: now });
    answer.catch(() => {
      if (kept.get(key)?.answer === answer) kept.delete(key);
    });
    return answer;
  };
}

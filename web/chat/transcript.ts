import type { Activity } from './activity.ts';

/**
 * What is known plus what came, each activity once, in the log's order. The same activity may come twice (a replay
 * after a reconnect, a poll beside a socket); it is told by its id, or by the id the page gave it.
 */
export function merge(known: readonly Activity[], came: readonly Activity[]): readonly Activity[] {
  const seen = new Set(known.flatMap(names));
  const fresh = came.filter((activity) => {
    const own = names(activity);
    if (own.length === 0 || own.some((name) => seen.has(name))) return false;
    for (const name of own) seen.add(name);
    return true;
  });
  return fresh.length === 0 ? known : [...known, ...fresh].sort(byPosition);
}

function names({ id, clientActivityID }: Activity): string[] {
  return [...(id === '' ? [] : [`s ${id}`]), ...(clientActivityID === undefined ? [] : [`c ${clientActivityID}`])];
}

function byPosition(a: Activity, b: Activity): number {
  if (a.position !== undefined && b.position !== undefined) return a.position - b.position;
  return a.at - b.at;
}

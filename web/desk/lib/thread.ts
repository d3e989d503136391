import type { EntryView } from '../../../adapters/desk/schemas.ts';

/** A transcript from its first word: by position, each once. */
export interface Thread {
  readonly entries: readonly EntryView[];
  /** Everything before this position is here; what is watched goes on from it. */
  readonly next: number;
}

/**
 * A thread with what was read or told of it, the newer words of an entry in place of older ones: what was masked for a
 * reader is plain for the one who took the customer. Both begin at or before `next`, whatever came first, so that the
 * greater end is the end of the whole. Positions may be missing for good: not everything in a log is said by somebody.
 */
export function joined(thread: Thread | undefined, entries: readonly EntryView[], next: number): Thread {
  const known = thread?.entries ?? [];
  const end = Math.max(thread?.next ?? 0, next);
  const last = known.at(-1)?.position ?? -1;
  // the common case: it goes on
  if (entries.every(({ position }, index) => position > (entries[index - 1]?.position ?? last))) {
    return thread !== undefined && entries.length === 0 && end === thread.next
      ? thread
      : { entries: [...known, ...entries], next: end };
  }
  const all = new Map([...known, ...entries].map((entry) => [entry.position, entry]));
  return { entries: [...all.values()].sort((a, b) => a.position - b.position), next: end };
}

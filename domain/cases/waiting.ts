import type { Case, HistoryEntry } from './case.ts';

/** The entry with which a case began to wait for its customer; null when it does not wait. Any move ends the waiting. */
export function waitingSince({ history }: Pick<Case, 'history'>): HistoryEntry | null {
  const last = history.findLast(({ what }) => what === 'paused' || what === 'resumed');
  return last?.what === 'paused' ? last : null;
}

import type { Case, HistoryEntry, Stage } from './case.ts';

/** Who moved a case last to a stage; null when nobody did. */
export function movedBy({ history }: Pick<Case, 'history'>, stage: Stage): string | null {
  return history.findLast((entry: HistoryEntry) => entry.what === 'stage' && entry.detail === stage)?.by ?? null;
}

/** Whether two names are one person's, however their systems write them. */
export function isSameHand(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

function fold(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

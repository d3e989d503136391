import { round } from './statistics.ts';

/** How far two labellings agree beyond chance. */
export interface Agreement {
  readonly of: number;
  /** Share labelled alike, 0 to 1. */
  readonly alike: number;
  /** Cohen's kappa: 1 is full agreement, 0 what chance gives. */
  readonly kappa: number;
}

/** Agreement of pairs of labels given to the same texts; null of nothing. */
export const agreementOf = (pairs: readonly (readonly [string, string])[]): Agreement | null => {
  const of = pairs.length;
  if (of === 0) return null;
  const alike = pairs.filter(([a, b]) => a === b).length / of;
  const shareOf = (side: 0 | 1, label: string): number => pairs.filter((p) => p[side] === label).length / of;
  const labels = [...new Set(pairs.map(([a]) => a))];
  const chance = labels.reduce((sum, label) => sum + shareOf(0, label) * shareOf(1, label), 0);
  return { of, alike: round(alike), kappa: chance === 1 ? 1 : round((alike - chance) / (1 - chance)) };
};

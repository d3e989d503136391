/** So many of so many; the rate is null of none. */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly rate: number | null;
}

/** How long something took, in seconds; nulls when nothing did. */
export interface Spread {
  readonly count: number;
  readonly mean: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
}

export function share(count: number, of: number): Share {
  return { count, of, rate: of === 0 ? null : count / of };
}

/** Of those that have an answer, how many it is true of. */
export function shareOf<T>(all: readonly T[], holds: (one: T) => boolean): Share {
  return share(all.filter(holds).length, all.length);
}

/** Percentiles by nearest rank: always something that was measured. */
export function spread(milliseconds: readonly number[]): Spread {
  const sorted = milliseconds.map((each) => Math.max(0, each) / 1000).toSorted((a, b) => a - b);
  const rank = (part: number): number | null => sorted[Math.ceil(sorted.length * part) - 1] ?? null;
  return { count: sorted.length, mean: mean(sorted), p50: rank(0.5), p90: rank(0.9) };
}

export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

export function isKnown<T>(value: T | null): value is T {
  return value !== null;
}

export function countBy<T>(all: readonly T[], keyOf: (one: T) => string): Readonly<Record<string, number>> {
  const groups = [...Map.groupBy(all, keyOf)].map(([key, those]) => [key, those.length] as const);
  return Object.fromEntries(groups.toSorted(([, a], [, b]) => b - a));
}

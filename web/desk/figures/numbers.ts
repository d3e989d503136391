const whole = new Intl.NumberFormat('en');
const upTo: readonly Intl.NumberFormat[] = [0, 1, 2, 3].map(
  (digits) => new Intl.NumberFormat('en', { maximumFractionDigits: digits }),
);

/** `1,204`; written alike in every language of the console. */
export function count(value: number): string {
  return whole.format(value);
}

/** With at most so many digits behind the point. */
export function decimal(value: number, digits: 0 | 1 | 2 | 3): string {
  return upTo[digits]?.format(value) ?? String(value);
}

/** `92.5%` of 0.925. */
export function percent(rate: number, digits: 0 | 1 | 2 | 3 = 1): string {
  return `${decimal(rate * 100, digits)}%`;
}

/** Counts by what they are called: ids of one name are one, the most first. */
export function byName(
  counts: Readonly<Record<string, number>>,
  nameOf: (id: string) => string,
): { readonly name: string; readonly count: number }[] {
  const sums = new Map<string, number>();
  for (const [id, value] of Object.entries(counts)) sums.set(nameOf(id), (sums.get(nameOf(id)) ?? 0) + value);
  return [...sums].map(([name, sum]) => ({ name, count: sum })).toSorted((a, b) => b.count - a.count);
}

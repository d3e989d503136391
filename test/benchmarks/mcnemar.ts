/** Two classifiers on the same rows. */
export interface Comparison {
  /** Rows that only ours gets right. */
  readonly oursOnly: number;
  /** Rows that only the other gets right. */
  readonly otherOnly: number;
  /** Exact, two-sided: how likely a split at least so uneven is by chance; at least 1e-300. */
  readonly p: number;
}

/** McNemar's exact test over what each got right. */
export const mcnemar = (ours: readonly boolean[], other: readonly boolean[]): Comparison => {
  if (ours.length !== other.length) throw new RangeError('not the same rows');
  let oursOnly = 0;
  let otherOnly = 0;
  for (const [i, right] of ours.entries()) {
    if (right && !other[i]) oursOnly++;
    if (!right && other[i]) otherOnly++;
  }
  return { oursOnly, otherOnly, p: twoSided(Math.min(oursOnly, otherOnly), oursOnly + otherOnly) };
};

/** Smaller is not told apart from this. */
const LEAST = 1e-300;

/** min(1, 2 · P(X ≤ few)) of X ~ Binomial(of, 1/2), in logarithms: 2 to the -1702 is no number. */
const twoSided = (few: number, of: number): number => {
  let term = -of * Math.LN2;
  let sum = term;
  for (let k = 1; k <= few; k++) {
    term += Math.log((of - k + 1) / k);
    sum = Math.max(sum, term) + Math.log1p(Math.exp(-Math.abs(sum - term)));
  }
  return Number(Math.max(LEAST, Math.min(1, 2 * Math.exp(sum))).toPrecision(3));
};

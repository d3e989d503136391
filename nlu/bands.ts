import type { Band } from './heard.ts';
import type { Thresholds } from './model.ts';

/** The best labels of a distribution. */
export interface Best {
  readonly index: number;
  readonly probability: number;
  /** Distance to the second best, 0 to 1. */
  readonly margin: number;
}

export const bestOf = (probabilities: Float64Array): Best => {
  let index = 0;
  let first = -1;
  let second = -1;
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i] ?? 0;
    if (p > first) {
      second = first;
      first = p;
      index = i;
    } else if (p > second) second = p;
  }
  return { index, probability: first, margin: first - Math.max(second, 0) };
};

/** Band of a margin. Where the limits lie is fitted in training, see `learn/fit.ts`. */
export const bandOf = (margin: number, thresholds: Thresholds): Band => {
  if (margin < thresholds.unknownBelow) return 'unknown';
  return margin >= thresholds.actFrom ? 'act' : 'confirm';
};

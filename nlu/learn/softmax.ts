import type { Matrix } from './matrix.ts';
import type { Planes } from './planes.ts';
import { coins, random, shuffle } from './random.ts';
import type { Targets } from './targets.ts';
import { addRows } from './terms.ts';

export interface SoftmaxOptions {
  readonly rate: number;
  readonly passes: number;
  /** Share of features hidden at each visit, so that no single one is relied upon. */
  readonly hidden: number;
  /** Share of words and Han characters hidden, with every feature that stands on them: runs of letters of a hidden word would betray it. */
  readonly hiddenUnits: number;
  readonly seed: number;
}

/** The biases learn this much slower: they are in every text. */
const BIAS_RATE = 0.1;
/** Classes whose probability is off by less are left alone: most are. */
const NOTHING = 4e-3;

/**
 * Multinomial regressions, one a task, by stochastic descent with a falling rate; at each visit a part of the features is hidden, which keeps
 * it from leaning on few of them. A second view beside `separate`, better calibrated. Same input and seed, same result.
 */
export const likeliest = (matrix: Matrix, targets: Targets, options: SoftmaxOptions): Planes => {
  const { start, ids, values, units, width } = matrix;
  const { tasks, classes, rows } = targets;
  const weights = new Float32Array(width * classes);
  const bias = new Float64Array(classes);
  const p = new Float64Array(classes);
  const parts = tasks.map(({ first, classes: n }) => p.subarray(first, first + n));
  const moving = new Int32Array(classes);
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  const next = random(options.seed);
  const isHidden = coins(options.hidden, options.seed + 1);
  const seen = { ids: new Int32Array(longest(start)), values: new Float32Array(longest(start)), length: 0 };
  const kept = 1 / (1 - options.hidden);
  for (let pass = 0; pass < options.passes; pass++) {
    shuffle(order, next);
    const rate = options.rate * (1 - pass / options.passes);
    for (let v = 0; v < rows; v++) {
      const i = order[v] ?? 0;
      seen.length = 0;
      p.set(bias);
      const gone = someOf(options.hiddenUnits, next);
      for (let k = start[i] ?? 0; k < (start[i + 1] ?? 0); k++) {
        if (((units[k] ?? 0) & gone) !== 0 || isHidden()) continue;
        seen.ids[seen.length] = ids[k] ?? 0;
        seen.values[seen.length++] = (values[k] ?? 0) * kept;
      }
      addRows(p, weights, seen);
      for (let t = 0; t < parts.length; t++) surprise(parts[t] ?? p, tasks[t]?.labels[i] ?? 0);
      let moved = 0;
      for (let c = 0; c < classes; c++) if (Math.abs(p[c] ?? 0) > NOTHING) moving[moved++] = c;
      for (let c = 0; c < classes; c++) bias[c] = (bias[c] ?? 0) - rate * BIAS_RATE * (p[c] ?? 0);
      for (let s = 0; s < seen.length; s++) {
        const step = rate * (seen.values[s] ?? 0);
        const row = (seen.ids[s] ?? 0) * classes;
        for (let m = 0; m < moved; m++) {
          const c = moving[m] ?? 0;
          weights[row + c] = (weights[row + c] ?? 0) - step * (p[c] ?? 0);
        }
      }
    }
  }
  return { classes, weights, biases: bias };
};

/** Each of 32 bits set with the given probability. */
const someOf = (share: number, next: () => number): number => {
  let bits = 0;
  if (share > 0) for (let u = 0; u < 32; u++) if (next() < share) bits |= 1 << u;
  return bits;
};

/** From scores to probabilities less what should be, in place. */
const surprise = (p: Float64Array, label: number): void => {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of p) if (score > most) most = score;
  let sum = 0;
  for (let c = 0; c < p.length; c++) {
    const e = Math.exp((p[c] ?? 0) - most);
    p[c] = e;
    sum += e;
  }
  for (let c = 0; c < p.length; c++) p[c] = (p[c] ?? 0) / sum;
  p[label] = (p[label] ?? 0) - 1;
};

const longest = (start: Int32Array): number => {
  let most = 0;
  for (let i = 1; i < start.length; i++) most = Math.max(most, (start[i] ?? 0) - (start[i - 1] ?? 0));
  return most;
};

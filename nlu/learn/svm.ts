import type { Matrix } from './matrix.ts';
import type { Planes } from './planes.ts';
import { random, shuffle } from './random.ts';
import type { Targets } from './targets.ts';
import { addRows } from './terms.ts';

export interface SvmOptions {
  /** Cost of an error. */
  readonly cost: number;
  readonly passes: number;
  readonly seed: number;
}

/** A gradient this small moves nothing. */
const NOTHING = 2e-2;

/**
 * L2-regularised squared-hinge machines, each class against the rest of its task, by dual coordinate descent (Hsieh and others 2008, algorithm 1), the
 * bias being a feature of value 1. All classes visit the rows in the same order and side by side: a row of weights is fetched once
 * for all of them, some five times as fast as one class after another. Same input and seed, same result.
 */
export const separate = (matrix: Matrix, targets: Targets, options: SvmOptions): Planes => {
  const { start, ids, values, width } = matrix;
  const { tasks, classes, rows } = targets;
  const weights = new Float32Array(width * classes);
  const biases = new Float64Array(classes);
  const alpha = new Float32Array(rows * classes);
  const diagonal = 1 / (2 * options.cost);
  const q = squares(matrix, rows, 1 + diagonal);
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  const next = random(options.seed);
  const score = new Float64Array(classes);
  const side = new Int8Array(classes);
  const moving = new Int32Array(classes);
  const change = new Float64Array(classes);
  for (let pass = 0; pass < options.passes; pass++) {
    shuffle(order, next);
    for (let v = 0; v < rows; v++) {
      const i = order[v] ?? 0;
      const from = start[i] ?? 0;
      const to = start[i + 1] ?? 0;
      score.set(biases);
      addRows(score, weights, { ids: ids.subarray(from, to), values: values.subarray(from, to), length: to - from });
      side.fill(-1);
      for (const { first, labels } of tasks) side[first + (labels[i] ?? 0)] = 1;
      let moved = 0;
      for (let c = 0; c < classes; c++) {
        const y = side[c] ?? -1;
        const a = alpha[i * classes + c] ?? 0;
        const gradient = y * (score[c] ?? 0) - 1 + diagonal * a;
        if ((a === 0 && gradient >= 0) || Math.abs(gradient) <= NOTHING) continue;
        const stepped = Math.max(a - gradient / (q[i] ?? 1), 0);
        alpha[i * classes + c] = stepped;
        const d = (stepped - a) * y;
        biases[c] = (biases[c] ?? 0) + d;
        moving[moved] = c;
        change[moved++] = d;
      }
      if (moved === 0) continue;
      for (let k = from; k < to; k++) {
        const x = values[k] ?? 0;
        const row = (ids[k] ?? 0) * classes;
        for (let m = 0; m < moved; m++) {
          const at = row + (moving[m] ?? 0);
          weights[at] = (weights[at] ?? 0) + x * (change[m] ?? 0);
        }
      }
    }
  }
  return { classes, weights, biases };
};

/** Squared length of each row, and something more. */
const squares = ({ start, values }: Matrix, rows: number, more: number): Float64Array =>
  Float64Array.from({ length: rows }, (_, i) => {
    let square = more;
    for (let k = start[i] ?? 0; k < (start[i + 1] ?? 0); k++) square += (values[k] ?? 0) ** 2;
    return square;
  });

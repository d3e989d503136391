import type { Matrix } from './matrix.ts';
import { random, shuffle } from './random.ts';

/** One class against the rest. */
export interface Plane {
  readonly weights: Float64Array;
  readonly bias: number;
}

export interface SvmOptions {
  /** Cost of an error. */
  readonly cost: number;
  readonly passes: number;
  readonly seed: number;
}

const ENOUGH = 0.05;
const NOTHING = 1e-10;

/**
 * L2-regularised squared-hinge machine by dual coordinate descent (Hsieh and others 2008, algorithm 1), the bias being a
 * feature of value 1. `positive[i]` is 1 where row i belongs to the class. Rows well outside the
 * margin are left out until the rest has settled. Same input and seed, same result.
 */
export const separate = (matrix: Matrix, positive: Uint8Array, options: SvmOptions): Plane => {
  const { start, ids, values, width } = matrix;
  const rows = positive.length;
  const weights = new Float64Array(width);
  const alpha = new Float64Array(rows);
  const diagonal = 1 / (2 * options.cost);
  const q = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let square = 0;
    for (let k = start[i] ?? 0; k < (start[i + 1] ?? 0); k++) square += (values[k] ?? 0) ** 2;
    q[i] = square + 1 + diagonal;
  }
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  const next = random(options.seed);
  let bias = 0;
  let active = rows;
  let bound = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < options.passes; pass++) {
    const visited = order.subarray(0, active);
    shuffle(visited, next);
    let worst = 0;
    let kept = 0;
    for (let v = 0; v < active; v++) {
      const i = visited[v] ?? 0;
      const y = positive[i] === 1 ? 1 : -1;
      const from = start[i] ?? 0;
      const to = start[i + 1] ?? 0;
      let margin = bias;
      for (let k = from; k < to; k++) margin += (weights[ids[k] ?? 0] ?? 0) * (values[k] ?? 0);
      const a = alpha[i] ?? 0;
      const gradient = y * margin - 1 + diagonal * a;
      if (a === 0 && gradient > bound) continue;
      visited[v] = visited[kept] ?? 0;
      visited[kept++] = i;
      const projected = a === 0 ? Math.min(gradient, 0) : gradient;
      if (Math.abs(projected) > worst) worst = Math.abs(projected);
      if (Math.abs(projected) <= NOTHING) continue;
      const stepped = Math.max(a - gradient / (q[i] ?? 1), 0);
      const change = (stepped - a) * y;
      alpha[i] = stepped;
      bias += change;
      for (let k = from; k < to; k++) weights[ids[k] ?? 0] = (weights[ids[k] ?? 0] ?? 0) + change * (values[k] ?? 0);
    }
    if (worst < ENOUGH) {
      if (active === rows) break;
      active = rows;
      bound = Number.POSITIVE_INFINITY;
    } else {
      active = kept;
      bound = worst;
    }
  }
  return { weights, bias };
};

/** Sparse rows, one a text: row i holds `ids`, `values` and `units` from `start[i]` to `start[i + 1]`. */
export interface Matrix {
  readonly start: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** Which words or Han characters of the text each stands on, see `text/features.ts`. */
  readonly units: Int32Array;
  /** Number of features (columns). */
  readonly width: number;
}

export interface Row {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  readonly units: Int32Array;
}

export const matrixOf = (rows: readonly Row[], width: number): Matrix => {
  const start = new Int32Array(rows.length + 1);
  for (const [i, row] of rows.entries()) start[i + 1] = (start[i] ?? 0) + row.ids.length;
  const total = start[rows.length] ?? 0;
  const ids = new Int32Array(total);
  const values = new Float32Array(total);
  const units = new Int32Array(total);
  for (const [i, row] of rows.entries()) {
    ids.set(row.ids, start[i]);
    values.set(row.values, start[i]);
    units.set(row.units, start[i]);
  }
  return { start, ids, values, units, width };
};

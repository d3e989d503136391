/** A sum of features, each so many times; valid up to `length`. */
export interface Terms {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  readonly length: number;
}

/** Adds to `out` the rows of `table` (one a feature, as wide as `out`), four at a time: `out` is read and written a quarter as often. */
export const addRows = (out: Float64Array, table: Int8Array | Float32Array, { ids, values, length }: Terms): void => {
  const width = out.length;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    const a = (ids[i] ?? 0) * width;
    const b = (ids[i + 1] ?? 0) * width;
    const c = (ids[i + 2] ?? 0) * width;
    const d = (ids[i + 3] ?? 0) * width;
    const va = values[i] ?? 0;
    const vb = values[i + 1] ?? 0;
    const vc = values[i + 2] ?? 0;
    const vd = values[i + 3] ?? 0;
    for (let k = 0; k < width; k++)
      out[k] =
        (out[k] ?? 0) +
        va * (table[a + k] ?? 0) +
        vb * (table[b + k] ?? 0) +
        vc * (table[c + k] ?? 0) +
        vd * (table[d + k] ?? 0);
  }
  for (; i < length; i++) {
    const row = (ids[i] ?? 0) * width;
    const value = values[i] ?? 0;
    for (let k = 0; k < width; k++) out[k] = (out[k] ?? 0) + value * (table[row + k] ?? 0);
  }
};

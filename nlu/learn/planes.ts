/** One plane a class, side by side: `weights[feature * classes + class]`. */
export interface Planes {
  readonly classes: number;
  readonly weights: Float64Array | Float32Array;
  readonly biases: Float64Array;
}

/** Both added, the other `share` times: two views in one table. */
export const sum = (one: Planes, other: Planes, share: number): Planes => {
  const weights = new Float64Array(one.weights.length);
  for (let i = 0; i < weights.length; i++) weights[i] = (one.weights[i] ?? 0) + share * (other.weights[i] ?? 0);
  return { classes: one.classes, weights, biases: one.biases.map((b, c) => b + share * (other.biases[c] ?? 0)) };
};

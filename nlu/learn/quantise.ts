import type { Plane } from './svm.ts';

/** Weights of all planes as bytes, row-major by feature, with one scale a plane. */
export const quantise = (planes: readonly Plane[], width: number): { weights: Int8Array; scales: number[] } => {
  const weights = new Int8Array(width * planes.length);
  const scales = planes.map((plane, c) => {
    let most = 0;
    for (const w of plane.weights) most = Math.max(most, Math.abs(w));
    const scale = most / 127;
    if (scale > 0) for (const [f, w] of plane.weights.entries()) weights[f * planes.length + c] = Math.round(w / scale);
    return scale;
  });
  return { weights, scales };
};

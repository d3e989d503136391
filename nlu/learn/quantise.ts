import type { Planes } from './planes.ts';

/** Weights of all heads as bytes, row-major by feature, the classes of all heads side by side, with one scale a class. */
export const quantise = (heads: readonly Planes[], width: number): { weights: Int8Array; scales: number[] } => {
  const all = heads.reduce((n, head) => n + head.classes, 0);
  const out = new Int8Array(width * all);
  const scales: number[] = [];
  for (const { classes, weights } of heads)
    for (let c = 0; c < classes; c++) {
      let most = 0;
      for (let f = 0; f < width; f++) most = Math.max(most, Math.abs(weights[f * classes + c] ?? 0));
      const scale = most / 127;
      const at = scales.push(scale) - 1;
      if (scale > 0)
        for (let f = 0; f < width; f++) out[f * all + at] = Math.round((weights[f * classes + c] ?? 0) / scale);
    }
  return { weights: out, scales };
};

import type { Planes } from './planes.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Keeps the features whose weights, over all heads, are the greatest; ids stay in order. */
export const prune = (
  vocabulary: Vocabulary,
  heads: readonly Planes[],
  most: number,
): { vocabulary: Vocabulary; heads: readonly Planes[] } => {
  const width = vocabulary.hashes.length;
  if (width <= most) return { vocabulary, heads };
  const force = new Float64Array(width);
  for (const { classes, weights } of heads)
    for (let f = 0; f < width; f++)
      for (let c = 0; c < classes; c++) force[f] = (force[f] ?? 0) + (weights[f * classes + c] ?? 0) ** 2;
  const kept = Int32Array.from({ length: width }, (_, f) => f)
    .sort((a, b) => (force[b] ?? 0) - (force[a] ?? 0) || a - b)
    .slice(0, most)
    .sort();
  return {
    vocabulary: {
      ...vocabulary,
      hashes: Uint32Array.from(kept, (f) => vocabulary.hashes[f] ?? 0),
      documents: Uint16Array.from(kept, (f) => vocabulary.documents[f] ?? 0),
    },
    heads: heads.map(({ classes, weights, biases }) => {
      const left = new Float64Array(kept.length * classes);
      for (const [i, f] of kept.entries()) left.set(weights.subarray(f * classes, (f + 1) * classes), i * classes);
      return { classes, weights: left, biases };
    }),
  };
};

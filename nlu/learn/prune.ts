import type { Plane } from './svm.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Keeps the features whose weights, over all planes, are the greatest; ids stay in the order of hashes. */
export const prune = (
  vocabulary: Vocabulary,
  planes: readonly (readonly Plane[])[],
  most: number,
): { vocabulary: Vocabulary; planes: readonly (readonly Plane[])[] } => {
  const width = vocabulary.hashes.length;
  if (width <= most) return { vocabulary, planes };
  const force = new Float64Array(width);
  for (const plane of planes.flat()) for (const [f, w] of plane.weights.entries()) force[f] = (force[f] ?? 0) + w * w;
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
    planes: planes.map((head) =>
      head.map(({ weights, bias }) => ({ weights: Float64Array.from(kept, (f) => weights[f] ?? 0), bias })),
    ),
  };
};

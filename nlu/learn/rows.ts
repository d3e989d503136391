import type { Found } from '../text/features.ts';
import type { Row } from './matrix.ts';
import { vectoriser } from './vectors.ts';
import { finder, type Vocabulary } from './vocabulary.ts';

/** Texts as rows of a matrix. A feature found at several places stands on what these have in common. */
export const rowsOf = (texts: readonly Found[], vocabulary: Vocabulary): Row[] => {
  const vectorise = vectoriser(vocabulary);
  const find = finder(vocabulary.hashes);
  const common = new Int32Array(vocabulary.hashes.length).fill(-1);
  return texts.map(({ hashes, units }) => {
    const vector = vectorise(hashes);
    const ids = vector.ids.slice(0, vector.length);
    for (let i = 0; i < hashes.length; i++) {
      const id = find(hashes[i] ?? 0);
      if (id >= 0) common[id] = (common[id] ?? 0) & (units[i] ?? 0);
    }
    const stood = new Int32Array(ids.length);
    for (let i = 0; i < ids.length; i++) {
      stood[i] = common[ids[i] ?? 0] ?? 0;
      common[ids[i] ?? 0] = -1;
    }
    return { ids, values: vector.values.slice(0, vector.length), units: stood };
  });
};

import { isFaint, isOfLetters } from '../text/hash.ts';
import type { Terms } from './terms.ts';
import { finder, type Vocabulary } from './vocabulary.ts';

/** A text as the heads see it, valid only until the next call. */
export interface Vector extends Terms {
  /** Known occurrences of features among all, 0 to 1. */
  readonly coverage: number;
}

export type Vectorise = (features: readonly number[]) => Vector;

const FAINT = 0.5;
const weightOf = (hash: number, lettersWeight: number): number =>
  isFaint(hash) ? FAINT : isOfLetters(hash) ? lettersWeight : 1;

/** Texts of more different features than this are cut: 500 code points give fewer. */
const MOST = 16_384;

/**
 * Weights features: (1 + ln tf) · (ln((1 + N) / (1 + df)) + 1)^rarity · weight of the kind, then unit length. Works in buffers of its own: no allocation
 * but the result.
 */
export const vectoriser = (vocabulary: Vocabulary): Vectorise => {
  const { hashes, documents, total, lettersWeight, rarity } = vocabulary;
  const find = finder(hashes);
  const weights = Float64Array.from(
    documents,
    (df, id) => (Math.log((1 + total) / (1 + df)) + 1) ** rarity * weightOf(hashes[id] ?? 0, lettersWeight),
  );
  const counts = new Int32Array(hashes.length);
  const ids = new Int32Array(MOST);
  const values = new Float32Array(MOST);

  return (features) => {
    let length = 0;
    let known = 0;
    for (const hash of features) {
      const id = find(hash);
      if (id === -1) continue;
      known++;
      const count = counts[id] ?? 0;
      if (count === 0) {
        if (length === MOST) continue;
        ids[length++] = id;
      }
      counts[id] = count + 1;
    }
    let square = 0;
    for (let i = 0; i < length; i++) {
      const id = ids[i] ?? 0;
      const count = counts[id] ?? 1;
      const value = (count === 1 ? 1 : 1 + Math.log(count)) * (weights[id] ?? 0);
      counts[id] = 0;
      values[i] = value;
      square += value * value;
    }
    const norm = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let i = 0; i < length; i++) values[i] = (values[i] ?? 0) * norm;
    return { ids, values, length, coverage: features.length === 0 ? 0 : known / features.length };
  };
};

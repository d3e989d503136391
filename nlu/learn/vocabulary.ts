/** Which features are known, by hash, and in how many training texts each occurs. Ids are positions in the sorted order of hashes. */
export interface Vocabulary {
  readonly hashes: Uint32Array;
  /** Texts a feature occurs in, at most 65,535. */
  readonly documents: Uint16Array;
  /** Number of training texts. */
  readonly total: number;
  /** Weight of a run of letters beside other features. */
  readonly lettersWeight: number;
  /** Exponent of the rarity of a feature in its weight. */
  readonly rarity: number;
}

/** Features that occur in at least `minCount` texts. */
export const vocabularyOf = (
  texts: readonly (readonly number[])[],
  { minCount, lettersWeight, rarity }: { minCount: number; lettersWeight: number; rarity: number },
): Vocabulary => {
  const counts = new Map<number, number>();
  for (const text of texts) for (const hash of new Set(text)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= minCount).sort(([a], [b]) => a - b);
  return {
    hashes: Uint32Array.from(kept, ([hash]) => hash),
    documents: Uint16Array.from(kept, ([, count]) => Math.min(count, 0xffff)),
    total: texts.length,
    lettersWeight,
    rarity,
  };
};

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
  const all = new Uint32Array(texts.reduce((n, text) => n + text.length, 0));
  let length = 0;
  for (const text of texts) {
    let last = -1;
    for (const hash of Uint32Array.from(text).sort()) {
      if (hash !== last) all[length++] = hash;
      last = hash;
    }
  }
  const sorted = all.subarray(0, length).sort();
  const hashes: number[] = [];
  const documents: number[] = [];
  for (let i = 0, end = 0; i < length; i = end) {
    const hash = sorted[i] ?? 0;
    while (end < length && sorted[end] === hash) end++;
    if (end - i < minCount) continue;
    hashes.push(hash);
    documents.push(Math.min(end - i, 0xffff));
  }
  return {
    hashes: Uint32Array.from(hashes),
    documents: Uint16Array.from(documents),
    total: texts.length,
    lettersWeight,
    rarity,
  };
};

/** Finds the id of a hash, -1 where it is unknown; open addressing at a load of at most a half. */
export const finder = (hashes: Uint32Array): ((hash: number) => number) => {
  const bits = Math.max(4, Math.ceil(Math.log2(hashes.length + 1)) + 1);
  const mask = 2 ** bits - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  for (const [id, hash] of hashes.entries()) {
    let slot = hash & mask;
    while (table[slot] !== -1) slot = (slot + 1) & mask;
    table[slot] = id;
  }
  return (hash) => {
    let slot = hash & mask;
    for (;;) {
      const id = table[slot] ?? -1;
      if (id === -1 || hashes[id] === hash) return id;
      slot = (slot + 1) & mask;
    }
  };
};

/**
 * Which features are known, by hash, and in how many training texts each occurs. Ids are positions, the most frequent first (then by hash): the
 * weights that are read most lie together, which makes learning a third faster.
 */
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
  const known: (readonly [hash: number, documents: number])[] = [];
  for (let i = 0, end = 0; i < length; i = end) {
    const hash = sorted[i] ?? 0;
    while (end < length && sorted[end] === hash) end++;
    if (end - i >= minCount) known.push([hash, end - i]);
  }
  // the sort is stable: equally frequent ones stay in the order of their hashes
  known.sort((a, b) => b[1] - a[1]);
  return {
    hashes: Uint32Array.from(known, ([hash]) => hash),
    documents: Uint16Array.from(known, ([, documents]) => Math.min(documents, 0xffff)),
    total: texts.length,
    lettersWeight,
    rarity,
  };
};

/** Finds the id of a hash, -1 where it is unknown; open addressing at a load of at most a half, hash and id side by side. */
export const finder = (hashes: Uint32Array): ((hash: number) => number) => {
  const bits = Math.max(4, Math.ceil(Math.log2(hashes.length + 1)) + 1);
  const mask = 2 ** bits - 1;
  const table = new Int32Array(2 * (mask + 1)).fill(-1);
  for (const [id, hash] of hashes.entries()) {
    let slot = hash & mask;
    while (table[2 * slot + 1] !== -1) slot = (slot + 1) & mask;
    table[2 * slot] = hash;
    table[2 * slot + 1] = id;
  }
  return (hash) => {
    const wanted = hash | 0;
    let slot = hash & mask;
    for (;;) {
      const id = table[2 * slot + 1] ?? -1;
      if (id === -1 || table[2 * slot] === wanted) return id;
      slot = (slot + 1) & mask;
    }
  };
};

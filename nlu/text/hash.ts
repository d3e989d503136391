/** Features are known by a 32-bit hash of what they consist of; 60,000 features share about one hash by chance. */

/** Adds one unit to a running hash. */
export const mix = (hash: number, unit: number): number => {
  const h = Math.imul(hash ^ unit, 0x9e3779b1);
  return h ^ (h >>> 15);
};

/** Spreads the last unit over all bits; the result is an unsigned 30-bit integer. */
export const finish = (hash: number): number => {
  const h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (h ^ (h >>> 13)) & 0x3fffffff;
};

/** Hash of `text[start..end)` by UTF-16 unit, begun from `seed`. */
export const hashOf = (text: string, start: number, end: number, seed: number): number => {
  let h = seed;
  for (let i = start; i < end; i++) h = mix(h, text.charCodeAt(i));
  return h;
};

/** The two highest bits of a feature's hash tell its kind. */
const LETTERS_BIT = 0x40000000;
const CONCEPT_BIT = 0x80000000;
export const ofLetters = (hash: number): number => (finish(hash) | LETTERS_BIT) >>> 0;
export const ofConcepts = (hash: number): number => (finish(hash) | CONCEPT_BIT) >>> 0;

/** Both bits: signs too faint to count in full. */
const FAINT_BITS = 0xc0000000;
export const ofFaint = (hash: number): number => (finish(hash) | FAINT_BITS) >>> 0;
export const isFaint = (hash: number): boolean => hash >= FAINT_BITS;

export const isOfLetters = (hash: number): boolean => hash >= LETTERS_BIT && hash < CONCEPT_BIT;

import { concepts, SINGLE } from '../lexicon/concepts.ts';
import { finish, hashOf, mix, ofConcepts, ofFaint, ofLetters } from './hash.ts';
import { type Token, tokens } from './tokens.ts';

// Seeds keep the kinds of features apart.
const UNITS = [0, 0x11, 0x12, 0x13, 0x14] as const;
const WORD = 0x21;
const BIGRAM = 0x22;
const TRIGRAM = 0x23;
const SKIP = 0x24;
const CHARACTERS = 0x25;
const CONCEPT = 0x31;
const CONCEPT_PAIR = 0x32;
const EDGE = 0x41;
const FIRST = 0x7f4a7c15;
const LAST = 0x1ce4e5b9;

/** Longest run of units and shortest and longest run of letters that make a feature. */
const UNIT_GRAM = 3;
const LETTER_GRAM_MIN = 2;
const LETTER_GRAM_MAX = 5;
/** Letters of one word that are looked at: a word of 5,000 letters is no word. */
const LETTERS = 40;

/**
 * Hashes of the features of a normalised text, one for each occurrence, in no useful order. Text with Han: runs of up to three
 * units (a Han character, a Latin word or a mask) between a beginning and an end mark. Latin words: words, pairs and
 * letter runs; without any Han also word triples and pairs with a gap. At most about 20 features a character.
 */
export const features = (text: string, units = tokens(text)): number[] => {
  const out = plainFeatures(text, units);
  faintFeatures(units, out);
  conceptFeatures(concepts(text, units), out);
  return out;
};

/** Without the concepts of the trade and the faint signs: for texts of another. */
export const plainFeatures = (text: string, units = tokens(text)): number[] => {
  const out: number[] = [];
  const han = units.some((u) => u.kind === 'han');
  if (han) unitGrams(units, out);
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (!unit || unit.kind === 'han') continue;
    latin(text, units, i, han, out);
  }
  return out;
};

/** Units this near to the beginning or the end are also features by where they stand. */
const EDGE_HAN = 3;
const EDGE_LATIN = 2;

/** What opens and what closes a text, and Han characters two apart: 挂 … 了, 改 … 天. */
const faintFeatures = (units: readonly Token[], out: number[]): void => {
  const han = units.some((u) => u.kind === 'han');
  for (const [i, unit] of units.entries()) {
    if (!han) {
      if (i < EDGE_LATIN) out.push(ofFaint(mix(mix(EDGE, unit.hash), i)));
      continue;
    }
    if (i < EDGE_HAN) out.push(ofFaint(mix(mix(EDGE, unit.hash), FIRST)));
    else if (i >= units.length - EDGE_HAN) out.push(ofFaint(mix(mix(EDGE, unit.hash), LAST)));
    const third = units[i + 2];
    if (third) out.push(ofFaint(mix(mix(SKIP, unit.hash), third.hash)));
  }
};

const MOST_CONCEPTS = 12;

/** Concepts named, neighbours in order, and pairs in any order. */
const conceptFeatures = (named: readonly number[], out: number[]): void => {
  let last = FIRST;
  const paired = named.filter((concept) => (concept & SINGLE) === 0);
  for (const concept of named) if ((concept & SINGLE) !== 0) out.push(ofConcepts(mix(CONCEPT, concept)));
  for (const concept of paired) {
    out.push(ofConcepts(mix(CONCEPT, concept)), ofConcepts(mix(mix(CONCEPT, last), concept)));
    last = concept;
  }
  const all = [...new Set(paired)].slice(0, MOST_CONCEPTS).sort((a, b) => a - b);
  for (const [i, one] of all.entries())
    for (let j = i + 1; j < all.length; j++) out.push(ofConcepts(mix(mix(CONCEPT_PAIR, one), all[j] ?? 0)));
};

const unitGrams = (units: readonly Token[], out: number[]): void => {
  for (let i = -1; i < units.length; i++) {
    let h = 0;
    for (let n = 1; n <= UNIT_GRAM && i + n - 1 <= units.length; n++) {
      h = mix(h, i + n - 1 < 0 ? FIRST : (units[i + n - 1]?.hash ?? LAST));
      if (n > 1 || i >= 0) out.push(finish(mix(h, UNITS[n] ?? 0)));
    }
  }
};

const latin = (text: string, units: readonly Token[], i: number, han: boolean, out: number[]): void => {
  const unit = units[i];
  if (!unit) return;
  const next = units[i + 1]?.kind === 'han' ? undefined : units[i + 1];
  if (!han) out.push(finish(mix(WORD, unit.hash)));
  if (i === 0 && !han) out.push(finish(mix(mix(BIGRAM, FIRST), unit.hash)));
  if (next || !han) out.push(finish(mix(mix(BIGRAM, unit.hash), next?.hash ?? LAST)));
  if (!han && units[i + 2]) {
    const third = units[i + 2]?.hash ?? LAST;
    out.push(finish(mix(mix(mix(TRIGRAM, unit.hash), next?.hash ?? LAST), third)));
    out.push(finish(mix(mix(SKIP, unit.hash), third)));
  }
  if (unit.kind === 'latin') letterGrams(text, unit, out);
};

const letterGrams = (text: string, unit: Token, out: number[]): void => {
  const letters = `<${text.slice(unit.start, Math.min(unit.end, unit.start + LETTERS))}>`;
  for (let n = LETTER_GRAM_MIN; n <= LETTER_GRAM_MAX; n++)
    for (let i = 0; i + n <= letters.length; i++) out.push(ofLetters(hashOf(letters, i, i + n, CHARACTERS + n)));
};

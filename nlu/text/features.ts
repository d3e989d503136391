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
const LETTER_GRAM_MIN = 3;
const LETTER_GRAM_MAX = 5;
/** Letters of one word that are looked at: a word of 5,000 letters is no word. */
const LETTERS = 40;

/** What a text shows, one entry for each occurrence, in no useful order. */
export interface Found {
  readonly hashes: number[];
  /** The words or Han characters it stands on, a bit each: number of the unit modulo 32. None for the concepts of the trade. */
  readonly units: number[];
}

const bit = (unit: number): number => 1 << (unit & 31);
const note = (out: Found, hash: number, units: number): void => {
  out.hashes.push(hash);
  out.units.push(units);
};

/**
 * Features of a normalised text by their hashes. Text with Han: runs of up to three units (a Han character, a Latin word or a mask) between
 * a beginning and an end mark. Latin words: words, pairs and letter runs; without any Han also word triples and pairs
 * with a gap. At most about 20 features a character.
 */
export const featuresOf = (text: string, units = tokens(text)): Found => {
  const out = plainFeaturesOf(text, units);
  faintFeatures(units, out);
  conceptFeatures(concepts(text, units), out);
  return out;
};

/** Without the concepts of the trade and the faint signs: for texts of another. */
export const plainFeaturesOf = (text: string, units = tokens(text)): Found => {
  const out: Found = { hashes: [], units: [] };
  const han = units.some((u) => u.kind === 'han');
  if (han) unitGrams(units, out);
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (!unit || unit.kind === 'han') continue;
    latin(text, units, i, han, out);
  }
  return out;
};

/** The hashes alone. */
export const features = (text: string, units = tokens(text)): number[] => featuresOf(text, units).hashes;
export const plainFeatures = (text: string, units = tokens(text)): number[] => plainFeaturesOf(text, units).hashes;

/** Units this near to the beginning or the end are also features by where they stand. */
const EDGE_HAN = 3;
const EDGE_LATIN = 2;

/** What opens and what closes a text, and Han characters two apart: 挂 … 了, 改 … 天. */
const faintFeatures = (units: readonly Token[], out: Found): void => {
  const han = units.some((u) => u.kind === 'han');
  for (const [i, unit] of units.entries()) {
    if (!han) {
      if (i < EDGE_LATIN) note(out, ofFaint(mix(mix(EDGE, unit.hash), i)), bit(i));
      continue;
    }
    if (i < EDGE_HAN) note(out, ofFaint(mix(mix(EDGE, unit.hash), FIRST)), bit(i));
    else if (i >= units.length - EDGE_HAN) note(out, ofFaint(mix(mix(EDGE, unit.hash), LAST)), bit(i));
    const third = units[i + 2];
    if (third) note(out, ofFaint(mix(mix(SKIP, unit.hash), third.hash)), bit(i) | bit(i + 2));
  }
};

const MOST_CONCEPTS = 12;

/** Concepts named, neighbours in order, and pairs in any order. */
const conceptFeatures = (named: readonly number[], out: Found): void => {
  let last = FIRST;
  const paired = named.filter((concept) => (concept & SINGLE) === 0);
  for (const concept of named) if ((concept & SINGLE) !== 0) note(out, ofConcepts(mix(CONCEPT, concept)), 0);
  for (const concept of paired) {
    note(out, ofConcepts(mix(CONCEPT, concept)), 0);
    note(out, ofConcepts(mix(mix(CONCEPT, last), concept)), 0);
    last = concept;
  }
  const all = [...new Set(paired)].slice(0, MOST_CONCEPTS).sort((a, b) => a - b);
  for (const [i, one] of all.entries())
    for (let j = i + 1; j < all.length; j++) note(out, ofConcepts(mix(mix(CONCEPT_PAIR, one), all[j] ?? 0)), 0);
};

const unitGrams = (units: readonly Token[], out: Found): void => {
  for (let i = -1; i < units.length; i++) {
    let h = 0;
    let stood = 0;
    for (let n = 1; n <= UNIT_GRAM && i + n - 1 <= units.length; n++) {
      const unit = units[i + n - 1];
      h = mix(h, i + n - 1 < 0 ? FIRST : (unit?.hash ?? LAST));
      if (unit) stood |= bit(i + n - 1);
      if (n > 1 || i >= 0) note(out, finish(mix(h, UNITS[n] ?? 0)), stood);
    }
  }
};

const latin = (text: string, units: readonly Token[], i: number, han: boolean, out: Found): void => {
  const unit = units[i];
  if (!unit) return;
  const next = units[i + 1]?.kind === 'han' ? undefined : units[i + 1];
  const here = bit(i);
  const both = next ? here | bit(i + 1) : here;
  if (!han) note(out, finish(mix(WORD, unit.hash)), here);
  if (i === 0 && !han) note(out, finish(mix(mix(BIGRAM, FIRST), unit.hash)), here);
  if (next || !han) note(out, finish(mix(mix(BIGRAM, unit.hash), next?.hash ?? LAST)), both);
  if (!han && units[i + 2]) {
    const third = units[i + 2]?.hash ?? LAST;
    note(out, finish(mix(mix(mix(TRIGRAM, unit.hash), next?.hash ?? LAST), third)), both | bit(i + 2));
    note(out, finish(mix(mix(SKIP, unit.hash), third)), here | bit(i + 2));
  }
  if (unit.kind === 'latin') letterGrams(text, unit, here, out);
};

const letterGrams = (text: string, unit: Token, here: number, out: Found): void => {
  const letters = `<${text.slice(unit.start, Math.min(unit.end, unit.start + LETTERS))}>`;
  for (let n = LETTER_GRAM_MIN; n <= LETTER_GRAM_MAX; n++)
    for (let i = 0; i + n <= letters.length; i++) note(out, ofLetters(hashOf(letters, i, i + n, CHARACTERS + n)), here);
};

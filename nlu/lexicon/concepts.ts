import { hashOf } from '../text/hash.ts';
import type { Token } from '../text/tokens.ts';
import { account } from './account.ts';
import { asking } from './asking.ts';
import { casework } from './casework.ts';
import type { Concepts } from './concept.ts';
import { mood } from './mood.ts';
import { outside } from './outside.ts';
import { synonyms } from './synonyms.ts';
import { talk } from './talk.ts';
import { trouble } from './trouble.ts';

const CONCEPTS: Concepts = { ...asking, ...account, ...casework, ...trouble, ...talk, ...outside };

/** The concepts of a word or phrase, by their hashes. */
type Entries = Map<string, number[]>;

const SEED = 0x3c6ef372;
const words: Entries = new Map();
const stems: Entries = new Map();
/** Lengths of Chinese entries by their first two characters, of English ones in words by first word; longest first. */
const hanLengths = new Map<number, number[]>();
const lengths = new Map<string, number[]>();

const note = (entries: Entries, word: string, concept: number): void => {
  entries.set(word, [...(entries.get(word) ?? []), concept]);
};
const noteLength = <T>(lengths: Map<T, number[]>, first: T, length: number): void => {
  const known = lengths.get(first) ?? [];
  if (!known.includes(length))
    lengths.set(
      first,
      [...known, length].sort((a, b) => b - a),
    );
};

/** Two characters as one number; one character alone goes with 0. */
const pairOf = (text: string, start: number): number => (text.charCodeAt(start) << 16) | text.charCodeAt(start + 1);
const singleOf = (text: string, start: number): number => text.charCodeAt(start) << 16;

/** Set for synonyms: they count singly. */
export const SINGLE = 1;

const identify = (name: string, bit: number): number => (hashOf(name, 0, name.length, SEED + bit) & ~1) | bit;

const entries = [
  ...Object.entries(CONCEPTS).map(([name, concept]) => [identify(name, 0), concept] as const),
  ...Object.entries({ ...synonyms, ...mood }).map(([name, concept]) => [identify(name, SINGLE), concept] as const),
];
for (const [concept, { zh, en }] of entries) {
  for (const word of zh.split(' ')) {
    note(words, word, concept);
    if (!/^[a-z0-9]/.test(word))
      noteLength(hanLengths, word.length > 1 ? pairOf(word, 0) : singleOf(word, 0), word.length);
  }
  for (const phrase of en.split(', ')) {
    if (phrase.endsWith('*')) note(stems, phrase.slice(0, -1), concept);
    else note(words, phrase, concept);
    noteLength(lengths, phrase.split(' ')[0] ?? phrase, phrase.split(' ').length);
  }
}

const SHORTEST_STEM = 3;
const LONGEST_STEM = 10;

/**
 * Hashes of the concepts named in a normalised text, in the order named, repeats included. At each place the longest entry
 * counts; entries may overlap. Linear: each place tries the lengths known for its first character or word.
 */
export const concepts = (text: string, units: readonly Token[]): number[] => {
  const found: number[] = [];
  for (const [i, unit] of units.entries()) {
    if (unit.kind === 'han') push(found, han(text, unit.start));
    else if (unit.kind === 'latin') push(found, latin(text, units, i));
  }
  return found;
};

const push = (out: number[], concepts: readonly number[]): void => {
  for (const concept of concepts) if (out.at(-1) !== concept) out.push(concept);
};

const NONE: readonly number[] = [];

const han = (text: string, start: number): readonly number[] => {
  for (const length of hanLengths.get(pairOf(text, start)) ?? NONE) {
    const hit = words.get(text.slice(start, start + length));
    if (hit) return hit;
  }
  return (hanLengths.has(singleOf(text, start)) && words.get(text.charAt(start))) || NONE;
};

const latin = (text: string, units: readonly Token[], i: number): readonly number[] => {
  const unit = units[i];
  if (!unit) return NONE;
  const word = text.slice(unit.start, unit.end);
  for (const length of lengths.get(word) ?? NONE) {
    const last = units[i + length - 1];
    const hit = last && words.get(length === 1 ? word : text.slice(unit.start, last.end));
    if (hit) return hit;
  }
  const single = words.get(word);
  if (single) return single;
  for (let n = Math.min(word.length, LONGEST_STEM); n >= SHORTEST_STEM; n--) {
    const hit = stems.get(word.slice(0, n));
    if (hit) return hit;
  }
  return NONE;
};

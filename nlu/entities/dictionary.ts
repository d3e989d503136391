import { isDigit, isLetter } from './characters.ts';

export interface Match<T> {
  readonly value: T;
  readonly end: number;
}
/** Longest entry of a closed list that stands at `at`, or null. Costs at most one lookup for each length of entry. */
export type Dictionary<T> = (text: string, at: number) => Match<T> | null;

/** Entries in folded spelling. Those that begin or end with a Latin letter match whole words only. */
export const dictionary = <T>(entries: Iterable<readonly [string, T]>): Dictionary<T> => {
  const values = new Map<string, T>();
  const lengths = new Map<string, number[]>();
  for (const [word, value] of entries) {
    values.set(word, value);
    const first = word.charAt(0);
    const known = lengths.get(first) ?? [];
    if (!known.includes(word.length)) known.push(word.length);
    lengths.set(first, known);
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);
  return (text, at) => {
    const known = lengths.get(text.charAt(at));
    if (known === undefined) return null;
    for (const length of known) {
      const end = at + length;
      const word = text.slice(at, end);
      const value = values.get(word);
      if (value !== undefined && isWhole(text, at, end)) return { value, end };
    }
    return null;
  };
};

/** Units that a word of some list begins with: where none stands, no list need be asked. */
export const beginnings = (
  lists: Iterable<Iterable<readonly [string, unknown]>>,
): ((c: string | undefined) => boolean) => {
  const first = new Set<string>();
  for (const list of lists) for (const [word] of list) first.add(word.charAt(0));
  return (c) => c !== undefined && first.has(c);
};

const isWhole = (text: string, start: number, end: number): boolean => {
  if (isLetter(text[start]) && isLetter(text[start - 1])) return false;
  return !(isLetter(text[end - 1]) && (isLetter(text[end]) || isDigit(text[end])));
};

/** Each word of blank-separated lists with the value of its list; `_` stands for a blank within a word. */
export function* listed<T>(lists: readonly (readonly [T, string])[]): Generator<readonly [string, T]> {
  for (const [value, words] of lists)
    for (const word of words.trim().split(/\s+/)) yield [word.replaceAll('_', ' '), value];
}

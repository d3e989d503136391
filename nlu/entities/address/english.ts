import type { Entity } from '../../heard.ts';
import { isDigit, isLetter } from '../characters.ts';
import type { Folded } from '../folded.ts';
import { span } from '../folded.ts';

type Parts = Extract<Entity, { type: 'address' }>['parts'];

const STREETS = new Set(
  'road street avenue lane drive boulevard rd st ave blvd way close court crescent terrace square highway path rd. st. ave.'.split(
    ' ',
  ),
);
const UNITS = new Set(
  'room rm flat unit apt apartment suite building bldg block blk tower floor house shop villa no no.'.split(' '),
);
/** Words that follow a unit's number without a comma and are no place. */
const NO_PLACE = new Set(
  'is my i the and or please in at on for has to from with tomorrow today not no we it'.split(' '),
);

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Said with a capital or a digit first. */
  readonly capital: boolean;
  readonly comma: boolean;
}

/** English addresses: "Room 5, Building 3, 12 Keji Road, Nanshan, Shenzhen", "Flat A, 5/F, 88 Nathan Road". */
export const findEnglishAddresses = (folded: Folded): Entity[] => {
  const words = split(folded);
  const found: Entity[] = [];
  let i = 0;
  while (i < words.length) {
    const hit = address(folded, words, i);
    if (hit === null) {
      i++;
      continue;
    }
    found.push(hit.entity);
    i = hit.next;
  }
  return found;
};

const split = ({ raw, text, starts }: Folded): Word[] => {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    if (!isWordUnit(text[at])) {
      at++;
      continue;
    }
    const start = at;
    while (isWordUnit(text[at]) || (text[at] === '.' && at - start < 4 && isLetter(text[at - 1]))) at++;
    const first = raw.charAt(starts[start] ?? 0);
    const capital = isDigit(text[start]) || first !== first.toLowerCase();
    words.push({ text: text.slice(start, at), start, end: at, capital, comma: text[at] === ',' });
  }
  return words;
};

const isWordUnit = (c: string | undefined): boolean => isLetter(c) || isDigit(c) || c === "'" || c === '/' || c === '-';

const near = (a: Word | undefined, b: Word | undefined): boolean =>
  a !== undefined && b !== undefined && b.start - a.end <= 2;

const address = (folded: Folded, words: readonly Word[], from: number): { entity: Entity; next: number } | null => {
  let i = from;
  let units = 0;
  while (i === from || near(words[i - 1], words[i])) {
    const used = unitLength(words, i);
    if (used === 0) break;
    units++;
    i += used;
  }
  const detailEnd = i;
  const street = i === from || near(words[i - 1], words[i]) ? streetLength(words, i) : 0;
  i += street;
  const streetEnd = i;
  if (street === 0 && units < 2) return null;
  const groups: [Word, Word][] = [];
  while (groups.length < 4 && words[i - 1]?.comma === true) {
    const used = placeLength(words, i);
    const first = words[i];
    const last = words[i + used - 1];
    if (used === 0 || first === undefined || last === undefined) break;
    groups.push([first, last]);
    i += used;
  }
  const first = words[from];
  const last = words[i - 1];
  if (first === undefined || last === undefined) return null;
  const text = (a: Word | undefined, b: Word | undefined): string | undefined =>
    a && b ? span(folded, a.start, b.end).text : undefined;
  const parts = compact({
    detail: detailEnd > from ? text(first, words[detailEnd - 1]) : undefined,
    street: street > 0 ? text(words[detailEnd], words[streetEnd - 1]) : undefined,
    district: groups.length > 1 ? text(...(groups[0] ?? [first, first])) : undefined,
    city: groups.length > 0 ? text(...(groups[Math.min(1, groups.length - 1)] ?? [first, first])) : undefined,
    province: groups.length > 2 ? text(...(groups[2] ?? [first, first])) : undefined,
  });
  return { entity: { ...span(folded, first.start, last.end), type: 'address', parts }, next: i };
};

/** Number of words of a unit at `i`: "Room 5", "Building 3A", "5/F", "5th floor"; 0 for none. */
const unitLength = (words: readonly Word[], i: number): number => {
  const word = words[i];
  const next = words[i + 1];
  if (word === undefined) return 0;
  if (/^\d{1,3}\/f$/.test(word.text)) return 1;
  if (next !== undefined && next.text === 'floor' && /^\d{1,3}(st|nd|rd|th)$/.test(word.text)) return 2;
  if (!UNITS.has(word.text) || next === undefined || word.comma) return 0;
  return /^(\d{1,5}[a-z]?|[a-z]\d{0,4})$/.test(next.text) && near(word, next) && next.text !== 'i' && next.text !== 'a'
    ? 2
    : isLetterUnit(word, next);
};

const isLetterUnit = (word: Word, next: Word): number =>
  next.text === 'a' && next.capital && near(word, next) ? 2 : 0;

/** Number of words of "12 Keji Road", "No. 8 Tai Yau Street"; 0 for none. */
const streetLength = (words: readonly Word[], i: number): number => {
  const number = words[i];
  if (number === undefined || !/^\d{1,5}[a-z]?(-\d{1,5})?$/.test(number.text)) return 0;
  for (let used = 2; used <= 5; used++) {
    const word = words[i + used - 1];
    if (word === undefined || !near(words[i + used - 2], word) || NO_PLACE.has(word.text)) return 0;
    if (used > 2 && STREETS.has(word.text))
      return /^(east|west|north|south|central)$/.test(words[i + used]?.text ?? '') ? used + 1 : used;
    if (word.comma || isDigit(word.text[0])) return 0;
  }
  return 0;
};

/** Number of words of a place at `i`: one to three with capitals, up to a comma or another word. */
const placeLength = (words: readonly Word[], i: number): number => {
  let used = 0;
  while (used < 3) {
    const word = words[i + used];
    if (word === undefined || !word.capital || !near(words[i + used - 1], word) || NO_PLACE.has(word.text)) break;
    if (isDigit(word.text[0])) break;
    used++;
    if (word.comma) break;
  }
  return used;
};

const compact = (parts: { [K in keyof Parts]: string | undefined }): Parts =>
  Object.fromEntries(Object.entries(parts).filter((entry) => entry[1] !== undefined));

import { parseNumber } from '../../domain/cases/number.ts';
import type { Entity } from '../heard.ts';
import { isDigit, isLetter } from './characters.ts';
import type { Folded } from './folded.ts';
import { span } from './folded.ts';

/** A printed number without its marks: two letters, eight digits of the day, five characters, one check character. */
const SIGNS = 16;
const PREFIX = 2;
const DAY_ENDS = 10;
const MARKS = ' -_.·•/–—‐‑‒−';
/** Marks in a row that still hold a number together. */
const MARKS_IN_ROW = 3;
/** What is typed for a letter of the prefix, and for a digit of the day. */
const LIKE_LETTER = '01258';
const LIKE_DIGIT = 'oil';

/** Case and booking numbers as customers copy them: blanks, dashes, full width, lower case; `valid` false when mistyped. */
export const findCaseNumbers = (folded: Folded): Entity[] => {
  const { text } = folded;
  const found: Entity[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at++;
    if (isSign(text[start - 1]) || !isSign(text[start])) continue;
    const end = numberEnd(text, start);
    if (end === null) continue;
    const said = text.slice(start, end);
    const parsed = parseNumber(said);
    if (parsed.kind === 'none') continue;
    const valid = parsed.kind === 'number';
    found.push({ ...span(folded, start, end), type: 'caseNumber', value: valid ? parsed.value : printed(said), valid });
    at = end;
  }
  return found;
};

const isSign = (c: string | undefined): boolean => isLetter(c) || isDigit(c);

const fits = (c: string, place: number): boolean => {
  if (place < PREFIX) return isLetter(c) || LIKE_LETTER.includes(c);
  return place >= DAY_ENDS || isDigit(c) || LIKE_DIGIT.includes(c);
};

/** End of a number at `start`: of its sixteenth sign, or, when signs are missing, of the unbroken run after the day. */
const numberEnd = (text: string, start: number): number | null => {
  let signs = 0;
  let marks = 0;
  let unbroken = 0;
  let letters = 0;
  for (let at = start; at < text.length; at++) {
    const c = text.charAt(at);
    if (isSign(c)) {
      if (signs === SIGNS) return null;
      if (!fits(c, signs)) return null;
      signs++;
      if (isLetter(c)) letters++;
      // Two digits are no prefix, however they were meant.
      if (signs === PREFIX && letters === 0) return null;
      if (signs <= DAY_ENDS || (unbroken === at && signs <= SIGNS) || text[at - 1] === '-') unbroken = at + 1;
      marks = 0;
      if (signs === SIGNS && !isSign(text[at + 1])) return at + 1;
    } else if (signs === 0 || !MARKS.includes(c) || ++marks > MARKS_IN_ROW) break;
  }
  return signs >= DAY_ENDS ? unbroken : null;
};

const printed = (said: string): string => {
  const signs = [...said].filter(isSign).join('').toUpperCase();
  return signs.length === SIGNS ? `${signs.slice(0, 10)}-${signs.slice(10, 15)}-${signs.slice(15)}` : signs;
};

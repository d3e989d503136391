import type { BookingNumber, CaseNumber, Instant } from '../ids.ts';
import { isLocalDate, OPERATOR_ZONE, toLocal } from '../manual/zone.ts';
import { checkCharacter, isAllowed, RANDOM_ALPHABET } from './check.ts';

/** Prefix of bookings; those of cases stand in the manual. */
export const BOOKING_PREFIX = 'YY';

/** What a text says about a number: one that is right, one that somebody mistyped, or none at all. */
export type ParsedNumber =
  | { readonly kind: 'number'; readonly value: string; readonly prefix: string }
  | { readonly kind: 'mistyped' }
  | { readonly kind: 'none' };

/**
 * A new number such as `TS20261121-7KQ4M-X`: prefix, day in the zone, five random characters, check character. `random`
 * gives [0, 1) and must not be guessable; two of the same day may still be equal (1 in 28 million): the store refuses.
 */
export function newNumber(
  prefix: string,
  at: Instant,
  zone: string = OPERATOR_ZONE,
  random: () => number = cryptoRandom,
): string {
  const date = toLocal(at, zone).date.replaceAll('-', '');
  let five = '';
  while (five.length < 5) five += RANDOM_ALPHABET[Math.floor(random() * RANDOM_ALPHABET.length)];
  return `${prefix}${date}-${five}-${checkCharacter(prefix + date + five)}`;
}

export function newCaseNumber(prefix: string, at: Instant, zone?: string, random?: () => number): CaseNumber {
  return newNumber(prefix, at, zone, random) as CaseNumber;
}

export function newBookingNumber(at: Instant, zone?: string, random?: () => number): BookingNumber {
  return newNumber(BOOKING_PREFIX, at, zone, random) as BookingNumber;
}

/** The case number in a text with its slips mended, or null. */
export function asCaseNumber(text: string): CaseNumber | null {
  const parsed = parseNumber(text);
  return parsed.kind === 'number' && parsed.prefix !== BOOKING_PREFIX ? (parsed.value as CaseNumber) : null;
}

/** The booking number in a text with its slips mended, or null. */
export function asBookingNumber(text: string): BookingNumber | null {
  const parsed = parseNumber(text);
  return parsed.kind === 'number' && parsed.prefix === BOOKING_PREFIX ? (parsed.value as BookingNumber) : null;
}

/** Blanks, and every dash, dot or stroke that people and keyboards put between the groups. */
const GAP = String.raw`[\s\-_.·•/\u2010-\u2015\u2212\u30fc\ufe58\ufe63]{0,3}`;
/**
 * Letters that stand for a digit where only digits can stand. None of the random alphabet: swapping the last digit of the
 * date with the character after it would else be mended into another number.
 */
const DIGIT_SLIPS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
/** Digits that stand for a letter where only letters can stand. */
const LETTER_SLIPS: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 2: 'Z', 5: 'S', 8: 'B' };

const gapped = (character: string, times: number) => Array.from({ length: times }, () => character).join(GAP);
const WHOLE = new RegExp(
  `(?<![A-Z0-9])${[gapped('[A-Z01258]', 2), gapped('[0-9OIL]', 8), gapped('[A-Z0-9]', 6)].join(GAP)}(?![A-Z0-9])`,
  'g',
);
/**
 * Two letters and a date of this century with something missing or too much, or with neighbours swapped between the two;
 * or three groups of about the right length.
 */
const ALIKE = new RegExp(
  `(?<![A-Z0-9])(?:[A-Z]{2}${GAP}2${GAP}[0O][0-9OIL]{4}|[A-Z]2[A-Z]0[0-9]{6}|[A-Z]{2}02[0-9]{6}|[A-Z0-9]{8,12}-[A-Z0-9]{4,6}-[A-Z0-9]{1,2}(?![A-Z0-9]))`,
);
/** Sixteen characters of the right kinds, the prefix written onto the date as in no ordinary sentence. */
const JOINED = /^(?=[A-Z0-9]?[A-Z])[A-Z0-9]{2}[0-9]/;
const LONGEST_TEXT = 4000;

/**
 * Finds a case or booking number in a text and mends its slips: lower case, full width, blanks, missing or other dashes,
 * a letter typed for a digit in the date. The first whose check character agrees wins.
 */
export function parseNumber(text: string): ParsedNumber {
  const plain = text.slice(0, LONGEST_TEXT).normalize('NFKC').toUpperCase();
  WHOLE.lastIndex = 0;
  let isAlike = false;
  for (let found = WHOLE.exec(plain); found; found = WHOLE.exec(plain)) {
    const number = checked(found[0].replace(/[^A-Z0-9]/g, ''));
    if (number) return number;
    isAlike ||= JOINED.test(found[0]);
    WHOLE.lastIndex = found.index + 1;
  }
  isAlike ||= ALIKE.test(plain.replace(/[\u2010-\u2015\u2212]/g, '-')) || sixteen(plain);
  return { kind: isAlike ? 'mistyped' : 'none' };
}

/** A text that is nothing but about sixteen letters and digits, with some of both. */
function sixteen(plain: string): boolean {
  const bare = plain.replace(/[\s-]/g, '');
  return (
    /^[A-Z0-9]{15,17}$/.test(bare) &&
    /^[A-Z]/.test(bare) &&
    bare.replace(/[0-9]/g, '').length >= 3 &&
    bare.replace(/[A-Z]/g, '').length >= 8
  );
}

function checked(sixteenCharacters: string): ParsedNumber | null {
  const prefix = sixteenCharacters.slice(0, 2).replace(/[0-9]/g, (digit) => LETTER_SLIPS[digit] ?? digit);
  const date = sixteenCharacters.slice(2, 10).replace(/[A-Z]/g, (letter) => DIGIT_SLIPS[letter] ?? letter);
  const five = sixteenCharacters.slice(10, 15);
  const check = sixteenCharacters.slice(15);
  const isDay = date.startsWith('20') && isLocalDate(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`);
  if (!isDay || !isAllowed(five) || checkCharacter(prefix + date + five) !== check) return null;
  return { kind: 'number', value: `${prefix}${date}-${five}-${check}`, prefix };
}

function cryptoRandom(): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return word / 2 ** 32;
}

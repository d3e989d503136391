import { isDigit } from './characters.ts';

/** A number as said: `low` and `high` differ in "三五天", "2 or 3", and `some` is set for 几, "a few". */
export interface Numeral {
  readonly low: number;
  readonly high: number;
  readonly end: number;
  /** How it was written: digits, or Han numerals. */
  readonly written: 'digits' | 'han';
  /** Said with 多, 几: "三十多", "十几". */
  readonly more: boolean;
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
/** Longest numeral read; a longer run is no number anybody says. */
const LONGEST = 16;

const HAN_NUMERALS = new Set([...Object.keys(DIGITS), ...Object.keys(UNITS), '万', '几', '廿', '卅']);

export const isHanNumeral = (c: string | undefined): boolean => c !== undefined && HAN_NUMERALS.has(c);

/** The number that begins at `at`, or null. A run longer than `LONGEST` gives null too. */
export const readNumeral = (text: string, at: number): Numeral | null =>
  isDigit(text[at]) ? readDigits(text, at) : isHanNumeral(text[at]) ? readHan(text, at) : null;

/** A word that is a number as a whole: `2`, `12`, 二, 兩, 十, "two"; null for anything else. Folded text. */
export function wholeNumber(word: string): number | null {
  if (/^\d{1,2}$/.test(word)) return Number(word);
  const han = word.replaceAll('兩', '两').replaceAll('〇', '零');
  const read = isHanNumeral(han[0]) ? readNumeral(han, 0) : null;
  if (read !== null) return read.end === han.length && read.low === read.high && !read.more ? read.low : null;
  return EN_NUMBERS.find(([each]) => each === word)?.[1] ?? null;
}

/** End of the run of digits or of Han numerals at `at`. */
export const numeralEnd = (text: string, at: number): number => {
  let end = at;
  if (isDigit(text[at])) while (isDigit(text[end])) end++;
  else while (isHanNumeral(text[end])) end++;
  return end;
};

/** End of the run at `at`, looked at no further than one unit beyond the longest numeral. */
const runEnd = (text: string, at: number, belongs: (c: string | undefined) => boolean): number => {
  let end = at;
  while (end - at <= LONGEST && belongs(text[end])) end++;
  return end;
};

const readDigits = (text: string, at: number): Numeral | null => {
  let end = runEnd(text, at, isDigit);
  if (end - at > LONGEST) return null;
  if (text[end] === '.' && isDigit(text[end + 1])) end = runEnd(text, end + 1, isDigit);
  if (end - at > LONGEST) return null;
  const value = Number(text.slice(at, end));
  return { low: value, high: value, end, written: 'digits', more: false };
};

const readHan = (text: string, at: number): Numeral | null => {
  const end = runEnd(text, at, isHanNumeral);
  if (end - at > LONGEST) return null;
  const run = text.slice(at, end);
  const [low, high, more] = hanValue(run);
  return Number.isNaN(low) ? null : { low, high, end, written: 'han', more };
};

const NONE: [number, number, boolean] = [Number.NaN, Number.NaN, false];

/** Bounds of a run of Han numerals: 二十五, 两百零三, 一万二, 二零二六 (digit by digit), 三五, 十一二, 十几, 几十. */
const hanValue = (run: string): [number, number, boolean] => {
  const chars = [...run];
  const places = chars.some((c) => c in UNITS || c === '万' || c === '廿' || c === '卅' || c === '几');
  if (!places) return spelled(chars);
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let spread = 0;
  let more = false;
  let last = 10;
  for (const c of chars) {
    const unit = UNITS[c];
    const value = DIGITS[c];
    if (c === '几') {
      if (digit !== null) return NONE;
      digit = 3;
      spread = 2;
      more = true;
    } else if (c === '廿' || c === '卅') {
      section += c === '廿' ? 20 : 30;
      last = 10;
    } else if (c === '万') {
      total = (total + section + (digit ?? 0) || 1) * 10_000;
      spread *= 10_000;
      section = 0;
      digit = null;
      last = 10_000;
    } else if (unit !== undefined) {
      section += (digit ?? 1) * unit;
      spread *= unit;
      digit = null;
      last = unit;
    } else if (value !== undefined) {
      if (value === 0) {
        if (digit !== null) return NONE;
        last = 10;
      } else if (digit === null) digit = value;
      else if (value > digit && spread === 0) {
        spread = value - digit;
      } else return NONE;
    }
  }
  // 一百二 and 一万三 leave the last unit out.
  const tail = digit === null ? 0 : last > 10 ? (digit * last) / 10 : digit;
  const low = total + section + tail;
  return [low, low + spread, more];
};

/** Digits without places: one digit; two rising ones as an approximation (三五, 七八); more of them one by one (二零二六). */
const spelled = (chars: readonly string[]): [number, number, boolean] => {
  const digits = chars.map((c) => DIGITS[c] ?? 0);
  const [first, second] = digits;
  if (first !== undefined && second !== undefined && digits.length === 2 && first > 0 && second > first) {
    return [first, second, false];
  }
  const value = Number(digits.join(''));
  return [value, value, false];
};

const EN_SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const EN_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const EN_ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );

/** English number words up to 99, hyphen or blank between the parts. */
export const EN_NUMBERS: readonly (readonly [string, number])[] = [
  ...EN_SMALL.map((word, i) => [word, i] as const),
  ...EN_TENS.flatMap((word, i) => [
    [word, (i + 2) * 10] as const,
    ...EN_SMALL.slice(1, 10).flatMap((small, j) =>
      ['-', ' '].map((gap) => [`${word}${gap}${small}`, (i + 2) * 10 + j + 1] as const),
    ),
  ]),
];

/** English ordinal words up to 31. */
export const EN_ORDINAL_NUMBERS: readonly (readonly [string, number])[] = [
  ...EN_ORDINALS.map((word, i) => [word, i + 1] as const),
  ['twentieth', 20],
  ['thirtieth', 30],
  ...EN_ORDINALS.slice(0, 9).flatMap((word, i) => ['-', ' '].map((gap) => [`twenty${gap}${word}`, 21 + i] as const)),
  ['thirty-first', 31],
  ['thirty first', 31],
];

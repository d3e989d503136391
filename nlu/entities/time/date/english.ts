import { isDigit, isLetter, skipBlank } from '../../characters.ts';
import { dictionary } from '../../dictionary.ts';
import { EN_ORDINAL_NUMBERS } from '../../numerals.ts';
import { dayNumber, isRealDate } from '../civil.ts';
import type { DateReading, Days, Reference } from '../days.ts';
import { oneDay } from '../days.ts';
import { all } from '../words/word.ts';
import { digits } from './digits.ts';
import { MONTH_DAYS, nextMonthly, nextOfYear, nextYearly, none, recurring, YEAR_DAYS } from './recurring.ts';

const ordinalWord = dictionary<number>(EN_ORDINAL_NUMBERS);

/** "5th", "fifth", and their end; null without one. */
const ordinalAt = (text: string, at: number): { value: number; end: number } | null => {
  const word = ordinalWord(text, at);
  if (word !== null) return word;
  const n = digits(text, at, 2);
  if (n === null || n.value < 1 || n.value > 31) return null;
  const suffix = text.slice(n.end, n.end + 2);
  if (!['st', 'nd', 'rd', 'th'].includes(suffix) || isLetter(text[n.end + 2])) return null;
  return { value: n.value, end: n.end + 2 };
};

const monthName = dictionary<number>(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, i) => [[name, i + 1] as const, [name.slice(0, 3), i + 1] as const]),
);

/** Words behind an ordinal that make it count something else: "the 2nd floor", "the first time". */
const counted = dictionary<true>(
  all(
    true as const,
    'floor time bill call attempt visit line month day week year one person complaint reminder class hand option month half quarter street avenue road party',
  ),
);

/** "the 5th", "5th of December", "5 December", "5th Dec 2026". */
export const readOrdinal = (text: string, at: number, ref: Reference): DateReading | null => {
  if (isLetter(text[at - 1]) || isDigit(text[at - 1])) return null;
  const start = text.startsWith('the ', at) ? at + 4 : at;
  const day = ordinalAt(text, start) ?? digits(text, start, 2);
  if (day === null || day.value < 1 || day.value > 31) return null;
  const isOrdinal = isLetter(text[day.end - 1]);
  const of = text.startsWith(' of ', day.end) ? day.end + 4 : skipBlank(text, day.end);
  const month = text[day.end] === ' ' ? monthName(text, of) : null;
  if (
    month !== null &&
    !(month.value === 5 && !isOrdinal && text.slice(of, month.end) === 'may' && !isEnd(text, month.end))
  ) {
    return inMonth(text, month.end, month.value, day.value, ref);
  }
  if (!isOrdinal || counted(text, of) !== null) return null;
  // A word ("first", "second") or a bare "5th" needs the article, or "on" before it.
  const announced = start > at || ['on ', 'the '].some((word) => text.startsWith(word, at - word.length));
  if (!announced || (!isDigit(text[start]) && !isEnd(text, day.end))) return null;
  return recurring(day.end, ref, nextMonthly(day.value, day.value), MONTH_DAYS);
};

const isEnd = (text: string, at: number): boolean => at >= text.length || !(text[at] === ' ' && isLetter(text[at + 1]));

/** A day in a named month, and the year behind it if one is said. */
const inMonth = (text: string, at: number, month: number, day: number, ref: Reference): DateReading => {
  const gap = text[at] === ',' ? skipBlank(text, at + 1) : skipBlank(text, at);
  const year = digits(text, gap, 4);
  if (year !== null && year.end - gap === 4 && year.value >= 1900 && year.value <= 2100) {
    return isRealDate(year.value, month, day)
      ? { end: year.end, ranges: [oneDay(dayNumber(year.value, month, day))], next: null }
      : none(year.end);
  }
  return isRealDate(2024, month, day) ? recurring(at, ref, nextYearly(month, day, day), YEAR_DAYS) : none(at);
};

const beforeMonth = dictionary<true>(
  all(true as const, 'in of by since until till from during before after this next last early mid late end'),
);

/** "December 5", "Dec 5th", "in March". A strict name (march, may) needs a number behind or a preposition before. */
export const readMonthName = (
  text: string,
  at: number,
  end: number,
  month: number,
  strict: boolean,
  ref: Reference,
): DateReading | null => {
  const gap = skipBlank(text, text[end] === '.' ? end + 1 : end);
  const the = text.startsWith('the ', gap) ? gap + 4 : gap;
  const day = ordinalAt(text, the) ?? digits(text, the, 2);
  if (
    day !== null &&
    gap > end &&
    day.value >= 1 &&
    day.value <= 31 &&
    text[day.end] !== ':' &&
    !isDigit(text[day.end])
  ) {
    return inMonth(text, day.end, month, day.value, ref);
  }
  if (strict && !isBehind(text, at)) return null;
  const days = (y: number): Days => ({ from: dayNumber(y, month, 1), to: dayNumber(y, month + 1, 1) });
  const year = digits(text, gap, 4);
  if (year !== null && year.end - gap === 4 && year.value >= 1900 && year.value <= 2100)
    return { end: year.end, ranges: [days(year.value)], next: null };
  return recurring(end, ref, nextOfYear(days), 800);
};

/** Whether a preposition stands before `at`. */
const isBehind = (text: string, at: number): boolean => {
  for (const length of [3, 4, 5, 6, 7]) {
    const hit = beforeMonth(text, at - length);
    if (hit !== null && hit.end === at - 1 && text[at - 1] === ' ') return true;
  }
  return false;
};

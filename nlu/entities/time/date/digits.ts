import { isDigit, isLetter } from '../../characters.ts';
import { readNumeral } from '../../numerals.ts';
import { dayNumber, isRealDate } from '../civil.ts';
import type { DateReading, Reference } from '../days.ts';
import { oneDay, pastAndFuture } from '../days.ts';
import { nextYearly, none, YEAR_DAYS } from './recurring.ts';

/** A whole number from 1 to `most`, in digits or Han numerals. */
export const small = (text: string, at: number, most: number): { value: number; end: number } | null => {
  const n = readNumeral(text, at);
  if (n === null || n.low !== n.high || !Number.isInteger(n.low) || n.low < 1 || n.low > most || n.end - at > 3)
    return null;
  return { value: n.low, end: n.end };
};

/** Digits from `at`, none just behind them. */
export const digits = (text: string, at: number, most: number): { value: number; end: number } | null => {
  let end = at;
  while (end - at <= most && isDigit(text[end])) end++;
  return end === at || end - at > most ? null : { value: Number(text.slice(at, end)), end };
};

/** 2026-12-05, 2026/12/5, 2026.12.5. */
export const readFullDate = (text: string, at: number): DateReading | null => {
  if (isDigit(text[at - 1])) return null;
  const year = digits(text, at, 4);
  const mark = year && text[year.end];
  if (year === null || year.end - at !== 4 || (mark !== '-' && mark !== '/' && mark !== '.')) return null;
  const month = digits(text, year.end + 1, 2);
  const day = month && text[month.end] === mark ? digits(text, month.end + 1, 2) : null;
  if (month === null || day === null || year.value < 1900 || year.value > 2100) return null;
  const end = text[day.end] === '日' || text[day.end] === '号' ? day.end + 1 : day.end;
  if (!isRealDate(year.value, month.value, day.value)) return none(end);
  return { end, ranges: [oneDay(dayNumber(year.value, month.value, day.value))], next: null };
};

/** 12/5: month and day; in English the other order as well when both can be. */
export const readSlashedDate = (text: string, at: number, ref: Reference): DateReading | null => {
  if (isDigit(text[at - 1]) || text[at - 1] === '/' || text[at - 1] === '.' || isLetter(text[at - 1])) return null;
  const first = digits(text, at, 2);
  const second = first && text[first.end] === '/' ? digits(text, first.end + 1, 2) : null;
  if (first === null || second === null || first.value === 0 || second.value === 0) return null;
  const year = text[second.end] === '/' ? digits(text, second.end + 1, 4) : null;
  const end = year?.end ?? second.end;
  if (text[end] === '/' || isLetter(text[end]) || text[end] === '%') return null;
  const orders = [
    [first.value, second.value] as const,
    ...(ref.language === 'en' && first.value !== second.value ? [[second.value, first.value] as const] : []),
  ];
  const real = orders.filter(([month, day]) => isRealDate(2024, month, day));
  if (real.length === 0) return first.value <= 31 && second.value <= 31 && year !== null ? none(end) : null;
  if (year !== null) {
    const full = year.value < 100 ? 2000 + year.value : year.value;
    return {
      end,
      ranges: real.filter(([m, d]) => isRealDate(full, m, d)).map(([m, d]) => oneDay(dayNumber(full, m, d))),
      next: null,
    };
  }
  const ranges = real.flatMap(([month, day]) => pastAndFuture(ref.today, nextYearly(month, day, day), YEAR_DAYS));
  const [only] = real;
  return { end, ranges, next: real.length === 1 && only !== undefined ? nextYearly(only[0], only[1], only[1]) : null };
};

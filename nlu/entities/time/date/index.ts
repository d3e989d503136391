import { skipBlank } from '../../characters.ts';
import type { Match } from '../../dictionary.ts';
import { addMonths, dayNumber, daysInMonth, mondayOf, weekdayOf, ymd } from '../civil.ts';
import type { DateReading, Days, Reference } from '../days.ts';
import { oneDay } from '../days.ts';
import { feastIn, nextFeast } from '../holidays.ts';
import { dateWord } from '../words/index.ts';
import type { DateWord } from '../words/word.ts';
import { dayOfMonthAt, yearAt } from './chinese.ts';
import { readMonthName } from './english.ts';
import { readNumericDate } from './numeric.ts';
import { fixed, nextOfYear, recurring } from './recurring.ts';
import { firstOfMonth, monthPart, nextMonthPart, nextWorkdays, yearPart } from './stretches.ts';

/** Days said at `at`: by a word, by numbers, or with a year before them. `invalid` readings (2月30号) have no range. */
export const readDate = (text: string, at: number, ref: Reference): DateReading | null => {
  const year = yearAt(text, at, ref);
  if (year !== null) {
    const rest = afterYear(text, year.end, year.value, ref);
    if (rest !== null) return rest;
    return {
      end: year.end,
      ranges: [{ from: dayNumber(year.value, 1, 1), to: dayNumber(year.value + 1, 1, 1) }],
      next: null,
    };
  }
  const numeric = readNumericDate(text, at, ref);
  if (numeric !== null) return numeric;
  const word = dateWord(text, at);
  return word === null ? null : fromWord(text, at, word, ref);
};

/** A feast or a month part behind a year: 明年春节, 2027年底. */
const afterYear = (text: string, at: number, year: number, ref: Reference): DateReading | null => {
  const start = text[at] === '的' ? at + 1 : skipBlank(text, at);
  const numeric = readNumericDate(text, start, ref, year);
  if (numeric !== null) return numeric;
  const word = dateWord(text, start);
  if (word?.value.is === 'feast') {
    const days = feastIn(word.value.feast, year, word.value.off);
    return { end: word.end, ranges: days === null ? [] : [days], next: null };
  }
  return null;
};

const fromWord = (text: string, at: number, { value, end }: Match<DateWord>, ref: Reference): DateReading | null => {
  const monday = mondayOf(ref.today);
  switch (value.is) {
    case 'day': {
      const days = fixed(end, oneDay(ref.today + value.offset));
      return value.part === undefined ? days : { ...days, part: value.part };
    }
    case 'weekday': {
      if (value.shift !== null) return fixed(end, oneDay(monday + 7 * value.shift + value.n - 1));
      return recurring(end, ref, (day) => oneDay(day + ((value.n - weekdayOf(day) + 7) % 7)), 7);
    }
    case 'weekend': {
      const saturday = (week: number): Days => ({ from: week + 5, to: week + 7 });
      if (value.shift !== null) return fixed(end, saturday(monday + 7 * value.shift));
      return recurring(end, ref, (day) => saturday(weekdayOf(day) > 6 ? mondayOf(day) + 7 : mondayOf(day)), 13);
    }
    case 'period':
      return period(text, end, value.unit, value.shift, ref);
    case 'month-part': {
      const days = (first: number): Days => monthPart(first, value.stretch);
      if (value.shift !== null) return fixed(end, days(addMonths(firstOfMonth(ref.today), value.shift)));
      return recurring(end, ref, (day) => nextMonthPart(day, days), 62);
    }
    case 'year-part': {
      const days = (year: number): Days => yearPart(year, value.stretch);
      const { year } = ymd(ref.today);
      if (value.shift !== null) return fixed(end, days(year + value.shift));
      return recurring(end, ref, nextOfYear(days), 750);
    }
    case 'workday':
      return fixed(end, nextWorkdays(ref.today + 1));
    case 'around': {
      const ranges = [value.past, value.future]
        .filter((r) => r !== null)
        .map(([from, to]) => ({ from: ref.today + from, to: ref.today + to }));
      return { end, ranges, next: null };
    }
    case 'feast':
      return recurring(end, ref, nextFeast(value.feast, value.off), 750);
    case 'month':
      return readMonthName(text, at, end, value.month, value.strict, ref);
  }
};

/** A week, month or year by its distance from now; 下月5号 a day of it. */
const period = (
  text: string,
  end: number,
  unit: 'week' | 'month' | 'year',
  shift: number,
  ref: Reference,
): DateReading => {
  if (unit === 'week') {
    const monday = mondayOf(ref.today) + 7 * shift;
    return fixed(end, { from: monday, to: monday + 7 });
  }
  const { year, month } = ymd(ref.today);
  if (unit === 'year')
    return fixed(end, { from: dayNumber(year + shift, 1, 1), to: dayNumber(year + shift + 1, 1, 1) });
  const first = dayNumber(year, month + shift, 1);
  const at = ymd(first);
  const start = text[end] === '的' ? end + 1 : skipBlank(text, end);
  const date = dayOfMonthAt(text, start);
  if (date !== null) {
    const real = date.from <= daysInMonth(at.year, at.month) && date.to <= daysInMonth(at.year, at.month);
    return { end: date.end, ranges: real ? [{ from: first + date.from - 1, to: first + date.to }] : [], next: null };
  }
  return fixed(end, { from: first, to: addMonths(first, 1) });
};

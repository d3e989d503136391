import { isDigit, isHan, isLetter, skipBlank } from '../characters.ts';
import type { Match } from '../dictionary.ts';
import { addMonths, dayNumber, daysInMonth, mondayOf, weekdayOf, ymd } from './civil.ts';
import type { DateReading, Days, Reference } from './days.ts';
import { oneDay, pastAndFuture } from './days.ts';
import { feastIn, isWorkday, nextFeast } from './holidays.ts';
import { dayOfMonthAt, readMonthName, readNumericDate, yearAt } from './numericDate.ts';
import { dateWord } from './words/index.ts';
import type { DateWord, Stretch } from './words/word.ts';

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

const fixed = (end: number, days: Days): DateReading => ({ end, ranges: [days], next: null });

const recurring = (end: number, ref: Reference, next: (day: number) => Days | null, period: number): DateReading => ({
  end,
  ranges: pastAndFuture(ref.today, next, period),
  next,
});

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
      return recurring(end, ref, (day) => nextMonthly(day, days), 62);
    }
    case 'year-part': {
      const days = (year: number): Days => yearPart(year, value.stretch);
      const { year } = ymd(ref.today);
      if (value.shift !== null) return fixed(end, days(year + value.shift));
      return recurring(
        end,
        ref,
        (day) => [0, 1].map((n) => days(ymd(day).year + n)).find((d) => d.from >= day) ?? null,
        750,
      );
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

const firstOfMonth = (day: number): number => day - ymd(day).day + 1;

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

/** Days of a part of the month that begins on `first`. */
export const monthPart = (first: number, stretch: Stretch): Days => {
  const { year, month } = ymd(first);
  const after = first + daysInMonth(year, month);
  switch (stretch) {
    case 'begin':
      return { from: first, to: first + 7 };
    case 'middle':
      return { from: first + 9, to: first + 20 };
    case 'end':
      return { from: first + 24, to: after };
    case 'first-third':
      return { from: first, to: first + 10 };
    case 'second-third':
      return { from: first + 10, to: first + 20 };
    case 'last-third':
      return { from: first + 20, to: after };
  }
};

const yearPart = (year: number, stretch: Stretch): Days => {
  const months: Readonly<Record<Stretch, readonly [number, number]>> = {
    begin: [1, 2],
    middle: [6, 7],
    end: [12, 13],
    'first-third': [1, 5],
    'second-third': [5, 9],
    'last-third': [9, 13],
  };
  const [from, to] = months[stretch];
  return { from: dayNumber(year, from, 1), to: dayNumber(year, to, 1) };
};

const nextMonthly = (day: number, days: (first: number) => Days): Days | null => {
  const first = firstOfMonth(day);
  return [0, 1].map((n) => days(addMonths(first, n))).find((d) => d.from >= day) ?? null;
};

/** From the next working day to the end of the working days in a row. */
const nextWorkdays = (day: number): Days => {
  let from = day;
  while (!isWorkday(from) && from - day < 20) from++;
  let to = from + 1;
  while (isWorkday(to) && to - from < 7) to++;
  return { from, to };
};

/** Whether the unit before or after would make the match part of another word. */
export const isInWord = (text: string, start: number, end: number): boolean =>
  (isLetter(text[start]) && (isLetter(text[start - 1]) || isDigit(text[start - 1]))) ||
  (isHan(text[end]) && text[end] === '岁');

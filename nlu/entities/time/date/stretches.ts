import { addMonths, dayNumber, daysInMonth, ymd } from '../civil.ts';
import type { Days } from '../days.ts';
import { isWorkday } from '../holidays.ts';
import type { Stretch } from '../words/word.ts';

export const firstOfMonth = (day: number): number => day - ymd(day).day + 1;

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

/** Days of a part of a year. */
export const yearPart = (year: number, stretch: Stretch): Days => {
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

/** The first such part of a month that begins on or after a day. */
export const nextMonthPart = (day: number, days: (first: number) => Days): Days | null => {
  const first = firstOfMonth(day);
  return [0, 1].map((n) => days(addMonths(first, n))).find((d) => d.from >= day) ?? null;
};

/** From the next working day to the end of the working days in a row. */
export const nextWorkdays = (day: number): Days => {
  let from = day;
  while (!isWorkday(from) && from - day < 20) from++;
  let to = from + 1;
  while (isWorkday(to) && to - from < 7) to++;
  return { from, to };
};

import { dayNumber, daysInMonth, isRealDate, ymd } from '../civil.ts';
import type { DateReading, Days, Reference } from '../days.ts';
import { pastAndFuture } from '../days.ts';

/** Days in which a yearly date surely comes again, 29 February included; a monthly one, the 31st included. */
export const YEAR_DAYS = 366 * 8 + 2;
export const MONTH_DAYS = 100;

/** A reading of no day: the words were a date, the calendar has none such. */
export const none = (end: number): DateReading => ({ end, ranges: [], next: null });

/** One stretch of days, whatever the day today. */
export const fixed = (end: number, days: Days): DateReading => ({ end, ranges: [days], next: null });

/** The past and the future reading of what comes again within `period` days. */
export const recurring = (
  end: number,
  ref: Reference,
  next: (day: number) => Days | null,
  days: number,
): DateReading => ({
  end,
  ranges: pastAndFuture(ref.today, next, days),
  next,
});

/** The first such days of a month of the year that begin on or after a day. */
export const nextYearly =
  (month: number, from: number, to: number) =>
  (day: number): Days | null => {
    const { year } = ymd(day);
    for (let y = year; y <= year + 8; y++) {
      if (!isRealDate(y, month, from) || !isRealDate(y, month, to)) continue;
      const days = { from: dayNumber(y, month, from), to: dayNumber(y, month, to) + 1 };
      if (days.from >= day) return days;
    }
    return null;
  };

/** The first such days of any month that begin on or after a day. */
export const nextMonthly =
  (from: number, to: number) =>
  (day: number): Days | null => {
    const { year, month } = ymd(day);
    for (let n = 0; n < 4; n++) {
      const first = dayNumber(year, month + n, 1);
      const at = ymd(first);
      if (to > daysInMonth(at.year, at.month)) continue;
      if (first + from - 1 >= day) return { from: first + from - 1, to: first + to };
    }
    return null;
  };

/** The first of a yearly stretch that begins on or after a day. */
export const nextOfYear =
  (days: (year: number) => Days) =>
  (day: number): Days | null =>
    [0, 1].map((n) => days(ymd(day).year + n)).find(({ from }) => from >= day) ?? null;

/** Calendar arithmetic on day numbers: whole days since 1970-01-01, without any zone. */

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
export const MINUTE_MS = 60_000;

export interface Ymd {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Months and days beyond their end run over into the next, as in `Date.UTC`. */
export const dayNumber = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY_MS;

export const ymd = (day: number): Ymd => {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Monday of the week that holds the day. */
export const mondayOf = (day: number): number => day - weekdayOf(day) + 1;

/** The same day of another month, or that month's last. */
export const addMonths = (day: number, months: number): number => {
  const { year, month, day: date } = ymd(day);
  const first = ymd(dayNumber(year, month + months, 1));
  return dayNumber(first.year, first.month, Math.min(date, daysInMonth(first.year, first.month)));
};

export const isRealDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

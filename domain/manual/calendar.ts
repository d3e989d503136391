import type { Instant } from '../ids.ts';
import { noticeFor } from './holidays.ts';
import { addDays, type LocalDate, OPERATOR_ZONE, toInstant, toLocal, weekday } from './zone.ts';

export {
  addDays,
  isLocalDate,
  type LocalDate,
  type LocalTime,
  minutesOf,
  OPERATOR_ZONE,
  toInstant,
  toLocal,
  weekday,
} from './zone.ts';

/** A working day of the national calendar: weekdays without public holidays, with the make-up days at weekends. */
export function isWorkingDay(date: LocalDate): boolean {
  const notice = noticeFor(date);
  return notice === 'make-up' || (notice === 'ordinary' && weekday(date) <= 5);
}

/**
 * 24:00 of the n-th working day after the day of an instant (n at least 1). The day itself is not counted, as in civil
 * law, so that a case of the late evening has as long as one of the morning.
 */
export function addWorkingDays(at: Instant, n: number, zone: string = OPERATOR_ZONE): Instant {
  let date = toLocal(at, zone).date;
  for (let left = n; left > 0; ) {
    date = addDays(date, 1);
    if (isWorkingDay(date)) left -= 1;
  }
  return toInstant(date, 24 * 60, zone);
}

/** Milliseconds of working days in [from, until); a working day counts whole, 24 hours. */
export function workingMs(from: Instant, until: Instant, zone: string = OPERATOR_ZONE): number {
  let sum = 0;
  for (let at = from; at < until; ) {
    const { date } = toLocal(at, zone);
    const end = Math.min(toInstant(date, 24 * 60, zone), until);
    if (isWorkingDay(date)) sum += end - at;
    at = end;
  }
  return sum;
}

/** The instant when so many milliseconds of working days have gone after another. Ends a day at its 24:00, not at the next 0:00. */
export function addWorkingMs(at: Instant, ms: number, zone: string = OPERATOR_ZONE): Instant {
  let now = at;
  for (let left = ms; left > 0; ) {
    const { date } = toLocal(now, zone);
    const end = toInstant(date, 24 * 60, zone);
    const gone = isWorkingDay(date) ? Math.min(left, end - now) : 0;
    left -= gone;
    now = left > 0 ? end : now + gone;
  }
  return now;
}

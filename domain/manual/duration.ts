import type { Instant } from '../ids.ts';
import { addWorkingDays, addWorkingMs, workingMs } from './calendar.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, OPERATOR_ZONE } from './zone.ts';

/** A length of the manual: either real time around the clock, or working days of the national calendar. */
export type Duration =
  | { readonly in: 'time'; readonly ms: number }
  | { readonly in: 'working days'; readonly days: number };

const UNIT_MS: Readonly<Record<string, number>> = { min: MINUTE_MS, h: HOUR_MS, day: DAY_MS, days: DAY_MS };

/** Reads `at once`, `45 min`, `48 h`, `15 days`, `7 working days`. Throws on anything else: the schema lets none pass. */
export function parseDuration(text: string): Duration {
  if (text === 'at once') return { in: 'time', ms: 0 };
  const space = text.indexOf(' ');
  const count = Number(text.slice(0, space));
  const unit = text.slice(space + 1);
  const unitMs = UNIT_MS[unit];
  if (Number.isInteger(count) && count > 0) {
    if (unitMs !== undefined) return { in: 'time', ms: count * unitMs };
    if (unit === 'working day' || unit === 'working days') return { in: 'working days', days: count };
  }
  throw new Error(`not a duration: ${text}`);
}

/** When a length that begins at an instant is over. Working days end at 24:00 in the zone. */
export function endOf(duration: Duration, at: Instant, zone: string = OPERATOR_ZONE): Instant {
  return duration.in === 'time' ? at + duration.ms : addWorkingDays(at, duration.days, zone);
}

/**
 * Where an end goes that time from `from` to `until` does not count towards: real time moves it by as much; of working
 * days only their part of the pause was lost, and is added in working days again, so that as much is left as before.
 */
export function putOff(
  duration: Duration,
  end: Instant,
  { from, until }: { readonly from: Instant; readonly until: Instant },
  zone: string = OPERATOR_ZONE,
): Instant {
  if (duration.in === 'time') return end + until - from;
  return addWorkingMs(end, workingMs(from, until, zone), zone);
}

/** The shortest it can be, in milliseconds: a working day counts as one natural day. */
export function leastMs(duration: Duration): number {
  return duration.in === 'time' ? duration.ms : duration.days * DAY_MS;
}

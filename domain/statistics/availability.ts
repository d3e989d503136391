import type { Instant } from '../ids.ts';
import { MINUTE_MS } from '../manual/zone.ts';
import type { Period, UptimeRows } from './rows.ts';

/** OSM 5.1 */
export const AVAILABILITY = 0.999;

export interface Availability {
  readonly goal: number;
  /** Of the minutes that count, those in which the service worked; null when none counts. */
  readonly share: number | null;
  readonly minutes: number;
  readonly missing: number;
  readonly longestGapMinutes: number;
}

/**
 * How much of a period the service was there (manual section 11), by whole minutes: one counts as missing when no instance
 * wrote its sign of life to the ledger in it. The time before the first sign ever does not count, nor the running minute.
 * What goes wrong between a customer and the service is not seen from here.
 */
export function availability({ since, minutes: noted }: UptimeRows, { from, to, now }: Period): Availability {
  const end = Math.floor(Math.min(to, now) / MINUTE_MS) * MINUTE_MS;
  const start = since === null ? end : Math.ceil(Math.max(from, since) / MINUTE_MS) * MINUTE_MS;
  const minutes = Math.max(0, (end - start) / MINUTE_MS);
  const there = noted.filter((minute) => minute >= start && minute < end);
  return {
    goal: AVAILABILITY,
    share: minutes === 0 ? null : there.length / minutes,
    minutes,
    missing: minutes - there.length,
    longestGapMinutes: minutes === 0 ? 0 : longestGap(there, start, end) / MINUTE_MS,
  };
}

/** Milliseconds without a noted minute, of those that are, in order, in [start, end). */
function longestGap(there: readonly Instant[], start: Instant, end: Instant): number {
  let longest = 0;
  let upTo = start;
  for (const minute of there) {
    longest = Math.max(longest, minute - upTo);
    upTo = minute + MINUTE_MS;
  }
  return Math.max(longest, end - upTo);
}

import type { Instant } from '../../domain/ids.ts';
import { addDays, DAY_MS, toInstant } from '../../domain/manual/zone.ts';
import { HttpError } from '../http/answer.ts';

/**
 * The time from one instant or day to another; a day as `to` counts whole.
 * @throws HttpError when it is empty, or longer than so many days
 */
export function readRange(
  query: { readonly from: string; readonly to: string },
  zone: string,
  longestDays: number,
): { readonly from: Instant; readonly to: Instant } {
  const from = startOf(query.from, zone);
  const to = endOf(query.to, zone);
  if (to <= from) throw new HttpError(400, 'BadArgument', 'to: must be after from');
  if (to - from > longestDays * DAY_MS) {
    throw new HttpError(400, 'BadArgument', `to: at most ${longestDays} days after from`);
  }
  return { from, to };
}

function startOf(given: string, zone: string): Instant {
  return given.includes('T') ? Date.parse(given) : toInstant(given, 0, zone);
}

function endOf(given: string, zone: string): Instant {
  return given.includes('T') ? Date.parse(given) : toInstant(addDays(given, 1), 0, zone);
}

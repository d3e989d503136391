import { z } from 'zod';
import type { Instant } from '../../domain/ids.ts';
import { addDays, DAY_MS, toInstant, toLocal } from '../../domain/manual/zone.ts';
import { HttpError } from '../http/answer.ts';
import { parameter } from '../http/query.ts';

/** What is meant when a caller does not say from when to when. */
export interface UsualRange {
  /** Whole days in the operator's zone, today among them. */
  readonly days: number;
  readonly side: 'until today' | 'from today';
}

/** An offset's `+` that was not percent-encoded comes as a blank. */
const withPlus = (text: unknown): unknown => (typeof text === 'string' ? text.replace(/ (?=\d\d:\d\d$)/, '+') : text);
const dayOrInstant = z.preprocess(withPlus, z.union([z.iso.date(), z.iso.datetime({ offset: true })]));
const MUST_BE = 'a day of the calendar, or an instant with its offset such as 2026-11-21T08:00:00Z';

/** `from` and `to`, each a whole day in the operator's zone or an instant; `usually` says what is meant without them. */
export function rangeQuery(usually: UsualRange) {
  const { days, side } = usually;
  const [from, to] =
    side === 'until today' ? [`${days} days until to`, 'today'] : ['today', `${days} days from from on`];
  return z.object({
    from: parameter(dayOrInstant.optional(), `${MUST_BE} (left out: ${from})`, '2026-11-01'),
    to: parameter(dayOrInstant.optional(), `${MUST_BE}; a day counts whole (left out: ${to})`, '2026-11-30'),
  });
}
type RangeQuery = z.output<ReturnType<typeof rangeQuery>>;

/**
 * The time from one instant or day to another; a day as `to` counts whole.
 * @throws HttpError when it is empty, or longer than so many days
 */
export function readRange(
  query: RangeQuery,
  { zone, now }: { readonly zone: string; readonly now: () => Instant },
  usually: UsualRange,
  longestDays: number,
): { readonly from: Instant; readonly to: Instant } {
  const { from, to } = meant(query, zone, now(), usually);
  const such = 'such as from=2026-11-01&to=2026-11-30';
  if (to <= from) throw new HttpError(400, 'BadArgument', `to: must be after from, ${such}`);
  if (to - from > longestDays * DAY_MS) {
    throw new HttpError(400, 'BadArgument', `to: must be at most ${longestDays} days after from, ${such}`);
  }
  return { from, to };
}

function meant({ from, to }: RangeQuery, zone: string, now: Instant, { days, side }: UsualRange) {
  const today = toLocal(now, zone).date;
  const began = from === undefined ? null : startOf(from, zone);
  const ended = to === undefined ? null : endOf(to, zone);
  const before = (end: Instant): Instant => startOf(addDays(toLocal(end - 1, zone).date, 1 - days), zone);
  if (side === 'until today' || (began === null && ended !== null && ended <= now)) {
    const end = ended ?? endOf(today, zone);
    return { from: began ?? before(end), to: end };
  }
  const begin = began ?? startOf(today, zone);
  return { from: begin, to: ended ?? startOf(addDays(toLocal(begin, zone).date, days), zone) };
}

function startOf(given: string, zone: string): Instant {
  return given.includes('T') ? Date.parse(given) : toInstant(given, 0, zone);
}

function endOf(given: string, zone: string): Instant {
  return given.includes('T') ? Date.parse(given) : toInstant(addDays(given, 1), 0, zone);
}

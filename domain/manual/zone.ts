import type { Instant } from '../ids.ts';

/** A calendar day without a zone, `2026-11-21`. Compares as text. */
export type LocalDate = string;

/** What a clock on the wall shows: the day and the minutes since its midnight (0 to 1439). */
export interface LocalTime {
  readonly date: LocalDate;
  readonly minutes: number;
}

/** The operator's zone unless the settings name another (`TZ_OPERATOR`). */
export const OPERATOR_ZONE = 'Asia/Shanghai';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The day and time in a zone. Throws RangeError for a zone that Intl does not know. */
export function toLocal(instant: Instant, zone: string = OPERATOR_ZONE): LocalTime {
  const wall = instant + offsetMs(instant, zone);
  const midnight = Math.floor(wall / DAY_MS) * DAY_MS;
  return { date: dateText(midnight), minutes: Math.floor((wall - midnight) / MINUTE_MS) };
}

/**
 * The instant of a local day and minute (0 to 1440; 1440 is the day's 24:00). A time that the zone skips in spring is
 * read with the offset before the gap, so it lands after it; a time that comes twice in autumn is the first of the two.
 */
export function toInstant(date: LocalDate, minutes: number, zone: string = OPERATOR_ZONE): Instant {
  const wall = dateMs(date) + minutes * MINUTE_MS;
  const before = offsetMs(wall - DAY_MS, zone);
  const after = offsetMs(wall + DAY_MS, zone);
  const early = wall - before;
  if (before === after || offsetMs(early, zone) === before) return early;
  const late = wall - after;
  return offsetMs(late, zone) === after ? late : early;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateText(dateMs(date) + days * DAY_MS);
}

/** 1 Monday to 7 Sunday (ISO 8601). */
export function weekday(date: LocalDate): number {
  return ((((dateMs(date) / DAY_MS + 3) % 7) + 7) % 7) + 1;
}

/** Minutes since midnight of `08:30`; `24:00` is 1440. */
export function minutesOf(hourMinute: string): number {
  return Number(hourMinute.slice(0, 2)) * 60 + Number(hourMinute.slice(3, 5));
}

/** Whether the text is a day that exists, so that `2026-02-30` is refused. */
export function isLocalDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dateMs(text)) && dateText(dateMs(text)) === text;
}

function dateMs(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function dateText(midnightMs: number): LocalDate {
  return new Date(midnightMs).toISOString().slice(0, 10);
}

/** Every zone changes its offset on a quarter of an hour only, so one quarter has one offset. */
const QUARTER_MS = 15 * MINUTE_MS;
const KEPT_OFFSETS = 4096;
const offsets = new Map<string, Map<number, number>>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the zone's clocks show ahead of UTC, in milliseconds. Intl takes microseconds for it, so answers are kept. */
function offsetMs(instant: Instant, zone: string): number {
  const quarter = Math.floor(instant / QUARTER_MS);
  let known = offsets.get(zone);
  if (known === undefined) {
    known = new Map();
    offsets.set(zone, known);
  }
  const kept = known.get(quarter);
  if (kept !== undefined) return kept;
  const start = quarter * QUARTER_MS;
  const offset = wallMs(start, zone) - start;
  if (known.size >= KEPT_OFFSETS) known.clear();
  known.set(quarter, offset);
  return offset;
}

function wallMs(instant: Instant, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const numeric = 'numeric' as const;
  const made = new Intl.DateTimeFormat('en-US', {
    ...{ year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric },
    calendar: 'gregory',
    hourCycle: 'h23',
    timeZone: zone,
  });
  formats.set(zone, made);
  return made;
}

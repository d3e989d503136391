import { DAY_MS } from './civil.ts';

/** A zone as the finders use it: instants to civil days and back. */
export interface Zone {
  /** Civil day number and milliseconds of that day. */
  civil(instant: number): { readonly day: number; readonly ms: number };
  /** The instant of a civil moment; `ms` may run over into other days. In a gap of the clock, the moment after it. */
  instant(day: number, ms: number): number;
}

const zones = new Map<string, Intl.DateTimeFormat>();

/** Throws RangeError for a zone that the runtime does not know: configuration, never customer text. */
export const zoneOf = (timeZone: string): Zone => {
  const format = formatOf(timeZone);
  const offsets = new Map<number, number>();
  const offsetAt = (instant: number): number => {
    const hour = Math.floor(instant / 3_600_000);
    const known = offsets.get(hour);
    if (known !== undefined) return known;
    const offset = offsetOf(format, instant);
    offsets.set(hour, offset);
    return offset;
  };
  return {
    civil: (instant) => {
      const local = instant + offsetAt(instant);
      const day = Math.floor(local / DAY_MS);
      return { day, ms: local - day * DAY_MS };
    },
    instant: (day, ms) => {
      const local = day * DAY_MS + ms;
      const guess = local - offsetAt(local);
      return local - offsetAt(guess);
    },
  };
};

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  zones.set(timeZone, format);
  return format;
};

/** Civil time minus universal time at an instant, in milliseconds. */
const offsetOf = (format: Intl.DateTimeFormat, instant: number): number => {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
};

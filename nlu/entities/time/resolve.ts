import type { TimeValue } from '../../heard.ts';
import { MINUTE_MS } from './civil.ts';
import { candidates } from './clock/inPart.ts';
import type { Days, Reference } from './days.ts';
import { oneDay } from './days.ts';
import type { When } from './when.ts';

/** Most readings of one time. */
const MOST_VALUES = 14;
/** Longest stretch of days whose days a clock time is set on one by one: 周末下午, 下周三点. */
const MOST_DAYS = 7;
const HALF_DAY = 12 * 60;

/** The readings of a time as said, past ones first; `ranges` instead of its own days when given. */
export const valuesOf = (when: When, ref: Reference, ranges: readonly Days[] | null = null): TimeValue[] => {
  const { fixed, mod, clock, part } = when;
  if (fixed !== null) return [{ from: fixed.from, to: fixed.to, precision: fixed.precision, mod }];
  const days = ranges ?? when.date?.ranges ?? null;
  if (clock === null && part === null) {
    return ordered(
      (days ?? []).map(({ from, to }) => ({
        from: ref.zone.instant(from, 0),
        to: ref.zone.instant(to, 0),
        precision: to - from === 1 ? 'day' : 'range',
        mod,
      })),
    );
  }
  if (days === null) return aroundNow((day) => onDay(day, when, ref), ref);
  const single = days.flatMap(({ from, to }) =>
    to - from > MOST_DAYS ? [] : Array.from({ length: to - from }, (_, i) => from + i),
  );
  if (single.length === 0) return valuesOf({ ...when, clock: null, part: null }, ref, days);
  return ordered([...new Set(single)].flatMap((day) => onDay(day, when, ref)));
};

/** A part of the day or a clock time on a day. */
const onDay = (day: number, { clock, part, mod }: When, ref: Reference): TimeValue[] => {
  const at = (minute: number): number => ref.zone.instant(day, minute * MINUTE_MS);
  if (clock === null) {
    return part === null ? [] : [{ from: at(part.from * 60), to: at(part.to * 60), precision: 'part', mod }];
  }
  return candidates(clock.minute, clock.sure, part).map((minute) => {
    const to = clock.until === null ? minute : laterThan(minute, clock.until, clock.sure);
    return { from: at(minute), to: at(to), precision: 'hour', mod };
  });
};

/** The end of a range on the clock: the first such time after its start. */
export const laterThan = (start: number, minute: number, sure: boolean): number => {
  let end = minute;
  while (end <= start) end += sure ? 2 * HALF_DAY : HALF_DAY;
  return end;
};

/** Today's readings; yesterday's last when none has begun, tomorrow's first when none is to come. */
const aroundNow = (on: (day: number) => TimeValue[], ref: Reference): TimeValue[] => {
  const today = on(ref.today);
  const begun = today.some((value) => value.from <= ref.now);
  const ahead = today.some((value) => value.from > ref.now);
  const before = begun ? [] : on(ref.today - 1).slice(-1);
  const after = ahead ? [] : on(ref.today + 1).slice(0, 1);
  return ordered([...before, ...today, ...after]);
};

/** Sorted by start, without repeats. */
export const ordered = (values: readonly TimeValue[]): TimeValue[] => {
  const seen = new Set<string>();
  const kept = values.filter(({ from, to }) => {
    const key = `${from} ${to}`;
    return seen.has(key) ? false : seen.add(key);
  });
  return kept.sort((a, b) => a.from - b.from || a.to - b.to).slice(0, MOST_VALUES);
};

/** The stretches from the first time to the second: 周一到周五, 3点到5点, 昨天晚上到今天早上. Empty when the second cannot follow. */
export const between = (first: When, second: When, ref: Reference): TimeValue[] => {
  const { mod } = second;
  const clocks = first.clock !== null && second.clock !== null;
  const parts = !clocks && first.part !== null && second.date === null && second.fixed === null;
  return ordered(
    valuesOf(first, ref).flatMap((start): TimeValue[] => {
      const to = endAfter(start, second, ref);
      if (to === null) return [];
      return [{ from: start.from, to, precision: clocks ? 'hour' : parts ? 'part' : 'range', mod }];
    }),
  );
};

const endAfter = (start: TimeValue, second: When, ref: Reference): number | null => {
  if (second.fixed !== null) return second.fixed.to > start.from ? second.fixed.to : null;
  const { day, ms } = ref.zone.civil(start.from);
  if (second.date === null && second.clock !== null && second.part === null) {
    const minute = laterThan(ms / MINUTE_MS, second.clock.minute, second.clock.sure);
    return ref.zone.instant(day, minute * MINUTE_MS);
  }
  const days = second.date === null ? [oneDay(day), oneDay(day + 1)] : following(second, day);
  const ends = valuesOf(second, ref, days)
    .map((value) => value.to)
    .filter((to) => to > start.from);
  return ends[0] ?? null;
};

/** The days of a time that comes after a day: the next of a recurring one, else its own. */
export const following = (when: When, day: number): readonly Days[] => {
  const next = when.date?.next?.(day);
  return next ? [next] : (when.date?.ranges ?? []);
};

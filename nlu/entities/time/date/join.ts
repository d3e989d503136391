import type { DateReading } from '../days.ts';

/** Two dates that name one day: 11月20号周五, Friday the 20th, 下周的周三. Null when they do not go together. */
export const join = (
  first: DateReading,
  firstWeekday: boolean,
  second: DateReading,
  secondWeekday: boolean,
): DateReading | null => {
  if (firstWeekday === secondWeekday) return null;
  const [day, other] = firstWeekday ? [first, second] : [second, first];
  const [range] = other.ranges;
  if (range === undefined) return { ...second, ranges: [] };
  const next = day.next;
  if (range.to - range.from === 1) {
    const same = next === null ? [] : other.ranges.filter((r) => next(r.from)?.from === r.from);
    return { ...other, ranges: same.length > 0 ? same : other.ranges, end: second.end };
  }
  if (next === null) return null;
  const inside = other.ranges.map((r) => ({ r, d: next(r.from) })).filter(({ r, d }) => d !== null && d.to <= r.to);
  const ranges = inside.map(({ d }) => d).filter((d) => d !== null);
  return ranges.length === 0 ? null : { end: second.end, ranges, next: null };
};

import { isHan, isLetter, skipBlank } from '../characters.ts';
import { dictionary } from '../dictionary.ts';
import { addMonths, DAY_MS } from './civil.ts';
import type { DateReading, Days, Reference } from './days.ts';
import { addWorkdays } from './holidays.ts';
import type { Quantity } from './quantity.ts';
import { readQuantity, UNIT_MS } from './quantity.ts';
import { all } from './words/word.ts';

/** An amount of time and what it is measured from. */
export type Offset =
  | { readonly kind: 'date'; readonly date: DateReading; readonly about: boolean }
  | {
      readonly kind: 'moment';
      readonly from: number;
      readonly to: number;
      readonly about: boolean;
      readonly end: number;
    }
  | { readonly kind: 'range'; readonly from: number; readonly to: number; readonly end: number }
  | { readonly kind: 'duration'; readonly ms: number; readonly end: number };

type Direction = 'later' | 'ago' | 'within' | 'back' | 'ahead';

const prefix = dictionary<Direction>([
  ...all<Direction>('later', '再过 过 再等 in in_about'),
  ...all<Direction>('within', 'within in_under in_less_than'),
  ...all<Direction>(
    'back',
    '最近 近 过去 过去的 近来 past the_past last the_last in_the_last in_the_past over_the_last over_the_past',
  ),
  ...all<Direction>('ahead', '未来 接下来 今后 接下来的 往后 next the_next in_the_next over_the_next the_coming'),
]);
const suffix = dictionary<Direction>([
  ...all<Direction>('later', '后 之后 以后 过后 后头 later from_now hence from_today'),
  ...all<Direction>('ago', '前 之前 以前 ago earlier back before_now'),
  ...all<Direction>('within', '内 之内 以内 里 里面'),
]);
/** Words that 前, 后 begin and that do not measure from now: 后台, 前面, 后来. */
const NOT_BEHIND = '台面来端排者续天';
/** Longest amount read, in its unit. */
const MOST = 5000;

/** An amount of time at `at` with the words that place it: 三天后, 半小时前, 24小时内, in 2 or 3 days; alone it is a duration. */
export const readOffset = (text: string, at: number, ref: Reference): Offset | null => {
  const before = prefix(text, at);
  const led = before !== null && isPrefix(text, at, before.end) ? before : null;
  const quantity = readQuantity(text, led === null ? at : skipBlank(text, led.end));
  if (quantity === null || quantity.high > MOST) return null;
  const said = suffix(text, skipBlank(text, quantity.end));
  const behind = said !== null && isSuffix(text, quantity.end, said.end) ? said : null;
  const end = behind?.end ?? quantity.end;
  if (led !== null && (led.value === 'back' || led.value === 'ahead')) return stretch(quantity, led.value, end, ref);
  const direction = behind?.value ?? led?.value;
  if (direction === undefined) return { kind: 'duration', ms: Math.round(quantity.low * UNIT_MS[quantity.unit]), end };
  if (direction === 'within') return stretch(quantity, 'ahead', end, ref);
  return place(quantity, direction === 'ago' ? -1 : 1, end, ref);
};

/** 过 after a verb is no prefix: 用过三天. */
const isPrefix = (text: string, start: number, end: number): boolean => {
  const word = text.slice(start, end);
  if (word !== '过' && word !== '近') return true;
  const before = text[start - 1];
  return !isHan(before) || '再我就要能想以请你们'.includes(before ?? '');
};

const isSuffix = (text: string, start: number, end: number): boolean => {
  const one = end - start === 1;
  if (one && NOT_BEHIND.includes(text[end] ?? ' ')) return false;
  return !(isLetter(text[end - 1]) && text.slice(start, end).trim() === 'back' && text[start] !== ' ');
};

/** A point so far from now: a moment for seconds to hours, a day for the rest. */
const place = ({ low, high, unit, about, end: _ }: Quantity, sign: 1 | -1, end: number, ref: Reference): Offset => {
  const [near, far] = sign > 0 ? [low, high] : [-high, -low];
  const hours = unit === 'second' || unit === 'minute' || unit === 'hour' || (unit === 'day' && low % 1 !== 0);
  if (hours)
    return { kind: 'moment', from: ref.now + near * UNIT_MS[unit], to: ref.now + far * UNIT_MS[unit], about, end };
  const days: Days = { from: dayAt(ref.today, near, unit), to: dayAt(ref.today, far, unit) + 1 };
  return { kind: 'date', date: { end, ranges: [days], next: null }, about };
};

const dayAt = (today: number, count: number, unit: Quantity['unit']): number => {
  const whole = Math.trunc(count);
  const half = count - whole;
  switch (unit) {
    case 'workday':
      return addWorkdays(today, whole);
    case 'week':
      return today + Math.round(7 * count);
    case 'month':
      return addMonths(today, whole) + Math.round(30 * half);
    case 'year':
      return addMonths(today, Math.round(12 * count));
    default:
      return today + whole;
  }
};

/** The stretch between now and so far back or ahead; whole days for days and longer. */
const stretch = ({ high, unit }: Quantity, direction: 'back' | 'ahead', end: number, ref: Reference): Offset => {
  if (UNIT_MS[unit] < DAY_MS || high < 1) {
    const ms = high * UNIT_MS[unit];
    return direction === 'back'
      ? { kind: 'range', from: ref.now - ms, to: ref.now, end }
      : { kind: 'range', from: ref.now, to: ref.now + ms, end };
  }
  const day = dayAt(ref.today, direction === 'back' ? -high : high, unit);
  return direction === 'back'
    ? { kind: 'range', from: ref.zone.instant(day, 0), to: ref.now, end }
    : { kind: 'range', from: ref.now, to: ref.zone.instant(day + 1, 0), end };
};

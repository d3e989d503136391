import { isDigit, skipBlank } from '../../characters.ts';
import { dictionary } from '../../dictionary.ts';
import { EN_NUMBERS, readNumeral } from '../../numerals.ts';
import { all } from '../words/word.ts';
import type { Clock } from './clock.ts';
import { clock, DAY, isDash, to24 } from './clock.ts';
import { meridiem } from './meridiem.ts';

const enNumber = dictionary<number>(EN_NUMBERS);

const fraction = dictionary<number>([
  ...all(30, 'half_past half'),
  ...all(15, 'quarter_past a_quarter_past'),
  ...all(-15, 'quarter_to a_quarter_to'),
]);

const pastOrTo = dictionary<number>([...all(1, 'past minutes_past'), ...all(-1, 'to minutes_to')]);

const named = dictionary<number>([...all(12 * 60, 'noon midday 12_noon'), ...all(DAY, 'midnight')]);

const clockMark = dictionary<true>(all(true as const, "o'clock oclock o_clock"));

/** A number of hours at `at`, in digits or words. */
export const hourAt = (text: string, at: number): { hour: number; end: number } | null => {
  if (isDigit(text[at])) {
    const n = readNumeral(text, at);
    return n === null || !Number.isInteger(n.low) || n.end - at > 2 ? null : { hour: n.low, end: n.end };
  }
  const word = enNumber(text, at);
  return word && { hour: word.value, end: word.end };
};

/** 3pm, 3-5pm, half past 3, ten to 3, 3 o'clock, noon. */
export const readEnglishClock = (text: string, at: number): Clock | null => {
  const name = named(text, at);
  if (name !== null) return clock(name.value, true, name.end);
  const part = fraction(text, at);
  if (part !== null) return relativeTo(text, part.end, part.value);
  const first = hourAt(text, at);
  if (first === null) return null;
  const sign = pastOrTo(text, skipBlank(text, first.end));
  if (sign !== null && first.hour < 30) {
    const told = relativeTo(text, sign.end, sign.value * first.hour);
    if (told !== null && first.hour % 5 === 0 && !told.sure) return told;
  }
  if (first.hour > 12 || first.hour === 0) return null;
  // 3-5pm, 3 to 5 pm.
  const dash = isDash(text[first.end])
    ? first.end + 1
    : text.startsWith('to ', skipBlank(text, first.end))
      ? skipBlank(text, first.end) + 3
      : null;
  const second = dash === null ? null : hourAt(text, skipBlank(text, dash));
  const both = second && second.hour <= 12 ? meridiem(text, second.end) : null;
  if (second !== null && both !== null) {
    const until = to24(second.hour, both.pm) * 60;
    const from = to24(first.hour, both.pm) * 60;
    return clock(from < until ? from : from - 12 * 60, true, both.end, { until });
  }
  const half = meridiem(text, first.end);
  if (half !== null) return clock(to24(first.hour, half.pm) * 60, true, half.end);
  const mark = clockMark(text, skipBlank(text, first.end));
  if (mark === null) return null;
  const after = meridiem(text, mark.end);
  return after === null
    ? clock(first.hour * 60, false, mark.end)
    : clock(to24(first.hour, after.pm) * 60, true, after.end);
};

/** The hour behind "half past", "ten to". */
const relativeTo = (text: string, at: number, minutes: number): Clock | null => {
  const hour = hourAt(text, skipBlank(text, at));
  if (hour === null || hour.hour > 12 || hour.hour === 0) return null;
  const half = meridiem(text, hour.end);
  const minute = hour.hour * 60 + minutes;
  if (half === null) return clock(minute < 60 ? minute + 12 * 60 : minute, false, hour.end);
  return clock(to24(hour.hour, half.pm) * 60 + minutes, true, half.end);
};

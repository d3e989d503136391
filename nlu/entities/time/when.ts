import { isHan, skipBlank } from '../characters.ts';
import type { Match } from '../dictionary.ts';
import { dictionary } from '../dictionary.ts';
import { isHanNumeral } from '../numerals.ts';
import { bareHours } from './clock/bareHours.ts';
import type { Clock } from './clock/clock.ts';
import { readClock } from './clock/index.ts';
import { readDate } from './date/index.ts';
import { join } from './date/join.ts';
import type { DateReading, Part, Reference } from './days.ts';
import { readOffset } from './offset.ts';
import { dateWord, idiom, modBefore, partWord } from './words/index.ts';
import type { Mod } from './words/word.ts';
import { AFTERNOON, all, MORNING } from './words/word.ts';

/** A time as said, before it is set against the calendar: at most one date, one part of the day, one clock time. */
export interface When {
  readonly start: number;
  readonly end: number;
  readonly date: DateReading | null;
  readonly part: Part | null;
  readonly clock: Clock | null;
  /** A time that needs no calendar: 半小时后, 24小时内. */
  readonly fixed: { readonly from: number; readonly to: number; readonly precision: 'moment' | 'range' } | null;
  readonly mod: Mod;
  /** Read, but there is no such time: 2月30号, 25点. */
  readonly invalid: boolean;
}

const modAfter = dictionary<Mod>([
  ...all<Mod>('before', '之前 以前 前 or_before or_earlier at_the_latest'),
  ...all<Mod>('after', '之后 以后 过后 后 or_later or_after onwards'),
  ...all<Mod>('about', '左右 前后 上下 那会儿 那阵 附近 or_so ish 钟左右'),
  // The bounds of a stretch that the stretch tells itself.
  ...all<Mod>(null, '之内 以内 内 之间'),
]);
const NOT_BEHIND = '台面来端排者续天日';
const filler = dictionary<boolean>([...all(false, '的 , at on in_the the of in @ 嘅 大概 (')]);
/** "Monday AM": read only behind a date. */
const halfDay = dictionary<Part>([
  ['am', MORNING],
  ['pm', AFTERNOON],
]);
const at = dictionary<true>(all(true as const, 'at @'));
/** The time that begins at `at`, or null. Reads at most eight pieces. */
export const readWhen = (text: string, start: number, ref: Reference): When | null => {
  let date: DateReading | null = null;
  let weekday = false;
  let part: Part | null = null;
  let clock: Clock | null = null;
  let mod: Mod = null;
  let end = start;
  for (let pieces = 0; pieces < 8; pieces++) {
    const begun: boolean = date !== null || part !== null || clock !== null;
    const announced: boolean = at(text, begun ? skipBlank(text, end) : end) !== null;
    const gap: number = begun || announced ? skipFillers(text, end) : end;
    const said = modBefore(text, gap);
    const from: number = said === null ? gap : skipBlank(text, said.end);
    const near = date !== null || part !== null;
    if (idiom(text, from) !== null) break;
    if (clock === null) {
      const hit: Clock | null =
        readClock(text, from, near || (said !== null && said.value !== null)) ??
        bareHours(text, from, near, announced, said?.value ?? null);
      if (hit !== null) {
        clock = hit;
        end = hit.end;
        mod = said?.value ?? mod;
        continue;
      }
    }
    if (!begun) {
      const offset = readOffset(text, from, ref);
      if (offset?.kind === 'duration') return null;
      if (offset?.kind === 'date') {
        date = offset.date;
        if (offset.about) mod = 'about';
        end = date.end;
        continue;
      }
      if (offset !== null) {
        const precision = offset.kind;
        const about = offset.kind === 'moment' && offset.about ? 'about' : (said?.value ?? null);
        return {
          start,
          end: offset.end,
          date,
          part,
          clock,
          fixed: { from: offset.from, to: offset.to, precision },
          mod: about,
          invalid: false,
        };
      }
    }
    const found: DateReading | null = date === null || gap - end <= 5 ? readDate(text, from, ref) : null;
    if (found !== null && isWhole(text, from, found)) {
      const isWeekday: boolean = dateWord(text, from)?.value.is === 'weekday';
      const joined: DateReading | null = date === null ? found : join(date, weekday, found, isWeekday);
      if (joined === null) break;
      date = joined;
      weekday = isWeekday;
      part = found.part ?? part;
      end = found.end;
      mod = said?.value ?? mod;
      continue;
    }
    const open: boolean = part === null || part === date?.part;
    const word: Match<Part> | null = open
      ? (partWord(text, from) ?? (date === null ? null : halfDay(text, from)))
      : null;
    if (word !== null && !isLonger(text, from, word.end)) {
      part = word.value;
      end = word.end;
      mod = said?.value ?? mod;
      continue;
    }
    break;
  }
  if (date === null && part === null && clock === null) return null;
  if (date === null && clock === null && isLoneEvening(text, end)) return null;
  const behind = modAfter(text, skipBlank(text, end));
  const one = behind !== null && behind.end - end === 1;
  if (behind !== null && !(one && NOT_BEHIND.includes(text[behind.end] ?? ' '))) {
    mod = behind.value ?? mod;
    end = behind.end;
  }
  if (mod === null && clock?.about === true) mod = 'about';
  const invalid = clock?.invalid === true || (date !== null && date.ranges.length === 0);
  return { start, end, date, part, clock, fixed: null, mod, invalid };
};

const skipFillers = (text: string, from: number): number => {
  let pos = skipBlank(text, from);
  for (let i = 0; i < 2; i++) {
    const hit = filler(text, pos);
    if (hit === null) break;
    pos = skipBlank(text, hit.end);
  }
  return pos;
};

/** 五一 within 五一二, 5号 within 15号: the word is part of a longer number. */
const isWhole = (text: string, start: number, { end }: DateReading): boolean => {
  const word = dateWord(text, start);
  if (word?.value.is !== 'feast' || word.end !== end) return true;
  return (
    !(isHanNumeral(text[end - 1]) && isHanNumeral(text[end])) &&
    !(isHanNumeral(text[start]) && isHanNumeral(text[start - 1]))
  );
};

/** 晚 alone is a part of the day only beside a date or a clock time. */
const isLoneEvening = (text: string, end: number): boolean => text[end - 1] === '晚' && text[end - 2] !== '傍';

/** 晚 before a character with which it makes another word: 晚了, 晚点. */
const isLonger = (text: string, start: number, end: number): boolean =>
  end - start === 1 && isHan(text[end]) && '了到饭点餐安班辈会报高睡'.includes(text[end] ?? '');

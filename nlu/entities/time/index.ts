import type { Entity, HearingContext, TimeValue } from '../../heard.ts';
import { isBlank, isDigit, isHan, isLetter, skipBlank } from '../characters.ts';
import { beginnings, dictionary } from '../dictionary.ts';
import type { Folded } from '../folded.ts';
import { span } from '../folded.ts';
import { isHanNumeral, numeralEnd } from '../numerals.ts';
import { recognise } from '../recognizersGuard.ts';
import type { Reference } from './days.ts';
import { guardedRuns } from './guardedRuns.ts';
import { readOffset } from './offset.ts';
import { between, following, ordered, valuesOf } from './resolve.ts';
import type { When } from './when.ts';
import { readWhen } from './when.ts';
import { idiom, TIME_LISTS } from './words/index.ts';
import { all } from './words/word.ts';
import { zoneOf } from './zone.ts';

/** Most times read of one utterance. */
const MOST_TIMES = 24;

const toWord = dictionary<true>([
  ...all(true as const, '到 至 直到 一直到 to until till through'),
  ...['-', '~', '–', '—', '--'].map((c) => [c, true] as const),
]);
const orWord = dictionary<true>(all(true as const, '或者 或 还是 或者是 、 or 抑或 定系 / 和 跟 and'));
const FROM = '从 自 由 自从 打从 from between since';
const NOW = '现在 目前 而家 如今 now 此刻 刚才';
const JUST_NOW = '刚才 刚刚 刚刚才 头先 啱啱 just_now a_moment_ago';
const SOON = '一会儿 一会 等会儿 等会 待会儿 待会 过一会儿 过一会 等一下 一阵间 in_a_while in_a_bit';
const fromWord = dictionary<true>(all<true>(true, FROM));
const nowWord = dictionary<true>(all<true>(true, NOW));
const justNow = dictionary<true>(all<true>(true, JUST_NOW));
const soon = dictionary<true>(all<true>(true, SOON));

/** Dates, times and durations of the closed grammar, in folded offsets mapped to the raw text. */
export const findTimes = (folded: Folded, context: HearingContext): Entity[] => {
  const zone = zoneOf(context.timeZone);
  const ref: Reference = { now: context.now, today: zone.civil(context.now).day, zone, language: context.language };
  const { text } = folded;
  const runs = guardedRuns(text);
  const entities = recognise(folded, runs, ref);
  const time = (start: number, end: number, values: readonly TimeValue[]): void => {
    if (values.length > 0) entities.push({ ...span(folded, start, end), type: 'time', values });
  };
  let at = 0;
  while (at < text.length && entities.length < MOST_TIMES) {
    if (isInsideWord(text, at) || !mayBegin(text[at])) {
      at++;
      continue;
    }
    const left = runs.find((run) => run.start === at);
    if (left !== undefined) {
      at = left.end;
      continue;
    }
    const saying = idiom(text, at);
    if (saying !== null) {
      at = saying.end;
      continue;
    }
    const vague = vagueMoment(text, at, ref);
    if (vague !== null) {
      time(at, vague.end, [vague.value]);
      at = vague.end;
      continue;
    }
    const lead = fromWord(text, at);
    const start = lead === null ? at : skipBlank(text, lead.end);
    const first = readWhen(text, at, ref) ?? (lead === null ? null : readWhen(text, start, ref));
    if (first !== null) {
      at = chain(text, first, ref, time);
      continue;
    }
    const offset = readOffset(text, at, ref);
    if (offset?.kind === 'duration') {
      if (text[at - 1] !== '第') entities.push({ ...span(folded, at, offset.end), type: 'duration', ms: offset.ms });
      at = offset.end;
      continue;
    }
    at = Math.max(at + 1, numeralEnd(text, at));
  }
  return entities;
};

/** Within a word, or the 下 of 一下: 问一下月底. */
const isInsideWord = (text: string, at: number): boolean =>
  isBlank(text[at]) ||
  (text[at] === '下' && text[at - 1] === '一') ||
  (isLetter(text[at]) && isLetter(text[at - 1])) ||
  (isDigit(text[at]) && isLetter(text[at - 1]));

const vagueMoment = (text: string, at: number, ref: Reference): { value: TimeValue; end: number } | null => {
  const just = justNow(text, at);
  if (just !== null) return { value: { from: ref.now, to: ref.now, precision: 'moment', mod: 'about' }, end: just.end };
  const later = soon(text, at);
  if (later === null || (isHan(text[at - 1]) && '了好有没'.includes(text[at - 1] ?? ''))) return null;
  return { value: { from: ref.now, to: ref.now + 3_600_000, precision: 'moment', mod: 'about' }, end: later.end };
};

const OWN_STARTS = '差半个好大小第过再等最近过未接今往前后内零廿卅两几(@';
const WORDS = beginnings([...TIME_LISTS, all(true, `${FROM} ${NOW} ${JUST_NOW} ${SOON}`)]);
/** Whether a time or an amount of time may begin with this unit. */
const mayBegin = (c: string | undefined): boolean =>
  isLetter(c) || isDigit(c) || isHanNumeral(c) || WORDS(c) || OWN_STARTS.includes(c ?? ' ');

type Emit = (start: number, end: number, values: readonly TimeValue[]) => void;

/** The times that hang together from `first` on: a range, or alternatives. Emits them and gives the end of the last. */
const chain = (text: string, first: When, ref: Reference, emit: Emit): number => {
  let { start, end } = first;
  let last = first;
  let values = first.invalid ? [] : valuesOf(first, ref);
  for (let links = 0; links < 6; links++) {
    const gap = skipBlank(text, end);
    const to = first.invalid ? null : toWord(text, gap);
    const second = to && (endWhen(text, skipBlank(text, to.end), ref) ?? null);
    if (second !== null && !second.invalid) {
      const stretch = between(last, second, ref);
      if (stretch.length > 0) {
        values = last === first ? stretch : ordered([...values, ...stretch]);
        end = second.end;
        last = second;
        continue;
      }
    }
    const or = orWord(text, gap);
    const other = or === null ? null : readWhen(text, skipBlank(text, or.end), ref);
    if (other === null) break;
    if (other.invalid) break;
    const base = days(last);
    if (other.date !== null && (last.clock !== null || last.part !== null)) {
      // Each with a day and a time of its own: two times.
      emit(start, end, values);
      const day = base.at(-1);
      values = valuesOf(
        other,
        ref,
        last.date !== null && last.date.next === null && day !== undefined ? following(other, day) : null,
      );
      start = other.start;
    } else if (other.date !== null) {
      const day = base.at(-1);
      const after = last.date?.next === null && day !== undefined ? following(other, day) : null;
      values = ordered([...values, ...valuesOf(other, ref, after)]);
    } else {
      const part = other.part ?? (other.clock !== null ? last.part : null);
      values = ordered([...values, ...valuesOf({ ...other, part }, ref, last.date?.ranges ?? null)]);
    }
    end = other.end;
    last = other.date === null ? { ...other, date: last.date } : other;
  }
  emit(start, end, values);
  return end;
};

const days = (when: When): number[] => (when.date?.ranges ?? []).map(({ from }) => from);

/** The end of a range: a time, or now. */
const endWhen = (text: string, at: number, ref: Reference): When | null => {
  const now = nowWord(text, at);
  if (now === null) return readWhen(text, at, ref);
  const fixed = { from: ref.now, to: ref.now, precision: 'moment' as const };
  return { start: at, end: now.end, date: null, part: null, clock: null, fixed, mod: null, invalid: false };
};

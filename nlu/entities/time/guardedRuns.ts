import { isDigit } from '../characters.ts';
import { dictionary } from '../dictionary.ts';
import { isHanNumeral } from '../numerals.ts';
import { all } from './words/word.ts';

/** Longest run handed to the recogniser, and its longest numeral, in units: beyond these its expressions may run for seconds. */
const LONGEST_RUN = 30;
const LONGEST_NUMERAL = 12;
/** Most runs of one utterance. */
const MOST_RUNS = 3;

export interface Run {
  readonly start: number;
  readonly end: number;
}

const ORDINALS = 'first second third fourth last'.split(' ');
const DAYS = 'monday tuesday wednesday thursday friday saturday sunday week weekend'.split(' ');

/** Words of times that the closed grammar leaves to the recogniser. */
const anchor = dictionary<true>([
  ...all<true>(true, '季度 fortnight fortnights q1 q2 q3 q4 this_quarter next_quarter last_quarter'),
  ...ORDINALS.flatMap((ordinal) => [
    [`${ordinal} quarter`, true] as const,
    ...DAYS.map((day) => [`${ordinal} ${day} of`, true] as const),
  ]),
]);

/** Every word that such a run may hold. */
const word = dictionary<true>([
  ...all<true>(
    true,
    '第 个 的 年 今年 明年 去年 前 后 上 下 上个 下个 本 这个 底 初 末 之前 之后 the a an of in by before after ago later from now next this year and',
  ),
  ...all<true>(true, 'january february march april may june july august september october november december'),
]);

/** Runs made of date words alone that hold one the closed grammar does not read. One pass over the text. */
export const guardedRuns = (text: string): Run[] => {
  const runs: Run[] = [];
  let at = 0;
  while (at < text.length && runs.length < MOST_RUNS) {
    const run = runAt(text, at);
    const length = run.last - at;
    if (run.anchored && run.numeral <= LONGEST_NUMERAL && length <= LONGEST_RUN)
      runs.push({ start: at, end: run.last });
    at = Math.max(run.end, at + 1);
  }
  return runs;
};

/** The run of closed-list words that begins at `at`; `last` is the end of its last word. */
const runAt = (text: string, at: number): { last: number; end: number; anchored: boolean; numeral: number } => {
  let end = at;
  let last = at;
  let anchored = false;
  let numeral = 0;
  while (end < text.length) {
    const strong = anchor(text, end);
    const weak = strong ?? word(text, end);
    if (weak !== null) {
      anchored ||= strong !== null;
      end = weak.end;
      last = end;
      continue;
    }
    const start = end;
    while (isDigit(text[end]) || isHanNumeral(text[end])) end++;
    if (end > start) {
      numeral = Math.max(numeral, end - start);
      last = end;
    } else if (text[end] === ' ' && end > at) end++;
    else break;
  }
  return { last, end, anchored, numeral };
};

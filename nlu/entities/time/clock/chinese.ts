import { isHan, skipBlank } from '../../characters.ts';
import { dictionary } from '../../dictionary.ts';
import { readNumeral } from '../../numerals.ts';
import { all } from '../words/word.ts';
import type { Clock } from './clock.ts';
import { clock, DAY, isDash } from './clock.ts';

/** What follows 两点 when it counts points: 两点意见. */
const points = dictionary<true>(
  all(
    true as const,
    '意见 建议 要求 问题 疑问 原因 想法 看法 不满 说明 好处 体会 理由 希望 诉求 需求 感受 区别 不同 都 也 儿 水',
  ),
);

const HOUR_WORDS = ['点钟', '点整', '点', '时整', '时'];

const hourWord = (text: string, at: number): number | null => {
  const word = HOUR_WORDS.find((w) => text.startsWith(w, at));
  return word === undefined ? null : at + word.length;
};

/** 三点, 三点半, 七八点, 3点到5点, 差五分三点; `near` when a day or part of the day stands beside it. */
export const readChineseClock = (text: string, at: number, near: boolean): Clock | null => {
  if (text[at] === '差') return shortOf(text, at);
  const hour = readNumeral(text, at);
  if (hour === null || !Number.isInteger(hour.low)) return null;
  if (hour.end - at > 3 || hour.more) return null;
  let until: number | null = hour.high > hour.low ? hour.high * 60 : null;
  let end = hour.end;
  let han = hour.written === 'han';
  const range = until === null && !han && isDash(text[end]) ? readNumeral(text, end + 1) : null;
  const linked = until === null && (text[end] === '到' || text[end] === '至') ? readNumeral(text, end + 1) : range;
  if (linked !== null && linked.low > hour.low && linked.low <= 24 && hourWord(text, linked.end) !== null) {
    until = linked.low * 60;
    end = linked.end;
    han = linked.written === 'han';
  }
  const word = hourWord(text, end);
  if (word === null) return null;
  if (text[word - 1] === '时' && (han || text[word] === '间' || text[word] === '候' || text[word] === '常' || !near))
    return null;
  if (points(text, word) !== null || isHabit(text, at)) return null;
  const rest = afterHour(text, word, han && hour.low === 1 && hour.written === 'han' && !near);
  if (rest === null) return null;
  const minute = hour.low * 60 + rest.minute;
  if (hour.low > 24 || (hour.low === 24 && rest.minute > 0)) return clock(DAY + 1, true, rest.end);
  if (until !== null) until += rest.minute;
  return clock(minute, hour.low > 12 || hour.low === 0 || (until ?? 0) > 13 * 60, rest.end, {
    until,
    about: rest.about,
  });
};

/** 有一点, 快一点, 慢一点: no time. */
const isHabit = (text: string, at: number): boolean => {
  const before = text[at - 1];
  return before !== undefined &&
    '有快慢早晚多少大小好差高低百分第零'.includes(before) &&
    readNumeral(text, at)?.low === 1 &&
    before !== '晚'
    ? true
    : before === '第';
};

interface AfterHour {
  readonly minute: number;
  readonly end: number;
  readonly about: boolean;
}

/** Words behind 一点 that say it is a time. */
const LATER = '左右 以后 之后 以前 之前 前 后 到 至 开始 起 来 吧 的时候 上门'.split(' ');

/** What follows 点: 半, 一刻, 十五分, 五十, 多. `doubtful`: 一点 alone is "a little" unless this says it is a time. */
const afterHour = (text: string, at: number, doubtful: boolean): AfterHour | null => {
  const start = skipBlank(text, at);
  if (text[start] === '半') return { minute: 30, end: start + 1, about: false };
  const one = text[start];
  if ((one === '一' || one === '三' || one === '1' || one === '3') && text[start + 1] === '刻') {
    return {
      minute: one === '一' || one === '1' ? 15 : 45,
      end: start + (text[start + 2] === '钟' ? 3 : 2),
      about: false,
    };
  }
  if (text[start] === '多' && text[start + 1] !== '少') return { minute: 0, end: start + 1, about: true };
  if (text[start] === '差') {
    const less = shortMinutes(text, start + 1);
    if (less !== null) return { minute: -less.minutes, end: less.end, about: false };
  }
  const zero = text[at] === '零' || text[at] === '过' ? at + 1 : at;
  const minutes = readNumeral(text, zero);
  if (minutes !== null && minutes.low < 60 && minutes.low === minutes.high && Number.isInteger(minutes.low)) {
    const marked = text[minutes.end] === '分' && text[minutes.end + 1] !== '之';
    if (marked)
      return {
        minute: minutes.low,
        end: text[minutes.end + 1] === '钟' ? minutes.end + 2 : minutes.end + 1,
        about: false,
      };
    if (minutes.low >= 10 || zero > at) {
      return isHan(text[minutes.end]) && '个块元天兆折倍次'.includes(text[minutes.end] ?? '')
        ? { minute: 0, end: at, about: false }
        : { minute: minutes.low, end: minutes.end, about: false };
    }
    // 三点五 is a decimal number.
    if (zero === at && minutes.written === 'han') return null;
  }
  const sure = text[at - 1] !== '点' || LATER.some((word) => text.startsWith(word, at));
  return doubtful && !sure ? null : { minute: 0, end: at, about: false };
};

/** 差五分三点, 差一刻三点. */
const shortOf = (text: string, at: number): Clock | null => {
  const less = shortMinutes(text, at + 1);
  const hour = less && readNumeral(text, skipBlank(text, less.end));
  const end = hour && hourWord(text, hour.end);
  if (less === null || hour === null || end === null || hour.low > 24 || !Number.isInteger(hour.low)) return null;
  return clock((hour.low === 0 ? 24 : hour.low) * 60 - less.minutes, hour.low > 13 || hour.low === 0, end);
};

const shortMinutes = (text: string, at: number): { minutes: number; end: number } | null => {
  const n = readNumeral(text, at);
  if (n === null || n.low > 59) return null;
  if (text[n.end] === '刻') return { minutes: n.low * 15, end: text[n.end + 1] === '钟' ? n.end + 2 : n.end + 1 };
  return text[n.end] === '分' ? { minutes: n.low, end: text[n.end + 1] === '钟' ? n.end + 2 : n.end + 1 } : null;
};

import { isDigit, isHan, isLetter, skipBlank } from '../characters.ts';
import { dictionary } from '../dictionary.ts';
import { EN_NUMBERS, readNumeral } from '../numerals.ts';
import type { Part } from './days.ts';
import { all } from './words/word.ts';

/** A clock time in minutes of the day. `sure` when morning or afternoon is beyond doubt; else `minute` is of 1:00 to 12:59. */
export interface Clock {
  readonly minute: number;
  /** End of 七八点, 3点到5点 read as one: minutes, or null for a point. */
  readonly until: number | null;
  readonly sure: boolean;
  readonly about: boolean;
  readonly end: number;
  /** A time that does not exist: 25点. Read, and dropped. */
  readonly invalid: boolean;
}

/** What follows 两点 when it counts points: 两点意见. */
const points = dictionary<true>(
  all(
    true as const,
    '意见 建议 要求 问题 疑问 原因 想法 看法 不满 说明 好处 体会 理由 希望 诉求 需求 感受 区别 不同 都 也 儿 水',
  ),
);
const HOUR_WORDS = ['点钟', '点整', '点', '时整', '时'];
const DAY = 24 * 60;

/** A clock time at `at`. `near`: a day or part of the day stands beside it, so that 一点 is a time. */
export const readClock = (text: string, at: number, near: boolean): Clock | null =>
  colon(text, at) ?? chinese(text, at, near) ?? english(text, at);

/** Minutes of the day that a clock may mean, in the part of the day said with it, if any. */
export const candidates = (minute: number, sure: boolean, part: Part | null): number[] => {
  if (part !== null) return [within(minute, part)];
  if (sure) return [minute];
  return minute >= 12 * 60 ? [minute, minute + 12 * 60] : [minute, minute + 12 * 60];
};

/** The minute in a part of the day: 晚上八点 20:00, 晚上一点 25:00, 中午一点 13:00, 半夜两点 2:00. */
const within = (minute: number, { from, to }: Part): number => {
  if (minute >= 13 * 60) return minute;
  const night = to > 24;
  if (from === 0) return minute >= 12 * 60 ? minute - 12 * 60 : minute;
  if (night) return minute >= 12 * 60 ? minute + 12 * 60 : minute < 8 * 60 ? minute : minute + 12 * 60;
  if (from >= 18)
    return minute >= 12 * 60 || minute < 5 * 60 ? minute + (minute >= 12 * 60 ? 12 : 24) * 60 : minute + 12 * 60;
  for (const shifted of [minute, minute + 12 * 60]) if (shifted >= from * 60 && shifted <= to * 60) return shifted;
  if (from >= 12) return minute >= 12 * 60 ? minute : minute + 12 * 60;
  return minute >= 12 * 60 && from < 8 && to <= 12 ? minute : minute;
};

interface Meridiem {
  readonly pm: boolean;
  readonly end: number;
}
const meridiemWord = dictionary<boolean>([...all(false, 'am a.m. a.m'), ...all(true, 'pm p.m. p.m')]);

/** am or pm at `at`, also stuck to digits. */
const meridiem = (text: string, at: number): Meridiem | null => {
  const start = skipBlank(text, at);
  for (const [word, pm] of [
    ['a.m.', false],
    ['p.m.', true],
    ['am', false],
    ['pm', true],
  ] as const) {
    const end = start + word.length;
    if (text.startsWith(word, start) && !isLetter(text[end]) && !isDigit(text[end])) return { pm, end };
  }
  const hit = meridiemWord(text, start);
  return hit && { pm: hit.value, end: hit.end };
};

const clock = (minute: number, sure: boolean, end: number, more: Partial<Clock> = {}): Clock => ({
  minute,
  until: null,
  sure,
  about: false,
  end,
  invalid: minute > DAY,
  ...more,
});

const to24 = (hour: number, pm: boolean): number => (pm ? (hour % 12) + 12 : hour % 12);

/** 9:00, 15:30, 3:30pm, 12:30:45. */
const colon = (text: string, at: number): Clock | null => {
  if (!isDigit(text[at])) return null;
  const hours = isDigit(text[at + 1]) ? 2 : 1;
  const mark = at + hours;
  if (text[mark] !== ':' || !isDigit(text[mark + 1]) || !isDigit(text[mark + 2]) || isDigit(text[mark + 3]))
    return null;
  const hour = Number(text.slice(at, mark));
  const minute = Number(text.slice(mark + 1, mark + 3));
  let end = mark + 3;
  if (text[end] === ':' && isDigit(text[end + 1]) && isDigit(text[end + 2]) && !isDigit(text[end + 3])) end += 3;
  if (minute > 59 || hour > 24) return clock(DAY + 1, true, end);
  const half = hour <= 12 ? meridiem(text, end) : null;
  if (half !== null) return clock(to24(hour, half.pm) * 60 + minute, true, half.end);
  const sure = hour > 12 || hour === 0 || text[at] === '0' || hour >= 8;
  return clock(hour * 60 + minute, sure, end);
};

const hourWord = (text: string, at: number): number | null => {
  const word = HOUR_WORDS.find((w) => text.startsWith(w, at));
  return word === undefined ? null : at + word.length;
};

const chinese = (text: string, at: number, near: boolean): Clock | null => {
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

const isDash = (c: string | undefined): boolean => c === '-' || c === '~' || c === '–' || c === '—';

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

const LATER = [
  '左右',
  '以后',
  '之后',
  '以前',
  '之前',
  '前',
  '后',
  '到',
  '至',
  '开始',
  '起',
  '来',
  '吧',
  '的时候',
  '上门',
];

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

const english = (text: string, at: number): Clock | null => {
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

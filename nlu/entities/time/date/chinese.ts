import { isDigit, isLetter, skipBlank } from '../../characters.ts';
import { dictionary } from '../../dictionary.ts';
import { readNumeral } from '../../numerals.ts';
import { addMonths, dayNumber, isRealDate, ymd } from '../civil.ts';
import type { DateReading, Days, Reference } from '../days.ts';
import type { Stretch } from '../words/word.ts';
import { all } from '../words/word.ts';
import { digits, small } from './digits.ts';
import { MONTH_DAYS, nextMonthly, nextOfYear, nextYearly, none, recurring, YEAR_DAYS } from './recurring.ts';
import { monthPart } from './stretches.ts';

/** Behind a number and 号 these make a house, a line, a desk. */
const NO_DATE = '楼线院门机店厅柜桌窗床库座仓房馆码室键卡码客链员文位段栋幢单技公铁地管弄';

const relativeYear = dictionary<number>([
  ...all(0, '今年 本年'),
  ...all(1, '明年 下年'),
  ...all(-1, '去年 上年 旧年'),
  ...all(2, '后年'),
  ...all(-2, '前年'),
]);

/** A year that leads a date: 2026年, 二零二六年, 明年. */
export const yearAt = (text: string, at: number, ref: Reference): { value: number; end: number } | null => {
  const word = relativeYear(text, at);
  // 今年底 and the like are words of their own.
  if (word !== null)
    return '底初中末'.includes(text[word.end] ?? ' ')
      ? null
      : { value: ymd(ref.today).year + word.value, end: word.end };
  const n = readNumeral(text, at);
  if (n === null || n.end - at !== 4 || text[n.end] !== '年' || n.low < 1900 || n.low > 2100) return null;
  return { value: n.low, end: n.end + 1 };
};

const stretchWord = dictionary<Stretch>([
  ...all<Stretch>('begin', '初'),
  ...all<Stretch>('middle', '中'),
  ...all<Stretch>('end', '底 末'),
  ...all<Stretch>('first-third', '上旬'),
  ...all<Stretch>('second-third', '中旬'),
  ...all<Stretch>('last-third', '下旬'),
]);

/** 12月5号, 12月1-3号, 12月, 12月底, 12月份. */
export const readMonth = (text: string, at: number, ref: Reference, year: number | undefined): DateReading | null => {
  const month = small(text, at, 12);
  if (month === null || text[month.end] !== '月' || isDigit(text[at - 1])) return null;
  const after = text[month.end + 1] === '份' ? month.end + 2 : month.end + 1;
  if (text[after] === '租') return null;
  const day = dayOfMonthAt(text, skipBlank(text, after)) ?? bareDay(text, after);
  if (day !== null) {
    if (year !== undefined) {
      const real = isRealDate(year, month.value, day.from) && isRealDate(year, month.value, day.to);
      return real
        ? {
            end: day.end,
            ranges: [{ from: dayNumber(year, month.value, day.from), to: dayNumber(year, month.value, day.to) + 1 }],
            next: null,
          }
        : none(day.end);
    }
    if (!isRealDate(2024, month.value, day.from) || !isRealDate(2024, month.value, day.to)) return none(day.end);
    return recurring(day.end, ref, nextYearly(month.value, day.from, day.to), YEAR_DAYS);
  }
  const stretch = stretchWord(text, after);
  const end = stretch?.end ?? after;
  const days = (y: number): Days => {
    const first = dayNumber(y, month.value, 1);
    return stretch === null ? { from: first, to: addMonths(first, 1) } : monthPart(first, stretch.value);
  };
  if (year !== undefined) return { end, ranges: [days(year)], next: null };
  return recurring(end, ref, nextOfYear(days), 800);
};

interface MonthDays {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** 5号, 五日, 1-3号, 1号到3号 stays two dates; not 5号楼. */
export const dayOfMonthAt = (text: string, at: number): MonthDays | null => {
  const first = small(text, at, 31);
  if (first === null) return null;
  const link = text[first.end];
  const second = link === '-' || link === '到' || link === '至' || link === '~' ? small(text, first.end + 1, 31) : null;
  const last = second !== null && second.value > first.value ? second : first;
  const suffix = text[last.end];
  if (suffix !== '号' && suffix !== '日') return null;
  if (suffix === '号' && (NO_DATE.includes(text[last.end + 1] ?? ' ') || isHouse(text, last.end + 1))) return null;
  return { from: first.value, to: last.value, end: last.end + 1 };
};

/** 5号-301: a house and a room, unless a date follows the dash. */
const isHouse = (text: string, at: number): boolean => {
  const behind = text[at] === '-' ? digits(text, at + 1, 4) : null;
  return behind !== null && !'号日月'.includes(text[behind.end] ?? ' ');
};

/** The day behind a month without a suffix: 12月5, 十二月五 before a blank or the end. */
const bareDay = (text: string, at: number): MonthDays | null => {
  const day = small(text, at, 31);
  if (
    day === null ||
    !isDigit(text[at]) ||
    isDigit(text[day.end]) ||
    '个月年天块元点:兆'.includes(text[day.end] ?? ' ')
  )
    return null;
  return { from: day.value, to: day.value, end: day.end };
};

/** 5号 of some month. Not behind a street, 第, or letters. */
export const readDayAlone = (text: string, at: number, ref: Reference): DateReading | null => {
  const before = text[at - 1];
  if (before !== undefined && ('路街道巷弄里村第段-'.includes(before) || isDigit(before) || isLetter(before)))
    return null;
  const day = dayOfMonthAt(text, at);
  return day === null ? null : recurring(day.end, ref, nextMonthly(day.from, day.to), MONTH_DAYS);
};

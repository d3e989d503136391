import { isDigit, isLetter, skipBlank } from '../characters.ts';
import { dictionary } from '../dictionary.ts';
import { EN_ORDINAL_NUMBERS, readNumeral } from '../numerals.ts';
import { addMonths, dayNumber, daysInMonth, isRealDate, ymd } from './civil.ts';
import { monthPart } from './date.ts';
import type { DateReading, Days, Reference } from './days.ts';
import { oneDay, pastAndFuture } from './days.ts';
import type { Stretch } from './words/word.ts';
import { all } from './words/word.ts';

const YEAR_DAYS = 366 * 8 + 2;
const MONTH_DAYS = 100;
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

/** A date in numbers: 2026-12-05, 12月5号, 12/5, 5号, 12月, the 5th. `year` when one was said before. */
export const readNumericDate = (text: string, at: number, ref: Reference, year?: number): DateReading | null =>
  full(text, at) ??
  slashed(text, at, ref) ??
  monthAt(text, at, ref, year) ??
  dayAlone(text, at, ref) ??
  ordinal(text, at, ref);

const none = (end: number): DateReading => ({ end, ranges: [], next: null });

const recurring = (end: number, ref: Reference, next: (day: number) => Days | null, days: number): DateReading => ({
  end,
  ranges: pastAndFuture(ref.today, next, days),
  next,
});

const small = (text: string, at: number, most: number): { value: number; end: number } | null => {
  const n = readNumeral(text, at);
  if (n === null || n.low !== n.high || !Number.isInteger(n.low) || n.low < 1 || n.low > most || n.end - at > 3)
    return null;
  return { value: n.low, end: n.end };
};

/** Digits from `at`, none just behind them. */
const digits = (text: string, at: number, most: number): { value: number; end: number } | null => {
  let end = at;
  while (end - at <= most && isDigit(text[end])) end++;
  return end === at || end - at > most ? null : { value: Number(text.slice(at, end)), end };
};

/** 2026-12-05, 2026/12/5, 2026.12.5. */
const full = (text: string, at: number): DateReading | null => {
  if (isDigit(text[at - 1])) return null;
  const year = digits(text, at, 4);
  const mark = year && text[year.end];
  if (year === null || year.end - at !== 4 || (mark !== '-' && mark !== '/' && mark !== '.')) return null;
  const month = digits(text, year.end + 1, 2);
  const day = month && text[month.end] === mark ? digits(text, month.end + 1, 2) : null;
  if (month === null || day === null || year.value < 1900 || year.value > 2100) return null;
  const end = text[day.end] === '日' || text[day.end] === '号' ? day.end + 1 : day.end;
  if (!isRealDate(year.value, month.value, day.value)) return none(end);
  return { end, ranges: [oneDay(dayNumber(year.value, month.value, day.value))], next: null };
};

/** 12/5: month and day; in English the other order as well when both can be. */
const slashed = (text: string, at: number, ref: Reference): DateReading | null => {
  if (isDigit(text[at - 1]) || text[at - 1] === '/' || text[at - 1] === '.' || isLetter(text[at - 1])) return null;
  const first = digits(text, at, 2);
  const second = first && text[first.end] === '/' ? digits(text, first.end + 1, 2) : null;
  if (first === null || second === null || first.value === 0 || second.value === 0) return null;
  const year = text[second.end] === '/' ? digits(text, second.end + 1, 4) : null;
  const end = year?.end ?? second.end;
  if (text[end] === '/' || isLetter(text[end]) || text[end] === '%') return null;
  const orders = [
    [first.value, second.value] as const,
    ...(ref.language === 'en' && first.value !== second.value ? [[second.value, first.value] as const] : []),
  ];
  const real = orders.filter(([month, day]) => isRealDate(2024, month, day));
  if (real.length === 0) return first.value <= 31 && second.value <= 31 && year !== null ? none(end) : null;
  if (year !== null) {
    const full = year.value < 100 ? 2000 + year.value : year.value;
    return {
      end,
      ranges: real.filter(([m, d]) => isRealDate(full, m, d)).map(([m, d]) => oneDay(dayNumber(full, m, d))),
      next: null,
    };
  }
  const ranges = real.flatMap(([month, day]) => pastAndFuture(ref.today, nextYearly(month, day, day), YEAR_DAYS));
  const [only] = real;
  return { end, ranges, next: real.length === 1 && only !== undefined ? nextYearly(only[0], only[1], only[1]) : null };
};

const nextYearly =
  (month: number, from: number, to: number) =>
  (day: number): Days | null => {
    const { year } = ymd(day);
    for (let y = year; y <= year + 8; y++) {
      if (!isRealDate(y, month, from) || !isRealDate(y, month, to)) continue;
      const days = { from: dayNumber(y, month, from), to: dayNumber(y, month, to) + 1 };
      if (days.from >= day) return days;
    }
    return null;
  };

const nextMonthly =
  (from: number, to: number) =>
  (day: number): Days | null => {
    const { year, month } = ymd(day);
    for (let n = 0; n < 4; n++) {
      const first = dayNumber(year, month + n, 1);
      const at = ymd(first);
      if (to > daysInMonth(at.year, at.month)) continue;
      if (first + from - 1 >= day) return { from: first + from - 1, to: first + to };
    }
    return null;
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
const monthAt = (text: string, at: number, ref: Reference, year: number | undefined): DateReading | null => {
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
  return recurring(
    end,
    ref,
    (from) => [0, 1].map((n) => days(ymd(from).year + n)).find((d) => d.from >= from) ?? null,
    800,
  );
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
const dayAlone = (text: string, at: number, ref: Reference): DateReading | null => {
  const before = text[at - 1];
  if (before !== undefined && ('路街道巷弄里村第段-'.includes(before) || isDigit(before) || isLetter(before)))
    return null;
  const day = dayOfMonthAt(text, at);
  return day === null ? null : recurring(day.end, ref, nextMonthly(day.from, day.to), MONTH_DAYS);
};

const ordinalWord = dictionary<number>(EN_ORDINAL_NUMBERS);

/** "5th", "fifth", and their end; null without one. */
const ordinalAt = (text: string, at: number): { value: number; end: number } | null => {
  const word = ordinalWord(text, at);
  if (word !== null) return word;
  const n = digits(text, at, 2);
  if (n === null || n.value < 1 || n.value > 31) return null;
  const suffix = text.slice(n.end, n.end + 2);
  if (!['st', 'nd', 'rd', 'th'].includes(suffix) || isLetter(text[n.end + 2])) return null;
  return { value: n.value, end: n.end + 2 };
};

const monthName = dictionary<number>(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, i) => [[name, i + 1] as const, [name.slice(0, 3), i + 1] as const]),
);

/** Words behind an ordinal that make it count something else: "the 2nd floor", "the first time". */
const COUNTED = dictionary<true>(
  all(
    true as const,
    'floor time bill call attempt visit line month day week year one person complaint reminder class hand option month half quarter street avenue road party',
  ),
);

/** "the 5th", "5th of December", "5 December", "5th Dec 2026". */
const ordinal = (text: string, at: number, ref: Reference): DateReading | null => {
  if (isLetter(text[at - 1]) || isDigit(text[at - 1])) return null;
  const start = text.startsWith('the ', at) ? at + 4 : at;
  const day = ordinalAt(text, start) ?? digits(text, start, 2);
  if (day === null || day.value < 1 || day.value > 31) return null;
  const isOrdinal = isLetter(text[day.end - 1]);
  const of = text.startsWith(' of ', day.end) ? day.end + 4 : skipBlank(text, day.end);
  const month = text[day.end] === ' ' ? monthName(text, of) : null;
  if (
    month !== null &&
    !(month.value === 5 && !isOrdinal && text.slice(of, month.end) === 'may' && !isEnd(text, month.end))
  ) {
    return inMonth(text, month.end, month.value, day.value, ref);
  }
  if (!isOrdinal || COUNTED(text, of) !== null) return null;
  // A word ("first", "second") or a bare "5th" needs the article, or "on" before it.
  const announced = start > at || ['on ', 'the '].some((word) => text.startsWith(word, at - word.length));
  if (!announced || (!isDigit(text[start]) && !isEnd(text, day.end))) return null;
  return recurring(day.end, ref, nextMonthly(day.value, day.value), MONTH_DAYS);
};

const isEnd = (text: string, at: number): boolean => at >= text.length || !(text[at] === ' ' && isLetter(text[at + 1]));

/** A day in a named month, and the year behind it if one is said. */
const inMonth = (text: string, at: number, month: number, day: number, ref: Reference): DateReading => {
  const gap = text[at] === ',' ? skipBlank(text, at + 1) : skipBlank(text, at);
  const year = digits(text, gap, 4);
  if (year !== null && year.end - gap === 4 && year.value >= 1900 && year.value <= 2100) {
    return isRealDate(year.value, month, day)
      ? { end: year.end, ranges: [oneDay(dayNumber(year.value, month, day))], next: null }
      : none(year.end);
  }
  return isRealDate(2024, month, day) ? recurring(at, ref, nextYearly(month, day, day), YEAR_DAYS) : none(at);
};

const beforeMonth = dictionary<true>(
  all(true as const, 'in of by since until till from during before after this next last early mid late end'),
);

/** "December 5", "Dec 5th", "in March". A strict name (march, may) needs a number behind or a preposition before. */
export const readMonthName = (
  text: string,
  at: number,
  end: number,
  month: number,
  strict: boolean,
  ref: Reference,
): DateReading | null => {
  const gap = skipBlank(text, text[end] === '.' ? end + 1 : end);
  const the = text.startsWith('the ', gap) ? gap + 4 : gap;
  const day = ordinalAt(text, the) ?? digits(text, the, 2);
  if (
    day !== null &&
    gap > end &&
    day.value >= 1 &&
    day.value <= 31 &&
    text[day.end] !== ':' &&
    !isDigit(text[day.end])
  ) {
    return inMonth(text, day.end, month, day.value, ref);
  }
  if (strict && !isBehind(text, at)) return null;
  const days = (y: number): Days => ({ from: dayNumber(y, month, 1), to: dayNumber(y, month + 1, 1) });
  const year = digits(text, gap, 4);
  if (year !== null && year.end - gap === 4 && year.value >= 1900 && year.value <= 2100)
    return { end: year.end, ranges: [days(year.value)], next: null };
  return recurring(
    end,
    ref,
    (from) => [0, 1].map((n) => days(ymd(from).year + n)).find((d) => d.from >= from) ?? null,
    800,
  );
};

/** Whether a preposition stands before `at`. */
const isBehind = (text: string, at: number): boolean => {
  for (const length of [3, 4, 5, 6, 7]) {
    const hit = beforeMonth(text, at - length);
    if (hit !== null && hit.end === at - 1 && text[at - 1] === ' ') return true;
  }
  return false;
};

import { isBlank, isDigit, skipBlank } from '../characters.ts';
import { dictionary } from '../dictionary.ts';
import { EN_NUMBERS, readNumeral } from '../numerals.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './civil.ts';
import { all } from './words/word.ts';

export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'workday' | 'week' | 'month' | 'year';

/** An amount of time as said. `low` and `high` count units and may hold halves ("一个半小时" is 1.5 hours). */
export interface Quantity {
  readonly low: number;
  readonly high: number;
  readonly unit: Unit;
  readonly about: boolean;
  readonly end: number;
}

export const UNIT_MS: Readonly<Record<Unit, number>> = {
  second: 1000,
  minute: MINUTE_MS,
  hour: HOUR_MS,
  day: DAY_MS,
  workday: DAY_MS,
  week: 7 * DAY_MS,
  month: 30 * DAY_MS,
  year: 365 * DAY_MS,
};

const chineseUnit = dictionary<Unit>([
  ...all<Unit>('second', '秒 秒钟'),
  ...all<Unit>('minute', '分钟'),
  ...all<Unit>('hour', '小时 钟头 钟 个小时 个钟头 个钟'),
  ...all<Unit>('day', '天 天时间 日'),
  ...all<Unit>('workday', '工作日 个工作日 个上班日'),
  ...all<Unit>('week', '周 星期 礼拜 个星期 个礼拜 个周'),
  ...all<Unit>('month', '个月 个多月'),
  ...all<Unit>('year', '年'),
]);

const englishUnit = dictionary<Unit>([
  ...all<Unit>('second', 'second seconds secs sec'),
  ...all<Unit>('minute', 'minute minutes min mins'),
  ...all<Unit>('hour', 'hour hours hr hrs'),
  ...all<Unit>('day', 'day days'),
  ...all<Unit>('workday', 'working_day working_days business_day business_days workdays'),
  ...all<Unit>('week', 'week weeks wk wks'),
  ...all<Unit>('month', 'month months'),
  ...all<Unit>('year', 'year years'),
]);

const enNumber = dictionary<readonly [number, number]>([
  ...EN_NUMBERS.map(([word, n]) => [word, [n, n] as const] as const),
  ...all([1, 1] as const, 'a an a_full a_whole'),
  ...all([2, 2] as const, 'a_couple_of a_couple couple_of'),
  ...all([3, 5] as const, 'a_few several few'),
]);
const halfOf = dictionary<true>(all(true as const, 'half_an half_a'));
const andHalf = dictionary<true>(all(true as const, 'and_a_half'));
const orWord = dictionary<true>([...all(true as const, 'or to'), ['-', true], ['~', true], ['–', true]]);

/** An amount of time at `at`, or null. Reads at most two units: 一小时三十分钟. */
export const readQuantity = (text: string, at: number): Quantity | null => chinese(text, at) ?? english(text, at);

const chinese = (text: string, at: number): Quantity | null => {
  const half = readHalf(text, at);
  if (half !== null) return half;
  if (text.startsWith('个半', at)) {
    const unit = chineseUnit(text, at + 2);
    return unit && whole(text, { low: 1.5, high: 1.5, unit: unit.value, about: false, end: unit.end });
  }
  const amount = readCount(text, at);
  if (amount === null) return null;
  const quarter = text[amount.end] === '刻' && text[amount.end + 1] === '钟' && amount.high <= 3;
  if (quarter)
    return { low: amount.low * 15, high: amount.high * 15, unit: 'minute', about: false, end: amount.end + 2 };
  let { low, high, about, end } = amount;
  end = skipBlank(text, end);
  if (text[end] === '个' && text[end + 1] === '半') {
    low += 0.5;
    high += 0.5;
    end += 2;
  } else if (text[end] === '多' || text[end] === '来') {
    about = true;
    end++;
  } else if (text[end] === '个' && text[end + 1] === '多') {
    about = true;
    end += 2;
  }
  const unit = chineseUnit(text, end);
  if (unit === null || !isUnit(text, end, unit.value, amount)) return null;
  end = unit.end;
  if (text[end] === '半' && unit.value !== 'second') {
    low += 0.5;
    high += 0.5;
    end++;
  } else if (text[end] === '多' && text[end + 1] !== '少' && text[end + 1] !== '钱') {
    about = true;
    end++;
  }
  return whole(text, { low, high, unit: unit.value, about, end });
};

interface Count {
  readonly low: number;
  readonly high: number;
  readonly about: boolean;
  readonly end: number;
  readonly han: boolean;
}

/** 三, 三五, 3, 3-5, 2到3, 好几, 几. */
const readCount = (text: string, at: number): Count | null => {
  const start = text[at] === '好' && text[at + 1] === '几' ? at + 1 : at;
  const first = readNumeral(text, start);
  if (first === null) return null;
  const han = first.written === 'han';
  const link = text[first.end];
  if (first.low === first.high && (link === '到' || link === '至' || link === '-' || link === '~' || link === '、')) {
    const second = readNumeral(text, first.end + 1);
    if (second !== null && second.low > first.low) {
      return { low: first.low, high: second.high, about: false, end: second.end, han };
    }
  }
  return { low: first.low, high: first.high, about: first.more, end: first.end, han };
};

/** Whether the word behind the number is a unit here: 2020年 is a year, 5日 a day of the month, 三日 three days. */
const isUnit = (text: string, at: number, unit: Unit, { low, high, han }: Count): boolean => {
  if (unit === 'year') return high < 100;
  if (text[at] === '日' && unit === 'day') {
    const behind = text[at + 1];
    return behind === '后' || behind === '内' || behind === '之' || (behind === '前' && han) || (han && low <= 10);
  }
  if (text[at] === '周' && text[at + 1] === '岁') return false;
  return true;
};

/** 半小时, 半个月, 半天, 大半天. */
const readHalf = (text: string, at: number): Quantity | null => {
  const start = text[at] === '大' || text[at] === '小' ? at + 1 : at;
  if (text[start] !== '半') return null;
  const unit = chineseUnit(text, text[start + 1] === '多' ? start + 2 : start + 1);
  if (unit === null || unit.value === 'second' || unit.value === 'workday' || text.slice(start + 1, unit.end) === '日')
    return null;
  return { low: 0.5, high: 0.5, unit: unit.value, about: start > at || text[start + 1] === '多', end: unit.end };
};

/** The second unit of 一小时三十分钟, 三天零两小时; 一年零三个月. */
const whole = (text: string, first: Quantity): Quantity => {
  if (first.low !== first.high || (first.unit !== 'hour' && first.unit !== 'day')) return first;
  const start = text[first.end] === '零' || text[first.end] === '又' ? first.end + 1 : skipBlank(text, first.end);
  const amount = readNumeral(text, start);
  if (amount === null || amount.low !== amount.high) return first;
  const at = text[amount.end] === '个' ? amount.end + 1 : amount.end;
  const unit =
    first.unit === 'hour' && text[at] === '分'
      ? { value: 'minute' as const, end: text[at + 1] === '钟' ? at + 2 : at + 1 }
      : chineseUnit(text, at);
  if (unit === null || UNIT_MS[unit.value] >= UNIT_MS[first.unit]) return first;
  const low = first.low + (amount.low * UNIT_MS[unit.value]) / UNIT_MS[first.unit];
  return { ...first, low, high: low, end: unit.end };
};

const english = (text: string, at: number): Quantity | null => {
  const half = halfOf(text, at);
  if (half !== null) {
    const unit = englishUnit(text, skipBlank(text, half.end));
    return unit && { low: 0.5, high: 0.5, unit: unit.value, about: false, end: unit.end };
  }
  const first = amountAt(text, at);
  if (first === null) return null;
  let [low, high] = first.value;
  let end = first.end;
  const or = orWord(text, skipBlank(text, end));
  const second = or && amountAt(text, skipBlank(text, or.end));
  if (second !== null && second.value[0] > low) {
    high = second.value[1];
    end = second.end;
  }
  const before = andHalf(text, skipBlank(text, end));
  if (before !== null) {
    low += 0.5;
    high += 0.5;
    end = before.end;
  }
  // "2-hour", "3 full days".
  const gap = text[end] === '-' ? end + 1 : skipBlank(text, end);
  const unit = englishUnit(text, gap);
  if (unit === null) return null;
  // "a second SIM": the one after the first.
  if (unit.value === 'second' && text.startsWith('a ', at)) return null;
  const after = andHalf(text, skipBlank(text, unit.end));
  if (after !== null) return { low: low + 0.5, high: high + 0.5, unit: unit.value, about: false, end: after.end };
  return { low, high, unit: unit.value, about: high > low && or === null, end: unit.end };
};

const amountAt = (text: string, at: number): { value: readonly [number, number]; end: number } | null => {
  if (isBlank(text[at])) return null;
  if (isDigit(text[at])) {
    const numeral = readNumeral(text, at);
    return numeral && { value: [numeral.low, numeral.high], end: numeral.end };
  }
  return enNumber(text, at);
};

import type { Entity, HearingContext } from '../heard.ts';
import { isBlank, isDigit, isHan, isLetter, skipBlank } from './characters.ts';
import { dictionary, listed } from './dictionary.ts';
import type { Folded } from './folded.ts';
import { span } from './folded.ts';
import { EN_NUMBERS, numeralEnd, readNumeral } from './numerals.ts';

type Currency = Extract<Entity, { type: 'money' }>['currency'];
/** `local`: the coin of the place the customer is in. */
type Said = Currency | 'local' | '$';

const before = dictionary<Said>(
  listed<Said>([
    ['CNY', '¥ ￥ rmb cny 人民币'],
    ['HKD', 'hk$ hkd 港币 港元 港纸'],
    ['TWD', 'nt$ nt ntd twd 台币 新台币'],
    ['USD', 'us$ usd 美元 美金'],
    ['$', '$'],
  ]),
);
const after = dictionary<Said>(
  listed<Said>([
    ['CNY', 'rmb cny yuan 元人民币 块人民币 人民币 kuai'],
    ['HKD', '蚊 hkd 港币 港元 港纸 块港币 元港币 hk_dollars'],
    ['TWD', '台币 新台币 元台币 块台币 ntd twd nt_dollars'],
    ['USD', 'usd 美元 美金 us_dollars'],
    ['local', '元 块 块钱 圆 元钱 文钱 bucks buck'],
    ['$', 'dollars dollar'],
  ]),
);
const small = dictionary<number>(
  listed<number>([
    [10, '角 毛 毛钱 角钱'],
    [1, '分钱'],
  ]),
);
const words = dictionary<number>(EN_NUMBERS);
/** Largest amount taken for money: ten million. */
const MOST = 10_000_000;

interface Amount {
  readonly value: number;
  readonly end: number;
}

/** Amounts with a currency said: 三十块五, ¥30.5, HK$20, 30 bucks. */
export const findMoney = (folded: Folded, context: HearingContext): Entity[] => {
  const { text } = folded;
  const found: Entity[] = [];
  let at = 0;
  while (at < text.length) {
    const hit = prefixed(text, at) ?? suffixed(text, at) ?? coins(text, at);
    if (hit === null) {
      at = Math.max(at + 1, numeralEnd(text, at));
      continue;
    }
    const fen = Math.round(hit.value * 100);
    if (hit.value <= MOST) {
      found.push({ ...span(folded, at, hit.end), type: 'money', fen, currency: currencyOf(hit.said, context) });
    }
    at = hit.end;
  }
  return found;
};

interface Hit extends Amount {
  readonly said: Said;
}

const prefixed = (text: string, at: number): Hit | null => {
  const sign = before(text, at);
  if (sign === null) return null;
  const amount = readAmount(text, skipBlank(text, sign.end));
  return amount && { ...amount, said: sign.value };
};

const suffixed = (text: string, at: number): Hit | null => {
  if (isLetter(text[at - 1]) || isDigit(text[at - 1]) || text[at - 1] === '.') return null;
  const amount = readAmount(text, at);
  if (amount === null) return null;
  const few = '多几来'.includes(text[amount.end] ?? ' ') ? amount.end + 1 : skipBlank(text, amount.end);
  const unit = after(text, few);
  if (unit === null) return null;
  const rest = text[unit.end - 1] === '块' || text[unit.end - 1] === '元' ? fraction(text, unit.end) : null;
  return { value: amount.value + (rest?.value ?? 0), end: rest?.end ?? unit.end, said: unit.value };
};

/** 五毛, 八分钱. */
const coins = (text: string, at: number): Hit | null => {
  const amount = readAmount(text, at);
  const unit = amount && small(text, amount.end);
  if (amount === null || unit === null) return null;
  const last = unit.value === 10 ? readNumeral(text, unit.end) : null;
  const cents = last !== null && last.low < 10 && text[last.end] === '分' ? last : null;
  return {
    value: (amount.value * unit.value + (cents?.low ?? 0)) / 100,
    end: cents ? cents.end + 1 : unit.end,
    said: 'local',
  };
};

/** What follows 块: 五 (.5), 五毛, 五毛八, 零五分, 二五 (.25). */
const fraction = (text: string, at: number): Amount | null => {
  const zero = text[at] === '零' ? at + 1 : at;
  const first = readNumeral(text, zero);
  if (first === null || first.end - zero > 2 || first.low >= 100) return null;
  const unit = text[first.end];
  if (unit === '毛' || unit === '角') {
    const second = readNumeral(text, first.end + 1);
    if (second !== null && second.low < 10 && second.end === first.end + 2) {
      const end = text[second.end] === '分' ? second.end + 1 : second.end;
      return { value: first.low / 10 + second.low / 100, end };
    }
    return { value: first.low / 10, end: first.end + 1 };
  }
  if (unit === '分' && text[first.end + 1] !== '钟') return { value: first.low / 100, end: first.end + 1 };
  if (isHan(unit) && !'的呢了吧啊吗是都钱。'.includes(unit ?? '')) return null;
  if (first.end - zero === 2) return { value: Number(`0.${spelledTwo(text, zero)}`), end: first.end };
  return { value: first.low / (zero > at ? 100 : 10), end: first.end };
};

const spelledTwo = (text: string, at: number): string =>
  [at, at + 1].map((i) => String(readNumeral(text.slice(i, i + 1), 0)?.low ?? 0)).join('');

const readAmount = (text: string, at: number): Amount | null => {
  const word = words(text, at);
  if (word !== null) return word;
  const numeral = readNumeral(text, at);
  if (numeral === null) return null;
  let { low: value, end } = numeral;
  // Thousands marked off: 1,200.
  for (let i = 0; i < 3 && isThousands(text, end); i++) {
    value = value * 1000 + Number(text.slice(end + 1, end + 4));
    end += 4;
  }
  if (end > numeral.end && text[end] === '.' && isDigit(text[end + 1])) {
    const cents = Math.min(numeralEnd(text, end + 1), end + 3);
    value += Number(`0.${text.slice(end + 1, cents)}`);
    end = cents;
  }
  if (numeral.written === 'digits') {
    if (text[end] === '万') return { value: value * 10_000, end: end + 1 };
    if (text[end] === '千') return { value: value * 1000, end: end + 1 };
    if (text[end] === '百') return { value: value * 100, end: end + 1 };
    if (text[end] === 'k' && !isLetter(text[end + 1])) return { value: value * 1000, end: end + 1 };
  }
  return isBlank(text[at]) ? null : { value, end };
};

const isThousands = (text: string, at: number): boolean =>
  text[at] === ',' && isDigit(text[at + 1]) && isDigit(text[at + 2]) && isDigit(text[at + 3]) && !isDigit(text[at + 4]);

const currencyOf = (said: Said, { timeZone }: HearingContext): Currency => {
  if (said !== 'local' && said !== '$') return said;
  if (timeZone === 'Asia/Hong_Kong') return 'HKD';
  if (timeZone === 'Asia/Taipei') return 'TWD';
  return said === '$' ? 'USD' : 'CNY';
};

import type { Entity, HearingContext } from '../heard.ts';
import { isDigit, isHan, isLetter } from './characters.ts';
import type { Folded } from './folded.ts';
import { span } from './folded.ts';

/** Separators allowed one at a time between the digits of a number. */
const SEPARATORS = ' -()';
/** Digits read aloud, as transcripts write them. */
const SPOKEN = new Map([...'零一二三四五六七八九'].map((c, i) => [c, String(i)] as const));
SPOKEN.set('幺', '1').set('两', '2');
/** The longest international number, with its prefix written 00. */
const MOST_DIGITS = 17;

interface Chain {
  readonly digits: string;
  /** `ends[i]`: end of digit `i` in the folded text. */
  readonly ends: readonly number[];
}

/** Telephone numbers of customers, in E.164. Hotlines (400, 10000, 95xxx) are none. */
export const findPhones = (folded: Folded, context: HearingContext): Entity[] => {
  const { text } = folded;
  const found: Entity[] = [];
  const hongKong = context.timeZone === 'Asia/Hong_Kong' || /香港|hong ?kong|\bhk\b/.test(text);
  const eight = hongKong || context.language === 'zh-Hant';
  const taiwan = context.timeZone === 'Asia/Taipei' || context.language === 'zh-Hant';
  let at = 0;
  while (at < text.length) {
    const start = at++;
    if (!beginsNumber(text, start)) continue;
    const plus = text[start] === '+';
    const chain = readChain(text, open(text, start) ? start + 1 : start);
    const named = endsName(text, start);
    const hit = plus
      ? international(chain)
      : national(chain, eight && !follows(text, start) && !named, taiwan && !named);
    if (hit === null) continue;
    const end = chain.ends[hit.length - 1] ?? start;
    if (isLetter(text[end])) continue;
    found.push({ ...span(folded, start, end), type: 'phone', value: hit.value });
    at = end;
  }
  return found;
};

const digitAt = (text: string, at: number): string | undefined => {
  const c = text[at];
  return isDigit(c) ? c : SPOKEN.get(c ?? '');
};

const open = (text: string, at: number): boolean => text[at] === '+' || text[at] === '(';

/** 张三138…: one numeral after another character ends a name; a number in figures begins after it. */
const endsName = (text: string, at: number): boolean =>
  isDigit(text[at]) && SPOKEN.has(text[at - 1] ?? '') && isHan(text[at - 2]) && digitAt(text, at - 2) === undefined;

const beginsNumber = (text: string, at: number): boolean => {
  const before = at - 1;
  if (endsName(text, at)) return true;
  if (digitAt(text, before) !== undefined || isLetter(text[before])) return false;
  if (open(text, at)) return digitAt(text, at + 1) !== undefined;
  return text[before] !== '+' && digitAt(text, at) !== undefined;
};

/** Whether other digits stand just before, so that a short number may be the tail of a longer one. */
const follows = (text: string, at: number): boolean =>
  SEPARATORS.includes(text[at - 1] ?? '\n') && digitAt(text, at - 2) !== undefined;

const readChain = (text: string, start: number): Chain => {
  let digits = '';
  const ends: number[] = [];
  let at = start;
  while (digits.length < MOST_DIGITS) {
    const digit = digitAt(text, at);
    if (digit !== undefined) {
      digits += digit;
      at++;
      ends.push(at);
      continue;
    }
    let next = at;
    while (next < at + 2 && SEPARATORS.includes(text[next] ?? '\n')) next++;
    if (next === at || digitAt(text, next) === undefined) break;
    at = next;
  }
  return { digits, ends };
};

type Hit = { readonly value: string; readonly length: number } | null;

/** The first `length` digits, when nothing but a gap or the end follows them. */
const take = ({ digits, ends }: Chain, length: number, value: (digits: string) => string): Hit => {
  if (digits.length < length) return null;
  const last = ends[length - 1] ?? 0;
  const next = ends[length];
  if (next !== undefined && next === last + 1) return null;
  return { value: value(digits.slice(0, length)), length };
};

const MOBILE = /^1[3-9]/;

const international = (chain: Chain): Hit => {
  const { digits } = chain;
  const plus = (d: string): string => `+${d}`;
  if (digits.startsWith('86')) {
    if (MOBILE.test(digits.slice(2))) return take(chain, 13, plus);
    return take(chain, 12, plus) ?? take(chain, 11, plus);
  }
  if (digits.startsWith('852') || digits.startsWith('853')) return take(chain, 11, plus);
  if (digits.startsWith('886')) return take(chain, 12, plus) ?? take(chain, 11, plus);
  return digits.length >= 8 && digits.length <= 15 && digits[0] !== '0' ? take(chain, digits.length, plus) : null;
};

const national = (chain: Chain, eight: boolean, taiwan: boolean): Hit => {
  const { digits } = chain;
  if (digits.startsWith('0086')) return take(chain, 15, (d) => `+${d.slice(2)}`);
  if (digits.startsWith('86') && MOBILE.test(digits.slice(2))) return take(chain, 13, (d) => `+${d}`);
  if (MOBILE.test(digits)) {
    const mobile = take(chain, 11, (d) => `+86${d}`);
    if (mobile !== null) return mobile;
  }
  if (/^(852|853)[235-9]/.test(digits) && digits.length === 11) return take(chain, 11, (d) => `+${d}`);
  if (digits.startsWith('09')) {
    const mobile = take(chain, 10, (d) => `+886${d.slice(1)}`);
    if (mobile !== null) return mobile;
  }
  if (taiwan && /^0[2-8]/.test(digits)) {
    const line = take(chain, 10, (d) => `+886${d.slice(1)}`) ?? take(chain, 9, (d) => `+886${d.slice(1)}`);
    if (line !== null) return line;
  }
  if (/^0(10|2\d)[2-8]/.test(digits)) return take(chain, 11, (d) => `+86${d.slice(1)}`);
  if (/^0[3-9]\d\d[2-8]/.test(digits)) {
    return take(chain, 12, (d) => `+86${d.slice(1)}`) ?? take(chain, 11, (d) => `+86${d.slice(1)}`);
  }
  if (eight && /^[235-9]/.test(digits) && !DATE.test(digits)) return take(chain, 8, (d) => `+852${d}`);
  return null;
};

/** A date written as eight digits. */
const DATE = /^20[2-4]\d[01]\d[0-3]\d/;

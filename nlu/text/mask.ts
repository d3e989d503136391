import { isDigit, isLetter } from './characters.ts';

/** What a run of digits stands for. A number must never decide an intent; its kind may. */
export type Mask = 'tel' | 'money' | 'speed' | 'volume' | 'date' | 'time' | 'acct' | 'case' | 'num';

export interface Masked {
  /** Exclusive end of the run in the text. */
  readonly end: number;
  /** Null: the run is a word of its own (`5g`, `110`, `wifi6`). */
  readonly mask: Mask | null;
}

/** Numbers that are names: emergency lines, regulators, operators' hotlines. */
const NAMES = new Set(
  '110 119 120 122 112 911 999 995 12315 12300 12345 12381 12321 12377 12348 1388 10086 10085 10080 10000 10001 10010 10015 10099 24 360'.split(
    ' ',
  ),
);
const SPEEDS = new Set(['m', 'mb', 'mbps', 'kb', 'kbps', 'k', 'gbps', 'mbit', 'mhz', 'ghz', 'ms']);
const VOLUMES = new Set(['g', 'gb', 'gig', 'gigs', 'tb', 't']);
const CURRENCIES = new Set([
  'rmb',
  'yuan',
  'hkd',
  'hk',
  'nt',
  'ntd',
  'twd',
  'usd',
  'dollars',
  'dollar',
  'bucks',
  'kuai',
  'cny',
]);
const CLOCKS = new Set(['am', 'pm', 'oclock']);
const ORDINALS = new Set(['st', 'nd', 'rd', 'th']);
const GENERATIONS = new Set(['2g', '3g', '4g', '5g', '6g', '2.4g']);
const CASE_PREFIXES = new Set(['ts', 'gz', 'sq', 'yy']);
const JOINTS = '.,:/-+';

/**
 * Reads the run of letters and digits at `start` of a normalised text, joints between digits included, if it has a digit;
 * null when it is a plain word. One pass over the run.
 */
export const readMasked = (text: string, start: number): Masked | null => {
  let end = start;
  let digits = 0;
  let letters = 0;
  let joints = '';
  let lettersAfterDigits = start;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (isDigit(code)) {
      digits++;
      lettersAfterDigits = end + 1;
    } else if (isLetter(code)) letters++;
    else if (JOINTS.includes(text.charAt(end)) && digits > 0 && isDigit(text.charCodeAt(end + 1)))
      joints += text.charAt(end);
    else break;
  }
  if (digits === 0) return null;
  const run = text.slice(start, end);
  if (NAMES.has(run) || GENERATIONS.has(run)) return { end, mask: null };
  const leading = isLetter(text.charCodeAt(start));
  if (leading) return { end, mask: maskOfName(run, digits) };
  const unit = text.slice(lettersAfterDigits, end);
  return { end, mask: maskOfNumber(text, start, end, { digits, letters, joints, unit }) };
};

const maskOfName = (run: string, digits: number): Mask | null => {
  if (CASE_PREFIXES.has(run.slice(0, 2)) && digits >= 6) return 'case';
  return digits >= 5 ? 'acct' : null;
};

interface Run {
  readonly digits: number;
  readonly letters: number;
  readonly joints: string;
  readonly unit: string;
}

const maskOfNumber = (text: string, start: number, end: number, run: Run): Mask => {
  const { digits, letters, joints, unit } = run;
  const before = text.charAt(start - 1);
  const after = text.charAt(end) === ' ' ? text.charAt(end + 1) : text.charAt(end);
  if (before !== '' && '$¥£€'.includes(before)) return 'money';
  if (unit !== '' && unit.length === letters) {
    if (SPEEDS.has(unit)) return 'speed';
    if (VOLUMES.has(unit)) return 'volume';
    if (CURRENCIES.has(unit)) return 'money';
    if (CLOCKS.has(unit)) return 'time';
    if (ORDINALS.has(unit)) return 'date';
  }
  if (joints.includes(':')) return 'time';
  if (digits <= 8 && (joints.includes('/') || joints === '--')) return 'date';
  if (after !== '') {
    if ('元块圆毛蚊刀'.includes(after)) return 'money';
    if ('兆'.includes(after)) return 'speed';
    if ('月号日'.includes(after) && digits <= 4) return 'date';
    if ('点时'.includes(after) && digits <= 4) return 'time';
  }
  if (letters > 0) return digits >= 5 ? 'acct' : 'num';
  if (digits >= 7 && digits <= 13) return 'tel';
  return digits > 13 ? 'acct' : 'num';
};

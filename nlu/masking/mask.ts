import { LONGEST_UTTERANCE } from '../../domain/learning.ts';
import type { Entity } from '../heard.ts';

/** What is put in the place of something personal. `[number]`: digits of which nothing else is known. */
export const PLACEHOLDERS = [
  '[phone]',
  '[account]',
  '[case]',
  '[money]',
  '[name]',
  '[address]',
  '[email]',
  '[link]',
  '[number]',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const PERSONAL: Partial<Record<Entity['type'], Placeholder>> = {
  phone: '[phone]',
  account: '[account]',
  caseNumber: '[case]',
  money: '[money]',
  name: '[name]',
  address: '[address]',
};

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[a-z0-9.-]{1,200}[a-z0-9]/giu;
const LINK =
  /(?:https?:\/\/|www\.)[^\s\p{Script=Han}，。！？]+|(?<![a-z0-9.-])(?:[a-z0-9-]{1,63}\.){1,5}(?:com|cn|net|org|hk|tw|io|me|cc|xyz|top)\b(?:\/[^\s\p{Script=Han}，。！？]*)?/giu;
/** Digits in figures or characters; ten, hundred and thousand are words of amounts. */
const DIGIT = '[\\p{Nd}零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖貳參陸]';
/** Four in a row, or seven with marks or blanks between them, clock times left alone. */
const DIGITS = new RegExp(`${DIGIT}(?:[^\\p{L}\\p{Nd}:：\\[\\]]{0,3}${DIGIT}){6,}|${DIGIT}{4,}`, 'gu');
/** Letters and digits in one word: accounts, plates, serial numbers, names of messenger accounts. */
const WORD = /[A-Za-z0-9_]{4,}/g;
/** Characters nobody sees, and marks that stand on a digit. */
const HIDDEN = /(?<=\p{Nd})\p{M}+|\p{Cf}|\p{Cc}|\p{Variation_Selector}/gu;
/** Marks of Chinese writing that NFKC would make Latin ones. */
const CHINESE_MARKS = '，！？：；（）';
/** Rounds until nothing personal is found any more; a text that needs more is not kept. */
const ROUNDS = 4;

/**
 * The text with everything personal replaced by a placeholder of its type, or null when it is longer than 300 units, when
 * nothing but placeholders would be left, or when `find` still finds something personal in the result.
 * @param find the entities of a text, with offsets into it
 */
export function mask(text: string, find: (text: string) => readonly Entity[]): string | null {
  if (text.length > LONGEST_UTTERANCE) return null;
  const masked = maskWords(text, find);
  return masked !== null && saysSomething(masked) ? masked : null;
}

/** As `mask`, of any length and also when only placeholders are left: for who may see what was said, not who said it. */
export function maskWords(text: string, find: (text: string) => readonly Entity[]): string | null {
  let masked = plain(text).replace(EMAIL, '[email]').replace(LINK, '[link]');
  for (let round = 0; round < ROUNDS; round++) {
    const personal = find(masked).filter(({ type }) => PERSONAL[type] !== undefined);
    if (personal.length === 0) {
      const whole = withoutDigits(masked);
      if (whole === masked) return masked;
      masked = whole;
    } else masked = withoutDigits(withoutEntities(masked, personal));
  }
  return null;
}

function plain(text: string): string {
  const folded = Array.from(text, (c) => (CHINESE_MARKS.includes(c) ? c : c.normalize('NFKC'))).join('');
  return folded
    .replace(/[\s\p{Zs}]+/gu, ' ')
    .replace(HIDDEN, '')
    .trim();
}

/** A third character that ends the words after a name of two belongs to it: finders leave 明 and others to the next word. */
function endOf(text: string, { type, start, end }: Entity): number {
  const isShort = type === 'name' && /^\p{Script=Han}{2}$/u.test(text.slice(start, end));
  return isShort && /^\p{Script=Han}(?!\p{Script=Han})/u.test(text.slice(end)) ? end + 1 : end;
}

/** From the end, so that offsets before a replacement stay right. A name is also replaced where it is not introduced. */
function withoutEntities(text: string, personal: readonly Entity[]): string {
  let rest = text;
  const names: string[] = [];
  for (const entity of personal.toSorted((a, b) => b.start - a.start)) {
    const end = endOf(text, entity);
    if (entity.type === 'name') names.push(text.slice(entity.start, end).trim());
    rest = rest.slice(0, entity.start) + (PERSONAL[entity.type] ?? '') + rest.slice(end);
  }
  return names.filter((name) => name.length > 1).reduce((all, name) => all.replaceAll(name, '[name]'), rest);
}

function withoutDigits(text: string): string {
  const identified = text.replace(WORD, (word) =>
    word.replace(/\D/g, '').length >= 4 || (word.includes('_') && word.length >= 6) ? '[number]' : word,
  );
  return identified.replace(DIGITS, '[number]');
}

/** Two letters or characters beside the placeholders. */
function saysSomething(masked: string): boolean {
  const words = PLACEHOLDERS.reduce((rest, placeholder) => rest.replaceAll(placeholder, ' '), masked);
  return (words.match(/\p{L}/gu)?.length ?? 0) >= 2;
}

import type { Token } from '../text/tokens.ts';

/** Shortest answers that do carry a meaning. */
const WORDS = new Set(
  '是 否 对 好 嗯 不 行 中 得 妥 嗨 喂 谢 停 啱 冇 有 可 要 别 ok yes no hi yo ty ta bye yep nah ya k'.split(' '),
);

/** No request can be read from it: nothing but numbers, a single character, a word of two letters. */
export const isFragment = (text: string, units: readonly Token[]): boolean => {
  const first = units[0];
  if (!first) return true;
  if (units.every((unit) => unit.kind === 'mask')) return true;
  if (units.length > 1) return false;
  const word = text.slice(first.start, first.end);
  return word.length < (first.kind === 'han' ? 2 : 3) && !WORDS.has(word);
};

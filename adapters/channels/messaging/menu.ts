import { EN_ORDINAL_NUMBERS, wholeNumber } from '../../../nlu/entities/numerals.ts';

/** Choices as a menu in words. */
export function menuText(choices: readonly { readonly label: string }[]): string {
  return choices.map(({ label }, index) => `${index + 1}. ${label}`).join('\n');
}

/** Characters that a number takes, with all the words around it. */
const NUMBER_MOST = 40;
const CHINESE =
  /^(?:我?[选選](?:[择擇]|[项項])?)?第?\s*(\d{1,2}|[一二两兩三四五六七八九十]{1,3})\s*(?:[个個项項号號条條](?:选项|選項)?)?$/u;
const ENGLISH =
  /^(?:the\s+)?(?:(?:no\.?|number|option|choice|#)\s*)?([a-z][a-z -]*?|\d{1,2}(?:st|nd|rd|th)?)(?:\s+(?:one|option|choice))?$/;
const ORDINALS = new Map(EN_ORDINAL_NUMBERS);

/**
 * What a customer picked of a numbered menu: `2`, `２`, `二`, `2.`, `(2)`, `选2`, `第二个`, `第二個`, `option 2`, `the second one`,
 * or the label itself; null when it is something else.
 */
export function picked<C extends { readonly label: string }>(text: string, menu: readonly C[]): C | null {
  const said = folded(text);
  const labelled = menu.find(({ label }) => folded(label) === said);
  if (labelled) return labelled;
  if (said.length > NUMBER_MOST) return null;
  const bare = said.replace(/^[(（]\s*(.*?)\s*[)）]$/u, '$1').replace(/\s*[.。、)）]$/u, '');
  return menu[(placeIn(bare) ?? 0) - 1] ?? null;
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

function placeIn(said: string): number | null {
  const chinese = CHINESE.exec(said)?.[1];
  if (chinese !== undefined) return wholeNumber(chinese);
  const english = ENGLISH.exec(said)?.[1]?.replace(/(?<=\d)(?:st|nd|rd|th)$/, '');
  return english === undefined ? null : (ORDINALS.get(english) ?? wholeNumber(english));
}

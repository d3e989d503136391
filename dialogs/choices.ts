import type { Names } from '../domain/ids.ts';
import { LANGUAGES } from '../domain/ids.ts';
import type { Choice } from '../locales/messages.ts';
import { EN_ORDINAL_NUMBERS, wholeNumber } from '../nlu/entities/numerals.ts';

/** Choices from a record of labels, value = key. */
export function choicesOf(labels: Readonly<Record<string, Names>>): Choice[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** Folds width, case, blanks and final punctuation, so that a typed label equals a pressed one. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s，。,.!！?？~、]+/gu, '');
}

/**
 * The choice meant by a typed or pressed answer: its label in any language, or its place ("2", "２", "第二个", "the second one").
 * Null when it is none of them.
 */
export function pickChoice(text: string, offered: readonly Choice[]): Choice | null {
  const labelled = labelledAs(text, offered);
  const said = fold(text.slice(0, 200));
  if (labelled !== null || said === '') return labelled;
  // where the choices are numbers themselves (a rating), a number is none of their places
  // the last quick reply of a summary gives it up: nobody means that by its place
  const last = LAST.test(said) && offered.at(-1)?.value !== 'drop';
  const place = offered.some(isNumber) ? null : last ? offered.length : ordinal(said);
  return place === null ? null : (offered[place - 1] ?? null);
}

/** The choice whose label, in any language, is exactly what was typed or pressed. */
export function labelledAs(text: string, offered: readonly Choice[]): Choice | null {
  const said = fold(text.slice(0, 200));
  const isSaid = ({ label }: Choice) => LANGUAGES.some((language) => fold(label[language]) === said);
  return said === '' ? null : (offered.find(isSaid) ?? null);
}

/** "The last one", in folded text. */
export const LAST =
  /^(好的?|那就|那|就|要|我要|我选|我選|ok|okay)*(最后|最後|最尾)(那|一|的)*(个|個|项|項|条|條|家)?(吧|啦|就好)?$|^(ok|okay)?(the)?last(one|option)?(please)?$/u;
const isNumber = ({ label }: Choice) => /^\d{1,2}( |$)/.test(label.en);

function ordinal(said: string): number | null {
  const bare = said
    .replace(/^(好的?|行|可以|ok)?(那就|那|就|要|我要|我就要)(?=第|[一二三四五六1-6两兩])/u, '')
    .replace(/^(第|选|選|我选|我選|the|option|number|no)/u, '')
    .replace(/(个|個|项|項|条|條|家|间|間|张|張|位|种|種|笔|筆|件|段|one|option)?(吧|啦|就好|就行|可以)?$/u, '');
  return EN_ORDINAL_NUMBERS.find(([each]) => each === bare)?.[1] ?? wholeNumber(bare);
}

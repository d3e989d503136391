import { isDigit, isLetter, skipBlank } from '../../characters.ts';

interface Meridiem {
  readonly pm: boolean;
  readonly end: number;
}

const WORDS: readonly (readonly [string, boolean])[] = [
  ['a.m.', false],
  ['p.m.', true],
  ['a.m', false],
  ['p.m', true],
  ['am', false],
  ['pm', true],
];

/** am or pm at `at`, a blank before it or stuck to the digits. */
export const meridiem = (text: string, at: number): Meridiem | null => {
  const start = skipBlank(text, at);
  for (const [word, pm] of WORDS) {
    const end = start + word.length;
    if (text.startsWith(word, start) && !isLetter(text[end]) && !isDigit(text[end])) return { pm, end };
  }
  return null;
};

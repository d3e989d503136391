import { Converter } from 'opencc-js/t2cn';
import { alias, aliasTraditional } from './aliases.ts';
import { cap } from './cap.ts';

/** Taiwan's script and words to the mainland's; the `tw` and `hk` tables leave 網路, 寬頻, 簡訊 as they are. */
const toSimplified = Converter({ from: 'twp', to: 'cn' });

// Zero-width characters, bidi controls, soft hyphen, variation selectors and other format or control characters.
const INVISIBLE = /\p{Cf}|\p{Cc}|\p{Variation_Selector}/gu;
const HAN = /\p{Script=Han}/u;
const BLANKS = /[\s\u3000]+/gu;

/** Longest run of one character (digits excepted) that is kept. */
const RUN = 3;

/**
 * The text as the model reads it: at most 501 code points, NFKC, lower case, invisible characters gone, blanks
 * collapsed, runs cut, mainland script and words. Linear in the text kept; the raw text is never changed.
 */
export const normalise = (raw: string): string => {
  const folded = cutRuns(fold(cap(raw)));
  if (!HAN.test(folded)) return folded;
  return alias(toSimplified(aliasTraditional(folded)));
};

/** The first steps alone: width, case, invisible characters, blanks. Keeps the script, for recognising the language. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\t\n\r]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(BLANKS, ' ')
    .replace(/[’‘`]/g, "'")
    .trim();

const cutRuns = (text: string): string => {
  let out = '';
  let last = '';
  let run = 0;
  for (const c of text) {
    run = c === last ? run + 1 : 1;
    last = c;
    if (run <= RUN || (c >= '0' && c <= '9')) out += c;
  }
  return out;
};

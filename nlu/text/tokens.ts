import { isDigit, isHan, isWordPart } from './characters.ts';
import { hashOf, mix } from './hash.ts';
import { readMasked } from './mask.ts';

export interface Token {
  readonly kind: 'han' | 'latin' | 'mask';
  readonly start: number;
  readonly end: number;
  /** Equal for equal units, unequal (but for chance) for unequal ones. */
  readonly hash: number;
}

const LATIN_SEED = 0x51ed270b;
const MASK_SEED = 0x2545f491;

/** Han characters, whole Latin words and masked numbers of a normalised text, in order; the rest is dropped. Linear. */
export const tokens = (text: string): Token[] => {
  const out: Token[] = [];
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (isHan(code)) {
      out.push({ kind: 'han', start: i, end: i + 1, hash: mix(0, code) });
      i++;
    } else if (isWordPart(code)) {
      const token = word(text, i);
      if (token.kind === 'mask' || token.end - token.start > 1 || code !== 0x27) out.push(token);
      i = token.end;
    } else i++;
  }
  return out;
};

const word = (text: string, start: number): Token => {
  let end = start;
  let digits = false;
  while (end < text.length && isWordPart(text.charCodeAt(end))) {
    digits ||= isDigit(text.charCodeAt(end));
    end++;
  }
  if (digits) {
    const masked = readMasked(text, start);
    if (masked?.mask) {
      const hash = hashOf(masked.mask, 0, masked.mask.length, MASK_SEED);
      return { kind: 'mask', start, end: masked.end, hash };
    }
    if (masked && masked.end > end) end = masked.end;
  }
  return { kind: 'latin', start, end, hash: hashOf(text, start, end, LATIN_SEED) };
};

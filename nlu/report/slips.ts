import { random } from '../learn/random.ts';

/** Harm that typing and dictation do to a text. */
export const slipsOf: readonly { readonly what: string; readonly change: (text: string) => string }[] = [
  { what: 'one character left out, doubled or swapped', change: (text) => slip(text, 1) },
  { what: 'two of them', change: (text) => slip(text, 2) },
  { what: 'no punctuation', change: (text) => text.replace(/[\p{P}]+/gu, ' ') },
  { what: 'all capitals, full width', change: (text) => text.toUpperCase().replace(/[!-~]/g, fullWidth) },
  {
    what: 'a filler before it',
    change: (text) => `${/\p{Script=Han}/u.test(text) ? '那个，嗯，' : 'um, so, '}${text}`,
  },
];

const fullWidth = (c: string): string => String.fromCharCode(c.charCodeAt(0) + 0xfee0);

const slip = (text: string, times: number): string => {
  const out = Array.from(text);
  const next = random(text.length * 7919 + (text.codePointAt(0) ?? 0));
  for (let n = 0; n < times && out.length > 3; n++) {
    const at = Math.floor(next() * (out.length - 1));
    const [here = '', after = ''] = [out[at], out[at + 1]];
    const kind = Math.floor(next() * 3);
    if (kind === 0) out.splice(at, 1);
    else if (kind === 1) out.splice(at, 0, here);
    else out.splice(at, 2, after, here);
  }
  return out.join('');
};

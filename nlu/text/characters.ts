/** Kinds of UTF-16 units, by code alone. */

export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0xf900 && code <= 0xfaff);

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Lower-case ASCII letters: texts are lower-cased before they are looked at. */
export const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;

export const isWordPart = (code: number): boolean => isLetter(code) || isDigit(code) || code === 0x27;

/** Number of Han characters in a text. */
export const countHan = (text: string): number => {
  let n = 0;
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) n++;
  return n;
};

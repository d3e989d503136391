/** Kinds of UTF-16 units of folded text, by code alone. */

export const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9' && c.length === 1;

export const isLetter = (c: string | undefined): boolean => c !== undefined && c >= 'a' && c <= 'z' && c.length === 1;

export const isHan = (c: string | undefined): boolean => {
  const code = c?.charCodeAt(0) ?? 0;
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
};

export const isBlank = (c: string | undefined): boolean => c === ' ' || c === '\n';

/** Index of the first unit from `at` that is not a plain blank; folded text has at most one in a row. */
export const skipBlank = (text: string, at: number): number => (text[at] === ' ' ? at + 1 : at);

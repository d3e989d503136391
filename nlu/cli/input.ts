import { readFileSync } from 'node:fs';
import { Usage } from './fail.ts';

/** U+FEFF, by which some editors and shells say that a text is Unicode. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** Text from outside without a mark at its beginning that belongs to no word of it. */
export const withoutMark = (text: string): string => text.replace(BYTE_ORDER_MARK, '');

/** A file that somebody named. Throws Usage when it cannot be read or holds nothing but blanks; `wanted` says what belongs in it. */
export const readText = (file: string, wanted: string): string => {
  const text = withoutMark(contentOf(file));
  if (text.trim() === '') throw new Usage(`${file} is empty: it needs ${wanted}`);
  return text;
};

const contentOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new Usage(`${file} cannot be read: ${code === 'ENOENT' ? 'there is no such file' : code}`);
  }
};

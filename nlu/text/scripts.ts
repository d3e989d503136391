import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/** Characters that a table converts and never leaves as they are: their script is certain. */
const certain = (table: string): ReadonlySet<string> => {
  const out = new Set<string>();
  for (const entry of table.split('|')) {
    const [from = '', ...to] = entry.split(' ');
    if (from.length === 1 && !to.includes(from)) out.add(from);
  }
  return out;
};

export const SIMPLIFIED_ONLY = certain(simplifiedToTraditional);

/** With the characters that only Cantonese writes. */
export const TRADITIONAL_ONLY: ReadonlySet<string> = new Set([
  ...certain(traditionalToSimplified),
  ...'嘅咗唔冇佢喺嚟啲哋㗎噉咁嘢乜咩嗰喎囉啱畀攞嘥睇揾',
]);

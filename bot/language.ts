import type { Language } from '../domain/ids.ts';
import type { Heard } from '../nlu/heard.ts';
import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from '../nlu/text/scripts.ts';

/** The product's language nearest to a BCP 47 tag; null when there is none. */
export function languageOfTag(tag: string | undefined): Language | null {
  const lower = tag?.toLowerCase() ?? '';
  if (lower.startsWith('zh')) return !lower.includes('hans') && /hant|tw|hk|mo/.test(lower) ? 'zh-Hant' : 'zh-Hans';
  return lower.startsWith('en') ? 'en' : null;
}

/** Particulars are written in the script of a register, whatever the customer writes. */
const PARTICULARS: ReadonlySet<string> = new Set(['phone', 'address', 'name']);
/** An answer of fewer letters may be a name. */
const LONGER_THAN_A_NAME = 5;

/** The one script that the words of a text are written in; null when they show none, or both. */
function scriptOf(heard: Heard, answering: boolean): Language | null {
  let words = heard.text;
  for (const e of heard.entities.toSorted((a, b) => b.start - a.start))
    if (answering && PARTICULARS.has(e.type)) words = words.slice(0, e.start) + words.slice(e.end);
  const letters = [...words.matchAll(/\p{L}/gu)].map(([letter]) => letter);
  const short = answering && letters.length < LONGER_THAN_A_NAME && heard.band !== 'act';
  const simplified = letters.some((letter) => SIMPLIFIED_ONLY.has(letter));
  const traditional = letters.some((letter) => TRADITIONAL_ONLY.has(letter));
  if (short || simplified === traditional) return null;
  return traditional ? 'zh-Hant' : 'zh-Hans';
}

/**
 * The language to answer in: that of the request. A short answer, an address, a number or Han characters that both scripts
 * share do not switch it.
 */
export function languageAfter(before: Language, heard: Heard, answering: boolean): Language {
  if (heard.language === before) return before;
  const letters = heard.text.replace(/[^\p{L}]/gu, '');
  if (letters.length < 2) return before;
  if (heard.language !== 'en' && before !== 'en') return scriptOf(heard, answering) ?? before;
  // one unknown word shows no language
  if (heard.intent === 'out-of-scope' && letters.length < 12) return before;
  const particulars = heard.entities.some((e) => e.type === 'phone' || e.type === 'address' || e.type === 'name');
  if (answering && (particulars || heard.band !== 'act' || heard.text.length < 12)) return before;
  return heard.language;
}

import type { Language } from '../../domain/ids.ts';
import { isHan } from './characters.ts';
import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './scripts.ts';

/** Words that carry an English sentence; product names and borrowed nouns do not. */
const GLUE = new Set(
  "the a an is are was my your to i i'm i'd i've it in on of for and or not no can could would you please have has do does don't want need me we this that with how what when where why be been am there".split(
    ' ',
  ),
);

/** Language of a folded text (see `normalise.ts`); `before` is the language of the conversation, which decides when the text cannot. */
export const languageOf = (folded: string, before: Language): Language => {
  let han = 0;
  let simplified = 0;
  let traditional = 0;
  for (let i = 0; i < folded.length; i++) {
    if (!isHan(folded.charCodeAt(i))) continue;
    han++;
    const c = folded.charAt(i);
    if (TRADITIONAL_ONLY.has(c)) traditional++;
    else if (SIMPLIFIED_ONLY.has(c)) simplified++;
  }
  if (isEnglish(folded, han)) return 'en';
  if (traditional > simplified) return 'zh-Hant';
  if (simplified > 0) return 'zh-Hans';
  if (han > 0) return before === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans';
  return before;
};

/** The request is English when it has letters and no Han, or when English words hold the sentence together. */
const isEnglish = (folded: string, han: number): boolean => {
  if (han === 0) return /[a-z]/.test(folded);
  const words = folded.match(/[a-z][a-z']*/g) ?? [];
  const glue = words.filter((word) => GLUE.has(word)).length;
  return glue >= 2 && words.length > han / 2;
};

import type { Language } from '../domain/ids.ts';
import type { Heard } from '../nlu/heard.ts';

/** The product's language nearest to a BCP 47 tag; null when there is none. */
export function languageOfTag(tag: string | undefined): Language | null {
  const lower = tag?.toLowerCase() ?? '';
  if (lower.startsWith('zh')) return !lower.includes('hans') && /hant|tw|hk|mo/.test(lower) ? 'zh-Hant' : 'zh-Hans';
  return lower.startsWith('en') ? 'en' : null;
}

/** Characters that only one of the two scripts uses, frequent in what customers write. */
const SIMPLIFIED =
  /[们这说话网宽带线断电视机户费办约装报诉务员单号码东车时间问题关开会对吗么没过还进实现样见长门头书钱点处无应该]/u;
const TRADITIONAL =
  /[們這說話網寬帶線斷電視機戶費辦約裝報訴務員單號碼東車時間問題關開會對嗎麼沒過還進實現樣見長門頭書錢點處無應該嘅咗唔係冇喺]/u;

/**
 * The language to answer in: that of the request. A short answer, an address, a number or Han characters that both scripts
 * share do not switch it.
 */
export function languageAfter(before: Language, heard: Heard, answering: boolean): Language {
  if (heard.language === before) return before;
  const letters = heard.text.replace(/[^\p{L}]/gu, '');
  if (letters.length < 2) return before;
  if (heard.language !== 'en' && before !== 'en') {
    const simplified = SIMPLIFIED.test(heard.text);
    const traditional = TRADITIONAL.test(heard.text);
    if (simplified === traditional) return before;
    return traditional ? 'zh-Hant' : 'zh-Hans';
  }
  // one unknown word shows no language
  if (heard.intent === 'out-of-scope' && letters.length < 12) return before;
  const particulars = heard.entities.some((e) => e.type === 'phone' || e.type === 'address' || e.type === 'name');
  if (answering && (particulars || heard.band !== 'act' || heard.text.length < 12)) return before;
  return heard.language;
}

/** Looks for words in text, Traditional and Simplified and English alike; the lists below are the utterances of the forms. */
export function mentions(text: string, words: RegExp): boolean {
  return words.test(text.slice(0, 2000).normalize('NFKC').toLowerCase());
}

/** A plain telling needs more than the opening words; these are cut before what is left is measured. */
const OPENERS =
  /我要|我想|我|你好|您好|请问|請問|请|請|帮我|幫我|麻烦|麻煩|一下|一个|一個|投诉|投訴|客诉|客訴|举报|舉報|报修|報修|报障|報障|报告|報告|故障|维修|維修|预约|預約|办理|辦理|需要|想要|反馈|回饋|意见|意見|建议|建議|表扬|表揚|催办|催辦|补充|補充|信息|资料|資料|业务|業務|服务|服務|可以|吗|嗎|呢|啊|了|的|要|想|个|個/gu;
const ENGLISH_OPENERS =
  /\b(i|i'd|i'm|want|would|like|to|need|please|can|could|you|a|an|the|my|make|file|report|complaint|complain|fault|problem|issue|hello|hi|hey|have|got|me|help|with|book|appointment|service|feedback|suggestion|suggest|about|something|add|information|raise|register|lodge)\b/gu;

/** One such word already says what happened. */
const STRONG = /\b(overcharged?|mischarged|double-charged|rude|impolite|cheated|lied|scammed|hacked|unfair)\b/;

/** Whether an utterance tells something beyond "I want to complain" or "a fault, please": enough to stand as the story. */
export function tells(text: string): boolean {
  const said = text.slice(0, 2000).normalize('NFKC').toLowerCase();
  const rest = said.replace(OPENERS, '').replace(ENGLISH_OPENERS, '');
  const han = [...rest.matchAll(/\p{Script=Han}/gu)].length;
  const latin = [...rest.matchAll(/[a-z]{2,}/g)].length;
  return han + 2 * latin >= 3 || STRONG.test(rest);
}

/** Scripts, tags, and the colour codes of terminals. */
const NOT_WORDS = /<(script|style)\b[^<]{0,500}<\/\1>|<[^<>]{0,200}>|\p{Cc}\[[\d;]{0,20}[a-z]/giu;

/** Whether a text can stand as somebody's words: not markup, not one sign over and over, not a row of digits. */
export function sayable(text: string): boolean {
  const plain = text.slice(0, 2000).normalize('NFKC').replace(NOT_WORDS, '');
  const signs = [...plain.replace(/[^\p{L}\p{N}]/gu, '')];
  const letters = signs.filter((sign) => !/\p{N}/u.test(sign)).length;
  if (letters === 0 || signs.length < 2) return false;
  return signs.length < 4 || new Set(signs).size > Math.max(1, Math.min(3, signs.length / 8));
}

/** A telling as it stands on a summary, at most so many characters: what is filed is the whole. */
export function shortened(text: string, limit = 200): string {
  const signs = [...text];
  return signs.length <= limit ? text : `${signs.slice(0, limit).join('')}…`;
}

import type { FormName } from './state.ts';
import { mentions } from './words.ts';

/** In UTF-16 units: what is longer tells a story. */
const SHORT = 60;
const SHORT_ENGLISH = 120;

const REFUSES =
  /(不|无法|無法|没法|沒法|不能|唔|难以|難以|拒绝|拒絕)(会|會|能)?(接受|认可|認可|认同|認同|同意|服|满意|滿意)(你们|你們|您们|这个|這個|这样|這樣|这种|這種|上次|的|呢個)*(处理|處理|解决|解決|调查|調查|投诉|投訴)?(的)?(结果|結果|方案|结论|結論|答复|答覆|处理|處理|说法|說法|意见|意見)|(结果|結果|方案|结论|結論|答复|答覆|处理|處理)(我|俺|实在|實在|还是|還是|都|很|非常|真的|根本|就是|完全|并|並|也)*(不|没法|沒法|无法|無法|唔)(能|会|會)?(接受|认可|認可|认同|認同|满意|滿意|服)|(do not|don.?t|can.?t|cannot|won.?t|will not|refuse to|never) (accept|agree (with|to)) (this|that|the|your) .{0,20}(result|outcome|solution|resolution|decision|answer|finding|conclusion|response)|(not|un|dis)\s?(happy|satisfied|content) with (this|that|the|your|how) .{0,24}(result|outcome|solution|resolution|decision|answer|handled|handling|response)|reject (this|that|the|your) .{0,16}(result|outcome|solution|resolution|decision)/;
/** Whether the result of what was handled is not accepted (CSG 7.2.3). */
export function refusesResult(text: string): boolean {
  const limit = /\p{Script=Han}/u.test(text) ? SHORT : SHORT_ENGLISH;
  return text.length <= limit && mentions(text, REFUSES);
}

const WHAT_THEN =
  /怎么办|怎麼辦|咋办|咋辦|点算|點算|怎么处理|怎麼處理|找谁|找誰|找哪|(可以|能|该|該)(去|向|到)?(哪|谁|誰|怎)|如果|要是|万一|萬一|[?？吗嗎]\s*$|what (can|could|do|should|if|happens)|where (can|do)|who (can|do)|how (can|do)|\bif (i|we)\b/;
/** Whether it is only asked what follows then. */
export function asksWhatThen(text: string): boolean {
  return mentions(text, WHAT_THEN);
}

/** Whether it is said in the middle of a form that does not take it for an answer of its own. */
export function refusesHere(text: string, open: FormName, free: 'words' | 'story' | null): boolean {
  if (open === 'survey' || !refusesResult(text)) return false;
  return asksWhatThen(text) || (open !== 'complaint' && free !== 'story');
}

const MORE =
  /又|但|不过|不過|可是|另外|还有|還有|然后|然後|投诉|投訴|报修|報修|预约|預約|[?？吗嗎]\s*$|\b(but|however|again(?<!(works|working|fine|ok|okay) again)|also|another|complain|book|report)\b/;
/** Whether words tell nothing but that it is solved, or not. */
export function isVerdict(text: string): boolean {
  return text.length <= SHORT && !mentions(text, MORE);
}

const STILL =
  /(还|還|仲|都)(没|沒|未|冇|是|不|係)|未(好|解决|解決)|(没|沒)(有)?(解决|解決|修好)|\bstill\b|\bnot (been )?(yet |really )?(solved|fixed|resolved|repaired|working)|not yet|(isn.?t|wasn.?t) (solved|fixed|resolved)/;
/** Whether what was to be solved is said to go on as before. */
export function goesOn(text: string): boolean {
  return isVerdict(text) && mentions(text, STILL);
}

/** What had been repaired fails again. */
export function isBackAgain(text: string): boolean {
  const again =
    /(又|再次|还是|還是|仲係).{0,8}(不行|断|斷|卡|慢|没|沒|坏|壞|上不|用不|冇|出现|出現|这样|這樣|发生|發生)|不行了|again|came back|(is|it.?s) back|still not/i;
  return text.length <= 60 && again.test(text);
}

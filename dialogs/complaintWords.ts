import type { ComplaintCategory } from '../domain/labels.ts';
import { mentions } from './words.ts';

const REMEDIES: readonly (readonly [string, RegExp])[] = [
  ['refund', /退(钱|錢|费|費|款|还|還|回)|把钱|把錢|返还|返還|refund|money back|reimburse/],
  ['compensation', /赔|賠|补偿|補償|误工费|誤工費|损失|損失|compensat/],
  ['apology', /道歉|赔礼|賠禮|apolog|say sorry/],
  [
    'cancel-plan',
    /(取消|退订|退訂|关掉|關掉|停掉).{0,8}(业务|業務|套餐|方案|服务|服務|功能)|cancel (the|my|this) (plan|service|subscription|contract)/,
  ],
  [
    'fix',
    /修好|尽快(修|处理|解决)|盡快(修|處理|解決)|赶紧(修|处理|解决)|解决(一下|问题)|解決(一下|問題)|恢复|恢復|整改|改正|fix (it|this)|put (it|this) right|sort (it|this) out|resolve/,
  ],
  [
    'explanation',
    /解释|解釋|说明|說明|说法|說法|给个(说法|交代)|給個(說法|交代)|为什么|為什麼|怎么回事|怎麼回事|explain|explanation|why (was|did|am|have)/,
  ],
];

/** Remedy id of the manual that is asked for in words; the first of several. */
export function remedyIn(text: string): string | null {
  return REMEDIES.find(([, words]) => mentions(text, words))?.[0] ?? null;
}

/** Whether several are asked for, so that only the customer's own words say it all. */
export function wantsSeveral(text: string): boolean {
  return REMEDIES.filter(([, words]) => mentions(text, words)).length > 1;
}

/** Told as something that happened, and nothing asked for: the story goes on. */
const HAPPENED =
  /了(?=[^吧啦。.!！~\s])|过|過|明明|到现在|到現在|一直|每次|每个月|每個月|从来|從來|結果|结果|说好|說好|约好|約好|答应|答應|没(有)?(人|来|到|用|办|給|给)|沒(有)?(人|來|到|用|辦|給)|\b(was|were|did|didn.?t|had|has|have|said|told|came|went|never|nobody|always|promised|charged|called|waited|kept|took|lost|gave|got|hung|left|paid|ignored|refused|lied)\b/;
const DEMANDS =
  /要求|希望|想要|我要|我想|要你|必须|必須|应该|應該|赶紧|趕緊|尽快|盡快|马上|馬上|立刻|请(你|您|帮|给)|請(你|您|幫|給)|给我(一|个|個|说|說|退|换|換|赔|賠)|給我(一|個|說|退|換|賠)|别再|別再|不要再|\b(want|need|would like|please|should|must|expect|demand)\b/;
export function recounts(text: string): boolean {
  return mentions(text, HAPPENED) && !mentions(text, DEMANDS);
}

/** A category named in words on the summary: "不是资费，是服务态度". */
const NAMED: readonly (readonly [ComplaintCategory, RegExp])[] = [
  ['service-quality', /服务质量|服務品質|服务态度|服務態度|态度|態度|service quality|attitude/],
  ['network-communication', /网络与?通信|網路與?通訊|网络类|網路類|信号|訊號|network/],
  ['billing-plan', /资费|資費|套餐|方案|账单|帳單|收费|收費|费用|費用|billing|plan|charge/],
  ['service-guarantee', /服务保障|服務保障|保障|承诺|承諾|guarantee|promise/],
  ['other', /其他|别的|別的|other/],
];

/** The category named last: "not billing, it is the attitude". */
export function categoryNamed(text: string): ComplaintCategory | null {
  const said = text.slice(0, 100).toLowerCase();
  let best: { id: ComplaintCategory; at: number } | null = null;
  for (const [id, words] of NAMED) {
    const at = Math.max(-1, ...[...said.matchAll(new RegExp(words.source, 'g'))].map((m) => m.index));
    if (at >= 0 && (!best || at > best.at)) best = { id, at };
  }
  return best?.id ?? null;
}

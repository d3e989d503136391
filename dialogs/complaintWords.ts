import type { ComplaintCategory } from '../domain/labels.ts';
import { mentions } from './words.ts';

const REMEDIES: readonly (readonly [string, RegExp])[] = [
  ['refund', /退(钱|錢|费|費|款|还|還|回)|把钱|把錢|返还|返還|refund|money back|reimburse/],
  ['compensation', /赔|賠|补偿|補償|compensat/],
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

/** Remedy id of the manual that is asked for in words. */
export function remedyIn(text: string): string | null {
  return REMEDIES.find(([, words]) => mentions(text, words))?.[0] ?? null;
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

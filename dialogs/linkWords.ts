import { LINK_DIGITS } from '../domain/customers/identity.ts';
import { fold } from './choices.ts';

/** What was asked for: a code, to enter one, to be unlinked; left open where the records here decide. */
export type LinkWay = 'get' | 'enter' | 'unlink';
export interface LinkWish {
  readonly way?: LinkWay;
}

/** Channels as customers name them, in folded text. */
const ELSEWHERE =
  '(微信|公众号|公眾號|企业微信|企業微信|短信|簡訊|网页|網頁|网站|網站|官网|官網|app|wechat|whatsapp|telegram|line|sms|(your|the)?(website|webpage|webchat|app)|另一个渠道|另一個渠道|别的渠道|別的管道|其他渠道|其他管道|另一个对话|另一個對話|another(chat|channel)|theother(chat|channel))';
const POLITE = '(我要|我想|想|要|请|請|帮我|幫我|麻烦|麻煩|怎么|怎麼|如何|可以|能)*';
const WITH = '(一下|我的|我|两个|兩個|另一个|另一個|其他|别的|別的|多个|多個|和|跟)*';
const ACCOUNT = '(账号|帐号|帳號|账户|帳戶|渠道|管道|对话|對話|聊天)';

const LINK = new RegExp(
  `^${POLITE}(绑定|綁定|关联|關聯|连接|連結|合并|合併)${WITH}${ELSEWHERE}?(的)?${ACCOUNT}?(吧|吗|嗎|谢谢|謝謝)?$` +
    `|^${POLITE}(把)?${WITH}${ACCOUNT}(绑定|綁定|关联|關聯|连接|連結|合并|合併)(起来|起來|一下|吧|到一起|在一起)*$` +
    "|^(please|i(want|need|wouldlike|['’]dlike)to|can(i|you)|could(i|you)|howdoi|howcani)*(link|connect|join|merge)(my|the|this|these|both|two|other|another)*" +
    `${ELSEWHERE}?(accounts?|chats?|channels?|conversations?)(together|please)*$`,
  'u',
);
/** Known in another channel, and to be known here too. */
const HERE_TOO = new RegExp(
  `^(我|之前|以前|前几天|昨天|刚才|剛才)*(在|用|从|從|通过|透過)${ELSEWHERE}(上|里|裡|那边|那邊)?.{0,4}(报|報|投诉|投訴|登记|登記|预约|預約|约|約|办|辦|申请|申請|提交)过?過?.{0,8}(这里|這裡|这边|這邊|在这|在這|此处|這兒|这儿).{0,8}(查|看|接着|接著|继续|繼續|办|辦)(到|吗|嗎|一下|询|詢)*$` +
    `|^(i|i['’]?ve|ihave)(already)?(reported|filed|made|complained|booked|opened|registered).{0,30}(on|in|via|through|by|with)${ELSEWHERE}.{0,40}here(too|aswell|also)?(please)?$`,
  'u',
);
const UNLINK =
  /^(我要|我想|请|請|帮我|幫我)*(解除|取消)(账号|帐号|帳號|渠道|管道)?的?(绑定|綁定|关联|關聯|连接|連結)$|^(我要|我想|请|請|帮我|幫我)*(解绑|解綁)(账号|帐号|帳號|渠道|管道)?$|^(这|這)?(个|個)?(号码|號碼|号|號|手机号|手機號|手機號碼|电话|電話|账号|帳號)?(已经|已經|现在|現在)?(不|唔)再?(是|係)我的?(号码|號碼|手机号|手機號|手機號碼|号|號|电话|電話|账号|帳號)?了?$|^(please)?(unlink|disconnect)(this|my|the)*(account|chat|channel|number|phone)?(please)?$|^(this|that)(number|phone|account)?(isnot|isn['’]?t|isnolonger|is)(mine|my)(number|phone|phonenumber|account)?(anymore|anylonger|nolonger)?$/u;
/** "This is my number" is no wish. */
const NOT = /不|唔|解|取消|not|n['’]?t|nolonger|anymore|anylonger|unlink|disconnect/u;
const WITH_CODE =
  /^(绑定|綁定|关联|關聯|验证码|驗證碼|绑定验证码|綁定驗證碼|link|code|linkcode|linkmyaccount)(是|is)?\d{4,12}$/u;
const GET_CODE =
  /^(给|給|发|發|取|要|获取|取得|在这里|在這裡|想|一个|一個|我|个|個|新的|重新)*(验证码|驗證碼)(吧|谢谢|謝謝)?$|^(get|send|giveme|ineed|iwant)(me)?(a|the|my)?(new)?code(here|please)*$/u;

/** Short and whole words only, so that they never fire inside a story; no two ways to read a run of them. */
const LIMIT = 90;

export function linkWish(text: string): LinkWish | null {
  if (text.length > LIMIT) return null;
  const said = bare(text);
  if (UNLINK.test(said) && NOT.test(said)) return { way: 'unlink' };
  if (WITH_CODE.test(said) || HERE_TOO.test(said)) return { way: 'enter' };
  return LINK.test(said) ? {} : null;
}

/** Asks for a code while one is being asked for. */
export function asksForCode(text: string): boolean {
  return text.length <= LIMIT && GET_CODE.test(bare(text));
}

/** The digits in an answer that is nothing but a code, with or without the word for it; null when it is none. */
export function codeIn(text: string): string | null {
  if (text.length > LIMIT) return null;
  const said = bare(text).replace(/^[^\d]{0,14}/u, '');
  return /^\d{4,12}$/.test(said) ? said : null;
}

export function isCode(digits: string): boolean {
  return digits.length === LINK_DIGITS;
}

function bare(text: string): string {
  return fold(text).replace(/[-–—:"“”「」『』]/gu, '');
}

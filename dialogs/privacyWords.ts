import type { ContactField } from '../domain/customers/personalData.ts';
import type { Heard } from '../nlu/heard.ts';
import { all, first } from './entities.ts';
import { mentions } from './words.ts';

export const RIGHTS = ['see', 'correct', 'export', 'delete', 'withdraw'] as const;
export type Right = (typeof RIGHTS)[number];

const WORDS: readonly (readonly [Right, RegExp])[] = [
  ['withdraw', /撤回|收回.{0,4}(同意|授权|授權)|不再同意|取消授权|取消授權|withdraw|revoke/],
  ['delete', /删除|删光|刪光|删了|刪了|刪除|删掉|刪掉|清除|抹掉|注销.{0,4}信息|delete|erase|remove|forget me/],
  ['export', /导出|匯出|导出一份|下载|下載|副本|export|download|copy of/],
  [
    'correct',
    /更正|改正|修改|改一下|改成|改为|改為|换成|換成|写错|寫錯|登记错|登記錯|填错|填錯|错了|錯了|不对|不對|有误|有誤|应该是|應該是|correct|rectify|wrong|update|misspel|change|should be/,
  ],
  [
    'see',
    /查看|看看|看一下|有哪些|有我(的)?(什么|什麼|哪些|啥)|(什么|什麼|哪些|啥).{0,4}(信息|资料|資料|个资|個資|数据|數據)|存了|保存|掌握|收集了|see|show|what.{0,20}(data|information|hold|have|store|keep)/,
  ],
];

export function rightIn(text: string): Right | null {
  return WORDS.find(([, words]) => mentions(text, words))?.[0] ?? null;
}

const FIELDS: readonly (readonly [ContactField, RegExp])[] = [
  ['phone', /电话|電話|手机|手機|号码|號碼|phone|mobile|\bnumber\b|\bcell\b/],
  ['address', /地址|住址|住处|住處|address/],
  ['name', /名字|姓名|称呼|稱呼|\bname\b/],
];

/** What is to be corrected; a number or an address alone says it as well. */
export function fieldIn(heard: Heard): ContactField | null {
  const named = FIELDS.find(([, words]) => mentions(heard.text, words))?.[0];
  if (named !== undefined) return named;
  if (first(heard, 'phone')) return 'phone';
  return first(heard, 'address') ? 'address' : null;
}

/** What comes after it is the new value. */
const BECOMES =
  /^.{0,200}?(?:改成|改为|改為|改到|换成|換成|更正为|更正為|更正成|应该是|應該是|应为|應為|其实是|其實是|正确的是|正確的是|should be|should read|change(?:d)? (?:it )?to|correct(?:ed)? to|\bto be\b|\bis actually\b|\bactually\b|\bto\b(?!.*\bto\b))\s*[:：]?\s*/iu;
const BEFORE =
  /^(?:我的?|把|叫|是|姓名|名字|称呼|稱呼|地址|新的?|it'?s|it is|my (?:correct |new |right )?(?:name|address) is|my name'?s|the right (?:name|one) is|i am|i'm)+\s*[:：是为為]?\s*/iu;
const AFTER = /[\s，。,.!！？?；;"“”「」]+$|(?:谢谢|謝謝|吧|，?请.*|，?請.*| please| thanks?)$/iu;
const HAN_NAME = /^[\p{Script=Han}·]{2,8}$/u;
const LATIN_NAME =
  /^[\p{Script=Latin}][\p{Script=Latin}.'’-]{0,30}(?: [\p{Script=Latin}][\p{Script=Latin}.'’-]{0,30}){0,4}$/u;
const NAME_LIMIT = 60;
const PLACE_LIMIT = 200;

/** The new value of a field in what was said; `bare`: it was asked for, so what stands alone is it. */
export function valueIn(field: ContactField, heard: Heard, bare: boolean): string | null {
  if (field === 'phone') return all(heard, 'phone').at(-1)?.value ?? null;
  const text = heard.text.trim().slice(0, 400);
  const marked = BECOMES.test(text);
  if (!marked && !bare) return null;
  const rest = text.replace(BECOMES, '').replace(BEFORE, '').replace(AFTER, '').trim();
  if (field === 'name') return isName(rest) ? rest.slice(0, NAME_LIMIT) : null;
  const place = first(heard, 'address');
  const said = place ? text.slice(place.start, place.end) : rest;
  return said.length >= 4 && said.length <= PLACE_LIMIT ? said : null;
}

function isName(text: string): boolean {
  return HAN_NAME.test(text) || LATIN_NAME.test(text);
}

/** "The phone number you have for me is wrong", "change my name to …": about what is held, whatever it sounds like beside it. */
const MINE =
  /^(?:你们|你們|您们|貴公司|您|你|麻烦|麻煩|请|請|帮我|幫我|我想|我要|想|要)*(?:(?:把|将|將)?(?:我|我的|登记|登記|留|预留|預留|联系|聯絡|聯繫|系统|系統|里|裡|那里|那裡|的|一下|在|给|給)+)(?:手机|手機|电话|電話|号码|號碼|手机号|名字|姓名|称呼|稱呼|地址|住址)(?:号|號|码|碼|号码|號碼)*.{0,8}?(?:改成|改为|改為|换成|換成|更正|错|錯|不对|不對|有误|有誤|应该是|應該是)/u;
const MINE_ENGLISH =
  /\b(?:my|the) (?:contact |phone |mobile |cell )?(?:name|number|phone|address)(?: that)? ?(?:you (?:have|hold|recorded|wrote|keep|got)(?: down| on file| on record)?(?: for me)?|on (?:file|record))? ?(?:is|was|has been|should be)? ?(?:wrong|incorrect|misspel\w+|outdated|not (?:right|correct)|should be)|\b(?:change|correct|update|fix) my (?:contact |phone |mobile )?(?:name|number|phone number|phone|address)\b/;

/** Whether somebody wants their own contact put right. A new number for a service is ordered in other words. */
export function correctsContact(text: string): boolean {
  if (text.length > 160) return false;
  const said = text.normalize('NFKC').toLowerCase().trim();
  if (/套餐|宽带|寬頻|办理|辦理|业务|業務|plan\b|broadband|service|靓号|靚號|选号|選號/.test(said)) return false;
  return MINE.test(said.replace(/[\s，,。]+/gu, '')) || MINE_ENGLISH.test(said);
}

import { correctionIn } from './correction.ts';
import { mentions } from './words.ts';

const WRONG =
  /(写|寫|填|记|記|打|弄|搞|登记|登記|念)?(错|錯)(了|字)?|不对|不對|有误|有誤|唔啱|唔係|要改|想改|改一下|\b(wrong|incorrect|misspel\w+|not right|not correct|mistake|typo|change|correct)\b/;

/** By the key of the question. */
const FIELDS: readonly (readonly [readonly string[], RegExp])[] = [
  [['contact'], /名字|姓名|称呼|稱呼|电话|電話|手机|手機|号码|號碼|联系方式|聯絡方式|\b(name|phone|number|contact)\b/],
  [['address', 'place'], /地址|地点|地點|位置|门牌|門牌|\b(address|place|location)\b/],
  [['slot', 'since'], /时间|時間|日期|\b(time|date|slot|day)\b/],
  [['service'], /业务|業務|服务|服務|\bservice\b/],
  [['story', 'what', 'symptom'], /内容|內容|经过|經過|描述|\b(story|description|what happened)\b/],
  [['category'], /类别|類別|分类|分類|\bcategory\b/],
  [['remedy'], /诉求|訴求|\b(remedy|what i (want|would like))\b/],
];

/** In UTF-16 units; what is longer says what is right as well. */
const SHORT = 20;

/** The answer that is said to be wrong without a word of what is right: "the name is misspelled". Null: none of them. */
export function wrongNamed(text: string, answered: readonly string[]): string | null {
  const limit = /\p{Script=Han}/u.test(text) ? SHORT : SHORT * 2;
  if (text.length > limit || !mentions(text, WRONG) || /\d{4}/.test(text)) return null;
  const said = correctionIn(text) ?? text;
  const keys = FIELDS.find(([, words]) => mentions(said, words))?.[0] ?? [];
  return keys.find((key) => answered.includes(key)) ?? null;
}

/** Whether only the name of a contact is meant. */
export function isNameOnly(text: string): boolean {
  return (
    mentions(text, /名字|姓名|称呼|稱呼|\bname\b/) && !mentions(text, /电话|電話|手机|手機|号码|號碼|phone|number/)
  );
}

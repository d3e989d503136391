import { beginsWithFamilyName } from '../../nlu/entities/name.ts';
import type { Heard } from '../../nlu/heard.ts';
import { all, first } from '../entities.ts';
import { isYesNo } from '../yesNo.ts';

const STREET =
  /(Road|Rd|Street|St|Avenue|Ave|Lane|District|Building|Tower|Estate|Floor|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/;
/** "…, Ms Lee 13800138000", "……，林太太 0912345678": somebody's title or name right before the number. */
export function nameBeside({ text, entities }: Heard, phoneAt: number): string | null {
  const near = text.slice(Math.max(0, phoneAt - 40), phoneAt);
  const titled =
    /(?:^|[\s，,。;；、]|我是|我叫)(\p{Script=Han}{1,2}(?:先生|女士|小姐|太太))[\s，,:：]*(?:电话|電話|手机|手機)?[\s:：是]*$/u.exec(
      near,
    )?.[1];
  if (titled) return titled;
  const plain = NAME_BEFORE.exec(near)?.groups?.name;
  const other = entities.some((e) => e.type !== 'name' && e.end > phoneAt - 8 && e.end < phoneAt);
  if (plain && !other && isPlainName(plain)) return plain;
  const latin = /(?:^|[,.;]\s*)((?:(?:Mr|Mrs|Ms|Miss)\.? )?[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})[\s,:]*$/.exec(near)?.[1];
  return latin && !STREET.test(latin) ? latin : null;
}

const NAME_BEFORE =
  /(?:^|[\s，,。;；、：:]|我是|我叫)(?<name>\p{Script=Han}{2,4})[\s，,、:：]*(?:的)?(?:电话|電話|手机|手機|号码|號碼)?[\s:：是]*$/u;
/** Begin as names do, and are none. */
const NO_NAME =
  /^[周週][一二三四五六日天末]|^(马上|馬上|方便|安全|安装|安裝|金额|金額|高峰|常用|关于|關於|任何|白天|平时|平時|全部|左右|应该|應該|施工|路由|解决|解決|万一|萬一|连接|連接|简单|簡單|程序|包月|包年|单位|單位|时间|時間|房东|房東|华为|華為|和我|和你|方案|全家|成都|谢谢|謝謝|江苏|江蘇|安徽|黄山|黃山)/u;

/** Two to four characters that begin with a family name. */
function isPlainName(text: string): boolean {
  return beginsWithFamilyName(text) && !NO_NAME.test(text);
}

const AROUND =
  /电话|電話|手机|手機|号码|號碼|号|號|是|我|叫|姓名|名字|的|联系|聯絡|聯繫|phone|number|mobile|\bis\b|\bmy\b|name|\bcall\b|\bme\b|\bon\b|\bat\b|\bi'?m\b|[\p{P}]/giu;
const NO_ENGLISH_NAME =
  /\b(the|an?|is|are|was|it|this|that|my|your|wrong|right|address|time|date|yes|yeah|no|not|ok|okay|please|later|now|never|mind|wait|sorry|change|help|person|human|cancel|stop|what|why|when|who|how|hello|hi|thanks?|good|fine|sure)\b/i;
const TITLED = /^\p{Script=Han}{1,3}(先生|女士|小姐|太太|师傅|師傅|老师|老師)$/u;

/** "陈明 13800138000": a short word beside the number is the name; unasked only when it looks like nothing else. */
export function bareName(
  { text, entities }: Heard,
  phone: { start: number; end: number } | null,
  asked: boolean,
): string | null {
  if (text.length > 60 || isYesNo(text)) return null;
  if (entities.some(({ type }) => type !== 'phone' && type !== 'name')) return null;
  const around = phone ? `${text.slice(0, phone.start)} ${text.slice(phone.end)}` : text;
  const rest = around.replace(AROUND, ' ').trim().replace(/\s+/g, ' ');
  if (TITLED.test(rest) || (phone && /^[A-Z][a-z]+( [A-Z][a-z]+){0,2}$/.test(rest))) return rest;
  if (!asked || NO_ENGLISH_NAME.test(rest)) return null;
  if (phone) return /^[\p{Script=Han}·]{2,4}$/u.test(rest) || /^[a-z]+( [a-z]+){0,2}$/i.test(rest) ? rest : null;
  return /^[\p{Script=Han}·]{2,4}$/u.test(rest) || /^(mr|mrs|ms|miss)?\.? ?[A-Z][a-z]+( [A-Z][a-z]+){0,2}$/i.test(rest)
    ? rest
    : null;
}

/** Whether nothing but somebody's number, and perhaps their name, is told. */
export function isContactAlone(heard: Heard): boolean {
  const phone = first(heard, 'phone');
  if (!phone || heard.text.length > 60) return false;
  const cut = [phone, ...all(heard, 'name')].toSorted((a, b) => b.start - a.start);
  const rest = cut.reduce((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, heard.text);
  const named = rest.replace(AROUND, ' ').replace(/\s+/g, '');
  return named === '' || isPlainName(named) || /^([A-Z][a-z]+){1,3}$/.test(named) || TITLED.test(named);
}

/** How angry a message sounds: `upset` is met with an offer of a person, `angry` with a person at once (manual section 8). */
export type Mood = 'calm' | 'upset' | 'angry';

/** Abuse, and the end of all patience. Looked for in folded text. */
const ABUSE =
  /他妈|他媽|妈的(?!手|电|卡|号|账|套|宽)|媽的(?!手|電|卡|號|帳|方|寬)|操你|草泥马|去死|滚蛋|滾蛋|混蛋|王八蛋|不要脸|不要臉|无耻|無恥|骗子公司|騙子公司|一群骗子|一群騙子|垃圾公司|屁用|狗屁|气炸|氣炸|忍无可忍|忍無可忍|受够你们|受夠你們|仆街|粉肠|屌|\bfuck|\bfucking|bullshit|piece of shit|\bwtf\b|you (idiots?|morons?|crooks|scammers|liars)|go to hell|absolutely (furious|livid)|screw you/u;
/** Displeasure with us, not the name of what is wrong. */
const DISPLEASED =
  /气死|氣死|火大|生气|生氣|恼火|惱火|受够|受夠|烦死|煩死|太过分|太過分|太差劲|太差勁|太离谱|太離譜|什么破|什麼破|破公司|垃圾|搞什么|搞什麼|搞咩|搞乜|离谱|離譜|夸张(?!的?折|优)|誇張|嬲|岂有此理|豈有此理|没人管|沒人管|fed up|sick of|furious|pissed off|outrageous|ridiculous|unbelievable|disgusting|a joke|useless|pathetic|worst (service|company)|so angry|very angry/u;
/** How it is said. */
const LOUD = /[!！]{2,}|[?？!！]{3,}|[😡🤬😤👿💢]/u;
/** Nothing but an angry face. */
const WORDLESS = /^[😡🤬😤👿💢][😡🤬😤👿💢\s!！?？]{0,20}$/u;
const SHOUTED = /\b[A-Z]{4,}\b[^a-z]*\b[A-Z]{3,}\b/;

/** Around the words of displeasure, in folded text: what still tells nothing. */
const AROUND =
  /你们|你們|你|我|您|们|們|的|了|啊|吧|呢|啦|耶|欸|喔|真的|真是|真|太|很|好|都|也|就|是|个|個|这|這|那|什么|什麼|公司|客服|服务|服務|电信|電信|一群|一帮|一幫|快|要|被|简直|簡直|\b(you|your|people|guys|are|is|a|an|the|this|that|so|such|really|absolutely|totally|just|i.?m|i|am|it.?s|what|with|of|company|service|lot|bunch)\b|[\s\p{P}\p{S}]/gu;

/** Nothing but anger: it tells nothing yet of what happened. */
export function isOutburst(text: string): boolean {
  if (text.length > OUTBURST * 2 || moodOf(text) === 'calm') return false;
  const said = text.normalize('NFKC').toLowerCase();
  const words = said.replace(new RegExp(ABUSE, 'gu'), '').replace(new RegExp(DISPLEASED, 'gu'), '');
  return words.replace(AROUND, '').length <= 2;
}

/** As much as is read, and the longest message that counts as an outburst: what is longer is a telling. In UTF-16 units. */
const READ = 400;
const OUTBURST = 45;

/**
 * The mood of a message by its own words. A telling may name anger and quote abuse in a calm voice ("the clerk called me an
 * idiot"): in anything longer than an outburst only a raised voice counts, and only for an offer.
 */
export function moodOf(text: string): Mood {
  const said = text.slice(0, READ).normalize('NFKC').toLowerCase();
  const abuse = ABUSE.test(said);
  if (!abuse && !DISPLEASED.test(said)) return WORDLESS.test(text.trim()) ? 'upset' : 'calm';
  const loud = LOUD.test(text.slice(0, READ)) || SHOUTED.test(text.slice(0, READ));
  const longest = /\p{Script=Han}/u.test(said) ? OUTBURST : OUTBURST * 2.5;
  if (text.length > longest) return loud ? 'upset' : 'calm';
  return abuse || loud ? 'angry' : 'upset';
}

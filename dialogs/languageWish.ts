import type { Language } from '../domain/ids.ts';
import type { Heard } from '../nlu/heard.ts';
import { fold } from './choices.ts';

/** In folded text, and nothing else. */
const ASK =
  '(请问|請問|请|請|麻烦|麻煩|你|您|可以|可不可以|可唔可以|能不能|能|会|會|不能|我想|我要|我们|我們|改|换|換|切换|切換|成|用|说|說|讲|講|写|寫|識|识|回复|回覆)*';
const END = '(说|說|讲|講|回复|回覆|交流|聊|沟通|溝通|吗|嗎|吧|好吗|好嗎|谢谢|謝謝|呢)*';
const SIMPLIFIED = new RegExp(`^${ASK}(简体|簡體)(中文|字)?${END}$`, 'u');
const TRADITIONAL = new RegExp(`^${ASK}(繁体|繁體|正体|正體)(中文|字)?${END}$`, 'u');
const CHINESE = new RegExp(
  `^${ASK}(中文|普通话|普通話|国语|國語|汉语|漢語|广东话|廣東話|粤语|粵語)${END}$|^(please)?(can|could|do|would)?(you|we|i)?(please)?(speak|write|use|have|talk)?(in)?chinese(please)?$`,
  'u',
);
const ENGLISH = new RegExp(
  `^${ASK}(英文|英语|英語)${END}$|^(please)?(can|could|do|would)?(you|we|i)?(please)?(speak|write|use|have|talk|answer|reply|switch)?(in|to)?english(please)?$`,
  'u',
);

/** The language a customer asks to be answered in; null when the message is about something else. */
export function languageWish({ text, language }: Heard): Language | null {
  if (text.length > 40) return null;
  const said = fold(text);
  if (SIMPLIFIED.test(said)) return 'zh-Hans';
  if (TRADITIONAL.test(said)) return 'zh-Hant';
  if (CHINESE.test(said)) return language === 'en' ? 'zh-Hans' : language;
  return ENGLISH.test(said) ? 'en' : null;
}

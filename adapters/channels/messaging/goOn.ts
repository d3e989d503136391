import { createHash } from 'node:crypto';
import { LANGUAGES, type Language } from '../../../domain/ids.ts';
import type { ChannelCaps } from './caps.ts';
import { menuText } from './menu.ts';
import type { Outgoing } from './port.ts';
import { sizeOf } from './split.ts';

/** Told with the last message a platform lets us send before the customer writes again. */
const GO_ON: Readonly<Record<Language, string>> = {
  'zh-Hans': '（还有内容，回复任意文字即可继续）',
  'zh-Hant': '（還有內容，回覆任意文字即可繼續）',
  en: '(There is more: reply with anything to go on.)',
};

/** The message with the words that there is more; null where they do not fit it: a file, or a text that is long enough. */
export function withGoOn(message: Outgoing, locale: string | undefined, { text: { max, unit } }: ChannelCaps) {
  const text = `${message.text}\n${wordsIn(locale)}`;
  // choices may have to stand below the text as a numbered menu
  const whole = message.actions.length === 0 ? text : `${text}\n\n${menuText(message.actions)}`;
  if (message.media !== undefined || message.text === '' || sizeOf(whole, unit) > max) return null;
  return { ...message, text };
}

/** The same words alone, in the place of a message that then waits for the customer. */
export function goOnBefore({ id }: Outgoing, locale: string | undefined): Outgoing {
  const own = createHash('sha256').update(`${id}\ngo on`).digest('base64url').slice(0, 32);
  return { id: own, text: wordsIn(locale), actions: [] };
}

function wordsIn(locale: string | undefined): string {
  return GO_ON[LANGUAGES.find((language) => language === locale) ?? 'zh-Hans'];
}

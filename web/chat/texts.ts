import type { Language } from './activity.ts';
import type { Reason } from './outgoing.ts';
import { en } from './texts/en.ts';
import { zhHans } from './texts/zhHans.ts';
import { zhHant } from './texts/zhHant.ts';

/** Every word of the page itself. What the bot says comes from the server. */
export interface Texts {
  readonly title: string;
  readonly operator: string;
  readonly languageLabel: string;
  readonly transcript: string;
  readonly you: string;
  /** Put between a speaker and what they said, for screen readers. */
  readonly says: (speaker: string) => string;
  readonly connecting: string;
  readonly offline: string;
  readonly writes: (name: string) => string;
  /** What an agent is, beside their name and where the name is not known. */
  readonly agent: string;
  /** `endTalk`, `leave` and `callback` are also what their buttons say on the customer's behalf: the bot knows them. */
  readonly endTalk: string;
  readonly endTalkSure: string;
  readonly endTalkYes: string;
  readonly endTalkNo: string;
  readonly seeking: string;
  /** `ahead`: others before the customer; `wait` in minutes, null when nobody can tell, undefined when it is not known. */
  readonly place: (ahead: number, wait: number | null | undefined) => string;
  readonly waited: (minutes: number) => string;
  readonly leave: string;
  readonly callback: string;
  readonly delivered: string;
  readonly read: string;
  readonly scale: string;
  /** The ends of the scale from 0 to 10. */
  readonly unlikely: string;
  readonly likely: string;
  readonly sending: string;
  readonly tryAgain: string;
  readonly discard: string;
  readonly notSent: Record<Reason, string>;
  readonly replies: string;
  readonly person: string;
  /** What the button says on the customer's behalf. */
  readonly personWords: string;
  readonly message: string;
  readonly placeholder: string;
  readonly send: string;
  readonly attach: string;
  readonly dropHere: string;
  readonly removeFile: (name: string) => string;
  readonly wrongType: string;
  readonly tooLarge: string;
  readonly tooMany: string;
  readonly left: (count: number) => string;
  readonly tooLong: (over: number) => string;
  readonly newest: string;
  readonly unread: (count: number) => string;
  readonly copy: string;
  readonly copied: string;
  readonly day: string;
  readonly slot: string;
  readonly seats: (count: number) => string;
  readonly full: string;
  readonly noSlots: string;
  readonly picture: (name: string) => string;
  readonly today: string;
  readonly yesterday: string;
  readonly newTab: string;
}

export const languageNames: Record<Language, string> = { 'zh-Hans': '简体', 'zh-Hant': '繁體', en: 'English' };

export const texts: Record<Language, Texts> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };

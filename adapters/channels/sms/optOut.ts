import type { Language } from '../../../domain/ids.ts';

/** The customer's word on being written to at all. */
export interface OptOut {
  readonly given: boolean;
  readonly language: Language;
}

/**
 * Whole messages only. CANCEL, END and QUIT, which some networks count too, mean the dialog here, and N means no.
 */
const WORDS: readonly (readonly [Language, boolean, readonly string[]])[] = [
  ['zh-Hans', false, ['TD', 'T', '退订', 'TD退订', 'T退订', '回T', '回TD', '回复T', '回复TD', '取消订阅', '拒收']],
  ['zh-Hant', false, ['退訂', 'TD退訂', '取消訂閱', '拒絕接收']],
  ['en', false, ['STOP', 'STOPALL', 'STOP ALL', 'UNSUBSCRIBE']],
  ['zh-Hans', true, ['恢复', '恢复订阅', '订阅']],
  ['zh-Hant', true, ['恢復', '恢復訂閱', '訂閱']],
  ['en', true, ['START', 'UNSTOP', 'SUBSCRIBE']],
];
const MEANINGS = new Map(
  WORDS.flatMap(([language, given, words]) => words.map((word) => [word, { given, language }] as const)),
);

/** Null when the text is no such word; looked at before anything understands the text. */
export function optOutOf(text: string): OptOut | null {
  const said = text
    .normalize('NFKC')
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
    .replace(/\s+/g, ' ')
    .toUpperCase();
  return MEANINGS.get(said) ?? null;
}

/** The last words after an opt-out. */
export const GOODBYE: Readonly<Record<Language, string>> = {
  'zh-Hans': '您已退订，我们不会再主动给您发短信。如需恢复，请回复“恢复”。',
  'zh-Hant': '您已退訂，我們不會再主動傳簡訊給您。如需恢復，請回覆「恢復」。',
  en: 'You have opted out and will get no more messages from us. Reply START to change this.',
};

import { FILES_PATH } from '../../../adapters/uploads/store.ts';
import type { BotActivity } from '../../../bot/activity.ts';
import { BOT_ACCOUNT } from '../../../bot/render.ts';
import type { Respond } from '../../../bot/shouwenBot.ts';
import { LANGUAGES, type Language } from '../../../domain/ids.ts';

const labels = (names: string, before: string) => [...names].map((name) => `${before}${name}`);
/** More choices than any channel has buttons for. */
export const LONG_MENU: Readonly<Record<Language, readonly string[]>> = {
  'zh-Hans': labels('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥', '报修'),
  'zh-Hant': labels('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥', '報修'),
  en: labels('ABCDEFGHIJKLMNOPQRSTUV', 'Fix '),
};

/**
 * A bot that says what it was told; `菜单…` with quick replies, `长菜单 <language>` with many, `很多<n>` as a text and n files. It keeps the state of the
 * real one, which it asks and does not listen to.
 */
export const echoing =
  (real: Respond): Respond =>
  async (before, input) => {
    const text = input.activity.text ?? '';
    const { state, result } = await real(before, { ...input, activity: { ...input.activity, text: '你好' } });
    if (input.activity.type !== 'message') return { state, replies: [], result };
    return { state, replies: [reply(text)], result };
  };

function reply(text: string): BotActivity {
  const said = { type: 'message', from: BOT_ACCOUNT, text: `回声：${text}`, textFormat: 'plain' } as const;
  const many = Number(/^很多(\d+)$/.exec(text)?.[1] ?? 0);
  if (many > 0) {
    const attachments = Array.from({ length: many }, (_, at) => ({
      ...{ contentType: 'application/pdf', contentUrl: `${FILES_PATH}${'x'.repeat(22)}`, name: `${at + 1}.pdf` },
    }));
    return { ...said, attachments };
  }
  const choices = choicesOf(text);
  if (choices.length === 0) return said;
  const actions = choices.map((title) => ({ type: 'imBack' as const, title, value: title }));
  return { ...said, suggestedActions: { actions } };
}

function choicesOf(text: string): readonly string[] {
  const language = LANGUAGES.find((each) => text === `长菜单 ${each}`);
  if (language !== undefined) return LONG_MENU[language];
  return text.startsWith('菜单') ? ['报修', '投诉'] : [];
}

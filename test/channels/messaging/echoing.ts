import { FILES_PATH } from '../../../adapters/uploads/store.ts';
import type { BotActivity } from '../../../bot/activity.ts';
import { BOT_ACCOUNT } from '../../../bot/render.ts';
import type { Respond } from '../../../bot/shouwenBot.ts';

/**
 * A bot that says what it was told; `菜单` with quick replies, `很多<n>` as a text and n files. It keeps the state of the
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
  if (text !== '菜单') return said;
  const actions = ['报修', '投诉'].map((title) => ({ type: 'imBack' as const, title, value: title }));
  return { ...said, suggestedActions: { actions } };
}

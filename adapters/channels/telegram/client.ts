import { z } from 'zod';
import type { ConversationId } from '../../../domain/ids.ts';
import type { Log } from '../../http/log.ts';
import type { Uploads } from '../../uploads/store.ts';
import { type Answered, postForJson } from '../messaging/call.ts';
import { type Fetched, fetchFile } from '../messaging/fetched.ts';
import type { TelegramSettings } from './settings.ts';

export type Called =
  | { readonly kind: 'ok'; readonly result: unknown }
  /** Telegram's own word: nothing was done. `afterMs`: how long it wants to be left alone. */
  | { readonly kind: 'refused'; readonly status: number; readonly description: string; readonly afterMs: number | null }
  | Extract<Answered, { kind: 'failed' }>;

const answerSchema = z.object({
  ok: z.boolean().default(false),
  result: z.unknown().optional(),
  description: z.string().default(''),
  parameters: z.object({ retry_after: z.number().min(0).max(86_400).optional() }).default({}),
});
const fileSchema = z.object({ file_path: z.string().regex(/^(?!.*\.\.)[\w][\w./-]{0,300}$/) });
/** The token is wrong or was withdrawn. */
const ALARMING = new Set([401, 404]);

/** The bot's calls. */
export interface Client {
  call(method: string, body: object | FormData): Promise<Called>;
  /** A customer's file in our uploads. */
  fetch(
    uploads: Uploads,
    conversation: ConversationId,
    media: { readonly id: string; readonly name: string },
  ): Promise<Fetched | null>;
}

export function createClient({ apiBase, token, account }: TelegramSettings, log: Log): Client {
  async function call(method: string, body: object | FormData): Promise<Called> {
    const called = calledOf(await postForJson(`${apiBase}/bot${token}/${method}`, body));
    if (called.kind === 'refused' && ALARMING.has(called.status)) {
      log.error(
        { channel: 'telegram', account, code: called.status },
        'the platform refuses the settings of the account',
      );
    }
    return called;
  }
  return {
    call,
    async fetch(uploads, conversation, { id, name }) {
      const asked = await call('getFile', { file_id: id });
      const path = asked.kind === 'ok' ? fileSchema.safeParse(asked.result).data?.file_path : undefined;
      return path === undefined ? null : fetchFile(uploads, conversation, name, `${apiBase}/file/bot${token}/${path}`);
    },
  };
}

function calledOf(answered: Answered): Called {
  if (answered.kind === 'failed') return answered;
  const { status, body } = answered;
  if (status === 504) return { kind: 'failed', code: 'http-504', maybe: true };
  const answer = answerSchema.safeParse(body).data;
  if (status === 200 && answer?.ok) return { kind: 'ok', result: answer.result };
  const seconds = answer?.parameters.retry_after;
  const afterMs = seconds === undefined ? null : seconds * 1000;
  return { kind: 'refused', status, description: answer?.description ?? '', afterMs };
}

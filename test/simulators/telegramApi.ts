import { z } from 'zod';
import { openStub, type StubAnswer, type StubCall } from './stub.ts';

/** Answered in the place of an acceptance. */
export type Mishap =
  | { readonly status: number; readonly description: string; readonly retryAfter?: number }
  | 'cut'
  | 'silence';

const chat_id = z.union([z.int(), z.string().regex(/^-?\d+$/)]);
const button = z.strictObject({
  text: z.string().min(1).max(64),
  callback_data: z.string().refine((data) => data !== '' && Buffer.byteLength(data) <= 64, '1 to 64 bytes'),
});
const reply_markup = z.strictObject({ inline_keyboard: z.array(z.array(button).min(1).max(8)).min(1).max(100) });
const textSchema = z.strictObject({
  chat_id,
  text: z.string().min(1).max(4096),
  reply_markup: reply_markup.optional(),
  link_preview_options: z.strictObject({ is_disabled: z.boolean() }).optional(),
});
const webhookSchema = z.strictObject({
  url: z.url(),
  secret_token: z.string().regex(/^[\w-]{1,256}$/),
  allowed_updates: z.array(z.enum(['message', 'edited_message', 'callback_query', 'my_chat_member'])),
});
const actionSchema = z.strictObject({ chat_id, action: z.literal('typing') });

export interface SentMessage {
  readonly chat: string;
  readonly text: string;
  readonly keyboard: readonly { readonly text: string; readonly callback_data: string }[];
  readonly photo?: Buffer;
  readonly document?: string;
}

/** The Bot API as far as our bot uses it. */
export interface TelegramApi {
  readonly url: string;
  readonly sent: SentMessage[];
  readonly typed: string[];
  /** By `file_id`. */
  readonly files: Map<string, Buffer>;
  readonly mishaps: Mishap[];
  readonly refused: number[];
  /** Calls per method. */
  readonly calls: string[];
  webhook: z.output<typeof webhookSchema> | null;
  onSent: (message: SentMessage) => void;
  close(): Promise<void>;
}

export async function openTelegramApi(token: string): Promise<TelegramApi> {
  const refusal = ({ status, description, retryAfter }: Exclude<Mishap, string>): StubAnswer => {
    api.refused.push(status);
    const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
    return { status, json: { ok: false, error_code: status, description, ...parameters } };
  };
  const ok = (result: unknown): StubAnswer => ({ json: { ok: true, result } });
  const bad = (description: string) => refusal({ status: 400, description: `Bad Request: ${description}` });

  async function answer({ path, json, form }: StubCall): Promise<StubAnswer> {
    const file = api.files.get(path.slice(`/file/bot${token}/documents/`.length));
    if (path.startsWith(`/file/bot${token}/`)) {
      return file ? { file, type: 'application/octet-stream' } : { status: 404, json: {} };
    }
    if (!path.startsWith(`/bot${token}/`)) return refusal({ status: 401, description: 'Unauthorized' });
    const method = path.slice(`/bot${token}/`.length);
    api.calls.push(method);
    switch (method) {
      case 'setWebhook':
        api.webhook = webhookSchema.parse(json());
        return ok(true);
      case 'sendChatAction':
        api.typed.push(String(actionSchema.parse(json()).chat_id));
        return ok(true);
      case 'getFile': {
        const { file_id } = z.strictObject({ file_id: z.string() }).parse(json());
        if (!api.files.has(file_id)) return bad('invalid file_id');
        return ok({ file_id, file_unique_id: file_id, file_path: `documents/${file_id}` });
      }
      case 'sendMessage': {
        const { chat_id: chat, text, reply_markup: markup } = textSchema.parse(json());
        return accept({ chat: String(chat), text, keyboard: markup?.inline_keyboard.flat() ?? [] });
      }
      case 'sendPhoto':
      case 'sendDocument':
        return acceptFile(method, await form());
      default:
        return refusal({ status: 404, description: 'Not Found: method not found' });
    }
  }

  async function acceptFile(method: string, form: FormData): Promise<StubAnswer> {
    const given = form.get(method === 'sendPhoto' ? 'photo' : 'document');
    if (!(given instanceof File)) return bad('there is no file');
    const photo = Buffer.from(await given.arrayBuffer());
    const chat = z.string().parse(form.get('chat_id'));
    return accept({
      ...{ chat, text: '', keyboard: [] },
      ...(method === 'sendPhoto' ? { photo } : { document: given.name }),
    });
  }

  function accept(message: SentMessage): StubAnswer {
    const mishap = api.mishaps.shift();
    if (mishap === 'cut' || mishap === 'silence') return mishap;
    if (mishap !== undefined) return refusal(mishap);
    const message_id = api.sent.push(message);
    api.onSent(message);
    return ok({ message_id, date: 1, chat: { id: Number(message.chat), type: 'private' }, text: message.text });
  }

  const stub = await openStub(answer, (error) => bad(error instanceof Error ? error.message : 'unreadable'));
  const api: TelegramApi = {
    ...{ url: stub.url, sent: [], typed: [], files: new Map(), mishaps: [], refused: [], calls: [], webhook: null },
    onSent: () => {},
    close: stub.close,
  };
  return api;
}

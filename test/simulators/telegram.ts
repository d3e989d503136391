import { randomInt } from 'node:crypto';
import type { Platform, PlatformCustomer, Push, PushOptions, Shown, Simulator } from './platform.ts';
import { openTelegramApi, type SentMessage, type TelegramApi } from './telegramApi.ts';

export const ACCOUNT = {
  ...{ account: 'main', token: '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw' },
  secretToken: 'Secret_token-0123456789',
} as const;

export type Fields = Readonly<Record<string, unknown>>;
export interface Twist {
  /** In the place of the secret token; null for none at all. */
  readonly secret?: string | null;
  readonly body?: (json: string) => string;
}
export interface TelegramCustomer extends PlatformCustomer {
  /** A message of this kind; what is not given is filled in. */
  sends(message: Fields, twist?: Twist): Push;
  /** A whole update. */
  updates(update: Fields, twist?: Twist): Push;
  presses(label: string): Push;
}
export interface TelegramPlatform extends Platform {
  readonly api: TelegramApi;
  /** Methods that our answers to updates called. */
  readonly answered: Fields[];
  customer(source?: string): TelegramCustomer;
}

export async function openTelegram(now = Date.now): Promise<TelegramPlatform> {
  const api = await openTelegramApi(ACCOUNT.token);
  const apps = new Map<string, Shown[]>();
  const last = new Map<string, SentMessage>();
  const answered: Fields[] = [];
  let updateId = randomInt(1e6, 1e8);
  const of = (source: string) => {
    const shown = apps.get(source) ?? [];
    apps.set(source, shown);
    return shown;
  };
  api.onSent = (message) => {
    const { chat, text, keyboard, photo, document } = message;
    if (keyboard.length > 0) last.set(chat, message);
    const choices = keyboard.map((button) => button.text);
    of(chat).push({ text: document ? `[${document}]` : text, choices, ...(photo ? { image: photo } : {}) });
  };
  return {
    ...{ api, answered, account: { channel: 'telegram', apiBase: api.url, ...ACCOUNT }, close: api.close },
    customer(source = String(randomInt(1e8, 2 ** 40))) {
      const chat = { id: Number(source), type: 'private', first_name: 'Chan' };
      const from = { id: Number(source), is_bot: false, first_name: 'Chan', language_code: 'zh-hans' };
      const updates = (update: Fields, { secret = ACCOUNT.secretToken, body }: Twist = {}): Push => {
        updateId += 1;
        const json = JSON.stringify({ update_id: updateId, ...update });
        return async (base) => {
          const answer = await fetch(`${base}/channels/telegram/${ACCOUNT.account}`, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              ...(secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret }),
            },
            body: body?.(json) ?? json,
          });
          const text = await answer.text();
          // an answer may itself call a method
          if (answer.status === 200 && text.includes('"method"')) answered.push(JSON.parse(text));
          return answer.status;
        };
      };
      const base = () => ({ message_id: randomInt(1e9), date: Math.floor(now() / 1000), chat, from });
      const sends = (message: Fields, twist?: Twist) => updates({ message: { ...base(), ...message } }, twist);
      const says = (text: string, { id }: PushOptions = {}) =>
        updates({ message: { ...base(), text }, ...(id === undefined ? {} : { update_id: Number(id) }) });
      const presses = (label: string) => {
        const { keyboard = [] } = last.get(source) ?? {};
        const button = keyboard.find(({ text }) => text === label);
        if (button === undefined) return says(label);
        const message = { ...base(), reply_markup: { inline_keyboard: keyboard.map((each) => [each]) } };
        const query = { id: String(randomInt(1e9)), from, message, chat_instance: '1', data: button.callback_data };
        return updates({ callback_query: query });
      };
      return { source, shown: of(source), says, presses, sends, updates };
    },
  };
}

export const simulator: Simulator = { open: (now) => openTelegram(now) };

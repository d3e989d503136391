import { type Answer, HttpError } from '../../http/answer.ts';
import { readBody } from '../../http/body.ts';
import { sameSecret } from '../../http/secrets.ts';
import type { Call } from '../../http/server.ts';
import type { ChannelHost } from '../messaging/port.ts';
import { sentAt } from '../messaging/sentAt.ts';
import { signedJson } from '../messaging/signedJson.ts';
import { take } from '../messaging/take.ts';
import type { Client } from './client.ts';
import { type Meaning, meaningOf, pressedOf } from './meaning.ts';
import type { TelegramSettings } from './settings.ts';
import { type Callback, type Membership, readUpdate, type TelegramMessage, type Update } from './update.ts';

const BODY_MOST = 64 * 1024;
const TAKEN: Answer = { status: 200, body: {} };
const PRIVATE_ONLY = '请私下给我发消息。\nPlease write to me in a private chat.';

/** Who an update is from and when, besides what it says. */
interface Heard {
  readonly source: string;
  readonly seconds: number | null;
  readonly locale: string | undefined;
  readonly meaning: Meaning | null;
  readonly captioned?: boolean;
}

/** The address Telegram posts updates to: the secret compared, the update taken durably, a pressed button answered in the same breath. */
export function createWebhook(settings: TelegramSettings, host: ChannelHost, client: Client) {
  const { account, secretToken } = settings;

  async function takeHeard(update: Update, { source, seconds, locale, meaning, captioned }: Heard): Promise<void> {
    if (meaning === null) return;
    const { media, text, ...rest } = meaning;
    const file = media ? await client.fetch(host.uploads, host.conversation(account, source), media) : null;
    const at = seconds === null ? host.now() : sentAt(seconds, host.now());
    const said = {
      ...rest,
      ...{ source, id: `update-${update.update_id}`, at },
      text: file && captioned !== true ? '' : text,
      files: file ? [file.file] : [],
      ...(locale === undefined ? {} : { locale }),
    };
    await take(host, account, said, file);
  }

  const fromMessage = (message: TelegramMessage): Heard => ({
    source: String(message.chat.id),
    seconds: message.date ?? null,
    locale: message.from?.language_code,
    // other bots could talk to ours for ever
    meaning: message.from?.is_bot === true ? null : meaningOf(message),
    captioned: (message.caption ?? '') !== '',
  });

  async function fromCallback(callback: Callback): Promise<Heard> {
    const source = String(callback.message?.chat.id ?? callback.from.id);
    const menu = await host.store.menu(host.conversation(account, source));
    return { source, seconds: null, locale: callback.from.language_code, meaning: pressedOf(callback, menu) };
  }

  const fromMembership = ({ chat, date, from, new_chat_member }: Membership): Heard => ({
    source: String(chat.id),
    seconds: date ?? null,
    locale: from.language_code,
    meaning:
      new_chat_member.status === 'kicked'
        ? { kind: 'departure', text: '', trigger: 'subscribe', consent: false }
        : null,
  });

  async function work(update: Update): Promise<Answer> {
    const { callback_query: callback, my_chat_member: membership } = update;
    const message = update.message ?? update.edited_message;
    const chat = message?.chat ?? callback?.message?.chat ?? membership?.chat;
    if (chat !== undefined && chat.type !== 'private') return inGroup(chat.id, membership);
    if (message) await takeHeard(update, fromMessage(message));
    if (membership) await takeHeard(update, fromMembership(membership));
    if (callback === undefined) return TAKEN;
    await takeHeard(update, await fromCallback(callback));
    // or the button would show that it waits
    return { status: 200, body: { method: 'answerCallbackQuery', callback_query_id: callback.id } };
  }

  return {
    async push({ req }: Call): Promise<Answer> {
      const given = req.headers['x-telegram-bot-api-secret-token'];
      if (typeof given !== 'string' || !sameSecret(given, secretToken)) {
        throw new HttpError(401, 'NotSigned', 'The request does not carry the secret token of this account.');
      }
      const update = readUpdate(signedJson(await readBody(req, BODY_MOST)));
      if (update !== null) return work(update);
      // Telegram would send it again and again
      host.log.warn({ channel: 'telegram', account }, 'an update that nobody can read');
      return TAKEN;
    },
  };
}

/** What is said in groups is not meant for us. Whoever takes us into one is told so. */
function inGroup(chat: number, membership: Membership | undefined): Answer {
  const joined = membership !== undefined && /^(?:member|administrator)$/.test(membership.new_chat_member.status);
  return joined ? { status: 200, body: { method: 'sendMessage', chat_id: chat, text: PRIVATE_ONLY } } : TAKEN;
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { ConversationId } from '../../../domain/ids.ts';
import { FILES_PATH, type Uploads } from '../../uploads/store.ts';
import type { Hold } from '../messaging/hold.ts';
import type { Outgoing, Sent } from '../messaging/port.ts';
import type { Called, Client } from './client.ts';
import { keyboardOf } from './keyboard.ts';

/** Kinds that Telegram shows as pictures. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/webp']);
/** The holder of a conversation may wait so long for its platform. */
const WAIT_MOST_MS = 3000;

export interface SendingDeps {
  readonly client: Client;
  readonly uploads: Uploads;
  readonly hold: Hold;
  conversation(to: string): ConversationId;
}

/** One message to one chat. What Telegram wants to be left alone for, no instance writes to that chat; a short rest is waited out. */
export async function sendMessage(deps: SendingDeps, to: string, message: Outgoing): Promise<Sent> {
  const chat = deps.conversation(to);
  if (!(await deps.hold.free(chat))) return { kind: 'later', code: 'resting' };
  const sent = await tryOnce(deps, to, message);
  if (sent.kind !== 'later' || sent.afterMs === undefined || sent.afterMs > WAIT_MOST_MS) return sent;
  await sleep(sent.afterMs);
  return tryOnce(deps, to, message);
}

async function tryOnce(
  { client, uploads, hold, conversation }: SendingDeps,
  to: string,
  message: Outgoing,
): Promise<Sent> {
  const { media } = message;
  const sent = sentOf(await (media ? sendFile(client, uploads, to, media) : sendText(client, to, message)));
  if (sent.kind === 'later' && sent.afterMs !== undefined) await hold.rest(conversation(to), sent.afterMs);
  return sent;
}

function sendText(client: Client, to: string, { text, actions }: Outgoing): Promise<Called> {
  return client.call('sendMessage', {
    chat_id: to,
    text,
    link_preview_options: { is_disabled: true },
    ...(actions.length === 0 ? {} : { reply_markup: keyboardOf(actions) }),
  });
}

async function sendFile(
  client: Client,
  uploads: Uploads,
  to: string,
  { url, name }: NonNullable<Outgoing['media']>,
): Promise<Called> {
  const file = await uploads.read(url.slice(FILES_PATH.length));
  if (file === null) return client.call('sendMessage', { chat_id: to, text: `[${name}]` });
  const { contentType } = file.upload;
  const picture = PICTURES.has(contentType);
  const form = new FormData();
  form.set('chat_id', to);
  form.set(
    picture ? 'photo' : 'document',
    new Blob([new Uint8Array(file.content)], { type: contentType }),
    file.upload.name,
  );
  return client.call(picture ? 'sendPhoto' : 'sendDocument', form);
}

/** Telegram's word on a message as ours. */
export function sentOf(called: Called): Sent {
  if (called.kind === 'ok') return { kind: 'sent' };
  if (called.kind === 'failed') return { kind: 'later', code: called.code, maybe: called.maybe };
  const { status, description, afterMs } = called;
  const code = `http-${status}`;
  if (status === 429) return { kind: 'later', code, ...(afterMs === null ? {} : { afterMs }) };
  // blocked by the customer, deleted, or never written to
  if (status === 403 || (status === 400 && /chat not found|user is deactivated/i.test(description))) {
    return { kind: 'unreachable', code };
  }
  // a wrong token is mended by somebody: what is said meanwhile is kept for them
  if (status === 401 || status === 404 || status >= 500) return { kind: 'later', code };
  return { kind: 'never', code };
}

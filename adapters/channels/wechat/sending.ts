import { z } from 'zod';
import { FILES_PATH, type Uploads } from '../../uploads/store.ts';
import { menuText } from '../messaging/menu.ts';
import type { Outgoing, Sent } from '../messaging/port.ts';
import { sizeOf } from '../messaging/split.ts';
import type { Called } from '../tencent/api.ts';
import type { Client } from '../tencent/client.ts';
import { WECHAT_CAPS } from './caps.ts';

/** The longest text above a menu; the platform's customer service takes no more, and nothing else is documented. */
const HEAD_MOST = 1024;
/** Kinds that may be uploaded as an image. */
const IMAGES = new Set(['image/png', 'image/jpeg', 'image/gif']);
const mediaSchema = z.object({ media_id: z.string().min(1) });

/** The window is closed, or its messages are used up. */
const CLOSED = new Set([45015, 45047]);
/** Not following, or on the account's list of refused ones. */
const UNREACHABLE = new Set([43004, 43019]);
/** Too much was asked of the platform, in a day or a minute: milliseconds until it is worth another try. */
const THROTTLED: ReadonlyMap<number, number> = new Map([
  [45009, 900_000],
  [45011, 60_000],
]);
/**
 * The platform is busy, or somebody must mend the account's settings: what is said meanwhile is kept for them.
 */
const MENDABLE = new Set([-1, 40001, 40013, 40014, 40125, 40164, 42001, 50002]);

/** One message through `custom/send`. */
export async function sendCustom(client: Client, uploads: Uploads, to: string, message: Outgoing): Promise<Sent> {
  const content = await contentOf(client, uploads, message);
  if (!('msgtype' in content)) return sentOf(content);
  return sentOf(await client.post('message/custom/send', { touser: to, ...content }));
}

/** The typing sign; whatever comes of it. */
export async function showTyping(client: Client, to: string): Promise<void> {
  await client.post('message/custom/typing', { touser: to, command: 'Typing' });
}

type Content = { readonly msgtype: string } & Readonly<Record<string, unknown>>;

async function contentOf(client: Client, uploads: Uploads, message: Outgoing): Promise<Content | Called> {
  const { text, actions, media } = message;
  if (media !== undefined) return imageOf(client, uploads, media);
  if (actions.length === 0) return textOf(text);
  const numbered = `${text}\n\n${menuText(actions)}`;
  const { max, unit } = WECHAT_CAPS.text;
  if (sizeOf(text, unit) > HEAD_MOST && sizeOf(numbered, unit) <= max) return textOf(numbered);
  const list = actions.map(({ label }, index) => ({ id: String(index + 1), content: label }));
  return { msgtype: 'msgmenu', msgmenu: { head_content: text, list, tail_content: '' } };
}

function textOf(content: string): Content {
  return { msgtype: 'text', text: { content } };
}

async function imageOf(
  client: Client,
  uploads: Uploads,
  { url, name, contentType }: NonNullable<Outgoing['media']>,
): Promise<Content | Called> {
  const file = IMAGES.has(contentType) ? await uploads.read(url.slice(FILES_PATH.length)) : null;
  if (file === null) return textOf(`[${name}]`);
  const form = new FormData();
  form.set('media', new Blob([new Uint8Array(file.content)], { type: file.upload.contentType }), file.upload.name);
  const uploaded = await client.post('media/upload', form, { query: '&type=image' });
  // an upload that may have happened has told nobody anything
  if (uploaded.kind !== 'ok') return uploaded.kind === 'failed' ? { ...uploaded, maybe: false } : uploaded;
  const media = mediaSchema.safeParse(uploaded.body).data;
  return media ? { msgtype: 'image', image: media } : { kind: 'failed', code: 'no-media-id', maybe: false };
}

/** The platform's word on a message as ours. */
export function sentOf(called: Called): Sent {
  if (called.kind === 'ok') return { kind: 'sent' };
  const code = String(called.code);
  if (called.kind === 'failed') return { kind: 'later', code, maybe: called.maybe };
  if (CLOSED.has(called.code)) return { kind: 'closed', code };
  if (UNREACHABLE.has(called.code)) return { kind: 'unreachable', code };
  const afterMs = THROTTLED.get(called.code);
  if (afterMs !== undefined) return { kind: 'later', code, afterMs };
  if (MENDABLE.has(called.code)) return { kind: 'later', code };
  return { kind: 'never', code };
}

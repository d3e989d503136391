import { z } from 'zod';
import { FILES_PATH, type Uploads } from '../../uploads/store.ts';
import { menuText } from '../messaging/menu.ts';
import type { Outgoing } from '../messaging/port.ts';
import { cut, sizeOf } from '../messaging/split.ts';
import type { Called } from '../tencent/api.ts';
import type { Client } from '../tencent/client.ts';
import { WECOM_KF_CAPS } from './caps.ts';

/** The longest text above a menu, in bytes. */
const HEAD_MOST = 1024;
/** Kinds that may be uploaded as an image; others go as files. */
const IMAGES = new Set(['image/png', 'image/jpeg']);
const mediaSchema = z.object({ media_id: z.string().min(1) });

/** A message as the platform takes it, without whom it is for. */
export type Content = { readonly msgtype: string } & Readonly<Record<string, unknown>>;

/** Uploads the message's file where it has one; what went wrong with that is told instead. */
export async function contentOf(
  client: Client,
  uploads: Uploads,
  { text, actions, media }: Outgoing,
): Promise<Content | Exclude<Called, { kind: 'ok' }>> {
  if (media !== undefined) return mediaOf(client, uploads, media);
  if (actions.length === 0) return textOf(text);
  if (sizeOf(text, 'bytes') > HEAD_MOST) return textOf(numbered(text, actions));
  const list = actions.map(({ label }, index) => ({
    ...{ type: 'click', click: { id: String(index + 1), content: label } },
  }));
  return { msgtype: 'msgmenu', msgmenu: { head_content: text, list } };
}

function textOf(content: string): Content {
  return { msgtype: 'text', text: { content } };
}

/** A text too long for a menu, with numbers to answer with; cut where both together are too long for a message. */
function numbered(text: string, actions: Outgoing['actions']): string {
  const menu = `\n\n${menuText(actions)}`;
  return cut(text, WECOM_KF_CAPS.text.max - sizeOf(menu, 'bytes'), 'bytes') + menu;
}

async function mediaOf(
  client: Client,
  uploads: Uploads,
  { url, name }: NonNullable<Outgoing['media']>,
): Promise<Content | Exclude<Called, { kind: 'ok' }>> {
  const file = await uploads.read(url.slice(FILES_PATH.length));
  if (file === null) return textOf(`[${name}]`);
  const { contentType } = file.upload;
  const type = IMAGES.has(contentType) ? 'image' : 'file';
  const form = new FormData();
  form.set('media', new Blob([new Uint8Array(file.content)], { type: contentType }), file.upload.name);
  const uploaded = await client.post('media/upload', form, { query: `&type=${type}` });
  if (uploaded.kind !== 'ok') return uploaded;
  const { media_id } = mediaSchema.safeParse(uploaded.body).data ?? {};
  if (media_id === undefined) return { kind: 'failed', code: 'no-media-id', maybe: false };
  return { msgtype: type, [type]: { media_id } };
}

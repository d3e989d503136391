import { setTimeout as sleep } from 'node:timers/promises';
import type { ConversationId } from '../../../domain/ids.ts';
import type { Uploads } from '../../uploads/store.ts';
import type { ChannelMessage } from '../messaging/port.ts';
import type { Client } from './client.ts';

/** The push that brought the picture waits for it. */
const PICTURE_MS = 3000;

export interface Picture {
  /** Of the upload. */
  readonly id: string;
  readonly file: ChannelMessage['files'][number];
}

/** A customer's picture in our uploads; null when it cannot be had in time or is none that we take. */
export async function fetchImage(
  client: Client,
  uploads: Uploads,
  conversation: ConversationId,
  mediaId: string | undefined,
): Promise<Picture | null> {
  if (mediaId === undefined) return null;
  const fetched = fetchAll(client, uploads, conversation, mediaId);
  const enough = new AbortController();
  const late = sleep(PICTURE_MS, 'late' as const, { signal: enough.signal }).catch(() => 'late' as const);
  const first = await Promise.race([fetched, late]);
  enough.abort();
  if (first !== 'late') return first;
  // nobody will ask for it any more
  void fetched.then((picture) => picture && uploads.discard(picture.id)).catch(() => {});
  return null;
}

async function fetchAll(
  client: Client,
  uploads: Uploads,
  conversation: ConversationId,
  mediaId: string,
): Promise<Picture | null> {
  const saved = await client.media(mediaId, (content) => uploads.save(conversation, 'image', content));
  if (saved.kind !== 'saved') return null;
  const { contentType, name } = saved.upload;
  if (contentType.startsWith('image/')) return { id: saved.id, file: { contentType, contentUrl: saved.path, name } };
  await uploads.discard(saved.id);
  return null;
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { ConversationId } from '../../../domain/ids.ts';
import type { Uploads } from '../../uploads/store.ts';
import type { ChannelMessage } from '../messaging/port.ts';
import type { Client } from './client.ts';

/** The push that brought the file waits for it. */
const FILE_MS = 3000;

/** Also the name that a file without one gets. */
type Wanted = 'image' | 'file';

/** A customer's file in our uploads. */
export interface Media {
  /** Of the upload. */
  readonly id: string;
  readonly file: ChannelMessage['files'][number];
}

/** A customer's file, or a picture only, in our uploads; null when it cannot be had in time or is none that we take. */
export async function fetchMedia(
  client: Client,
  uploads: Uploads,
  conversation: ConversationId,
  mediaId: string | undefined,
  wanted: Wanted,
): Promise<Media | null> {
  if (mediaId === undefined) return null;
  const fetched = fetchAll(client, uploads, conversation, mediaId, wanted);
  const enough = new AbortController();
  const late = sleep(FILE_MS, 'late' as const, { signal: enough.signal }).catch(() => 'late' as const);
  const first = await Promise.race([fetched, late]);
  enough.abort();
  if (first !== 'late') return first;
  // nobody will ask for it any more
  void fetched.then((media) => media && uploads.discard(media.id)).catch(() => {});
  return null;
}

async function fetchAll(
  client: Client,
  uploads: Uploads,
  conversation: ConversationId,
  mediaId: string,
  wanted: Wanted,
): Promise<Media | null> {
  const saved = await client.media(mediaId, (content) => uploads.save(conversation, wanted, content));
  if (saved.kind !== 'saved') return null;
  const { contentType, name } = saved.upload;
  if (wanted === 'file' || contentType.startsWith('image/'))
    return { id: saved.id, file: { contentType, contentUrl: saved.path, name } };
  await uploads.discard(saved.id);
  return null;
}

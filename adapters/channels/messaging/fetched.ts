import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { ConversationId } from '../../../domain/ids.ts';
import type { Uploads } from '../../uploads/store.ts';
import type { ChannelMessage } from './port.ts';

/** The webhook that brought a file waits for it. */
const FILE_MS = 5000;

/** A customer's file in our uploads. */
export interface Fetched {
  readonly id: string;
  readonly file: ChannelMessage['files'][number];
}

/** Stores what a platform's address gives; null when it cannot be had in time or is none of the kinds that are taken. */
export async function fetchFile(
  uploads: Uploads,
  conversation: ConversationId,
  name: string,
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Fetched | null> {
  try {
    const answer = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(FILE_MS) });
    if (answer.status !== 200 || answer.body === null) {
      await answer.body?.cancel();
      return null;
    }
    const saved = await uploads.save(conversation, name, Readable.fromWeb(answer.body as ReadableStream));
    if (saved.kind !== 'saved') return null;
    const { contentType, name: cleaned } = saved.upload;
    return { id: saved.id, file: { contentType, contentUrl: saved.path, name: cleaned } };
  } catch {
    // away, too slow or cut off: the customer's words count without it
    return null;
  }
}

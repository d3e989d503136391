import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { ConversationId, Instant } from '../../domain/ids.ts';
import type { Sealer, Sealing } from '../crypto/sealer.ts';
import { sameSecret } from '../http/secrets.ts';
import { kindOf, MAGIC_BYTES } from './kinds.ts';
import { cleanName } from './names.ts';
import { PlainText } from './plainText.ts';

export const FILE_LIMIT = 5 * 1024 * 1024;
/** What is read and thrown away of a file that is too large, so that its sender can still read the refusal. */
const DRAIN_LIMIT = 1024 * 1024;
/** Where files are served; the part after it is the file's id. */
export const FILES_PATH = '/v3/directline/attachments/';
/** How long a signed address works. */
const LINK_MS: Instant = 24 * 3600 * 1000;
const ID = /^[\w-]{22}$/;

const noteSchema = z.object({
  conversation: z.string(),
  contentType: z.string(),
  name: z.string(),
  size: z.number(),
});
export interface Upload {
  readonly conversation: string;
  readonly contentType: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}
export type Saved =
  | { readonly kind: 'saved'; readonly id: string; readonly path: string; readonly upload: Upload }
  /** More than `FILE_LIMIT` bytes. */
  | { readonly kind: 'too large' }
  /** Not one of the kinds we take, or empty. */
  | { readonly kind: 'not taken' };

export interface Uploads {
  /** Durable when it resolves `saved`. Reads `content` to its end unless it is too large. Plain text only when asked for. */
  save(conversation: ConversationId, name: string, content: Readable, text?: 'text too'): Promise<Saved>;
  /** Null when there is no such file. Throws `SealBroken` when it was changed, or its key is no longer in the ring. */
  read(id: string): Promise<{ readonly upload: Upload; readonly content: Buffer } | null>;
  /** Removes a file that turned out not to be needed. */
  discard(id: string): Promise<void>;
  /** Removes files that came before an instant: they are kept no longer than the chat they belong to. */
  expire(before: Instant): Promise<void>;
  /** Adds to the path of a file what opens it for a day without a token; any other path is returned as it is. */
  sign(path: string): string;
  /** Whether the query was made by `sign` for this file, and not too long ago. */
  signed(id: string, query: URLSearchParams): boolean;
}

/** Files of customers in a folder, sealed, under random names that tell nothing. */
export function createUploads(options: {
  readonly folder: string;
  readonly secret: string;
  readonly sealer: Sealer;
  readonly now: () => Instant;
}): Uploads {
  const { folder, sealer, now } = options;
  const key = createHmac('sha256', options.secret).update('shouwen upload links').digest();
  const signature = (id: string, until: string): string =>
    createHmac('sha256', key).update(`${id}\n${until}`).digest('base64url');
  const content = (id: string): string => join(folder, id);
  const note = (id: string): string => join(folder, `${id}.json`);
  const place = (id: string, part: 'content' | 'note'): string => JSON.stringify(['upload', id, part]);
  const discard = async (id: string): Promise<void> => {
    await Promise.all([content(id), note(id), `${content(id)}.part`].map((path) => rm(path, { force: true })));
  };

  return {
    async save(conversation, name, source, text) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const id = randomBytes(16).toString('base64url');
      try {
        const plain = new PlainText();
        const { head, size } = await write(`${content(id)}.part`, source, sealer.sealing(place(id, 'content')), plain);
        const kind = size > FILE_LIMIT ? null : (kindOf(head) ?? (text && plain.kind()));
        if (!kind) {
          await discard(id);
          return { kind: size > FILE_LIMIT ? 'too large' : 'not taken' };
        }
        const upload = { conversation, contentType: kind.contentType, name: cleanName(name, kind), size };
        await writeNote(note(id), sealer.seal(JSON.stringify(upload), place(id, 'note')));
        await rename(`${content(id)}.part`, content(id));
        await syncFolder(folder);
        return { kind: 'saved', id, path: FILES_PATH + id, upload };
      } catch (error) {
        await discard(id);
        throw error;
      }
    },
    async read(id) {
      if (!ID.test(id)) return null;
      try {
        const [text, bytes] = await Promise.all([readFile(note(id), 'utf8'), readFile(content(id))]);
        const upload = noteSchema.parse(JSON.parse(sealer.open(text, place(id, 'note'))));
        return { upload, content: sealer.openBytes(bytes, place(id, 'content')) };
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    discard,
    async expire(before) {
      const names = await readdir(folder).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
        throw error;
      });
      for (const name of names) {
        const path = join(folder, name);
        // another instance may have removed it meanwhile
        const found = await stat(path).catch(() => null);
        if (found !== null && found.mtimeMs < before) await rm(path, { force: true });
      }
    },
    sign(path) {
      const id = path.startsWith(FILES_PATH) ? path.slice(FILES_PATH.length) : '';
      if (!ID.test(id)) return path;
      const until = String(now() + LINK_MS);
      return `${path}?until=${until}&signature=${signature(id, until)}`;
    },
    signed(id, query) {
      const until = query.get('until') ?? '';
      if (!/^\d{1,15}$/.test(until) || Number(until) < now()) return false;
      return sameSecret(query.get('signature') ?? '', signature(id, until));
    },
  };
}

/** `head` and `size` are those of the plain file. */
async function write(
  path: string,
  source: Readable,
  sealing: Sealing,
  plain: PlainText,
): Promise<{ head: Buffer; size: number }> {
  const file = await open(path, 'wx', 0o600);
  try {
    let head: Buffer = Buffer.alloc(0);
    let size = 0;
    await file.writeFile(sealing.start);
    for await (const chunk of source) {
      const bytes = Buffer.from(chunk);
      if (head.length < MAGIC_BYTES) head = Buffer.concat([head, bytes.subarray(0, MAGIC_BYTES)]);
      size += bytes.length;
      plain.add(bytes);
      if (size <= FILE_LIMIT) await file.writeFile(sealing.next(bytes));
      else if (size > FILE_LIMIT + DRAIN_LIMIT) break;
    }
    await file.writeFile(sealing.end());
    await file.sync();
    return { head, size };
  } finally {
    await file.close();
  }
}

async function writeNote(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the new names themselves durable. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

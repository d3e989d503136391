import { z } from 'zod';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import { readForm } from '../../channels/directline/multipart.ts';
import { HttpError } from '../../http/answer.ts';
import { disposition } from '../../uploads/names.ts';
import { FILE_LIMIT, type Saved } from '../../uploads/store.ts';
import { held, type Readable, readable, refused } from '../access/conversation.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import { noteLook } from '../conversation/looks.ts';
import type { DeskDeps } from '../deps.ts';
import { filesTaken, id } from '../schemas.ts';
import { DESK_FILES_PATH, fileUrl } from './address.ts';

export function fileOperations(deps: DeskDeps): DeskOperation[] {
  return [uploadOperation(deps), openOperation(deps)];
}

/** Kinds are told by content: what the browser says of a file is not believed. */
function uploadOperation(deps: DeskDeps): DeskOperation {
  const described = deskOperation(deps.guard, {
    method: 'POST',
    path: '/desk/api/conversations/:id/files',
    summary:
      'Takes files (PNG, JPEG, GIF, WebP, PDF, plain text) for a message, as parts `file` of multipart/form-data.',
    access: 'agent',
    params: z.object({ id }),
    status: 201,
    answer: filesTaken,
    refusals: {
      404: 'There is no such conversation for the caller.',
      409: 'The caller does not have the customer.',
      413: 'A file is too large, or there are too many.',
      415: 'A file is of another kind.',
    },
    handle: async ({ params }, { staff }, call) => {
      const handoff = await held(deps, staff, params.id);
      if (!/^multipart\/form-data\b/i.test(call.req.headers['content-type'] ?? '')) {
        throw new HttpError(415, 'UnsupportedMediaType', 'Send multipart/form-data.');
      }
      const started: Promise<Saved>[] = [];
      let whole = false;
      try {
        const form = await readForm(
          call.req,
          (name, content) => deps.uploads.save(handoff.conversation, name, content, 'text too'),
          started,
        );
        if (form.activity !== null || form.files.length === 0) {
          throw new HttpError(400, 'BadArgument', 'Send one part named "file" or more, and no other.');
        }
        const files = form.files.map(accepted);
        whole = true;
        return { files };
      } finally {
        if (!whole) await discard(deps, started);
      }
    },
  });
  return described;
}

function accepted(saved: Saved) {
  if (saved.kind === 'saved') {
    const { contentType, name } = saved.upload;
    return { id: saved.id, contentType, name, url: fileUrl(saved.path) };
  }
  if (saved.kind === 'too large') {
    throw new HttpError(413, 'TooLarge', `A file is larger than ${FILE_LIMIT / 1024 / 1024} MB.`, {
      connection: 'close',
    });
  }
  throw new HttpError(415, 'UnsupportedMediaType', 'Files are taken as PNG, JPEG, GIF, WebP, PDF or plain text.');
}

async function discard({ uploads }: DeskDeps, started: readonly Promise<Saved>[]): Promise<void> {
  for (const result of await Promise.allSettled(started)) {
    if (result.status === 'fulfilled' && result.value.kind === 'saved') await uploads.discard(result.value.id);
  }
}

/** A file for who reads its conversation as it was said: who has the customer, and supervisors. Only pictures open in place. */
function openOperation(deps: DeskDeps): DeskOperation {
  const described = deskOperation(deps.guard, {
    method: 'GET',
    path: `${DESK_FILES_PATH}:file`,
    summary: 'A file of a conversation, by the address its views give: for who has the customer, and supervisors.',
    access: 'agent',
    params: z.object({ file: id }),
    answer: z.unknown(),
    refusals: { 404: 'There is no such file, or its customer is not the caller’s.' },
    handle: async () => ({}),
  });
  return {
    ...described,
    run: async (call) => {
      const { staff } = deps.guard.caller(call);
      const found = await deps.uploads.read(call.params.file ?? '');
      const where = found === null ? null : await readableOrNull(deps, staff, found.upload.conversation);
      if (found === null || where === null) throw noFile();
      await noteLook(deps, staff, where);
      const { contentType, name } = found.upload;
      const place = disposition(name);
      return {
        status: 200,
        body: found.content,
        headers: {
          'content-type': contentType,
          'content-disposition': INLINE.has(contentType) ? place.replace(/^attachment/, 'inline') : place,
          'cache-control': 'private, max-age=300',
          // kept for nobody else who signs in with the same browser
          vary: 'cookie',
        },
      };
    },
  };
}

/** One for what is not there and what is not theirs. */
const noFile = (): HttpError => new HttpError(404, 'NotFound', 'There is no such file: open the conversation again.');

/** Null, with its line in the audit, for who may not read the words of this conversation either. */
async function readableOrNull(deps: DeskDeps, staff: StaffMember, conversation: string): Promise<Readable | null> {
  try {
    const found = await readable(deps, staff, conversation);
    if (found.plain) return found;
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return null;
  }
  await refused(deps, staff, conversation);
  return null;
}

/** Pictures that hold no script. */
const INLINE: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

import type { ConversationId } from '../../../domain/ids.ts';
import { type Answer, HttpError } from '../../http/answer.ts';
import { parseJson } from '../../http/json.ts';
import type { Call } from '../../http/server.ts';
import { FILE_LIMIT, type Saved } from '../../uploads/store.ts';
import { senderOf, take } from './activities.ts';
import { callerOf, mayOpen } from './callers.ts';
import type { DirectLine } from './deps.ts';
import { posted, readActivity } from './inbound.ts';
import { type Form, readForm } from './multipart.ts';

/** `POST …/upload?userId=`: one message with files, as a multipart form or as one raw file with Content-Disposition. */
export async function upload(line: DirectLine, call: Call): Promise<Answer> {
  const caller = await callerOf(call.req, line.tokens, line.secret);
  const conversation = mayOpen(caller, call.params.id ?? '');
  const user = await senderOf(line, caller, conversation, call.query.get('userId')?.slice(0, 300) ?? undefined);
  const started: Promise<Saved>[] = [];
  let needed = false;
  try {
    const form = await readParts(line, conversation, call, started);
    const files = form.files.map(accepted);
    if (files.length === 0) throw new HttpError(400, 'BadArgument', 'The upload has no file.');
    const activity = readActivity(
      form.activity === null ? { type: 'message' } : withoutFiles(parseJson(form.activity)),
    );
    if (activity.type !== 'message') throw new HttpError(400, 'BadArgument', 'type: files come with a message');
    const { answer, fresh } = await take(line, conversation, posted(conversation, user, activity, files, line.now()));
    needed = fresh;
    return answer;
  } catch (error) {
    // After 503 it is unknown whether the message stands in the log: then its files stay.
    needed = error instanceof HttpError && error.status === 503;
    throw error;
  } finally {
    if (!needed) await discard(line, started);
  }
}

async function readParts(
  line: DirectLine,
  conversation: ConversationId,
  call: Call,
  started: Promise<Saved>[],
): Promise<Form> {
  const type = call.req.headers['content-type'] ?? '';
  if (/^multipart\/form-data\b/i.test(type)) {
    return readForm(call.req, (name, content) => line.uploads.save(conversation, name, content), started);
  }
  if (type === '' || /^(application\/json|application\/x-www-form-urlencoded)\b/i.test(type)) {
    throw new HttpError(
      415,
      'UnsupportedMediaType',
      'Send multipart/form-data, or one file with its own content type.',
    );
  }
  if (Number(call.req.headers['content-length'] ?? 0) > 2 * FILE_LIMIT) throw tooLarge();
  started.push(line.uploads.save(conversation, rawName(call.req.headers['content-disposition']), call.req));
  return { activity: null, files: await Promise.all(started) };
}

function accepted(saved: Saved): { contentType: string; contentUrl: string; name: string } {
  if (saved.kind === 'saved') {
    return { contentType: saved.upload.contentType, contentUrl: saved.path, name: saved.upload.name };
  }
  if (saved.kind === 'too large') throw tooLarge();
  throw new HttpError(415, 'UnsupportedMediaType', 'Files are taken as PNG, JPEG, GIF, WebP or PDF.');
}

function tooLarge(): HttpError {
  return new HttpError(413, 'TooLarge', `A file is larger than ${FILE_LIMIT / 1024 / 1024} MB.`, {
    connection: 'close',
  });
}

/** What the client says of its files is not used: they are what was sent. */
function withoutFiles(activity: unknown): unknown {
  if (typeof activity !== 'object' || activity === null || Array.isArray(activity)) return activity;
  const { attachments: _, ...rest } = activity as Record<string, unknown>;
  return rest;
}

function rawName(header: string | undefined): string {
  const given = /filename\*=(?:UTF-8|utf-8)''([^;]{1,600})/.exec(header ?? '')?.[1];
  try {
    if (given !== undefined) return decodeURIComponent(given);
  } catch {
    return '';
  }
  const plain = /filename="?([^";]{1,300})/.exec(header ?? '')?.[1] ?? '';
  return Buffer.from(plain, 'latin1').toString('utf8');
}

async function discard(line: DirectLine, started: readonly Promise<Saved>[]): Promise<void> {
  for (const result of await Promise.allSettled(started)) {
    if (result.status === 'fulfilled' && result.value.kind === 'saved') await line.uploads.discard(result.value.id);
  }
}

import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import { HttpError } from '../../http/answer.ts';
import { FILE_LIMIT, type Saved } from '../../uploads/store.ts';

export const MOST_FILES = 5;
const ACTIVITY_BYTES = 1024 * 1024;
const TOTAL_BYTES = MOST_FILES * FILE_LIMIT + ACTIVITY_BYTES + 64 * 1024;

export interface Form {
  /** JSON of the part `activity`, or null when there was none. */
  readonly activity: string | null;
  readonly files: readonly Saved[];
}

/**
 * Reads a multipart upload as it arrives: parts named `file` go to `save`, one named `activity` is the message; any order.
 * 400 for a broken form or another part, 413 for too much of anything. Files saved before a refusal are in `started`.
 */
export async function readForm(
  req: IncomingMessage,
  save: (name: string, content: Readable) => Promise<Saved>,
  started: Promise<Saved>[],
): Promise<Form> {
  if (Number(req.headers['content-length'] ?? 0) > TOTAL_BYTES) throw tooMuch('The upload is too large.');
  let activity: string | null = null;
  let refusal: HttpError | null = null;
  const refuse = (error: HttpError): void => {
    refusal ??= error;
  };
  const texts: Promise<void>[] = [];
  let parser: busboy.Busboy;
  try {
    parser = busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: {
        files: MOST_FILES + 1,
        fields: 1,
        parts: MOST_FILES + 1,
        // One byte above the limit, so that a file of exactly the limit is whole.
        fileSize: FILE_LIMIT + 1,
        fieldSize: ACTIVITY_BYTES,
        fieldNameSize: 50,
        headerPairs: 20,
      },
    });
  } catch {
    throw new HttpError(400, 'BadArgument', 'The multipart form has no boundary.');
  }
  parser.on('file', (part, content, info) => {
    content.on('error', () => {});
    if (part === 'activity') {
      texts.push(
        text(content).then((json) => {
          if (json === null) refuse(tooMuch('activity: too large'));
          else activity = json;
        }),
      );
    } else if (part === 'file' && started.length < MOST_FILES) {
      started.push(save(info.filename ?? '', content).finally(() => content.resume()));
    } else {
      refuse(part === 'file' ? tooMany() : unknownPart());
      content.resume();
    }
  });
  parser.on('field', (part, value, info) => {
    if (part !== 'activity') refuse(unknownPart());
    else if (info.valueTruncated) refuse(tooMuch('activity: too large'));
    else activity = value;
  });
  for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) parser.on(limit, () => refuse(tooMany()));
  try {
    await pipeline(req, bounded, parser);
  } catch (error) {
    await Promise.allSettled([...texts, ...started]);
    throw error instanceof HttpError ? error : new HttpError(400, 'BadSyntax', 'The multipart form is broken.');
  }
  await Promise.all(texts);
  const files = await Promise.all(started);
  if (refusal !== null) throw refusal;
  return { activity, files };
}

async function* bounded(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > TOTAL_BYTES) throw tooMuch('The upload is too large.');
    yield chunk;
  }
}

async function text(content: Readable): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size <= ACTIVITY_BYTES) chunks.push(chunk);
  }
  return size > ACTIVITY_BYTES ? null : Buffer.concat(chunks).toString('utf8');
}

const tooMuch = (message: string): HttpError => new HttpError(413, 'TooLarge', message, { connection: 'close' });
const tooMany = (): HttpError =>
  new HttpError(413, 'TooLarge', `At most ${MOST_FILES} files and one activity at once.`);
const unknownPart = (): HttpError =>
  new HttpError(400, 'BadArgument', 'Parts of the form are named "activity" or "file".');

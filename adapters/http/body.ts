import type { IncomingMessage } from 'node:http';
import { HttpError } from './answer.ts';
import { parseJson } from './json.ts';

/** Bytes of a request body unless a route says otherwise. */
export const BODY_LIMIT = 256 * 1024;
/** How long a body may take to arrive. Files have a reader of their own, and the time of the whole request. */
export const BODY_MS = 15_000;
/** What is read and thrown away of a body that is too large, so that its sender can still read the refusal. */
const DRAIN_LIMIT = 1024 * 1024;

/**
 * The raw bytes of a request, for routes that check a signature over them.
 * Answers 413 above `limit` bytes, 408 after `mostMs`, and 400 when the sender stops half way.
 */
export async function readBody(
  req: IncomingMessage,
  limit: number = BODY_LIMIT,
  mostMs: number = BODY_MS,
): Promise<Buffer> {
  const { promise: overdue, reject } = Promise.withResolvers<never>();
  const late = setTimeout(() => reject(tooLate()), mostMs);
  try {
    return await Promise.race([collect(req, limit), overdue]);
  } finally {
    clearTimeout(late);
  }
}

async function collect(req: IncomingMessage, limit: number): Promise<Buffer> {
  const declared = Number(req.headers['content-length'] ?? 0);
  if (declared > limit + DRAIN_LIMIT) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of req) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > limit + DRAIN_LIMIT) throw tooLarge(limit);
      if (size <= limit) chunks.push(bytes);
      else chunks.length = 0;
    }
  } catch (error) {
    if (error instanceof HttpError) throw error;
    throw new HttpError(400, 'Incomplete', 'The body ended before it was complete.');
  }
  if (size > limit) throw tooLarge(limit);
  return Buffer.concat(chunks);
}

/** A JSON body as an unknown value; 415 for another content type, 400 for bad JSON, bad UTF-8 or an empty body. */
export async function readJson(req: IncomingMessage, limit: number = BODY_LIMIT): Promise<unknown> {
  mustBeJson(req);
  return parseJson(decode(await readBody(req, limit)));
}

/** As `readJson`, but no body at all reads as `{}`, whatever the content type says: some clients post nothing. */
export async function readOptionalJson(req: IncomingMessage, limit: number = BODY_LIMIT): Promise<unknown> {
  const chunked = req.headers['transfer-encoding'] !== undefined;
  if (!chunked && Number(req.headers['content-length'] ?? 0) === 0) return {};
  if (!chunked) mustBeJson(req);
  const bytes = await readBody(req, limit);
  if (bytes.length === 0) return {};
  mustBeJson(req);
  return parseJson(decode(bytes));
}

function mustBeJson(req: IncomingMessage): void {
  const type = (req.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json') return;
  throw new HttpError(415, 'UnsupportedMediaType', 'Send JSON with content-type: application/json.');
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpError(400, 'BadEncoding', 'The body is not valid UTF-8.');
  }
}

function tooLate(): HttpError {
  return new HttpError(408, 'Timeout', 'The body took too long to arrive.', { connection: 'close' });
}

function tooLarge(limit: number): HttpError {
  return new HttpError(413, 'TooLarge', `The body is larger than ${limit} bytes.`, { connection: 'close' });
}

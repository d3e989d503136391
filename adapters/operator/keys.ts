import { createHash, randomUUID } from 'node:crypto';
import type { IdempotencyKey } from '../../domain/ids.ts';
import { HttpError } from '../http/answer.ts';
import type { Call } from '../http/server.ts';

/** The key of a write from parts that the caller gave, its id among them. */
export function givenKey(...parts: readonly string[]): IdempotencyKey {
  return `operator:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}` as IdempotencyKey;
}

/** The key of a write: from the caller's `Idempotency-Key` and the address, so that a repeat has no second effect; else new. */
export function writeKey(call: Call): IdempotencyKey {
  const given = call.req.headers['idempotency-key'];
  if (given === undefined) return `operator:${randomUUID()}` as IdempotencyKey;
  if (typeof given !== 'string' || !/^[!-~]{1,100}$/.test(given)) {
    throw new HttpError(400, 'BadArgument', 'Idempotency-Key: 1 to 100 printable ASCII characters');
  }
  const hash = createHash('sha256')
    .update(`${call.req.url ?? ''}\n${given}`)
    .digest('base64url');
  return `operator:${hash}` as IdempotencyKey;
}

import { createHmac } from 'node:crypto';
import type { Instant } from '../../domain/ids.ts';
import type { Claimed } from './store.ts';

/**
 * What goes with a body. The signature is over the body's bytes, which hold the event's id and time; the timestamp is the
 * attempt's.
 */
export function signedHeaders(
  { id, event, secret }: Pick<Claimed, 'id' | 'event' | 'secret'>,
  body: Buffer,
  now: Instant,
): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(body.length),
    'user-agent': 'Shouwen-Webhooks',
    'x-shouwen-id': id,
    'x-shouwen-event': event,
    'x-shouwen-timestamp': new Date(now).toISOString(),
    'x-shouwen-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  };
}

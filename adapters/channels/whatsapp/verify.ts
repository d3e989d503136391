import { createHmac, timingSafeEqual } from 'node:crypto';
import { sameSecret } from '../../http/secrets.ts';
import type { WhatsappSettings } from './settings.ts';

/** Whether `X-Hub-Signature-256` was made over exactly these bytes with one of the account's secrets. */
export function isSigned(
  header: string | string[] | undefined,
  body: Buffer,
  { appSecret, previousAppSecret }: Pick<WhatsappSettings, 'appSecret' | 'previousAppSecret'>,
): boolean {
  const hex = typeof header === 'string' ? /^sha256=([0-9a-f]{64})$/i.exec(header)?.[1] : undefined;
  if (hex === undefined) return false;
  const given = Buffer.from(hex, 'hex');
  return [appSecret, previousAppSecret].some(
    (secret) => secret !== undefined && timingSafeEqual(createHmac('sha256', secret).update(body).digest(), given),
  );
}

/** What a handshake is to be answered with; null for one that is not the platform's. */
export function challengeOf(
  query: URLSearchParams,
  { verifyToken }: Pick<WhatsappSettings, 'verifyToken'>,
): string | null {
  const challenge = query.get('hub.challenge') ?? '';
  if (query.get('hub.mode') !== 'subscribe' || !/^[\w.~-]{1,500}$/.test(challenge)) return null;
  return sameSecret(query.get('hub.verify_token') ?? '', verifyToken) ? challenge : null;
}

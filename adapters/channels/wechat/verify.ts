import type { Instant } from '../../../domain/ids.ts';
import { sameSecret } from '../../http/secrets.ts';
import { open, signature } from './cipher.ts';
import type { WechatSettings } from './settings.ts';
import { readXml } from './xml.ts';

/** How old, or how far ahead, a signed request may be. The platform sets no limit; copies are told by their ids. */
const FRESH_MS = 5 * 60_000;

export type Verified =
  /** `key`: what it was sealed with, null for a plain push. */
  { readonly kind: 'verified'; readonly xml: string; readonly key: string | null } | { readonly kind: 'refused' };

/** Whether a GET is the platform's own question when the address is set up. */
export function isHandshake(query: URLSearchParams, { token }: WechatSettings, now: Instant): boolean {
  return isFresh(query, now) && isSigned(query, token);
}

/** Whether a push is the platform's. Where there is cipher text, only the signature over it counts. */
export function verifyPush(query: URLSearchParams, body: string, settings: WechatSettings, now: Instant): Verified {
  const { mode, token } = settings;
  if (!isFresh(query, now)) return { kind: 'refused' };
  const sealed = mode === 'plain' ? undefined : readXml(body)?.Encrypt;
  if (typeof sealed === 'string') {
    const right = signature(token, query.get('timestamp') ?? '', query.get('nonce') ?? '', sealed);
    if (!sameSecret(query.get('msg_signature') ?? '', right)) return { kind: 'refused' };
    const opened = open(sealed, keysOf(settings), settings.appId);
    return opened === null ? { kind: 'refused' } : { kind: 'verified', xml: opened.message, key: opened.key };
  }
  if (mode === 'safe' || !isSigned(query, token)) return { kind: 'refused' };
  return { kind: 'verified', xml: body, key: null };
}

function isSigned(query: URLSearchParams, token: string): boolean {
  const right = signature(token, query.get('timestamp') ?? '', query.get('nonce') ?? '');
  return sameSecret(query.get('signature') ?? '', right);
}

function isFresh(query: URLSearchParams, now: Instant): boolean {
  const seconds = query.get('timestamp') ?? '';
  return /^\d{1,11}$/.test(seconds) && Math.abs(now - Number(seconds) * 1000) <= FRESH_MS;
}

function keysOf({ encodingAESKey, previousEncodingAESKey }: WechatSettings): readonly string[] {
  return [encodingAESKey, previousEncodingAESKey].filter((key) => key !== undefined);
}

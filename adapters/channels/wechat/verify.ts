import type { Instant } from '../../../domain/ids.ts';
import { sameSecret } from '../../http/secrets.ts';
import { signature } from '../tencent/cipher.ts';
import { isFresh, keysOf, openSigned } from '../tencent/sealed.ts';
import { readXml } from '../tencent/xml.ts';
import type { WechatSettings } from './settings.ts';

export type Verified =
  /** `key`: what it was sealed with, null for a plain push. */
  { readonly kind: 'verified'; readonly xml: string; readonly key: string | null } | { readonly kind: 'refused' };

/** Whether a GET is the platform's own question when the address is set up. */
export function isHandshake(query: URLSearchParams, { token }: WechatSettings, now: Instant): boolean {
  return isFresh(query, now) && isSigned(query, token);
}

/** Whether a push is the platform's. Where there is cipher text, only the signature over it counts. */
export function verifyPush(query: URLSearchParams, body: string, settings: WechatSettings, now: Instant): Verified {
  const { mode, token, appId } = settings;
  if (!isFresh(query, now)) return { kind: 'refused' };
  const sealed = mode === 'plain' ? undefined : readXml(body)?.Encrypt;
  if (typeof sealed === 'string') {
    const opened = openSigned(query, sealed, { token, keys: keysOf(settings), receiver: appId });
    return opened === null ? { kind: 'refused' } : { kind: 'verified', xml: opened.message, key: opened.key };
  }
  if (mode === 'safe' || !isSigned(query, token)) return { kind: 'refused' };
  return { kind: 'verified', xml: body, key: null };
}

function isSigned(query: URLSearchParams, token: string): boolean {
  const right = signature(token, query.get('timestamp') ?? '', query.get('nonce') ?? '');
  return sameSecret(query.get('signature') ?? '', right);
}

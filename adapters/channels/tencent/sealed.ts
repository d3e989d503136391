import type { Instant } from '../../../domain/ids.ts';
import { sameSecret } from '../../http/secrets.ts';
import { type Opened, open, signature } from './cipher.ts';

/** How old, or how far ahead, a signed request may be. The platform sets no limit; copies are told by their ids. */
const FRESH_MS = 5 * 60_000;

/** What an account's requests are signed and sealed with. */
export interface Sealing {
  readonly token: string;
  readonly keys: readonly string[];
  readonly receiver: string;
}

/** The key of now, and the one before where there is one. */
export function keysOf(keys: {
  readonly encodingAESKey?: string | undefined;
  readonly previousEncodingAESKey?: string | undefined;
}): readonly string[] {
  return [keys.encodingAESKey, keys.previousEncodingAESKey].filter((key) => key !== undefined);
}

/** Cipher text that the platform signed for this account; null for anything else. Its time is checked apart. */
export function openSigned(query: URLSearchParams, sealed: string, { token, keys, receiver }: Sealing): Opened | null {
  const right = signature(token, query.get('timestamp') ?? '', query.get('nonce') ?? '', sealed);
  return sameSecret(query.get('msg_signature') ?? '', right) ? open(sealed, keys, receiver) : null;
}

export function isFresh(query: URLSearchParams, now: Instant): boolean {
  const seconds = query.get('timestamp') ?? '';
  return /^\d{1,11}$/.test(seconds) && Math.abs(now - Number(seconds) * 1000) <= FRESH_MS;
}

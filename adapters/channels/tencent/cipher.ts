import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import { sameSecret } from '../../http/secrets.ts';

/** A push that was opened, and the key that did it: the answer is sealed with the same one. */
export interface Opened {
  readonly message: string;
  readonly key: string;
}

/**
 * Opens cipher text with the first key that fits; null when none does or it was meant for another receiver. The package
 * checks neither length nor padding: what was read must give the same bytes when it is sealed again.
 */
export function open(sealed: string, keys: readonly string[], receiver: string): Opened | null {
  for (const key of keys) {
    const message = openWith(key, sealed, receiver);
    if (message !== null) return { message, key };
  }
  return null;
}

function openWith(key: string, sealed: string, receiver: string): string | null {
  try {
    const { message, id, random } = decrypt(key, sealed);
    const again = Buffer.from(encrypt(key, message, id, random), 'base64');
    return sameSecret(id, receiver) && again.equals(Buffer.from(sealed, 'base64')) ? message : null;
  } catch {
    return null;
  }
}

export function seal(key: string, message: string, receiver: string): string {
  return encrypt(key, message, receiver);
}

/** The platform's signature over a token, a time, a nonce and, in safe mode, the cipher text. */
export function signature(token: string, timestamp: string, nonce: string, sealed = ''): string {
  return getSignature(token, timestamp, nonce, sealed);
}

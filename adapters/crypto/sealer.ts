import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Encrypts values on their way into a store. `aad` names the place the value belongs to; a value moved to another place
 * does not open there.
 */
export interface Sealer {
  seal(plain: string, aad: string): string;
  /** Throws `SealBroken` when the value was changed, moved, or sealed with a key that is not in the ring. */
  open(sealed: string, aad: string): string;
}

/** A sealed value that does not open. Says why, never what. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

export interface SealKey {
  /** 1 to 16 letters, digits, `-` or `_`; stands readable in front of every value sealed with the key. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM with a random 96-bit nonce: `<key id>.<base64 of nonce, tag, cipher text>`. The first key of the ring
 * seals, every key opens, so a key is rotated by putting the new one in front. One key may seal at most 2^32 values
 * (NIST SP 800-38D 8.3): rotate long before.
 */
export function sealer(ring: readonly SealKey[]): Sealer {
  const keys = new Map(ring.map((key) => [key.id, checked(key)]));
  const first = ring[0];
  if (first === undefined) throw new Error('the key ring is empty');
  if (keys.size !== ring.length) throw new Error('two keys of the ring have the same id');
  return {
    seal(plain, aad) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', first.key, nonce).setAAD(Buffer.from(aad));
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `${first.id}.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')}`;
    },
    open(sealed, aad) {
      const dot = sealed.indexOf('.');
      const key = keys.get(sealed.slice(0, Math.max(dot, 0)));
      if (key === undefined) throw new SealBroken('sealed with a key that is not in the ring');
      const bytes = Buffer.from(sealed.slice(dot + 1), 'base64');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new SealBroken('too short');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(aad)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        const plain = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([plain, decipher.final()]).toString('utf8');
      } catch {
        throw new SealBroken('changed, or moved from another place');
      }
    },
  };
}

/** Reads `id:base64,id:base64`, the first key first. Throws without repeating any part of a key. */
export function parseKeyRing(text: string): readonly SealKey[] {
  return text.split(',').map((part) => {
    const [id = '', base64 = ''] = part.trim().split(':');
    const key = { id, key: Buffer.from(base64, 'base64') };
    checked(key);
    return key;
  });
}

function checked({ id, key }: SealKey): Uint8Array {
  if (!/^[A-Za-z0-9_-]{1,16}$/.test(id)) throw new Error('a key id is 1 to 16 letters, digits, - or _');
  if (key.length !== 32) throw new Error(`key ${id} has ${key.length} bytes instead of 32`);
  return key;
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Encrypts values on their way into a store. `aad` names the place the value belongs to; a value moved to another place
 * does not open there.
 */
export interface Sealer {
  seal(plain: string, aad: string): string;
  /** Throws `SealBroken` when the value was changed, moved, or sealed with a key that is not in the ring. */
  open(sealed: string, aad: string): string;
  /** Seals bytes as they come; what `start`, each `next` and `end` give, one after the other, is the sealed value. */
  sealing(aad: string): Sealing;
  /** Opens what `sealing` made; throws as `open` does. */
  openBytes(sealed: Buffer, aad: string): Buffer;
}

export interface Sealing {
  readonly start: Buffer;
  next(plain: Buffer): Buffer;
  end(): Buffer;
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

const LONGEST_ID = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const DOT = '.'.charCodeAt(0);

/**
 * AES-256-GCM with a random 96-bit nonce: `<key id>.<base64 of nonce, tag, cipher text>`, for bytes `<key id>.` and then
 * nonce, cipher text, tag as they are. The first key of the ring
 * seals, every key opens, so a key is rotated by putting the new one in front. One key may seal at most 2^32 values
 * (NIST SP 800-38D 8.3): rotate long before.
 */
export function sealer(ring: readonly SealKey[]): Sealer {
  const keys = new Map(ring.map((key) => [key.id, checked(key)]));
  const first = ring[0];
  if (first === undefined) throw new Error('the key ring is empty');
  if (keys.size !== ring.length) throw new Error('two keys of the ring have the same id');
  const keyOf = (id: string): Uint8Array => {
    const key = keys.get(id);
    if (key === undefined) throw new SealBroken('sealed with a key that is not in the ring');
    return key;
  };
  return {
    seal(plain, aad) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', first.key, nonce).setAAD(Buffer.from(aad));
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `${first.id}.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')}`;
    },
    open(sealed, aad) {
      const dot = sealed.indexOf('.');
      const key = keyOf(sealed.slice(0, Math.max(dot, 0)));
      const bytes = Buffer.from(sealed.slice(dot + 1), 'base64');
      const [tag, text] = [bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES), NONCE_BYTES + TAG_BYTES];
      return decipher(key, bytes.subarray(0, NONCE_BYTES), tag, bytes.subarray(text), aad).toString('utf8');
    },
    sealing(aad) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', first.key, nonce).setAAD(Buffer.from(aad));
      return {
        start: Buffer.concat([Buffer.from(`${first.id}.`), nonce]),
        next: (plain) => cipher.update(plain),
        end: () => Buffer.concat([cipher.final(), cipher.getAuthTag()]),
      };
    },
    openBytes(sealed, aad) {
      const dot = sealed.subarray(0, LONGEST_ID + 1).indexOf(DOT);
      const key = keyOf(sealed.subarray(0, Math.max(dot, 0)).toString('latin1'));
      const bytes = sealed.subarray(dot + 1);
      const tag = Math.max(bytes.length - TAG_BYTES, NONCE_BYTES);
      return decipher(key, bytes.subarray(0, NONCE_BYTES), bytes.subarray(tag), bytes.subarray(NONCE_BYTES, tag), aad);
    },
  };
}

function decipher(key: Uint8Array, nonce: Buffer, tag: Buffer, text: Buffer, aad: string): Buffer {
  if (nonce.length < NONCE_BYTES || tag.length < TAG_BYTES) throw new SealBroken('too short');
  const opening = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  opening.setAAD(Buffer.from(aad)).setAuthTag(tag);
  try {
    return Buffer.concat([opening.update(text), opening.final()]);
  } catch {
    throw new SealBroken('changed, or moved from another place');
  }
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

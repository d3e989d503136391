import { createHmac, createSecretKey } from 'node:crypto';

/** Turns a value into one that can be looked up but not read back. */
export type BlindIndex = (plain: string) => string;

const KEY_BYTES = 32;

/**
 * HMAC-SHA256, base64. Equal values give equal results, so it suits values that are looked up as a whole, such as a phone
 * number in E.164; the key must differ from the sealing keys, and changing it loses the look-up until values are saved again.
 * @param key 32 bytes
 * @param what names the indexed field, so that equal values of two fields do not look alike
 * @throws RangeError when the key has another length
 */
export function blindIndex(key: Uint8Array, what: string): BlindIndex {
  if (key.length !== KEY_BYTES) throw new RangeError(`the key of a blind index has ${KEY_BYTES} bytes`);
  const secret = createSecretKey(key);
  return (plain) => createHmac('sha256', secret).update(what).update('\0').update(plain, 'utf8').digest('base64');
}

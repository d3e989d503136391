import { createCipheriv, randomBytes } from 'node:crypto';

const BLOCK = 32;

/** Makes cipher text of an envelope, by Node's own cipher. */
export type Sealing = (xml: string, key: string, id: string) => string;

/** Cipher text with the right key that is wrong inside, by what is wrong. */
export const WRONG_SEALS: Readonly<Record<string, Sealing>> = {
  'no padding at all': wrong((whole) => whole.subarray(0, whole.length - (whole.length % 16))),
  'a padding of 0': wrong((whole) => padded(whole, () => 0)),
  'a padding longer than a block': wrong((whole) => padded(whole, () => BLOCK + 1)),
  'a padding that is not all the same': wrong((whole) => padded(whole, (size, at) => (at === 0 ? size + 1 : size))),
  'two blocks of padding': wrong((whole) => Buffer.concat([padded(whole), Buffer.alloc(BLOCK, BLOCK)])),
  'a length beyond its end': wrong(padded, (length) => length + 1000),
  'a length of 4 GB': wrong(padded, () => 0xffff_ffff),
  'a length that is too short': wrong(padded, (length) => length - 1),
  'a length of nothing': wrong(padded, () => 0),
  'nothing but padding': () => '',
  'half a block': (xml, key, id) => right(xml, key, id).subarray(0, -8).toString('base64'),
};

function wrong(pad: (whole: Buffer) => Buffer, length = (given: number) => given): Sealing {
  return (xml, key, id) => encrypted(pad(envelope(xml, id, length)), key).toString('base64');
}

function right(xml: string, key: string, id: string): Buffer {
  return encrypted(padded(envelope(xml, id, (length) => length)), key);
}

function envelope(xml: string, id: string, length: (given: number) => number): Buffer {
  const message = Buffer.from(xml);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(length(message.length));
  return Buffer.concat([randomBytes(16), size, message, Buffer.from(id)]);
}

function padded(whole: Buffer, byte: (size: number, at: number) => number = (size) => size): Buffer {
  const size = BLOCK - (whole.length % BLOCK);
  return Buffer.concat([whole, Buffer.from(Array.from({ length: size }, (_, at) => byte(size, at)))]);
}

function encrypted(plain: Buffer, key: string): Buffer {
  const bytes = Buffer.from(`${key}=`, 'base64');
  const cipher = createCipheriv('aes-256-cbc', bytes, bytes.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), plain.length % 16 === 0 ? cipher.final() : Buffer.alloc(0)]);
}

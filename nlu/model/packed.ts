import { constants, deflateSync, inflateSync } from 'node:zlib';
import { BadModel } from './file.ts';

/** Most bytes that a file may unpack to: several times what the model has. */
const MOST = 64_000_000;

/**
 * Most weights of a linear model are near nothing: less than half the bytes. They repeat in no order, so that Huffman codes alone are smaller
 * than searching for what was seen before (1.41 against 1.43 MB) and fifty times as fast. What it unpacks to is the same everywhere, the
 * packed bytes may differ by release of zlib.
 */
export const pack = (file: Uint8Array): Uint8Array => deflateSync(file, { strategy: constants.Z_HUFFMAN_ONLY });

/** Unpacked in one piece up to so many bytes: pieces would be copied together. */
const PIECE = 8_000_000;

/** Throws BadModel. */
export const unpack = (packed: Uint8Array): Uint8Array => {
  try {
    return inflateSync(packed, { maxOutputLength: MOST, chunkSize: PIECE });
  } catch {
    throw new BadModel('not packed, cut or too long');
  }
};

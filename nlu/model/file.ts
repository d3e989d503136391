import { z } from 'zod';
import type { Model } from '../model.ts';

/**
 * Layout of a model file, little-endian: 8 bytes `SWNLU005`; uint32 length of the header; the header (JSON, blanks to a
 * multiple of 4); uint32 hashes; uint16 documents; int8 weights. Version 005.
 */
const MAGIC = 'SWNLU005';

const Header = z.strictObject({
  features: z.int().nonnegative(),
  texts: z.int().nonnegative(),
  lettersWeight: z.number().positive(),
  rarity: z.number().positive(),
  classes: z.int().positive().max(1000),
  examples: z.string().max(64),
  thresholds: z.strictObject({ unknownBelow: z.number(), actFrom: z.number() }),
  held: z.strictObject({ texts: z.int().nonnegative(), right: z.int().nonnegative() }),
  heads: z.array(
    z.strictObject({
      name: z.string(),
      labels: z.array(z.string()),
      offset: z.int().nonnegative(),
      scales: z.array(z.number()),
      biases: z.array(z.number()),
      temperature: z.number().positive(),
    }),
  ),
});

/** A model file that is not one, is cut, or is of another version. */
export class BadModel extends Error {
  constructor(reason: string) {
    super(`model file: ${reason}; run \`npm run train\``);
    this.name = 'BadModel';
  }
}

/** The same model gives the same bytes. */
export const encode = (model: Model): Uint8Array => {
  const { vocabulary, weights } = model;
  const header = JSON.stringify({
    features: vocabulary.hashes.length,
    texts: vocabulary.total,
    lettersWeight: vocabulary.lettersWeight,
    rarity: vocabulary.rarity,
    classes: model.classes,
    examples: model.examples,
    thresholds: model.thresholds,
    held: model.held,
    heads: model.heads.map(({ name, labels, offset, scales, biases, temperature }) => ({
      name, labels, offset, scales: scales.map(float), biases: biases.map(float), temperature,
    })),
  });
  const padded = Buffer.from(header.padEnd(Math.ceil(header.length / 4) * 4));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(padded.length);
  return Buffer.concat([Buffer.from(MAGIC), length, padded, bytes(vocabulary.hashes), bytes(vocabulary.documents), bytes(weights)]);
};

const float = (x: number): number => Number(x.toPrecision(7));
const bytes = (a: Uint32Array | Uint16Array | Int8Array): Uint8Array => new Uint8Array(a.buffer, a.byteOffset, a.byteLength);

/** Reads a model file, of which the model is views where it lies at a multiple of 4; throws BadModel. */
export const decode = (file: Uint8Array): Model => {
  const { buffer: whole, byteOffset, byteLength } = file.byteOffset % 4 === 0 ? file : new Uint8Array(file);
  const buffer = Buffer.from(whole, byteOffset, byteLength);
  if (buffer.subarray(0, MAGIC.length).toString('latin1') !== MAGIC) throw new BadModel('not one, or of another version');
  const length = buffer.length >= 12 ? buffer.readUInt32LE(MAGIC.length) : 0;
  let at = MAGIC.length + 4;
  const header = headerOf(buffer.subarray(at, at + length).toString('utf8'));
  at += length;
  const { features, classes } = header;
  if (buffer.length !== at + features * (4 + 2 + classes)) throw new BadModel('cut or too long');
  const begin = byteOffset + at;
  return {
    vocabulary: {
      hashes: new Uint32Array(whole, begin, features),
      documents: new Uint16Array(whole, begin + features * 4, features),
      total: header.texts,
      lettersWeight: header.lettersWeight,
      rarity: header.rarity,
    },
    weights: new Int8Array(whole, begin + features * 6, features * classes),
    heads: header.heads,
    classes,
    thresholds: header.thresholds,
    held: header.held,
    examples: header.examples,
  };
};

const headerOf = (json: string): z.infer<typeof Header> => {
  try {
    return Header.parse(JSON.parse(json));
  } catch {
    throw new BadModel('header unreadable');
  }
};

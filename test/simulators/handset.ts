import assert from 'node:assert/strict';
import type { Shown } from './platform.ts';

/** What a telephone makes of the parts that reach it: text rebuilt from octets as UTF-16BE. */
export interface Handset {
  readonly shown: Shown[];
  /** Parts of each shown text. */
  readonly parts: number[];
  /** One part: the header of its concatenation in hexadecimal, empty when it stands alone, and its content. */
  gets(header: string, content: Buffer): void;
}

const WHOLE_MOST = 140;

export function createHandset(): Handset {
  const waiting = new Map<string, { readonly total: number; readonly texts: Map<number, string> }>();
  const handset: Handset = {
    shown: [],
    parts: [],
    gets(header, content) {
      assert.ok(header.length / 2 + content.length <= WHOLE_MOST, `${content.length} octets do not fit`);
      const text = utf16be(content.toString('hex'));
      assert.ok(text.isWellFormed(), 'a part ends inside a character');
      const read = /^050003(..)(..)(..)$/.exec(header)?.slice(1);
      if (read === undefined) {
        assert.equal(header, '');
        handset.shown.push({ text, choices: [] });
        handset.parts.push(1);
        return;
      }
      const [reference = '', total, number] = [read[0], Number(`0x${read[1]}`), Number(`0x${read[2]}`)];
      const message = waiting.get(reference) ?? { total, texts: new Map() };
      waiting.set(reference, message);
      assert.equal(message.total, total);
      assert.ok(number >= 1 && number <= total && !message.texts.has(number), `part ${number} of ${total}`);
      message.texts.set(number, text);
      if (message.texts.size < total) return;
      waiting.delete(reference);
      const texts = Array.from({ length: total }, (_, index) => message.texts.get(index + 1) ?? '');
      handset.shown.push({ text: texts.join(''), choices: [] });
      handset.parts.push(total);
    },
  };
  return handset;
}

export function utf16be(hex: string): string {
  assert.equal(hex.length % 4, 0, hex);
  const units = (hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
  return units.map((unit) => String.fromCharCode(unit)).join('');
}

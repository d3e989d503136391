import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ChannelCaps } from '../../../adapters/channels/messaging/caps.ts';
import { cut, sizeOf, split } from '../../../adapters/channels/messaging/split.ts';
import { someCaps } from './someCaps.ts';

const text = fc
  .array(fc.constantFrom('好', '的', '。', '\n', '\n\n', ' ', 'a', 'word', '😀', '👨‍👩‍👧', '，', '1'), {
    maxLength: 400,
  })
  .map((parts) => parts.join(''));
const units = fc.constantFrom<ChannelCaps['text']>(
  { max: 40, unit: 'bytes', maxParts: 100 },
  { max: 30, unit: 'utf16', maxParts: 100 },
);
const solid = (words: string) => words.replace(/\s+/gu, '');

describe('splitting text for a channel', () => {
  it('gives parts that fit and loses no character but blanks at the cuts', () => {
    fc.assert(
      fc.property(text, units, (words, caps) => {
        const parts = split(words, someCaps({ text: caps }));
        for (const part of parts) assert.ok(sizeOf(part, caps.unit) <= caps.max, JSON.stringify(part));
        assert.equal(solid(parts.join('')), solid(words));
        assert.ok(parts.every((part) => part.isWellFormed() && part !== ''));
      }),
      { numRuns: 500 },
    );
  });

  it('never sends more parts than allowed, and says that something was left out', () => {
    const parts = split('一段话。'.repeat(100), someCaps({ text: { max: 60, unit: 'bytes', maxParts: 3 } }));
    assert.equal(parts.length, 3);
    assert.match(parts[2] ?? '', /…$/);
  });

  it('cuts where a sentence ends when there is one in the second half', () => {
    const [first] = split(
      '今天上午会到您家里。请保持电话畅通，谢谢您的耐心',
      someCaps({ text: { max: 15, unit: 'utf16', maxParts: 9 } }),
    );
    assert.equal(first, '今天上午会到您家里。');
  });

  it('leaves concatenation of an SMS to the channel: one text up to all its parts', () => {
    const caps = someCaps({ text: { max: 67, unit: 'ucs2-part', maxParts: 3 } });
    assert.equal(split('字'.repeat(201), caps).length, 1);
    assert.equal(split('字'.repeat(202), caps)[0]?.length, 201);
  });

  it('cuts whole characters', () => {
    assert.equal(cut('😀😀😀', 5, 'utf16'), '😀😀…');
    assert.equal(cut('好好好', 8, 'bytes'), '好…');
  });
});

import assert from 'node:assert/strict';
import { readMasked } from '../../nlu/text/mask.ts';

describe('numbers in features', () => {
  const table: readonly (readonly [string, string | null])[] = [
    ['13800138000', 'tel'],
    ['30元', 'money'],
    ['30.5 块', 'money'],
    ['500m', 'speed'],
    ['500兆', 'speed'],
    ['20g', 'volume'],
    ['12月', 'date'],
    ['2026-12-05', 'date'],
    ['3点', 'time'],
    ['9:00', 'time'],
    ['5pm', 'time'],
    ['ad12345678', 'acct'],
    ['ts20261121-7kq4m', 'case'],
    ['7', 'num'],
    ['5g', null],
    ['110', null],
    ['12315', null],
    ['wifi6', null],
  ];
  for (const [text, mask] of table)
    it(`${text} is ${mask ?? 'a word'}`, () => {
      assert.equal(readMasked(text, 0)?.mask, mask);
    });

  it('reads a run once, however long', () => {
    assert.equal(readMasked('9'.repeat(5000), 0)?.end, 5000);
    assert.equal(readMasked('1,'.repeat(2500), 0)?.end, 4999);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkCharacter, RANDOM_ALPHABET } from '../../../domain/cases/check.ts';
import {
  asBookingNumber,
  asCaseNumber,
  newBookingNumber,
  newNumber,
  parseNumber,
} from '../../../domain/cases/number.ts';
import { shanghai } from '../shipped.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const typed = [...letters, ...'0123456789'];
const numbers = fc
  .record({
    prefix: fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 2 }),
    at: fc.integer({ min: shanghai('2000-01-02 00:00:00'), max: shanghai('2099-12-30 00:00:00') }),
    five: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 5, maxLength: 5 }),
  })
  .map(({ prefix, at, five }) => {
    const randoms = five.values();
    return newNumber(prefix.join(''), at, 'Asia/Shanghai', () => randoms.next().value ?? 0);
  });

const readAs = (text: string) => {
  const parsed = parseNumber(text);
  return parsed.kind === 'number' ? parsed.value : parsed.kind;
};

describe('numbers that customers quote', () => {
  const sample = newNumber('TS', shanghai('2026-11-21 00:00:00'), 'Asia/Shanghai', () => 0.5);

  it('carry prefix, local day, five characters and a check', () => {
    assert.match(sample, /^TS20261121-HHHHH-[2-9A-HJKMNP-Z]$/);
    assert.match(
      newNumber('TS', shanghai('2026-11-20 23:59:59'), 'Asia/Shanghai', () => 0),
      /^TS20261120-22222-/,
    );
    assert.match(
      newNumber('GZ', 0, 'Asia/Shanghai', () => 0.999999),
      /^GZ19700101-ZZZZZ-/,
    );
    assert.match(newBookingNumber(shanghai('2026-11-21 12:00:00')), /^YY20261121-/);
  });

  it('have an alphabet of 31 without look-alikes', () => {
    assert.equal(new Set(RANDOM_ALPHABET).size, 31);
    assert.doesNotMatch(RANDOM_ALPHABET, /[01OIL]/);
  });

  it('are read back as they were written', () => {
    fc.assert(
      fc.property(numbers, (number) =>
        assert.deepEqual(parseNumber(number), {
          kind: 'number',
          value: number,
          prefix: number.slice(0, 2),
        }),
      ),
    );
  });

  it('show any one character mistyped', () => {
    fc.assert(
      fc.property(numbers, fc.nat({ max: 17 }), fc.constantFrom(...typed), (number, at, character) => {
        fc.pre(number[at] !== '-' && number[at] !== character);
        const wrong = number.slice(0, at) + character + number.slice(at + 1);
        const value = readAs(wrong);
        // A slip that is mended gives the number meant, never another.
        assert.ok(value === 'mistyped' || value === number, `${number} typed ${wrong} read ${value}`);
      }),
      { numRuns: 5000 },
    );
  });

  it('show any two neighbours swapped, with or without dashes', () => {
    fc.assert(
      fc.property(numbers, fc.nat({ max: 14 }), fc.boolean(), (number, at, isDashed) => {
        const bare = number.replaceAll('-', '');
        fc.pre(bare[at] !== bare[at + 1]);
        const swapped = `${bare.slice(0, at)}${bare[at + 1]}${bare[at]}${bare.slice(at + 2)}`;
        const wrong = isDashed ? `${swapped.slice(0, 10)}-${swapped.slice(10, 15)}-${swapped.slice(15)}` : swapped;
        const value = readAs(wrong);
        assert.ok(
          value !== 'none' && (value === 'mistyped' || value === number),
          `${number} typed ${wrong} read ${value}`,
        );
      }),
      { numRuns: 5000 },
    );
  });

  it('use every character of the alphabet as check', () => {
    const checks = [...RANDOM_ALPHABET].map((last) => checkCharacter(`TS202611217KQ4${last}`));
    assert.equal(new Set(checks).size, 31);
  });

  const five = sample.slice(11, 16);
  const check = sample.slice(17);
  const mended: readonly string[] = [
    sample.toLowerCase(),
    `TS20261121${five}${check}`,
    `TS 2026 1121 ${five} ${check}`,
    `ts20261121—${five}–${check}`,
    `ＴＳ２０２６１１２１－${five}－${check}`,
    `TS2O26II21-${five}-${check}`,
    `TS2o26l1 21_${five}.${check}`,
    `T520261121-${five}-${check}`,
    `我的单号是${sample}，怎么还没处理`,
    `case no. ${sample.toLowerCase()} please`,
    `TS20261121-${five.slice(0, 4)}-${five.slice(4)}${check}`,
    `上次是TS20261120-AAAAA-A，这次是${sample}`,
  ];
  for (const text of mended) it(`are found in "${text}"`, () => assert.equal(readAs(text), sample));

  const wrong = [
    'TS20261121',
    'TS20261121-HHHH-2',
    'ts20261121 hhhhh',
    'TS20261321-HHHHH-2',
    `TS20261121-HHHH0-${check}`,
  ];
  for (const text of wrong) it(`are known to be mistyped in "${text}"`, () => assert.equal(readAs(text), 'mistyped'));

  it('have a day that exists, even where the check agrees', () => {
    for (const day of ['20260230', '20261301', '19991231']) {
      assert.equal(readAs(`TS${day}-HHHHH-${checkCharacter(`TS${day}HHHHH`)}`), 'mistyped', day);
    }
  });

  const none = [
    '',
    '我要投诉',
    '13800138000',
    '2026-11-21',
    'my name is TS',
    '440301199001011234',
    'SF1234567890123',
    'hello world 2026',
  ];
  for (const text of none) it(`are not seen in "${text}"`, () => assert.equal(readAs(text), 'none'));

  it('are kept apart by what they are of', () => {
    const booking = newBookingNumber(shanghai('2026-11-21 12:00:00'));
    assert.equal(asBookingNumber(booking.toLowerCase()), booking);
    assert.equal(asCaseNumber(booking), null);
    assert.equal(asCaseNumber(sample), sample);
    assert.equal(asBookingNumber(sample), null);
  });

  it('are looked for without much work in a hostile text', () => {
    assert.equal(readAs('TS2026 '.repeat(100_000)), 'none');
    assert.equal(readAs(`${'A1-'.repeat(100_000)}`), 'none');
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseKeyRing, sealer } from '../../adapters/crypto/sealer.ts';

const ring = (...ids: string[]) => ids.map((id) => ({ id, key: Buffer.alloc(32, id) }));
const broken = { name: 'SealBroken' };

describe('the sealer', () => {
  const one = sealer(ring('a'));

  it('opens what it sealed, for any text and place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, aad) => {
        assert.equal(one.open(one.seal(plain, aad), aad), plain);
      }),
      { numRuns: 200 },
    );
  });

  it('seals the same text differently each time', () => {
    assert.equal(new Set(Array.from({ length: 100 }, () => one.seal('x', ''))).size, 100);
  });

  it('does not open what was moved, changed or cut', () => {
    const sealed = one.seal('text', 'here');
    assert.throws(() => one.open(sealed, 'there'), broken);
    const bytes = Buffer.from(sealed.slice(2), 'base64');
    for (let i = 0; i < bytes.length; i++) {
      const changed = Buffer.from(bytes);
      changed[i] = (changed[i] ?? 0) ^ 1;
      assert.throws(() => one.open(`a.${changed.toString('base64')}`, 'here'), broken);
      assert.throws(() => one.open(`a.${bytes.subarray(0, i).toString('base64')}`, 'here'), broken);
    }
    for (const text of ['', '.', 'a', 'a.', 'b.AAAA', 'text']) assert.throws(() => one.open(text, 'here'), broken);
  });

  it('seals bytes piece by piece, and opens them whole and unchanged only', () => {
    const pieces = [Buffer.from([0, 255]), Buffer.alloc(0), Buffer.from('图片')];
    const sealBytes = (): Buffer => {
      const sealing = one.sealing('here');
      return Buffer.concat([sealing.start, ...pieces.map((piece) => sealing.next(piece)), sealing.end()]);
    };
    const sealed = sealBytes();
    assert.deepEqual(one.openBytes(sealed, 'here'), Buffer.concat(pieces));
    assert.deepEqual(sealer(ring('b', 'a')).openBytes(sealed, 'here'), Buffer.concat(pieces));
    assert.notDeepEqual(sealBytes(), sealed);
    assert.throws(() => one.openBytes(sealed, 'there'), broken);
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed[i] = (changed[i] ?? 0) ^ 1;
      assert.throws(() => one.openBytes(changed, 'here'), broken);
      assert.throws(() => one.openBytes(sealed.subarray(0, i), 'here'), broken);
    }
  });

  it('rotates keys: the first seals, all open', () => {
    const old = one.seal('text', '');
    const both = sealer(ring('b', 'a'));
    assert.equal(both.open(old, ''), 'text');
    assert.ok(both.seal('text', '').startsWith('b.'));
    assert.throws(() => one.open(both.seal('text', ''), ''), broken);
  });

  it('reads a key ring, and refuses one that cannot be used without showing it', () => {
    const base64 = Buffer.alloc(32, 1).toString('base64');
    assert.deepEqual(
      parseKeyRing(`new:${base64}, old:${base64}`).map((key) => key.id),
      ['new', 'old'],
    );
    for (const text of ['', 'a', `a.b:${base64}`, 'a:c2VjcmV0', `:${base64}`]) {
      assert.throws(
        () => parseKeyRing(text),
        (error) => error instanceof Error && !error.message.includes('c2Vj'),
      );
    }
    assert.throws(() => sealer([]));
    assert.throws(() => sealer(ring('a', 'a')));
  });
});

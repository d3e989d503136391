import assert from 'node:assert/strict';
import { features } from '../../nlu/text/features.ts';
import { normalise } from '../../nlu/text/normalise.ts';

describe('features', () => {
  it('grow in proportion to the text up to the cap, and not beyond', () => {
    for (const unit of ['宽带断了', 'broadband is down ', '1 ', '一', 'a']) {
      const count = (times: number): number => features(unit.repeat(times)).length;
      assert.ok(count(200) <= 2.5 * count(100), `${unit} grows faster than the text`);
      const capped = (length: number): number => features(normalise(unit.repeat(length))).length;
      assert.ok(capped(10_000) <= 25 * 501, unit);
      assert.ok(Math.abs(capped(10_000) - capped(2_000)) <= 60, unit);
    }
  });
  it('see a number only by its kind', () => {
    assert.deepEqual(features('充30元'), features('充500元'));
    assert.notDeepEqual(features('充30元'), features('充30兆'));
  });
  it('are the same for script variants', () => {
    assert.deepEqual(features(normalise('查話費')), features(normalise('查话费')));
  });
  it('are unsigned 32-bit integers', () => {
    for (const hash of features('我的router坏了')) assert.equal(hash, hash >>> 0);
  });
});

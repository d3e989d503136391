import assert from 'node:assert/strict';
import { confusions, macroF1, perLabel, shareOf } from '../../nlu/evaluation/statistics.ts';

describe('statistics', () => {
  it('Wilson interval', () => {
    assert.deepEqual(shareOf(90, 100), { share: 0.9, low: 0.8256, high: 0.9448, of: 100 });
    assert.equal(shareOf(0, 0), null);
    assert.equal(shareOf(5, 5)?.high, 1);
  });
  const pairs = [
    { wanted: 'a', said: 'a' },
    { wanted: 'a', said: 'b' },
    { wanted: 'b', said: 'b' },
    { wanted: 'c', said: 'a' },
  ];
  it('per label', () => {
    assert.deepEqual(perLabel(pairs), {
      a: { precision: 0.5, recall: 0.5, f1: 0.5, of: 2 },
      b: { precision: 0.5, recall: 1, f1: 0.6667, of: 1 },
      c: { precision: null, recall: 0, f1: 0, of: 1 },
    });
    assert.equal(macroF1(perLabel(pairs)), 0.3889);
  });
  it('confusions', () => {
    assert.deepEqual(confusions(pairs), [
      { wanted: 'a', said: 'b', times: 1 },
      { wanted: 'c', said: 'a', times: 1 },
    ]);
  });
});

import assert from 'node:assert/strict';
import { agreementOf } from '../../nlu/evaluation/agreement.ts';
import { readExamples } from '../../nlu/examples.ts';
import { secondLabels } from '../../nlu/report/secondLabels.ts';

describe('agreement of two labellings', () => {
  it('is measured beyond chance', () => {
    // Half alike where chance gives half: nothing learnt of the other.
    const half = (['aa', 'ab', 'ba', 'bb'] as const).map((p) => [p.charAt(0), p.charAt(1)] as const);
    assert.deepEqual(agreementOf(half), { of: 4, alike: 0.5, kappa: 0 });
    assert.deepEqual(
      agreementOf([
        ['a', 'a'],
        ['b', 'b'],
      ]),
      { of: 2, alike: 1, kappa: 1 },
    );
    assert.deepEqual(
      agreementOf([
        ['a', 'b'],
        ['b', 'a'],
      ]),
      { of: 2, alike: 0, kappa: -1 },
    );
    assert.equal(agreementOf([]), null);
  });
  it('finds every text that was labelled twice', () => {
    const { intent, severity } = secondLabels(readExamples());
    assert.equal(intent?.of, 200);
    assert.ok((intent?.kappa ?? 0) > 0.9 && (severity?.of ?? 0) > 30);
  });
});

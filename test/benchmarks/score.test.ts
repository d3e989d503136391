import assert from 'node:assert/strict';
import type { Answer } from './learner.ts';
import { rightOnes, scoreOf } from './score.ts';
import type { Row, TaskSet } from './set.ts';

const row = (label: string): Row => ({ text: label, label, language: 'en' });
const sure = (label: string, confidence: number): Answer => ({ label, confidence });

/** Twenty texts of class a, surer and surer, then texts of no class. */
const set = (train: string[], outside: number): TaskSet => ({
  name: 'small',
  train: train.map(row),
  test: [...Array.from({ length: 20 }, () => row('a')), ...Array.from({ length: outside }, () => row('none'))],
  none: 'none',
});
const inside = Array.from({ length: 20 }, (_, i) => sure('a', (i + 1) / 20));

describe('score of a peer', () => {
  it('counts only rows whose label can be learnt', () => {
    const answers = [...inside.slice(0, 15), ...Array.from({ length: 5 }, () => sure('b', 1)), sure('a', 1)];
    assert.equal(scoreOf(set(['a', 'b'], 1), answers).accuracy?.share, 0.75);
    assert.equal(scoreOf(set(['a', 'b'], 1), answers).accuracy?.of, 20);
    assert.equal(scoreOf(set(['a', 'b', 'none'], 1), answers).accuracy?.of, 21);
    assert.equal(rightOnes(set(['a', 'b'], 1), answers).filter(Boolean).length, 15);
  });

  it('lets at most one of twenty fall below the limit of out of scope', () => {
    const found = scoreOf(set(['a'], 4), [...inside, ...[0.01, 0.06, 0.1, 0.9].map((c) => sure('a', c))]).outOfScope;
    assert.equal(found?.abstained?.share, 0.05);
    assert.equal(found?.recall?.share, 0.5);
  });

  it('reads a label of no class as less than any class, the surer the less', () => {
    const found = scoreOf(set(['a', 'none'], 2), [...inside, sure('none', 0.2), sure('none', 0.9)]).outOfScope;
    assert.equal(found?.recall?.share, 1);
    assert.equal(found?.auroc, 1);
    const drowned = [sure('none', 0.9), sure('none', 0.8), ...inside.slice(2), sure('none', 0.95), sure('none', 0.1)];
    assert.equal(scoreOf(set(['a', 'none'], 2), drowned).outOfScope?.recall?.share, 0.5);
  });

  it('reads no label at all as unsure, whatever number comes with it', () => {
    for (const label of ['None', '']) {
      const found = scoreOf(set(['a', 'none'], 2), [...inside, sure(label, 1), sure('none', 0.1)]).outOfScope;
      assert.equal(found?.recall?.share, 1, label);
      const lost = [sure(label, 1), sure(label, 1), ...inside.slice(2), sure('none', 0.1), sure('none', 0.2)];
      assert.equal(scoreOf(set(['a', 'none'], 2), lost).outOfScope?.recall?.share, 1, label);
    }
  });

  it('shares the budget among those alike at the limit', () => {
    const alike = (of: number) => Array.from({ length: of }, () => sure('None', 1));
    // one of twenty may abstain, ten are alike: a tenth of those outside
    const found = scoreOf(set(['a'], 40), [...alike(10), ...inside.slice(10), ...alike(40)]).outOfScope;
    assert.equal(found?.recall?.share, 0.1);
    assert.equal(found?.abstained?.share, 0.05);
    assert.equal(found?.auroc, 0.75);
  });

  it('refuses answers to other texts', () => {
    assert.throws(() => scoreOf(set(['a'], 1), inside), RangeError);
  });
});

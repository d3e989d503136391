import assert from 'node:assert/strict';
import { INTENTS, type Intent } from '../../domain/labels.ts';
import type { Reading } from '../../nlu/model.ts';
import { alsoOf, clausesHeard, mainOf } from '../../nlu/wishes.ts';

const of = (shares: Partial<Record<Intent, number>>): Float64Array =>
  Float64Array.from(INTENTS, (intent) => shares[intent] ?? 0);
const reading = (more: number, intent: Float64Array): Reading => ({
  coverage: 1,
  probabilities: {
    intent,
    complaintCategory: new Float64Array(5),
    severity: new Float64Array(3),
    faultCategory: new Float64Array(4),
    faultLevel: new Float64Array(2),
    wishes: Float64Array.of(1 - more, more),
  },
});
const best = (p: Float64Array): Intent | undefined => INTENTS[p.indexOf(Math.max(...p))];

describe('several wishes in one text', () => {
  const whole = of({ 'fault.report': 0.4, 'consult.account': 0.5 });
  const clauses = [of({ greet: 0.9 }), of({ 'fault.report': 0.8 }), of({ 'consult.account': 0.9 })];

  it('are looked for only where the whole gives a sign of them', () => {
    const read = (): Reading => reading(0, whole);
    assert.equal(clausesHeard('查话费，还有报修', reading(0.9, whole), read).length, 2);
    assert.equal(clausesHeard('查话费，还有报修', reading(0.1, whole), read).length, 0);
  });
  it('the first, a greeting aside, has a say in the main one', () => {
    assert.equal(best(mainOf(reading(0.9, whole), clauses)), 'fault.report');
    assert.equal(best(mainOf(reading(0.9, whole), [])), 'consult.account');
  });
  it('the others are named if the clause is sure, small talk never', () => {
    assert.deepEqual(alsoOf('fault.report', reading(0.9, whole), clauses), ['consult.account']);
    assert.deepEqual(alsoOf('fault.report', reading(0.25, whole), clauses), []);
    assert.deepEqual(alsoOf('greet', reading(0.9, whole), clauses), []);
    assert.deepEqual(alsoOf('fault.report', reading(0.9, whole), [of({ 'consult.account': 0.7 })]), []);
    assert.deepEqual(alsoOf('fault.report', reading(0.9, of({ 'fault.report': 1 })), clauses), []);
  });
});

import assert from 'node:assert/strict';
import { IMPROVEMENT_STAGES, perDay, stagesAfter } from '../../../domain/statistics/improvement.ts';

const DAY = 86_400_000;
const AT = Date.UTC(2026, 10, 23, 4);

describe('an improvement (OSM 5.3.2)', () => {
  it('goes on stage by stage; what a check found wrong is planned anew; done is the end', () => {
    assert.deepEqual(Object.fromEntries(IMPROVEMENT_STAGES.map((stage) => [stage, stagesAfter(stage)])), {
      plan: ['plan', 'do'],
      do: ['do', 'check'],
      check: ['check', 'act', 'plan'],
      act: ['act', 'done'],
      done: [],
    });
  });

  it('compares cases a day with those of the 30 days before it, after a whole day', () => {
    const counts = { before: 60, since: 6 };
    assert.deepEqual(perDay(counts, AT, AT + 4 * DAY), { before: 2, since: 1.5 });
    assert.deepEqual(perDay(counts, AT, AT + DAY), { before: 2, since: 6 });
    assert.deepEqual(perDay(counts, AT, AT + DAY - 1), { before: 2, since: null });
  });
});

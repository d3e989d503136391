import assert from 'node:assert/strict';
import { STAGES, type Stage } from '../../../domain/cases/case.ts';
import { allowedMoves, isOpen, mayMove } from '../../../domain/cases/stages.ts';
import { shippedManual } from '../shipped.ts';

const manual = shippedManual();

describe('the stages of a case', () => {
  const table: Readonly<Record<Stage, readonly Stage[]>> = {
    registered: ['classified', 'withdrawn'],
    classified: ['investigating', 'withdrawn'],
    investigating: ['resolved', 'withdrawn'],
    resolved: ['closed', 'reopened'],
    closed: ['reopened'],
    reopened: ['investigating', 'withdrawn'],
    withdrawn: [],
  };
  for (const from of STAGES) {
    it(`lead from ${from} to ${table[from].join(', ') || 'nowhere'}`, () => {
      assert.deepEqual(allowedMoves(manual, from), table[from]);
    });
  }

  it('cannot be skipped', () => {
    assert.equal(mayMove(manual, 'registered', 'resolved'), false);
    assert.equal(mayMove(manual, 'registered', 'registered'), false);
    assert.equal(mayMove(manual, 'investigating', 'resolved'), true);
  });

  it('are open until closed or withdrawn', () => {
    assert.deepEqual(
      STAGES.filter((stage) => !isOpen(stage)),
      ['closed', 'withdrawn'],
    );
  });
});

import assert from 'node:assert/strict';
import type { CaseKind, Stage } from '../../../domain/cases/case.ts';
import { allowedMoves } from '../../../domain/cases/stages.ts';
import { clockState, meetClocks, openClocks, warningAt } from '../../../domain/manual/clocks.ts';
import type { ManualClock } from '../../../domain/manual/schema.ts';
import { shanghai, shippedManual } from '../shipped.ts';

const manual = shippedManual();
const AT = shanghai('2026-11-23 09:00:00');

/** Stages that a case can come to from where it is registered. */
function reachable(): ReadonlySet<Stage> {
  const seen = new Set<Stage>(['registered']);
  for (const stage of seen) for (const next of allowedMoves(manual, stage)) seen.add(next);
  return seen;
}

function started(name: string, { severity, level, category }: ManualClock, kind: CaseKind) {
  const timed = { kind, severity: severity ?? null, level: level ?? null, category: category ?? null };
  const clock = openClocks(manual, timed, AT).find((each) => each.name === name);
  assert.ok(clock, `${name} does not start with a ${kind}`);
  return clock;
}

describe('every clock of the manual', () => {
  for (const [name, known] of Object.entries(manual.clocks)) {
    for (const kind of known.kinds) {
      it(`${name} of a ${kind} starts, and is met or breached`, () => {
        const clock = started(name, known, kind);
        if (known.metBy.includes('registered')) return assert.equal(clock.metAt, AT);
        const warned = warningAt(clock, AT);
        const states = [AT, warned - 1, warned, clock.limit - 1, clock.limit].map((now) => clockState(clock, now, AT));
        assert.deepEqual(states, ['running', 'running', 'warning', 'warning', 'breached']);
        const stages = reachable();
        for (const stage of known.metBy) {
          assert.ok(stages.has(stage), `${stage} cannot be reached`);
          const [met] = meetClocks(manual, [clock], stage, AT + 1);
          assert.equal(met?.metAt, AT + 1, stage);
        }
        assert.ok(known.metBy.includes('withdrawn') && known.metBy.includes('closed'), 'ends with its case');
      });
    }
  }
});

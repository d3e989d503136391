import assert from 'node:assert/strict';
import { CASE_KINDS } from '../../../domain/cases/case.ts';
import { ownerOf } from '../../../domain/cases/triage.ts';
import type { Timed } from '../../../domain/manual/clocks.ts';
import { shippedManual } from '../shipped.ts';

const manual = shippedManual();
const unknown = { category: null, severity: null, level: null };

describe('the owner of a new case', () => {
  const table: readonly (readonly [Timed, string])[] = [
    [{ ...unknown, kind: 'complaint', category: 'billing-plan', severity: 'minor' }, 'billing'],
    [
      { ...unknown, kind: 'complaint', category: 'network-communication', severity: 'moderate' },
      'network-optimisation',
    ],
    [{ ...unknown, kind: 'complaint', category: 'billing-plan', severity: 'major' }, 'duty-manager'],
    [{ ...unknown, kind: 'complaint', severity: 'major' }, 'duty-manager'],
    [{ ...unknown, kind: 'complaint' }, 'customer-care'],
    [{ ...unknown, kind: 'complaint', category: 'equipment' }, 'customer-care'],
    [{ ...unknown, kind: 'fault', category: 'equipment', level: 'normal' }, 'field-maintenance'],
    [{ ...unknown, kind: 'fault', category: 'equipment', level: 'major' }, 'duty-manager'],
    [{ ...unknown, kind: 'fault', category: 'security', level: 'major' }, 'security-desk'],
    [{ ...unknown, kind: 'fault', category: 'network-performance' }, 'network-optimisation'],
    [{ ...unknown, kind: 'fault', category: 'security' }, 'security-desk'],
    [{ ...unknown, kind: 'fault', category: 'constructor' }, 'service-support'],
    [{ ...unknown, kind: 'privacy' }, 'privacy-office'],
    [{ ...unknown, kind: 'security', severity: 'major' }, 'security-desk'],
  ];
  for (const [timed, team] of table) {
    it(`is ${team} for ${timed.kind} ${timed.category} ${timed.severity ?? timed.level}`, () =>
      assert.equal(ownerOf(manual, timed), team));
  }

  it('is a team of the manual for every kind', () => {
    for (const kind of CASE_KINDS) assert.ok(manual.teams[ownerOf(manual, { ...unknown, kind })], kind);
  });
});

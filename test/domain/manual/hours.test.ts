import assert from 'node:assert/strict';
import { nextOpening, openAt, type Staffed } from '../../../domain/manual/hours.ts';
import { shanghai, shippedManual } from '../shipped.ts';

const manual = shippedManual();

describe('opening hours', () => {
  const table: readonly (readonly [Staffed, string, boolean, string])[] = [
    ['desk', '2026-11-20 08:00:00', true, '2026-11-20 08:00:00'],
    ['desk', '2026-11-20 07:59:59', false, '2026-11-20 08:00:00'],
    ['desk', '2026-11-20 21:59:59', true, '2026-11-20 21:59:59'],
    ['desk', '2026-11-20 22:00:00', false, '2026-11-21 09:00:00'],
    ['desk', '2026-11-22 18:00:00', false, '2026-11-23 08:00:00'],
    ['desk', '2026-10-10 20:00:00', true, '2026-10-10 20:00:00'],
    ['desk', '2026-10-01 20:00:00', false, '2026-10-02 09:00:00'],
    ['branches', '2026-09-30 18:00:00', false, '2026-10-01 10:00:00'],
    ['branches', '2026-11-23 09:30:00', true, '2026-11-23 09:30:00'],
  ];
  for (const [who, at, isOpen, next] of table) {
    it(`find the ${who} ${isOpen ? 'open' : 'closed'} at ${at}`, () => {
      assert.equal(openAt(manual, who, shanghai(at)) !== null, isOpen);
      assert.equal(nextOpening(manual, who, shanghai(at)), shanghai(next));
    });
  }

  it('say until when', () => {
    assert.deepEqual(openAt(manual, 'desk', shanghai('2026-11-20 12:00:00')), {
      from: shanghai('2026-11-20 08:00:00'),
      to: shanghai('2026-11-20 22:00:00'),
    });
  });

  it('skip days without any, and give up when there are none', () => {
    const weekdays = { ...manual, hours: { ...manual.hours, desk: { ...manual.hours.desk, otherDays: [] } } };
    assert.equal(nextOpening(weekdays, 'desk', shanghai('2026-09-30 23:00:00')), shanghai('2026-10-08 08:00:00'));
    const never = { ...manual, hours: { ...manual.hours, desk: { workingDays: [], otherDays: [] } } };
    assert.equal(nextOpening(never, 'desk', 0), null);
  });

  it('can last until midnight', () => {
    const late: typeof manual = structuredClone(manual);
    late.hours.desk.workingDays = [['20:00', '24:00']];
    assert.ok(openAt(late, 'desk', shanghai('2026-11-20 23:59:59')));
    assert.equal(openAt(late, 'desk', shanghai('2026-11-21 00:00:00')), null);
  });
});

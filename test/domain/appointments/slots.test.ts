import assert from 'node:assert/strict';
import { free, remindAt, slots } from '../../../domain/appointments/slots.ts';
import { shanghai, shippedManual } from '../shipped.ts';

const manual = shippedManual();
const ids = (kind: 'install' | 'repair' | 'branch' | 'callback', at: string, days: number) =>
  slots(manual, kind, shanghai(at), days).map(({ id }) => id);

describe('slots', () => {
  it('begin after the lead, to the minute', () => {
    assert.deepEqual(ids('repair', '2026-11-23 13:00:00', 1), [
      '2026-11-23T15:00',
      '2026-11-23T17:00',
      '2026-11-23T19:00',
    ]);
    assert.deepEqual(ids('repair', '2026-11-23 13:00:01', 1), ['2026-11-23T17:00', '2026-11-23T19:00']);
  });

  it('follow the plan of the day, with holidays and make-up days', () => {
    assert.deepEqual(ids('install', '2026-10-08 08:00:00', 4), [
      ...['09:00', '11:00', '14:00', '16:00'].map((time) => `2026-10-09T${time}`),
      ...['09:00', '11:00', '14:00', '16:00'].map((time) => `2026-10-10T${time}`),
      ...['09:00', '14:00'].map((time) => `2026-10-11T${time}`),
    ]);
    assert.deepEqual(ids('install', '2026-09-29 20:00:00', 3), ['2026-10-01T09:00', '2026-10-01T14:00']);
  });

  it('end with the horizon however many days are asked for', () => {
    assert.equal(ids('repair', '2026-11-23 00:00:00', 90).at(-1), '2026-11-30T19:00');
  });

  it('carry their instants across the year', () => {
    const slot = slots(manual, 'branch', shanghai('2026-12-31 17:30:00'), 2).at(0);
    assert.deepEqual(slot, {
      id: '2027-01-01T10:00',
      start: shanghai('2027-01-01 10:00:00'),
      end: shanghai('2027-01-01 11:00:00'),
    });
  });

  it('are those of the zone given', () => {
    const at = Date.parse('2026-11-23T08:00:00Z');
    assert.equal(slots(manual, 'repair', at, 1, 'Europe/London')[0]?.start, Date.parse('2026-11-23T10:00:00Z'));
  });

  it('that are full or over-full are left out', () => {
    const [one, two, three] = slots(manual, 'repair', shanghai('2026-11-23 00:00:00'), 1);
    assert.ok(one && two && three);
    const taken = new Map([
      [one.id, 3],
      [two.id, 2],
      [three.id, 9],
    ]);
    assert.deepEqual(free([one, two, three], taken, 3), [{ ...two, left: 1 }]);
    assert.equal(free([one], new Map(), 3)[0]?.left, 3);
  });

  it('are reminded of while there is time', () => {
    const slot = { id: 'x', start: shanghai('2026-11-23 10:00:00'), end: shanghai('2026-11-23 12:00:00') };
    const plan = manual.slotPlans.repair;
    assert.equal(remindAt(plan, slot, shanghai('2026-11-23 07:59:59')), shanghai('2026-11-23 08:00:00'));
    assert.equal(remindAt(plan, slot, shanghai('2026-11-23 08:00:00')), null);
  });
});

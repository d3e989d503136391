import assert from 'node:assert/strict';
import { addWorkingDays, isWorkingDay } from '../../../domain/manual/calendar.ts';
import { shanghai } from '../shipped.ts';

describe('working days', () => {
  const days: readonly (readonly [string, boolean, string])[] = [
    ['2026-09-20', true, 'Sunday made up for National Day'],
    ['2026-09-25', false, 'Mid-Autumn, a Friday'],
    ['2026-09-30', true, 'the day before National Day'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-07', false, 'the last day off, a Wednesday'],
    ['2026-10-08', true, 'the first day after'],
    ['2026-10-10', true, 'Saturday made up for National Day'],
    ['2026-10-11', false, 'an ordinary Sunday'],
    ['2026-02-14', true, 'Saturday made up for Spring Festival'],
    ['2026-02-23', false, 'the last day of Spring Festival, a Monday'],
    ['2026-11-20', true, 'an ordinary Friday'],
    ['2026-11-21', false, 'an ordinary Saturday'],
    ['2026-11-23', true, 'an ordinary Monday'],
    ['2026-01-04', true, 'Sunday made up for New Year'],
  ];
  for (const [date, isOne, why] of days) {
    it(`${isOne ? 'counts' : 'leaves out'} ${date}: ${why}`, () => assert.equal(isWorkingDay(date), isOne));
  }

  it('keeps the days off that the law fixes in a year whose notice is not out', () => {
    const off = [
      '2040-01-01',
      '2040-05-01',
      '2040-10-02',
      '2040-02-11',
      '2040-02-12',
      '2040-02-14',
      '2040-04-04',
      '2043-02-09',
    ];
    for (const date of off) assert.equal(isWorkingDay(date), false, date);
    for (const date of ['2040-02-15', '2040-04-05', '2040-10-04']) assert.equal(isWorkingDay(date), true, date);
  });

  const ends: readonly (readonly [string, number, string])[] = [
    ['2026-09-30 10:00:00', 1, '2026-10-09 00:00:00'],
    ['2026-09-30 10:00:00', 7, '2026-10-16 00:00:00'],
    ['2026-10-03 10:00:00', 2, '2026-10-10 00:00:00'],
    ['2026-10-08 23:59:59', 1, '2026-10-10 00:00:00'],
    ['2026-10-09 00:00:00', 1, '2026-10-11 00:00:00'],
    ['2026-10-09 18:00:00', 2, '2026-10-13 00:00:00'],
    ['2026-09-18 18:00:00', 1, '2026-09-21 00:00:00'],
    ['2025-12-31 12:00:00', 2, '2026-01-06 00:00:00'],
    ['2026-11-21 21:46:00', 7, '2026-12-02 00:00:00'],
  ];
  for (const [at, count, end] of ends) {
    it(`ends ${count} after ${at} at ${end}`, () => assert.equal(addWorkingDays(shanghai(at), count), shanghai(end)));
  }

  it('counts the days of the zone given', () => {
    const at = shanghai('2026-11-24 09:00:00');
    assert.equal(addWorkingDays(at, 1, 'Asia/Shanghai'), shanghai('2026-11-26 00:00:00'));
    assert.equal(addWorkingDays(at, 1, 'America/Los_Angeles'), Date.parse('2026-11-25T08:00:00Z'));
  });

  it('does not depend on the zone of the machine', () => {
    const kept = process.env.TZ;
    try {
      process.env.TZ = 'America/Los_Angeles';
      assert.equal(isWorkingDay('2026-11-23'), true);
      assert.equal(isWorkingDay('2026-11-21'), false);
    } finally {
      if (kept === undefined) delete process.env.TZ;
      else process.env.TZ = kept;
    }
  });
});

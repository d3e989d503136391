import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, isLocalDate, toInstant, toLocal, weekday } from '../../../domain/manual/zone.ts';

const utc = (text: string) => Date.parse(`${text}Z`);

describe('local time', () => {
  const table: readonly (readonly [string, string, string, number])[] = [
    ['2026-11-21T15:59:59.999', 'Asia/Shanghai', '2026-11-21', 1439],
    ['2026-11-21T16:00:00.000', 'Asia/Shanghai', '2026-11-22', 0],
    ['2026-12-31T16:00:00.000', 'Asia/Shanghai', '2027-01-01', 0],
    ['2026-03-08T09:59:59.000', 'America/Los_Angeles', '2026-03-08', 119],
    ['2026-03-08T10:00:00.000', 'America/Los_Angeles', '2026-03-08', 180],
    ['2026-11-01T09:30:00.000', 'America/Los_Angeles', '2026-11-01', 90],
    ['2026-06-01T00:00:00.000', 'Asia/Kathmandu', '2026-06-01', 345],
    ['2024-02-28T19:00:00.000', 'Pacific/Kiritimati', '2024-02-29', 540],
  ];
  for (const [instant, zone, date, minutes] of table) {
    it(`is ${date} ${minutes} min in ${zone} at ${instant}`, () => {
      assert.deepEqual(toLocal(utc(instant), zone), { date, minutes });
    });
  }

  it('goes back to the instant, 24:00 being the next midnight', () => {
    assert.equal(toInstant('2026-11-21', 1440), utc('2026-11-21T16:00:00'));
    assert.equal(toInstant('2026-11-21', 570), utc('2026-11-21T01:30:00'));
  });

  it('lands after a time that spring skips and takes the first of two in autumn', () => {
    assert.equal(toInstant('2026-03-08', 150, 'America/Los_Angeles'), utc('2026-03-08T10:30:00'));
    assert.equal(toInstant('2026-03-08', 180, 'America/Los_Angeles'), utc('2026-03-08T10:00:00'));
    assert.equal(toInstant('2026-11-01', 90, 'America/Los_Angeles'), utc('2026-11-01T08:30:00'));
    assert.equal(toInstant('2026-11-01', 120, 'America/Los_Angeles'), utc('2026-11-01T10:00:00'));
  });

  it('comes back to the same wall time in any zone', () => {
    const zones = ['Asia/Shanghai', 'America/Los_Angeles', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Europe/London'];
    fc.assert(
      fc.property(
        fc.integer({ min: utc('2020-01-01'), max: utc('2040-01-01') }),
        fc.constantFrom(...zones),
        (instant, zone) => {
          const { date, minutes } = toLocal(instant, zone);
          assert.deepEqual(toLocal(toInstant(date, minutes, zone), zone), { date, minutes });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('counts days and weekdays', () => {
    assert.equal(addDays('2026-12-31', 1), '2027-01-01');
    assert.equal(addDays('2028-03-01', -1), '2028-02-29');
    assert.equal(weekday('2026-11-21'), 6);
    assert.equal(weekday('2026-11-22'), 7);
    assert.equal(weekday('1969-12-31'), 3);
  });

  it('knows which days exist', () => {
    assert.equal(isLocalDate('2028-02-29'), true);
    assert.equal(isLocalDate('2026-02-29'), false);
    assert.equal(isLocalDate('2026-13-01'), false);
    assert.equal(isLocalDate('2026-1-1'), false);
  });

  it('throws for a zone nobody knows', () => {
    assert.throws(() => toLocal(0, 'Mars/Olympus'), RangeError);
  });
});

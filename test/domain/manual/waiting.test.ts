import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Clock } from '../../../domain/cases/case.ts';
import { addWorkingMs, isWorkingDay, workingMs } from '../../../domain/manual/calendar.ts';
import { clockState, openClocks, pauseClocks, resumeClocks, warningAt } from '../../../domain/manual/clocks.ts';
import { DAY_MS, HOUR_MS, toInstant, toLocal } from '../../../domain/manual/zone.ts';
import { shippedManual } from '../shipped.ts';

const manual = shippedManual();

const START = Date.parse('2026-09-21T10:00:00+08:00');
const instant = fc.integer({ min: 0, max: 40 * 24 * 60 }).map((minutes) => START + minutes * 60_000);
const fault = { kind: 'fault', category: 'equipment', severity: null, level: 'normal' } as const;
const complaint = { kind: 'complaint', category: null, severity: 'minor', level: null } as const;

const named = (clocks: readonly Clock[], name: string): Clock => {
  const found = clocks.find((clock) => clock.name === name);
  assert.ok(found, name);
  return found;
};
/** The clock after waits that follow one another; those that could not begin are left out. */
const waited = (clock: Clock, waits: readonly (readonly [number, number])[]): Clock =>
  waits.reduce<Clock>((now, [from, until]) => {
    const [paused] = pauseClocks(manual, [now], from);
    assert.ok(paused);
    const [resumed] = resumeClocks(manual, [paused], until);
    assert.ok(resumed);
    return resumed;
  }, clock);
const inTurn = fc
  .array(instant, { minLength: 2, maxLength: 12 })
  .map((times) => times.toSorted((a, b) => a - b))
  .map((times) => times.flatMap((from, index) => (index % 2 === 0 ? [[from, times[index + 1] ?? from] as const] : [])));

describe('clocks that wait for the customer', () => {
  it('never count what they waited: real time moves their ends by exactly as much', () => {
    const clock = named(openClocks(manual, fault, START), 'fault-restored');
    fc.assert(
      fc.property(inTurn, (waits) => {
        const after = waited(clock, waits);
        // only what began before the limit of its time was a wait
        let lost = 0;
        for (const [from, until] of waits) if (from < clock.limit + lost) lost += until - from;
        assert.deepEqual(
          [after.limit, after.target, after.pausedMs, after.pausedSince],
          [clock.limit + lost, clock.target + lost, lost, null],
        );
        assert.equal(warningAt(after, START), warningAt(clock, START) + lost);
      }),
    );
  });

  it('have as much working time left after a wait as before it, and never end sooner', () => {
    const clock = named(openClocks(manual, complaint, START), 'complaint-resolved');
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        const [from, until] = one < other ? [one, other] : [other, one];
        if (from >= clock.limit) return;
        const after = waited(clock, [[from, until]]);
        assert.equal(workingMs(until, after.limit), workingMs(from, clock.limit));
        assert.ok(after.limit >= clock.limit && after.limit <= clock.limit + 60 * DAY_MS);
        assert.ok(after.target <= after.limit);
      }),
    );
  });

  it('lose nothing to holidays, and a whole working day to one', () => {
    const clock = { ...named(openClocks(manual, complaint, START), 'complaint-resolved') };
    const holiday = Date.parse('2026-10-01T00:00:00+08:00');
    const late = { ...clock, limit: Date.parse('2026-10-11T00:00:00+08:00') };
    assert.equal(waited(late, [[holiday, holiday + 7 * DAY_MS]]).limit, late.limit);
    const tuesday = Date.parse('2026-09-22T00:00:00+08:00');
    assert.equal(waited(clock, [[tuesday, tuesday + DAY_MS]]).limit, addWorkingMs(clock.limit, DAY_MS));
  });

  it('are paused while they run, unless they are met, breached, or owed before anybody can ask', () => {
    const clocks = openClocks(manual, { ...complaint, severity: 'moderate' }, START);
    const now = START + HOUR_MS;
    const met = clocks.map((clock) => (clock.name === 'complaint-first-findings' ? { ...clock, metAt: START } : clock));
    const states = pauseClocks(manual, met, now).map((clock) => [clock.name, clockState(clock, now, START)]);
    assert.deepEqual(Object.fromEntries(states), {
      'intake-confirmed': 'met',
      'complaint-registered': 'met',
      'complaint-classified': 'running',
      'complaint-moderate-response': 'running',
      'complaint-first-findings': 'met',
      'complaint-resolved': 'paused',
    });
    const after = named(clocks, 'complaint-resolved').limit;
    assert.ok(pauseClocks(manual, clocks, after).every(({ pausedSince }) => pausedSince === null));
  });

  it('stay as they are when they did not wait', () => {
    const clocks = openClocks(manual, complaint, START);
    assert.deepEqual(resumeClocks(manual, clocks, START + HOUR_MS), clocks);
  });
});

describe('working time', () => {
  it('counts whole working days and nothing of others', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 12 }), (at, days) => {
        const midnight = toInstant(toLocal(at).date, 0);
        const end = midnight + days * DAY_MS;
        let count = 0;
        for (let day = midnight; day < end; day += DAY_MS) if (isWorkingDay(toLocal(day).date)) count += 1;
        assert.equal(workingMs(midnight, end), count * DAY_MS);
      }),
    );
  });

  it('goes on by what is asked for, and stands still for nothing', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 15 * DAY_MS }), (at, ms) => {
        const end = addWorkingMs(at, ms);
        assert.equal(workingMs(at, end), ms);
        if (ms > 0) assert.ok(workingMs(end - 1, end) === 1, 'no later than needed');
        else assert.equal(end, at);
      }),
    );
  });
});

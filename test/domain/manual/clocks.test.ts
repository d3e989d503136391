import assert from 'node:assert/strict';
import type { Clock } from '../../../domain/cases/case.ts';
import {
  clockState,
  meetClocks,
  metByCategory,
  openClocks,
  promisedBy,
  restartClocks,
  type Timed,
  warningAt,
} from '../../../domain/manual/clocks.ts';
import { parseDuration } from '../../../domain/manual/duration.ts';
import { shanghai, shippedManual } from '../shipped.ts';

const manual = shippedManual();
const complaint: Timed = { kind: 'complaint', severity: 'minor', level: null, category: 'billing-plan' };
const fault: Timed = { kind: 'fault', severity: null, level: 'normal', category: 'equipment' };

function clockOf(timed: Timed, name: string, at: string): Clock {
  const clock = openClocks(manual, timed, shanghai(at)).find((each) => each.name === name);
  assert.ok(clock, name);
  return clock;
}

const names = (timed: Timed) => openClocks(manual, timed, 0).map(({ name }) => name);

describe('the clocks of a case', () => {
  const kinds: readonly (readonly [string, Timed, readonly string[]])[] = [
    ['a minor complaint', complaint, []],
    ['a complaint not graded yet', { ...complaint, severity: null }, []],
    ['a moderate complaint', { ...complaint, severity: 'moderate' }, ['complaint-moderate-response']],
    ['a major complaint', { ...complaint, severity: 'major' }, ['complaint-major-manager']],
  ];
  for (const [what, timed, more] of kinds) {
    it(`are right for ${what}`, () => {
      const always = ['complaint-registered', 'complaint-classified', 'complaint-first-findings', 'complaint-resolved'];
      assert.deepEqual(names(timed).toSorted(), ['intake-confirmed', ...always, ...more].toSorted());
    });
  }

  const faults: readonly (readonly [Timed, readonly string[]])[] = [
    [fault, ['fault-restored']],
    [{ ...fault, level: null }, ['fault-restored']],
    [{ ...fault, level: 'major' }, ['fault-major-restored']],
    [{ ...fault, category: 'security' }, ['fault-restored', 'security-fault-reported']],
  ];
  for (const [timed, own] of faults) {
    it(`are right for a ${timed.level} fault of ${timed.category}`, () => {
      assert.deepEqual(names(timed), ['intake-confirmed', 'fault-first-response', ...own]);
    });
  }

  const table: readonly (readonly [Timed, string, string, string, string])[] = [
    [complaint, 'complaint-resolved', '2026-09-30 10:00:00', '2026-10-02 10:00:00', '2026-10-16 00:00:00'],
    [complaint, 'complaint-first-findings', '2026-09-30 10:00:00', '2026-10-02 10:00:00', '2026-10-10 00:00:00'],
    [complaint, 'complaint-first-findings', '2026-10-08 23:59:59', '2026-10-10 23:59:59', '2026-10-11 00:00:00'],
    [complaint, 'complaint-first-findings', '2026-11-23 09:00:00', '2026-11-25 09:00:00', '2026-11-26 00:00:00'],
    [complaint, 'complaint-classified', '2026-10-01 10:00:00', '2026-10-01 10:00:00', '2026-10-03 10:00:00'],
    [complaint, 'complaint-resolved', '2025-12-30 23:30:00', '2026-01-01 23:30:00', '2026-01-10 00:00:00'],
    [
      { ...complaint, severity: 'major' },
      'complaint-major-manager',
      '2026-12-31 23:30:00',
      '2026-12-31 23:30:00',
      '2027-01-01 00:30:00',
    ],
    [fault, 'fault-restored', '2026-10-01 00:00:00', '2026-10-01 00:45:00', '2026-10-03 00:00:00'],
    [
      { ...fault, level: 'major' },
      'fault-major-restored',
      '2026-10-01 00:00:00',
      '2026-10-01 02:00:00',
      '2026-10-01 02:00:00',
    ],
    [
      { ...fault, kind: 'privacy' },
      'privacy-answered',
      '2026-10-01 08:00:00',
      '2026-10-08 08:00:00',
      '2026-10-16 08:00:00',
    ],
    [
      { ...fault, kind: 'application' },
      'application-assessed',
      '2026-09-30 08:00:00',
      '2026-10-09 00:00:00',
      '2026-10-10 00:00:00',
    ],
  ];
  for (const [timed, name, at, target, limit] of table) {
    it(`aim ${name} of ${at} at ${target} and end it at ${limit}`, () => {
      const clock = clockOf(timed, name, at);
      assert.deepEqual([clock.target, clock.limit], [shanghai(target), shanghai(limit)]);
    });
  }

  it('are met at registration where registering is the answer', () => {
    const at = shanghai('2026-11-21 21:46:00');
    const met = openClocks(manual, complaint, at).filter(({ metAt }) => metAt === at);
    assert.deepEqual(
      met.map(({ name }) => name),
      ['intake-confirmed', 'complaint-registered', 'complaint-classified'],
    );
    const unknown = openClocks(manual, { ...complaint, category: null }, at);
    const classified = unknown.find(({ name }) => name === 'complaint-classified');
    assert.equal(classified?.metAt, null, 'nobody knows its category yet');
    assert.deepEqual(metByCategory(manual, unknown), ['complaint-classified']);
    assert.deepEqual(metByCategory(manual, openClocks(manual, complaint, at)), []);
  });

  it('never aim later than they end', () => {
    const hasty = structuredClone(manual);
    const resolved = hasty.clocks['complaint-resolved'];
    assert.ok(resolved);
    Object.assign(resolved, { target: '2 working days', limit: '48 h' });
    const clock = openClocks(hasty, complaint, shanghai('2026-09-30 10:00:00')).find(
      (each) => each.name === 'complaint-resolved',
    );
    assert.equal(clock?.target, shanghai('2026-10-02 10:00:00'));
  });
});

describe('the state of a clock', () => {
  const since = 1_000_000;
  const clock: Clock = { name: 'x', target: since, limit: since + 1000, pausedMs: 0, pausedSince: null, metAt: null };
  const table: readonly (readonly [string, Partial<Clock>, number, string])[] = [
    ['at the start', {}, 0, 'running'],
    ['just before 80 %', {}, 799, 'running'],
    ['at 80 %', {}, 800, 'warning'],
    ['just before the limit', {}, 999, 'warning'],
    ['at the limit', {}, 1000, 'breached'],
    ['paused, whatever the time', { pausedSince: since + 10 }, 5000, 'paused'],
    ['met, also late', { metAt: since + 2000 }, 5000, 'met'],
    ['met while paused', { pausedSince: since, metAt: since }, 5000, 'met'],
    ['80 % of what counts, after a pause', { pausedMs: 1000, limit: since + 2000 }, 1799, 'running'],
    ['from 80 % of what counts, after a pause', { pausedMs: 1000, limit: since + 2000 }, 1800, 'warning'],
  ];
  for (const [when, change, after, state] of table) {
    it(`is ${state} ${when}`, () => assert.equal(clockState({ ...clock, ...change }, since + after, since), state));
  }

  it('turns to warning exactly when the timer for it is due', () => {
    const due = warningAt(clock, since);
    assert.deepEqual([clockState(clock, due - 1, since), clockState(clock, due, since)], ['running', 'warning']);
  });
});

describe('meeting clocks', () => {
  const at = shanghai('2026-11-21 10:00:00');
  const clocks = openClocks(manual, { ...complaint, severity: 'moderate' }, at);
  const open = (of: readonly Clock[]) => of.filter(({ metAt }) => metAt === null).map(({ name }) => name);

  it('goes stage by stage', () => {
    const classified = meetClocks(manual, clocks, 'classified', at + 1);
    assert.deepEqual(open(classified), [
      'complaint-moderate-response',
      'complaint-first-findings',
      'complaint-resolved',
    ]);
    const investigating = meetClocks(manual, classified, 'investigating', at + 2);
    assert.deepEqual(open(investigating), ['complaint-resolved']);
    assert.deepEqual(open(meetClocks(manual, investigating, 'resolved', at + 3)), []);
  });

  it('keeps the first time a clock was met', () => {
    const twice = meetClocks(manual, meetClocks(manual, clocks, 'resolved', at + 3), 'closed', at + 9);
    assert.ok(twice.every(({ metAt }) => metAt === at || metAt === at + 3));
  });

  it('ends everything with a withdrawal, also a clock the manual no longer knows', () => {
    const foreign: Clock = { name: 'gone', target: 0, limit: 1, pausedMs: 0, pausedSince: null, metAt: null };
    assert.deepEqual(open(meetClocks(manual, [...clocks, foreign], 'withdrawn', at)), []);
    assert.deepEqual(open(meetClocks(manual, [foreign], 'resolved', at)), ['gone']);
  });

  it('gives a reopened case a new limit to be solved in', () => {
    const solved = meetClocks(manual, clocks, 'resolved', at + 3);
    const again = restartClocks(manual, solved, shanghai('2026-12-01 10:00:00'));
    assert.deepEqual(open(again), ['complaint-resolved']);
    assert.equal(again.find(({ metAt }) => metAt === null)?.limit, shanghai('2026-12-11 00:00:00'));
  });
});

describe('what the customer is promised', () => {
  it('is the soonest limit first, with the target as aim', () => {
    const clocks = openClocks(manual, { ...complaint, severity: 'major' }, shanghai('2026-11-23 09:00:00'));
    assert.deepEqual(
      promisedBy(manual, clocks).map(({ clock, aim, by }) => [clock.name, aim, by]),
      [
        ['complaint-major-manager', shanghai('2026-11-23 09:00:00'), shanghai('2026-11-23 10:00:00')],
        ['complaint-first-findings', shanghai('2026-11-25 09:00:00'), shanghai('2026-11-26 00:00:00')],
        ['complaint-resolved', shanghai('2026-11-25 09:00:00'), shanghai('2026-12-03 00:00:00')],
      ],
    );
  });

  it('leaves out what has been done', () => {
    const clocks = meetClocks(manual, openClocks(manual, complaint, 0), 'investigating', 1);
    assert.deepEqual(
      promisedBy(manual, clocks).map(({ clock }) => clock.name),
      ['complaint-resolved'],
    );
  });
});

describe('a duration', () => {
  it('is read in every form of the schema', () => {
    assert.deepEqual(parseDuration('at once'), { in: 'time', ms: 0 });
    assert.deepEqual(parseDuration('45 min'), { in: 'time', ms: 2_700_000 });
    assert.deepEqual(parseDuration('1 day'), { in: 'time', ms: 86_400_000 });
    assert.deepEqual(parseDuration('1 working day'), { in: 'working days', days: 1 });
    assert.deepEqual(parseDuration('7 working days'), { in: 'working days', days: 7 });
  });

  it('is refused in any other', () => {
    for (const text of ['', 'soon', '0 h', '-1 h', '1.5 h', '3 weeks', '3'])
      assert.throws(() => parseDuration(text), text);
  });
});

import assert from 'node:assert/strict';
import type { Case, Stage } from '../../domain/cases/case.ts';
import { waitingSince } from '../../domain/cases/waiting.ts';
import type { CaseNumber, Instant } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Timer } from '../../domain/timers.ts';
import { aCaseNumber, aClock, aComplaint, aKey, HOUR, NOON, openAt } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';

const ask = { by: 'staff-7', note: '请问光猫的 LOS 灯是什么颜色？' };
const iso = (at: Instant) => new Date(at).toISOString();

/** Waiting for the customer, which alone pauses clocks (manual section 6). */
export function ledgerWaiting(makeHome: MakeHome): void {
  describe('cases that wait for their customer', () => {
    let home: TestHome;
    let ledger: Ledger;
    before(async () => {
      home = await makeHome();
      ledger = await openAt(home.location);
    });
    after(async () => {
      await ledger.close();
      home.remove();
    });

    /** A fault with an hour for its first response, which does not wait, and one of 48 h that does. */
    const aFault = (more = {}) =>
      ledger.cases.register(
        aComplaint({
          kind: 'fault',
          category: 'equipment',
          severity: null,
          level: 'normal',
          clocks: [aClock('fault-first-response', NOON + HOUR), aClock('fault-restored', NOON + 48 * HOUR)],
          ...more,
        }),
        aKey(),
        NOON,
      );
    const clockOf = (found: Case, name: string) => {
      const clock = found.clocks.find((each) => each.name === name);
      assert.ok(clock);
      return clock;
    };
    const pause = async (number: CaseNumber, at: Instant, key = aKey()) => {
      const waited = await ledger.cases.pause(number, ask, key, at);
      assert.ok(waited.kind === 'done', JSON.stringify(waited));
      return waited.case;
    };
    const resume = async (number: CaseNumber, at: Instant, by = 'staff-7') => {
      const waited = await ledger.cases.resume(number, { by }, aKey(), at);
      assert.ok(waited.kind === 'done', JSON.stringify(waited));
      return waited.case;
    };
    const move = async (number: CaseNumber, to: Stage, by: string, at: Instant) => {
      const moved = await ledger.cases.move(number, to, { by, note: null }, aKey(), at);
      assert.ok(moved.kind === 'moved', JSON.stringify(moved));
      return moved.case;
    };
    /** Timers of a case up to an instant, taken out. */
    const fired = async (number: CaseNumber, now: Instant): Promise<Timer[]> => {
      const due = (await ledger.timers.claimDue(now, 1, 1000)).filter(({ subject }) => subject === number);
      for (const { id } of due) await ledger.timers.done(id);
      return due;
    };
    const kinds = (timers: readonly Timer[]) => timers.map(({ kind, detail, due }) => [kind, detail, due]);

    it('pauses what may wait and nothing else, asks the customer, and writes why', async () => {
      const { number } = await aFault();
      const found = await pause(number, NOON + 10 * HOUR);
      assert.deepEqual(
        found.clocks.map(({ name, pausedSince }) => [name, pausedSince]),
        [
          ['fault-first-response', null],
          ['fault-restored', NOON + 10 * HOUR],
        ],
      );
      const entry = { ...ask, at: NOON + 10 * HOUR, what: 'paused', detail: null } as const;
      assert.deepEqual(found.history.at(-1), entry);
      assert.deepEqual(waitingSince(found), entry);
      assert.deepEqual(await ledger.cases.find(number), found);
      const told = await fired(number, NOON + 100 * HOUR);
      assert.deepEqual(
        told.map(({ kind, detail }) => [kind, detail]),
        [
          ['case.warning', 'fault-first-response'],
          ['case.breach', 'fault-first-response'],
          ['case.asked', null],
        ],
      );
      assert.doesNotMatch(JSON.stringify(told), /光猫/);
    });

    it('goes on with as much time left, warned and breached once and later by the wait', async () => {
      const { number } = await aFault();
      await pause(number, NOON + 10 * HOUR);
      const found = await resume(number, NOON + 40 * HOUR);
      const { limit, pausedMs, pausedSince } = clockOf(found, 'fault-restored');
      assert.deepEqual([limit, pausedMs, pausedSince], [NOON + 78 * HOUR, 30 * HOUR, null]);
      const told = `${iso(NOON + 10 * HOUR)} -> ${iso(NOON + 40 * HOUR)}`;
      assert.deepEqual(found.history.at(-1), {
        ...{ at: NOON + 40 * HOUR, by: 'staff-7', what: 'resumed', detail: told, note: null },
      });
      assert.equal(waitingSince(found), null);
      const ofIt = (await fired(number, NOON + 500 * HOUR)).filter(({ detail }) => detail === 'fault-restored');
      // 80 % of 48 h is 38.4 h of running
      assert.deepEqual(kinds(ofIt), [
        ['case.warning', 'fault-restored', NOON + 30 * HOUR + 38.4 * HOUR],
        ['case.breach', 'fault-restored', NOON + 78 * HOUR],
      ]);
    });

    it('adds one wait to another', async () => {
      const { number } = await aFault();
      await pause(number, NOON + HOUR);
      await resume(number, NOON + 3 * HOUR);
      await pause(number, NOON + 5 * HOUR);
      const { limit, pausedMs } = clockOf(await resume(number, NOON + 10 * HOUR), 'fault-restored');
      assert.deepEqual([limit, pausedMs], [NOON + 55 * HOUR, 7 * HOUR]);
    });

    it('loses no working day to a weekend: of a wait from Friday noon to Monday noon a day comes back', async () => {
      const friday = Date.parse('2026-11-27T12:00:00+08:00');
      const limit = Date.parse('2026-12-03T00:00:00+08:00');
      const { number } = await ledger.cases.register(
        aComplaint({ clocks: [aClock('complaint-resolved', limit)] }),
        aKey(),
        NOON,
      );
      await pause(number, friday);
      const found = await resume(number, friday + 72 * HOUR);
      assert.equal(clockOf(found, 'complaint-resolved').limit, limit + 24 * HOUR);
      assert.equal(clockOf(found, 'complaint-resolved').pausedMs, 72 * HOUR);
    });

    it('tells a warning that was due before the wait once, and not again after it', async () => {
      const { number } = await aFault();
      await pause(number, NOON + 40 * HOUR);
      await resume(number, NOON + 50 * HOUR);
      const ofIt = (await fired(number, NOON + 500 * HOUR)).filter(({ detail }) => detail === 'fault-restored');
      assert.deepEqual(kinds(ofIt), [
        ['case.warning', 'fault-restored', NOON + 38.4 * HOUR],
        ['case.breach', 'fault-restored', NOON + 58 * HOUR],
      ]);
    });

    it('goes on by itself with what the customer adds, and with no other note', async () => {
      const { number } = await aFault();
      await pause(number, NOON + HOUR);
      const note = (by: string, what: 'amended' | 'urged', at: Instant) =>
        ledger.cases.note(number, { by, what, detail: null, note: '红色' }, aKey(), at);
      for (const [by, what] of [
        ['customer', 'urged'],
        ['bot', 'amended'],
      ] as const) {
        const found = await note(by, what, NOON + 2 * HOUR);
        assert.ok(found !== null && waitingSince(found) !== null, `${by} ${what}`);
      }
      const found = await note('customer', 'amended', NOON + 3 * HOUR);
      assert.ok(found);
      assert.deepEqual(
        found.history.slice(-2).map(({ what, by }) => [what, by]),
        [
          ['amended', 'customer'],
          ['resumed', 'customer'],
        ],
      );
      assert.equal(clockOf(found, 'fault-restored').limit, NOON + 50 * HOUR);
    });

    it('ends the wait with any move of the case', async () => {
      const { number } = await aFault();
      await pause(number, NOON + HOUR);
      const found = await move(number, 'classified', 'tech-1', NOON + 2 * HOUR);
      assert.deepEqual(
        found.history.slice(-2).map(({ what, detail }) => [what, what === 'stage' ? detail : null]),
        [
          ['resumed', null],
          ['stage', 'classified'],
        ],
      );
      assert.equal(clockOf(found, 'fault-restored').limit, NOON + 49 * HOUR);
      await pause(number, NOON + 3 * HOUR);
      await move(number, 'withdrawn', 'customer', NOON + 4 * HOUR);
      const watches = (await fired(number, NOON + 500 * HOUR)).filter(({ due }) => due > NOON + 4 * HOUR);
      assert.deepEqual(watches, []);
    });

    it('refuses a wait that is one already, that pauses nothing, and an end of none', async () => {
      const refused = { kind: 'refused', why: 'waiting', stage: 'registered' };
      const { number } = await aFault();
      assert.deepEqual(await ledger.cases.resume(number, { by: 'x' }, aKey(), NOON), {
        ...refused,
        why: 'not waiting',
      });
      await pause(number, NOON);
      assert.deepEqual(await ledger.cases.pause(number, ask, aKey(), NOON), refused);
      const met = await aFault({ clocks: [aClock('fault-restored', NOON + HOUR, { metAt: NOON })] });
      const late = await aFault({ clocks: [aClock('fault-restored', NOON + HOUR)] });
      const nothing = { ...refused, why: 'nothing runs' };
      assert.deepEqual(await ledger.cases.pause(met.number, ask, aKey(), NOON), nothing);
      assert.deepEqual(
        await ledger.cases.pause(late.number, ask, aKey(), NOON + HOUR),
        nothing,
        'breached is breached',
      );
      assert.deepEqual(await ledger.cases.pause(aCaseNumber('GZ0'), ask, aKey(), NOON), { kind: 'unknown' });
      assert.deepEqual(await ledger.cases.resume(aCaseNumber('GZ0'), { by: 'x' }, aKey(), NOON), { kind: 'unknown' });
    });

    it('waits once for a key, and a repeat gives what the first saw', async () => {
      const { number } = await aFault();
      const key = aKey();
      const first = await pause(number, NOON + HOUR, key);
      await resume(number, NOON + 2 * HOUR);
      assert.deepEqual(await pause(number, NOON + 5 * HOUR, key), first);
      const found = await ledger.cases.find(number);
      assert.equal(found?.history.length, 3);
    });

    it('waits once when 10 pause and 10 resume in the same moment', async () => {
      const { number } = await aFault();
      const ten = Array.from({ length: 10 }, () => aKey());
      const asked = await Promise.all(ten.map((key) => ledger.cases.pause(number, ask, key, NOON + HOUR)));
      assert.equal(asked.filter(({ kind }) => kind === 'done').length, 1);
      const ends = await Promise.all(ten.map((key) => ledger.cases.resume(number, { by: 'x' }, key, NOON + 2 * HOUR)));
      assert.equal(ends.filter(({ kind }) => kind === 'done').length, 1);
      const found = await ledger.cases.find(number);
      assert.equal(found && clockOf(found, 'fault-restored').limit, NOON + 49 * HOUR);
      const watches = (await fired(number, NOON + 500 * HOUR)).filter(({ detail }) => detail === 'fault-restored');
      assert.equal(watches.length, 2);
    });

    it('lists one that waits as overdue only for what does not wait', async () => {
      const category = `waits-${NOON}-${Math.random()}`;
      const { number } = await aFault({ category, clocks: [aClock('fault-restored', NOON + 48 * HOUR)] });
      await pause(number, NOON + HOUR);
      const overdue = async (overdueAt: Instant) =>
        (await ledger.cases.list({ category, overdueAt, limit: 10 })).cases.length;
      assert.equal(await overdue(NOON + 100 * HOUR), 0);
      await resume(number, NOON + 3 * HOUR);
      assert.deepEqual([await overdue(NOON + 49 * HOUR), await overdue(NOON + 51 * HOUR)], [0, 1]);
    });
  });
}

import assert from 'node:assert/strict';
import type { Stage } from '../../domain/cases/case.ts';
import type { CaseNumber } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Timer } from '../../domain/timers.ts';
import { aClock, aComplaint, aKey, aSlot, aVisit, HOUR, NOON, openAt } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';

const FAR = NOON + 10_000 * HOUR;
const staff = { by: 'staff-7', note: null };

export function ledgerTimers(makeHome: MakeHome): void {
  describe('timers', () => {
    let home: TestHome;
    let ledger: Ledger;
    beforeEach(async () => {
      home = await makeHome();
      ledger = await openAt(home.location);
    });
    afterEach(async () => {
      await ledger.close();
      home.remove();
    });

    let claims = 0;
    /** All timers there are, without keeping them from the next look. */
    const all = async (): Promise<readonly Timer[]> => ledger.timers.claimDue(FAR + ++claims, 0, 1_000);
    const brief = (timers: readonly Timer[]) => timers.map((timer) => [timer.kind, timer.detail, timer.due - NOON]);

    it('come with a case: a warning at 80 % and a breach at the limit of each clock that runs', async () => {
      const draft = aComplaint();
      const { number } = await ledger.cases.register(draft, aKey(), NOON);
      const timers = await all();
      assert.deepEqual(brief(timers), [
        ['case.warning', 'complaint-classified', 38.4 * HOUR],
        ['case.breach', 'complaint-classified', 48 * HOUR],
        ['case.warning', 'complaint-resolved', 80 * HOUR],
        ['case.breach', 'complaint-resolved', 100 * HOUR],
      ]);
      assert.ok(timers.every((timer) => timer.subject === number && timer.conversation === draft.conversation));
      assert.equal(new Set(timers.map((timer) => timer.id)).size, 4);
    });

    const watches = async () => (await all()).filter(({ kind }) => kind !== 'case.stage');
    const news = async () => (await all()).filter(({ kind }) => kind === 'case.stage');
    const through = async (number: CaseNumber, stages: readonly Stage[], at: number) => {
      for (const stage of stages) {
        assert.equal((await ledger.cases.move(number, stage, staff, aKey(), at)).kind, 'moved');
      }
    };

    it('go with their clock, and all of them with the case', async () => {
      const { number } = await ledger.cases.register(aComplaint(), aKey(), NOON);
      await ledger.cases.register(aComplaint({ clocks: [aClock('complaint-classified', NOON + 1)] }), aKey(), NOON);
      await through(number, ['classified'], NOON);
      const mine = async () => brief((await watches()).filter((timer) => timer.subject === number));
      assert.deepEqual(await mine(), [
        ['case.warning', 'complaint-resolved', 80 * HOUR],
        ['case.breach', 'complaint-resolved', 100 * HOUR],
      ]);
      await through(number, ['withdrawn'], NOON);
      assert.deepEqual(await mine(), []);
      assert.equal((await watches()).length, 2, 'those of the other case stay');
    });

    it('come back when a closed case is reopened with a clock that was never met, under the ids they had', async () => {
      const clocks = [aClock('a-clock-of-an-older-manual', NOON + 10 * HOUR)];
      const { number } = await ledger.cases.register(aComplaint({ clocks }), aKey(), NOON);
      const before = await all();
      await through(number, ['classified', 'investigating', 'resolved', 'closed'], NOON);
      assert.deepEqual(await watches(), []);
      await through(number, ['reopened'], NOON);
      assert.deepEqual(
        before.map((timer) => timer.due - NOON),
        [8 * HOUR, 10 * HOUR],
      );
      assert.deepEqual(await watches(), before);
    });

    for (const last of ['resolved', 'closed'] as const) {
      it(`watch the solution of a case that is reopened after ${last}, each time with ids of their own`, async () => {
        const { number } = await ledger.cases.register(aComplaint(), aKey(), NOON);
        const ids = new Set((await all()).map(({ id }) => id));
        const handled = ['investigating', 'resolved', ...(last === 'closed' ? (['closed'] as const) : [])] as const;
        await through(number, ['classified', ...handled], NOON);
        for (const [round, at] of [NOON + 200 * HOUR, NOON + 900 * HOUR].entries()) {
          await through(number, ['reopened'], at);
          const clock = (await ledger.cases.find(number))?.clocks.find(({ metAt }) => metAt === null);
          assert.equal(clock?.name, 'complaint-resolved');
          const timers = await watches();
          assert.deepEqual(brief(timers), [
            ['case.warning', clock.name, Math.round(at + (clock.limit - at) * 0.8) - NOON],
            ['case.breach', clock.name, clock.limit - NOON],
          ]);
          for (const { id } of timers) ids.add(id);
          assert.equal(ids.size, 4 + 2 * (round + 1));
          await through(number, handled, at + HOUR);
          assert.deepEqual(await watches(), []);
        }
      });
    }

    it('tell of each move that the customer did not make, also after the end of the case', async () => {
      const { number, conversation } = await ledger.cases.register(aComplaint(), aKey(), NOON);
      const key = aKey();
      for (const at of [NOON + 1, NOON + 2]) await ledger.cases.move(number, 'classified', staff, key, at);
      assert.equal((await ledger.cases.move(number, 'closed', staff, aKey(), NOON + 2)).kind, 'refused');
      await through(number, ['withdrawn'], NOON + 3);
      const kind = 'case.stage';
      assert.deepEqual(await news(), [
        { id: `case.stage:${number}:2`, due: NOON + 1, kind, subject: number, detail: 'classified', conversation },
        { id: `case.stage:${number}:3`, due: NOON + 3, kind, subject: number, detail: 'withdrawn', conversation },
      ]);
    });

    it('do not tell customers what they did', async () => {
      const { number } = await ledger.cases.register(aComplaint(), aKey(), NOON);
      await ledger.cases.move(number, 'withdrawn', { by: 'customer', note: null }, aKey(), NOON);
      assert.deepEqual(await all(), []);
    });

    it('remind of a visit, at its new time when it moves, and not when it is off', async () => {
      const result = await ledger.bookings.book(aVisit(), aKey(), NOON);
      assert.equal(result.kind, 'booked');
      const { number, conversation } = result.booking;
      const [first] = await all();
      const kind = 'appointment.reminder';
      assert.deepEqual(first, {
        id: first?.id,
        due: NOON + 22 * HOUR,
        kind,
        subject: number,
        detail: null,
        conversation,
      });
      const slot = aSlot(NOON + 50 * HOUR);
      await ledger.bookings.move(number, { slot, capacity: 1, remindAt: NOON + 48 * HOUR }, aKey(), NOON);
      const [second, ...more] = await all();
      assert.equal(second?.due, NOON + 48 * HOUR);
      assert.deepEqual(more, []);
      assert.notEqual(second.id, first?.id, 'a fired reminder must not swallow the next');
      await ledger.bookings.cancel(number, aKey(), NOON);
      assert.deepEqual(await all(), []);
    });

    it('are leased: nobody else gets one until the lease is over, and done ones are gone', async () => {
      await ledger.cases.register(aComplaint(), aKey(), NOON);
      const other = await openAt(home.location);
      const due = NOON + 48 * HOUR;
      assert.deepEqual(await ledger.timers.claimDue(NOON, 1_000, 10), [], 'nothing is due yet');
      const [warning] = await ledger.timers.claimDue(due, 1_000, 1);
      assert.equal(warning?.kind, 'case.warning', 'oldest first');
      assert.deepEqual(brief(await other.timers.claimDue(due + 999, 1_000, 10)), [
        ['case.breach', 'complaint-classified', 48 * HOUR],
      ]);
      assert.deepEqual(await other.timers.claimDue(due + 1_000, 1_000, 10), [warning], 'back after its lease');
      await other.timers.done(warning.id);
      assert.equal((await ledger.timers.claimDue(due + 5_000, 1_000, 10)).length, 1);
      await other.close();
    });

    it('go to one of two who ask at once, never to both', async () => {
      const clocks = Array.from({ length: 20 }, (_, i) => aClock(`clock-${i}`, NOON + 100));
      await ledger.cases.register(aComplaint({ clocks }), aKey(), NOON);
      const other = await openAt(home.location);
      const claimed: Timer[] = [];
      const claim = async (from: Ledger) => {
        for (let got = 1; got > 0 && claimed.length <= 40; ) {
          const timers = await from.timers.claimDue(NOON + HOUR, HOUR, 3);
          claimed.push(...timers);
          got = timers.length;
        }
      };
      await Promise.all([ledger, other, ledger, other].map(claim));
      assert.equal(claimed.length, 40);
      assert.equal(new Set(claimed.map((timer) => timer.id)).size, 40);
      await other.close();
    });
  });
}

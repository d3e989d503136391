import assert from 'node:assert/strict';
import type { Ledger } from '../../domain/ledger.ts';
import { aHandoff, aMessage, aStaff } from './ledgerDeskFixtures.ts';
import { aComplaint, aKey, aVisit, HOUR, MINUTE, NOON, openAt } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';

export function ledgerStatistics(makeHome: MakeHome): void {
  describe('statistics', () => {
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
    const rows = async (from: number, to: number) => {
      const found = await ledger.statistics.rows(from, to);
      assert.ok(found !== 'tooMany');
      return found;
    };

    it('give the cases of a time with what became of them, and no others', async () => {
      const [draft, later] = [aComplaint(), aComplaint()];
      const { number } = await ledger.cases.register(draft, aKey(), NOON);
      await ledger.cases.register(later, aKey(), NOON + HOUR);
      await ledger.cases.register(aComplaint(), aKey(), NOON - 1);
      await ledger.cases.register(aComplaint(), aKey(), NOON + 2 * HOUR);
      const move = (to: 'classified' | 'investigating' | 'resolved' | 'reopened', at: number) =>
        ledger.cases.move(number, to, { by: 'crm', note: null }, aKey(), at);
      for (const to of ['classified', 'investigating', 'resolved', 'reopened', 'investigating', 'resolved'] as const)
        await move(to, NOON + 10 * HOUR + (to === 'reopened' ? 1 : 0));
      const note = (what: 'urged' | 'clock-breach' | 'clock-warning', detail: string | null, at: number) =>
        ledger.cases.note(number, { by: 'clock', what, detail, note: null }, aKey(), at);
      await note('urged', null, NOON + 3 * HOUR);
      await note('clock-warning', 'complaint-resolved', NOON);
      await note('clock-breach', 'complaint-resolved', NOON + 1);
      await note('clock-breach', 'complaint-resolved', NOON + 2 * HOUR);
      const found = await rows(NOON, NOON + 2 * HOUR);
      const common = { kind: 'complaint', category: 'billing-plan', area: 'sz-nanshan', open: true, channel: 'web' };
      assert.deepEqual(found.cases, [
        {
          ...{ ...common, conversation: draft.conversation, openedAt: NOON },
          ...{ resolvedAt: NOON + 10 * HOUR, reopened: true, urged: true },
        },
        {
          ...{ ...common, conversation: later.conversation, openedAt: NOON + HOUR },
          ...{ resolvedAt: null, reopened: false, urged: false },
        },
      ]);
      assert.deepEqual(found.clocks, [{ clock: 'complaint-resolved', warnings: 1, breaches: 1 }]);
    });

    it('give cases alone too: where each was, and whether it is open', async () => {
      const { number } = await ledger.cases.register(aComplaint({ area: null }), aKey(), NOON);
      await ledger.cases.register(aComplaint(), aKey(), NOON + HOUR);
      await ledger.cases.move(number, 'withdrawn', { by: 'customer', note: null }, aKey(), NOON + MINUTE);
      const found = await ledger.statistics.cases(NOON, NOON + 1);
      assert.ok(found !== 'tooMany');
      assert.deepEqual(
        found.map(({ area, open }) => [area, open]),
        [[null, false]],
      );
      assert.deepEqual((await rows(NOON, NOON + 1)).cases, found);
    });

    it('know the minutes in which an instance gave a sign of life, each once, for 400 days', async () => {
      const uptime = async (from: number, to: number) => (await rows(from, to)).uptime;
      assert.deepEqual(await uptime(NOON, NOON + HOUR), { since: null, minutes: [] });
      const other = await openAt(home.location);
      const signs = [NOON + 1, NOON + 3000, NOON + MINUTE - 1, NOON + 2 * MINUTE, NOON + HOUR];
      for (const at of signs) await Promise.all([ledger.instances.renew(at), other.instances.renew(at)]);
      await other.close();
      assert.deepEqual(await uptime(NOON, NOON + HOUR), { since: NOON, minutes: [NOON, NOON + 2 * MINUTE] });
      assert.deepEqual(await uptime(NOON + MINUTE, NOON + HOUR + 1), {
        since: NOON,
        minutes: [NOON + 2 * MINUTE, NOON + HOUR],
      });
      const later = NOON + 400 * 24 * HOUR + 2 * MINUTE;
      await ledger.instances.renew(later);
      assert.deepEqual(await uptime(0, later + 1), {
        since: NOON + 2 * MINUTE,
        minutes: [NOON + 2 * MINUTE, NOON + HOUR, later],
      });
    });

    it('note a minute anew when its first write did not come through', async () => {
      await home.sql('alter table instances rename to gone');
      await assert.rejects(ledger.instances.renew(NOON));
      await home.sql('alter table gone rename to instances');
      await ledger.instances.renew(NOON + 1);
      assert.deepEqual((await rows(NOON, NOON + MINUTE)).uptime.minutes, [NOON]);
    });

    it('give bookings by when they were made, and surveys without their words', async () => {
      const visit = aVisit();
      await ledger.bookings.book(visit, aKey(), NOON);
      await ledger.bookings.book(aVisit(), aKey(), NOON + HOUR);
      const agent = aStaff();
      const answers = { solved: false, quality: 5, efficiency: 4, attitude: null, response: 1, recommend: 9 };
      const { conversation, customer } = visit;
      const survey = { subject: 's', customer, conversation, agent, answers: { ...answers, words: '不好' }, at: NOON };
      await ledger.surveys.record(survey, aKey());
      const found = await rows(NOON, NOON + HOUR);
      assert.deepEqual(found.bookings, [{ kind: 'repair', channel: 'web', conversation, bookedAt: NOON }]);
      assert.deepEqual(found.surveys, [{ ...answers, conversation, agent }]);
    });

    it('remember when a hand-off was first taken and first answered, whoever had it later', async () => {
      const draft = aHandoff();
      const { id } = await ledger.handoffs.request(draft, aKey(), NOON);
      const [one, two] = [aStaff(), aStaff()];
      const say = (by: typeof one | 'customer', at: number) =>
        ledger.handoffs.said(id, { id: aMessage(), by, text: 'words', files: 0 }, at);
      const { conversation, customer, channel } = draft;
      const common = { conversation, customer, channel, requestedAt: NOON };
      const nobody = { acceptedAt: null, answeredAt: null, handledMs: null, end: null, result: null, agent: null };
      assert.deepEqual((await rows(NOON, NOON + 1)).handoffs, [{ ...common, ...nobody }]);
      await ledger.handoffs.change(id, { kind: 'accept', agent: one, over: false }, NOON + 1000);
      await say('customer', NOON + 2000);
      await say(one, NOON + 3000);
      await say(one, NOON + 4000);
      const first = { acceptedAt: NOON + 1000, answeredAt: NOON + 3000 };
      assert.deepEqual((await rows(NOON, NOON + 1)).handoffs, [{ ...common, ...nobody, ...first, agent: one }]);
      await ledger.handoffs.change(id, { kind: 'accept', agent: two, over: true }, NOON + 11_000);
      await say(two, NOON + 12_000);
      const back = { kind: 'return', by: two, result: 'solved', over: false } as const;
      await ledger.handoffs.change(id, back, NOON + MINUTE);
      const ended = { ...first, handledMs: 59_000, end: 'returned', result: 'solved', agent: two };
      assert.deepEqual((await rows(NOON, NOON + 1)).handoffs, [{ ...common, ...ended }]);
      assert.deepEqual((await rows(NOON + 1, NOON + HOUR)).handoffs, []);
    });

    it('read more than a page, none twice', async () => {
      const values = Array.from({ length: 4500 }, (_, i) => `('k${i}', 's', 'c', 'v', 5, ${NOON + (i % 7)})`);
      for (let i = 0; i < values.length; i += 500) {
        const part = values.slice(i, i + 500).join(', ');
        await home.sql(`insert into surveys (key, subject, customer, conversation, recommend, at) values ${part}`);
      }
      assert.equal((await rows(NOON, NOON + 7)).surveys.length, 4500);
      const minutes = Array.from({ length: 4500 }, (_, i) => NOON + i * MINUTE);
      await home.sql(`insert into minutes (minute) values ${minutes.map((at) => `(${at})`).join(', ')}`);
      assert.deepEqual((await rows(NOON, NOON + 4500 * MINUTE)).uptime, { since: NOON, minutes });
    });
  });
}

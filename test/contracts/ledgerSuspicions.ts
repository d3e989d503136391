import assert from 'node:assert/strict';
import type { Books } from '../../adapters/ledger/index.ts';
import { aConversation, aCustomer, aKey, HOUR, MINUTE, manual, NOON } from './ledgerFixtures.ts';
import type { MakeHome } from './ledgerHomes.ts';
import { AREA, aFault, anOutage, burst, customersOf, news, report } from './ledgerOutageFixtures.ts';
import { twoBooks } from './ledgerTwo.ts';
import { addWebhook, takeAll } from './ledgerWebhookFixtures.ts';

const { suspectedReports: ENOUGH, suspectedMinutes } = manual.outages;
const WINDOW = suspectedMinutes * MINUTE;
const by = 'staff-1';

/** Many reports from one area in a short time (manual section 3, CSG 3.3.1), and what calls the people on duty. */
export function ledgerSuspicions(makeHome: MakeHome): void {
  describe('early warning and alerts', () => {
    let ledger: Books;
    let other: Books;
    twoBooks(makeHome, (one, two) => {
      [ledger, other] = [one, two];
    });

    const suspected = () => ledger.outages.suspected(AREA, 'broadband');
    const alerts = async () => (await ledger.alerts.open(50)).map(({ kind }) => kind);
    const alertEvents = async () =>
      (await ledger.deskEvents.after(0, 500)).filter(({ kind }) => kind === 'alert').map(({ data }) => data.what);

    it('suspect an outage with the report that makes it enough, once', async () => {
      const [first] = await burst(ledger, ENOUGH - 1);
      assert.equal(await suspected(), null);
      await report(ledger);
      const found = await suspected();
      assert.ok(found);
      assert.deepEqual([found.state, found.since, found.news], ['suspected', first?.openedAt, 0]);
      assert.equal(await ledger.outages.active(AREA, 'broadband'), null, 'nobody is told that it is known');
      await report(ledger);
      await report(ledger);
      assert.deepEqual(await alerts(), ['outage-suspected']);
      assert.deepEqual(await alertEvents(), ['raised']);
      const [alert] = await ledger.alerts.open(1);
      assert.deepEqual([alert?.area, alert?.service, alert?.reports], [AREA, 'broadband', ENOUGH]);
      assert.deepEqual(await news(ledger), [], 'the reporters hear nothing yet');
    });

    it('do not count one customer twice, another area or service, what no outage explains, or what is too long ago', async () => {
      const customer = aCustomer();
      for (let i = 0; i < ENOUGH; i++) await report(ledger, { customer });
      for (const more of [{ area: 'gz-tianhe' }, { answers: { service: 'mobile' } }, { category: 'security' }])
        await burst(ledger, ENOUGH - 2, more);
      await report(ledger, {}, NOON - WINDOW);
      const dropped = await report(ledger);
      await ledger.cases.move(dropped.number, 'withdrawn', { by: 'customer', note: null }, aKey(), NOON);
      await burst(ledger, ENOUGH - 2);
      assert.equal(await suspected(), null);
      await report(ledger);
      assert.ok(await suspected());
      for (const area of ['elsewhere', null]) await burst(ledger, ENOUGH + 1, { area });
      assert.equal((await alerts()).filter((kind) => kind === 'outage-suspected').length, 1);
    });

    it('suspect one when the reports come at once on two instances', async () => {
      const all = Array.from({ length: 3 * ENOUGH }, (_, i) => report(i % 2 === 0 ? ledger : other));
      await Promise.all(all);
      assert.deepEqual(await alerts(), ['outage-suspected']);
      assert.deepEqual(await alertEvents(), ['raised']);
      // exactly enough, all at once: the last to write sees the others
      const few = Array.from({ length: ENOUGH }, (_, i) => report(i % 2 === 0 ? ledger : other, { area: 'gz-tianhe' }));
      await Promise.all(few);
      assert.ok(await ledger.outages.suspected('gz-tianhe', 'broadband'));
    });

    it('confirmed by a person it is open, and those who reported before or were told that it is checked hear', async () => {
      const reports = await burst(ledger, ENOUGH);
      const id = (await suspected())?.id ?? '';
      const told = { customer: aCustomer(), conversation: aConversation() };
      await ledger.outages.follow(id, { ...told, told: 0 }, NOON);
      assert.deepEqual(await news(ledger), []);
      const decide = (of: Books) => of.outages.confirm(id, { by, expectedRepair: NOON + HOUR }, NOON + 1);
      const [one, two] = await Promise.all([decide(ledger), decide(other)]);
      assert.deepEqual([one.kind, two.kind].sort(), ['decided', 'decidedBefore']);
      assert.deepEqual((await ledger.outages.dismiss(id, { by }, NOON + 2)).kind, 'decidedBefore');
      assert.equal((await ledger.outages.active(AREA, 'broadband'))?.expectedRepair, NOON + HOUR);
      const heard = await news(ledger);
      assert.deepEqual(customersOf(heard), [...reports, told].map(({ customer }) => customer).sort());
      assert.ok(heard.every(({ what, news }) => what === 'opened' && news === 1));
      assert.deepEqual(await alerts(), [], 'who decides has seen the alert');
      assert.deepEqual(await alertEvents(), ['raised', 'confirmed']);
      await burst(ledger, ENOUGH, {}, NOON + 10 * MINUTE);
      assert.deepEqual(await alerts(), [], 'more reports of an open outage are no new one');
    });

    it('dismissed it is not suspected again by the same burst, but by a new one', async () => {
      await burst(ledger, ENOUGH + 3);
      const id = (await suspected())?.id ?? '';
      assert.equal((await ledger.outages.dismiss(id, { by }, NOON)).kind, 'decided');
      await burst(ledger, ENOUGH - 1, {}, NOON + 10 * MINUTE);
      assert.equal(await suspected(), null);
      assert.deepEqual(await news(ledger), []);
      await report(ledger, {}, NOON + 11 * MINUTE);
      assert.ok(await suspected());
      assert.equal((await ledger.outages.confirm('nothing', { by, expectedRepair: null }, NOON)).kind, 'unknown');
      assert.equal(
        await ledger.outages.update(id, { endedAt: NOON }, NOON),
        null,
        'a suspicion is decided on, not changed',
      );
    });

    it('an outage that the operator opens takes the suspicion over', async () => {
      const reports = await burst(ledger, ENOUGH);
      const id = (await suspected())?.id ?? '';
      const told = { customer: aCustomer(), conversation: aConversation() };
      await ledger.outages.follow(id, { ...told, told: 0 }, NOON);
      await ledger.outages.open(anOutage({ service: null }), aKey(), NOON);
      assert.equal(await suspected(), null);
      assert.deepEqual(await alerts(), []);
      assert.deepEqual(customersOf(await news(ledger)), [...reports, told].map(({ customer }) => customer).sort());
    });

    it('a major or security fault and a security incident call the people on duty, once; others do not', async () => {
      const key = aKey();
      const major = aFault({ level: 'major' });
      await Promise.all([ledger.cases.register(major, key, NOON), other.cases.register(major, key, NOON)]);
      await report(ledger, { category: 'security', level: 'major' });
      await report(ledger, { kind: 'security', category: null, level: 'major', area: null });
      await report(ledger);
      await report(ledger, { kind: 'complaint', category: 'other', severity: 'major', level: null });
      assert.deepEqual((await alerts()).sort(), ['major-fault', 'security', 'security']);
      assert.deepEqual(await alertEvents(), ['raised', 'raised', 'raised']);
    });

    it('are acknowledged by one person', async () => {
      const { number } = await report(ledger, { level: 'major' });
      const id = `case:${number}`;
      const [one, two] = await Promise.all([
        ledger.alerts.acknowledge(id, 'staff-1', NOON + 1),
        other.alerts.acknowledge(id, 'staff-2', NOON + 1),
      ]);
      assert.deepEqual([one.kind, two.kind].sort(), ['acknowledged', 'before']);
      assert.ok(one.kind !== 'unknown' && two.kind !== 'unknown');
      assert.deepEqual(one.alert.acknowledged, two.alert.acknowledged);
      assert.deepEqual(await alerts(), []);
      assert.deepEqual(await alertEvents(), ['raised', 'acknowledged']);
      assert.deepEqual(await ledger.alerts.acknowledge('nothing', by, NOON), { kind: 'unknown' });
    });

    it('are told to other systems', async () => {
      const { id: hook } = await addWebhook(ledger, { events: ['outage.*', 'alert.*'] });
      await burst(ledger, ENOUGH);
      const id = (await suspected())?.id ?? '';
      await ledger.outages.dismiss(id, { by }, NOON + 1);
      const told = (await takeAll(ledger, hook, NOON + HOUR)).map(({ event }) => event).sort();
      assert.deepEqual(told, ['alert.acknowledged', 'alert.raised', 'outage.dismissed', 'outage.suspected']);
    });
  });
}

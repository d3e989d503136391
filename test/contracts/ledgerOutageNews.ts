import assert from 'node:assert/strict';
import type { Books } from '../../adapters/ledger/index.ts';
import { caseAnswers } from '../../adapters/ledger/personal.ts';
import { aConversation, aCustomer, aKey, HOUR, MINUTE, manual, NOON, openAt, testSealer } from './ledgerFixtures.ts';
import type { MakeHome } from './ledgerHomes.ts';
import { asRelease } from './ledgerOlder.ts';
import { AREA, anOutage, customersOf, news, report, somebody } from './ledgerOutageFixtures.ts';
import { twoBooks } from './ledgerTwo.ts';

const LATER = NOON + HOUR;

/** Who hears how an outage goes on. */
export function ledgerOutageNews(makeHome: MakeHome): void {
  describe('news of an outage', () => {
    let ledger: Books;
    let other: Books;
    twoBooks(makeHome, (one, two) => {
      [ledger, other] = [one, two];
    });

    const opened = (more: Parameters<typeof anOutage>[0] = {}, at = NOON) =>
      ledger.outages.open(anOutage(more), aKey(), at);
    const waiting = () => ({ customer: aCustomer(), conversation: aConversation() });

    it('reach who reported the same before: linked, told that it is open, when it is expected, and that it is over', async () => {
      const { customer, number } = await report(ledger, {}, NOON - 5 * MINUTE);
      const { id } = await opened();
      assert.deepEqual(
        (await news(ledger)).map((each) => [each.customer, each.what]),
        [[customer, 'opened']],
      );
      const found = await ledger.cases.find(number);
      assert.ok(found?.links.includes(id));
      assert.deepEqual([found?.history.at(-1)?.what, found?.history.at(-1)?.detail], ['linked', id]);
      assert.equal((await ledger.outages.following(id, customer))?.case, number);
      await ledger.outages.update(id, { expectedRepair: LATER }, NOON + 1);
      await ledger.outages.update(id, { endedAt: NOON + 2 }, NOON + 2);
      assert.deepEqual(
        (await news(ledger)).map(({ what, news }) => [what, news]),
        [['ended', 3]],
        'what came too late to be told is not told',
      );
    });

    it('reach nobody else: another service or area, what no outage explains, closed before, or long ago', async () => {
      const { earlierMinutes } = manual.outages;
      await report(ledger, { answers: { service: 'mobile' } });
      await report(ledger, { area: 'gz-tianhe' });
      await report(ledger, { category: 'security' });
      await report(ledger, {}, NOON - earlierMinutes * MINUTE - 1);
      const withdrawn = await report(ledger);
      await ledger.cases.move(withdrawn.number, 'withdrawn', { by: 'customer', note: null }, aKey(), NOON);
      const mine = await report(ledger, {}, NOON - earlierMinutes * MINUTE);
      const { id } = await opened();
      assert.deepEqual(customersOf(await news(ledger)), [mine.customer]);
      const all = await opened({ service: null });
      assert.equal((await news(ledger)).length, 2, 'the mobile one belongs to an outage of everything, as all of them');
      assert.notEqual(all.id, id);
    });

    it('are told once for each change, and not for what changes nothing', async () => {
      const { id } = await opened();
      await ledger.outages.follow(id, { ...waiting(), told: 1 }, NOON);
      assert.deepEqual(await news(ledger), [], 'it was told of it just now');
      const told = async (change: Parameters<typeof ledger.outages.update>[1], at: number) => {
        await ledger.outages.update(id, change, at);
        return (await news(ledger)).map(({ what, news }) => `${news} ${what}`);
      };
      assert.deepEqual(await told({ expectedRepair: LATER }, NOON + 1), ['2 expected']);
      assert.deepEqual(await told({ expectedRepair: LATER }, NOON + 2), []);
      assert.deepEqual(await told({ expectedRepair: null }, NOON + 3), ['3 expected']);
      assert.deepEqual(await told({ expectedRepair: LATER, endedAt: NOON + 4 }, NOON + 4), ['4 ended']);
      assert.deepEqual(await told({ endedAt: NOON + 5 }, NOON + 5), []);
      assert.deepEqual(await told({ expectedRepair: null }, NOON + 6), []);
      assert.equal((await ledger.outages.find(id))?.state, 'ended');
    });

    it('reach who joined between a change and its spreading, once', async () => {
      const { id } = await opened();
      await ledger.outages.update(id, { expectedRepair: LATER }, NOON + 1);
      const [late, knows] = [waiting(), waiting()];
      await ledger.outages.follow(id, { ...late, told: 1 }, NOON + 2);
      await ledger.outages.follow(id, { ...knows, told: 2 }, NOON + 2);
      await ledger.outages.follow(id, { ...late, told: 1 }, NOON + 3);
      assert.deepEqual(customersOf(await news(ledger)), [late.customer]);
    });

    it('come to a report that its customer made not knowing of the outage, and the end to one that came too late', async () => {
      const { id } = await opened();
      assert.deepEqual(await news(ledger), []);
      const unknowing = await report(ledger);
      assert.deepEqual(unknowing.links, [id]);
      const knowing = await report(ledger, { links: [id] });
      assert.deepEqual(customersOf(await news(ledger)), [unknowing.customer]);
      await ledger.outages.update(id, { endedAt: NOON + 1 }, NOON + 1);
      await news(ledger);
      const late = await report(ledger, { links: [id] }, NOON + 2);
      assert.deepEqual(
        (await news(ledger)).map(({ customer, what }) => [customer, what]),
        [[late.customer, 'ended']],
      );
      assert.equal((await ledger.outages.following(id, knowing.customer))?.told, 2);
    });

    it('miss nobody who reports in the very moment in which it opens, on two instances', async () => {
      const reports = Array.from({ length: 12 }, (_, i) => report(i % 2 === 0 ? ledger : other));
      const opening = other.outages.open(anOutage(), aKey(), NOON);
      const customers = (await Promise.all(reports)).map(({ customer }) => customer);
      const { id } = await opening;
      const told = customersOf(await news(ledger));
      assert.deepEqual(told, [...customers].sort());
      for (const each of await Promise.all(reports))
        assert.ok((await ledger.cases.find(each.number))?.links.includes(id));
    });

    it('go out in batches, to thousands, once each, with two instances at it', async () => {
      const { id } = await opened();
      const many = Array.from({ length: 350 }, waiting);
      for (const each of many) await ledger.outages.follow(id, { ...each, told: 1 }, NOON);
      await ledger.outages.update(id, { endedAt: NOON + 1 }, NOON + 1);
      const spread = (await ledger.timers.claimDue(NOON + 2, 0, 10)).filter(({ kind }) => kind === 'outage.spread');
      const timer = spread.at(-1);
      assert.ok(timer);
      const first = await Promise.all([ledger.outages.spread(timer, NOON + 2), other.outages.spread(timer, NOON + 2)]);
      assert.deepEqual(first, ['more', 'more'], 'one call does not tell all of them');
      const all = await news(ledger);
      assert.deepEqual(customersOf(all), many.map(({ customer }) => customer).sort());
      assert.deepEqual(await news(ledger), []);
      assert.equal(await other.outages.spread(timer, NOON + 3), 'done', 'a repeat tells nobody again');
      assert.deepEqual(await news(ledger), []);
    });

    it('gather earlier reports in batches too', async () => {
      const customers = [];
      for (let i = 0; i < 130; i++) customers.push((await report(ledger, {}, NOON - MINUTE)).customer);
      await opened();
      assert.deepEqual(customersOf(await news(ledger)), customers.sort());
    });

    it('are told once to one who was two customers', async () => {
      const [one, two] = [
        await somebody(ledger, 'wechat', aConversation()),
        await somebody(ledger, 'web', aConversation()),
      ];
      const { id } = await opened();
      await ledger.outages.follow(id, { ...one, told: 1 }, NOON);
      const { number } = await report(ledger, { customer: two.customer, conversation: two.conversation, links: [id] });
      const code = await ledger.customers.startLink(one.customer, one.source, aKey(), NOON);
      const linked = await ledger.customers.finishLink(two.source, code, aKey(), NOON);
      assert.equal(linked.kind, 'linked');
      await ledger.outages.update(id, { endedAt: NOON + 1 }, NOON + 1);
      assert.deepEqual(customersOf(await news(ledger)), [one.customer]);
      assert.equal((await ledger.outages.following(id, one.customer))?.case, number);
      assert.equal(await ledger.outages.following(id, two.customer), null);
    });

    it('reach who was registered with an outage by the release before', async () => {
      const old = await makeHome();
      await asRelease(11, old.location);
      const seal = (number: string) => caseAnswers.seal(testSealer, number, { service: 'broadband' });
      const addCase = (number: string, area: string, links: readonly string[]) =>
        old.sql(`insert into cases (number, kind, category, also_categories, customer, conversation, channel, language,
          area, owner, answers, links, stage, opened_at, seq) values ('${number}', 'fault', 'equipment', '[]',
          'of ${number}', 'c', 'web', 'en', '${area}', 'o', '${seal(number)}', '${JSON.stringify(links)}', 'registered',
          ${NOON}, 1)`);
      await addCase('GZ1', AREA, ['the-outage']);
      await addCase('GZ2', 'gz-tianhe', []);
      await old.sql(`insert into outages (id, area, service, since, changed_at)
        values ('the-outage', '${AREA}', 'broadband', ${NOON}, ${NOON})`);
      await old.sql(`insert into outages (id, area, since, ended_at, changed_at)
        values ('over', '${AREA}', ${NOON}, ${NOON}, ${NOON})`);
      const now = await openAt(old.location);
      assert.deepEqual(await now.outages.active(AREA, 'broadband'), {
        ...{ ...anOutage(), id: 'the-outage', endedAt: null, state: 'open', news: 1 },
      });
      assert.equal((await now.outages.find('over'))?.state, 'ended');
      await now.outages.update('the-outage', { endedAt: NOON + 1 }, NOON + 1);
      assert.deepEqual(customersOf(await news(now)), ['of GZ1']);
      // the service of an old report is read from what was said
      await now.outages.open(anOutage({ area: 'gz-tianhe', service: 'mobile' }), aKey(), NOON);
      assert.deepEqual(await news(now), []);
      await now.outages.open(anOutage({ area: 'gz-tianhe' }), aKey(), NOON);
      assert.deepEqual(customersOf(await news(now)), ['of GZ2']);
      await now.close();
      old.remove();
    });
  });
}

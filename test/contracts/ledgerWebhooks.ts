import assert from 'node:assert/strict';
import type { Books } from '../../adapters/ledger/index.ts';
import { type Claimed, MOST_WEBHOOKS } from '../../adapters/webhooks/store.ts';
import type { CaseNumber, Instant } from '../../domain/ids.ts';
import { aComplaint, aKey, aVisit, HOUR, MINUTE, NOON, openAt } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';
import { addWebhook, aWebhook, HOOK_SECRET, takeAll } from './ledgerWebhookFixtures.ts';

export function ledgerWebhooks(makeHome: MakeHome): void {
  describe('webhooks', () => {
    let home: TestHome;
    let ledger: Books;
    beforeEach(async () => {
      home = await makeHome();
      ledger = await openAt(home.location);
    });
    afterEach(async () => {
      await ledger.close();
      home.remove();
    });

    const LEASE = 1000;
    const claim = (webhook: string, now: Instant, limit = 10, from = ledger): Promise<readonly Claimed[]> =>
      from.webhooks.claim(webhook, now, LEASE, limit);
    const register = async (at = NOON): Promise<CaseNumber> =>
      (await ledger.cases.register(aComplaint(), aKey(), at)).number;
    const urge = (number: CaseNumber, at: Instant, from = ledger) =>
      from.cases.note(number, { by: 'customer', what: 'urged', detail: null, note: null }, aKey(), at);
    const only = <T>(all: readonly T[]): T => {
      assert.equal(all.length, 1);
      const [one] = all;
      assert.ok(one !== undefined);
      return one;
    };

    it('are kept, once for a key, listed without their secret, which is written down sealed, and removed', async () => {
      const key = aKey();
      const made = await ledger.webhooks.add(aWebhook(), key, NOON);
      assert.deepEqual(await ledger.webhooks.add(aWebhook(), key, NOON), made);
      assert.ok(made !== 'tooMany');
      const state = { ...made, waiting: 0, dead: 0, lastFailure: null };
      assert.deepEqual(await ledger.webhooks.list(), [state]);
      const everything = home.everything();
      assert.ok(everything.includes(made.url), 'the search finds what is there');
      assert.ok(!everything.includes(HOOK_SECRET));
      await register();
      assert.equal((await claim(made.id, NOON))[0]?.secret, HOOK_SECRET);
      assert.equal(await ledger.webhooks.remove(made.id), true);
      assert.equal(await ledger.webhooks.remove(made.id), false);
      assert.deepEqual(await ledger.webhooks.list(), []);
      assert.deepEqual(await home.sql('select id from webhook_outbox'), []);
    });

    it(`are ${MOST_WEBHOOKS} at most`, async () => {
      for (let i = 0; i < MOST_WEBHOOKS; i++) await addWebhook(ledger);
      assert.equal(await ledger.webhooks.add(aWebhook(), aKey(), NOON), 'tooMany');
    });

    it('are told what they ask for and nothing else; without one nothing is written', async () => {
      await register();
      assert.deepEqual(await home.sql('select id from webhook_outbox'), []);
      const exact = await addWebhook(ledger, { events: ['case.urged'] });
      const kind = await addWebhook(ledger, { events: ['appointment.*'] });
      const number = await register();
      await urge(number, NOON);
      await ledger.bookings.book(aVisit(), aKey(), NOON);
      const eventsOf = async (id: string) => (await takeAll(ledger, id, NOON)).map(({ event }) => event);
      assert.deepEqual(await eventsOf(exact.id), ['case.urged']);
      assert.deepEqual(await eventsOf(kind.id), ['appointment.booked']);
    });

    it('hear of a change exactly when it is kept: not of one refused, nor twice of one repeated', async () => {
      const { id } = await addWebhook(ledger);
      const key = aKey();
      const draft = aComplaint();
      const { number } = await ledger.cases.register(draft, key, NOON);
      await ledger.cases.register(draft, key, NOON);
      const entry = { by: 'crm', note: null };
      assert.equal((await ledger.cases.move(number, 'closed', entry, aKey(), NOON)).kind, 'refused');
      const visit = aVisit({ capacity: 1 });
      await ledger.bookings.book(visit, aKey(), NOON);
      assert.equal((await ledger.bookings.book(visit, aKey(), NOON)).kind, 'slotTaken');
      assert.deepEqual((await takeAll(ledger, id, NOON)).map(({ event }) => event).sort(), [
        'appointment.booked',
        'case.registered',
      ]);
    });

    it('get a subject one by one: the next is not given out before the one before is done', async () => {
      const { id } = await addWebhook(ledger);
      const number = await register();
      await urge(number, NOON + 1);
      await urge(number, NOON + 1);
      const other = await register(NOON + 2);
      const now = NOON + 10;
      const first = await claim(id, now);
      assert.deepEqual(
        first.map(({ subject, event }) => [subject, event]),
        [
          [number, 'case.registered'],
          [other, 'case.registered'],
        ],
      );
      assert.deepEqual(await claim(id, now), []);
      const mine = first.find(({ subject }) => subject === number);
      assert.ok(mine);
      assert.equal(await ledger.webhooks.settle(mine, { kind: 'done' }, now), true);
      const second = only(await claim(id, now));
      assert.deepEqual([second.subject, second.event], [number, 'case.urged']);
      assert.ok(second.sequence > mine.sequence);
    });

    it('get again what was claimed and not settled, when its lease is over, and nothing that stands behind it', async () => {
      const { id } = await addWebhook(ledger);
      const number = await register();
      await urge(number, NOON);
      const lost = only(await claim(id, NOON));
      assert.deepEqual(await claim(id, NOON + LEASE - 1), []);
      assert.deepEqual(await ledger.webhooks.due(NOON + LEASE), [id]);
      const again = only(await claim(id, NOON + LEASE));
      assert.deepEqual([again.id, again.event, again.tries], [lost.id, 'case.registered', 2]);
      assert.equal(await ledger.webhooks.settle(lost, { kind: 'done' }, NOON), false, 'the lease was lost');
      assert.deepEqual(await claim(id, NOON + LEASE + 1), []);
      assert.equal(await ledger.webhooks.settle(again, { kind: 'done' }, NOON), true);
      assert.equal(only(await claim(id, NOON + LEASE + 1)).event, 'case.urged');
    });

    it('wait with all of a subject after a failure, and go on behind one that is given up', async () => {
      const { id } = await addWebhook(ledger);
      const number = await register();
      await urge(number, NOON);
      const failed = only(await claim(id, NOON));
      await ledger.webhooks.settle(failed, { kind: 'later', due: NOON + MINUTE, outcome: '503' }, NOON + 5);
      assert.deepEqual(await ledger.webhooks.due(NOON + MINUTE - 1), []);
      assert.deepEqual(await claim(id, NOON + MINUTE - 1), []);
      const [state] = await ledger.webhooks.list();
      assert.deepEqual([state?.waiting, state?.lastFailure], [2, { at: NOON + 5, outcome: '503' }]);
      const again = only(await claim(id, NOON + MINUTE));
      await ledger.webhooks.settle(again, { kind: 'dead', outcome: 'timeout' }, NOON + MINUTE);
      assert.equal(only(await claim(id, NOON + MINUTE)).event, 'case.urged');
      const [after] = await ledger.webhooks.list();
      assert.deepEqual([after?.waiting, after?.dead, after?.lastFailure?.outcome], [1, 1, 'timeout']);
    });

    it('are served by two instances at once, never two events of a subject, each event once', async () => {
      const { id } = await addWebhook(ledger);
      const other = await openAt(home.location);
      const numbers: CaseNumber[] = [];
      for (let i = 0; i < 6; i++) numbers.push(await register(NOON + i));
      for (let i = 0; i < 3; i++) await Promise.all(numbers.map((each) => urge(each, NOON + 10 + i)));
      const now = NOON + HOUR;
      const open = new Set<string>();
      const told: Claimed[] = [];
      const serve = async (from: Books): Promise<void> => {
        for (let empty = 0; empty < 20; ) {
          const claimed = await claim(id, now, 2, from);
          empty = claimed.length === 0 ? empty + 1 : 0;
          for (const { subject } of claimed) {
            assert.ok(!open.has(subject), 'two events of a subject were out at once');
            open.add(subject);
          }
          for (const each of claimed) {
            told.push(each);
            open.delete(each.subject);
            assert.ok(await from.webhooks.settle(each, { kind: 'done' }, now));
          }
        }
      };
      await Promise.all([serve(ledger), serve(other), serve(ledger), serve(other)]);
      assert.equal(new Set(told.map(({ id: event }) => event)).size, 24);
      assert.equal(told.length, 24);
      for (const number of numbers) {
        const sequences = told.filter(({ subject }) => subject === number).map(({ sequence }) => sequence);
        assert.deepEqual(
          sequences,
          sequences.toSorted((a, b) => a - b),
        );
      }
      await other.close();
    });

    it('hear of changes that race in the order in which they were kept', async () => {
      const { id } = await addWebhook(ledger, { events: ['case.*'] });
      const other = await openAt(home.location);
      const number = await register();
      await Promise.all(Array.from({ length: 12 }, (_, i) => urge(number, NOON + 12 - i, i % 2 ? ledger : other)));
      const told = await takeAll(ledger, id, NOON + HOUR);
      const found = await ledger.cases.find(number);
      assert.deepEqual(
        told.map(({ at }) => at - NOON),
        found?.history.map(({ at }) => at - NOON),
      );
      await other.close();
    });

    it('forget what was done a day ago and given up a month ago; sequences go on growing', async () => {
      const { id } = await addWebhook(ledger);
      const number = await register();
      const first = only(await takeAll(ledger, id, NOON));
      await urge(number, NOON + 1);
      await ledger.webhooks.settle(only(await claim(id, NOON + 1)), { kind: 'dead', outcome: '500' }, NOON + 1);
      const rows = async () => (await home.sql('select state from webhook_outbox order by state')).length;
      await ledger.webhooks.expire(NOON + 23 * HOUR);
      assert.equal(await rows(), 2);
      await ledger.webhooks.expire(NOON + 25 * HOUR);
      assert.equal(await rows(), 1);
      await ledger.webhooks.expire(NOON + 31 * 24 * HOUR);
      assert.equal(await rows(), 0);
      await urge(number, NOON + 2);
      assert.ok(only(await claim(id, NOON + HOUR)).sequence > first.sequence);
    });

    it('keep what is to be told over a restart', async () => {
      const { id } = await addWebhook(ledger);
      await register();
      await ledger.close();
      ledger = await openAt(home.location);
      assert.deepEqual(await ledger.webhooks.due(NOON), [id]);
      assert.equal(only(await takeAll(ledger, id, NOON)).event, 'case.registered');
    });
  });
}

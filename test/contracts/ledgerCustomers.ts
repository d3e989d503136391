import assert from 'node:assert/strict';
import { UnknownCustomer } from '../../adapters/ledger/index.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { aCustomer, aKey, aVisit, fresh, HOUR, NOON, openAt } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';

export function ledgerCustomers(makeHome: MakeHome): void {
  describe('customers and outages', () => {
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

    const aSource = () => ({ channel: 'wechat', account: 'gh_1', sourceId: fresh('openid') });
    const someone = () => ledger.customers.ofSource(aSource(), NOON);

    it('knows a source again, and another account as another customer', async () => {
      const source = aSource();
      const first = await ledger.customers.ofSource(source, NOON);
      assert.equal(await ledger.customers.ofSource(source, NOON + 1), first);
      assert.notEqual(await ledger.customers.ofSource({ ...source, account: 'gh_2' }, NOON), first);
      assert.notEqual(await ledger.customers.ofSource({ ...source, channel: 'web' }, NOON), first);
    });

    it('makes one customer of a source first seen by many at once', async () => {
      const source = aSource();
      const ids = await Promise.all(Array.from({ length: 15 }, () => ledger.customers.ofSource(source, NOON)));
      assert.equal(new Set(ids).size, 1);
      const orphans = await home.sql('select id from customers where id not in (select customer from sources)');
      assert.deepEqual(orphans, []);
    });

    it('keeps a contact, field by field, once for a key', async () => {
      const customer = await someone();
      assert.deepEqual(await ledger.customers.contact(customer), { name: null, phone: null });
      const key = aKey();
      await ledger.customers.saveContact(customer, { name: '李雷', phone: null }, key, NOON);
      await ledger.customers.saveContact(customer, { name: null, phone: '+85291234567' }, aKey(), NOON);
      await ledger.customers.saveContact(customer, { name: '韩梅梅', phone: null }, key, NOON);
      assert.deepEqual(await ledger.customers.contact(customer), { name: '李雷', phone: '+85291234567' });
      await assert.rejects(
        ledger.customers.saveContact(aCustomer(), { name: '某人', phone: null }, aKey(), NOON),
        UnknownCustomer,
      );
    });

    it('finds customers by their newest phone number', async () => {
      const [one, two] = [await someone(), await ledger.customers.ofSource(aSource(), NOON + 1)];
      const save = (phone: string, customer = one) =>
        ledger.customers.saveContact(customer, { name: null, phone }, aKey(), NOON);
      await save('+8613911112222');
      await save('+8613911112222', two);
      assert.deepEqual(await ledger.customers.findByPhone('+8613911112222'), [one, two]);
      await save('+8613933334444');
      assert.deepEqual(await ledger.customers.findByPhone('+8613911112222'), [two]);
      assert.deepEqual(await ledger.customers.findByPhone('+8613933334444'), [one]);
      assert.deepEqual(await ledger.customers.findByPhone('+861391111222'), []);
    });

    it('tells the newest consent of each purpose and channel', async () => {
      const customer = await someone();
      const record = (channel: string, given: boolean, at: number, key = aKey()) =>
        ledger.customers.recordConsent(customer, { purpose: 'service', channel, given }, key, at);
      const key = aKey();
      await record('web', true, NOON, key);
      await record('wechat', true, NOON + 1);
      await record('web', false, NOON + 2);
      await record('web', true, NOON + 3, key);
      const consents = await ledger.customers.consents(customer);
      assert.deepEqual(
        consents.toSorted((a, b) => a.at - b.at),
        [
          { purpose: 'service', channel: 'wechat', given: true, at: NOON + 1 },
          { purpose: 'service', channel: 'web', given: false, at: NOON + 2 },
        ],
      );
    });

    it('forgets a contact, and that of visits that are over', async () => {
      const customer = await someone();
      await ledger.customers.saveContact(customer, { name: '王芳', phone: '+886912345678' }, aKey(), NOON);
      const book = async () => {
        const result = await ledger.bookings.book(aVisit({ customer, slot: aVisit().slot }), aKey(), NOON);
        assert.equal(result.kind, 'booked');
        return result.booking;
      };
      const [over, ahead] = [await book(), await book()];
      await ledger.bookings.settle(over.number, { state: 'done', by: null }, aKey(), NOON + 24 * HOUR);
      await ledger.personalData.forget(customer, 'contact', { by: 'customer', case: null }, aKey(), NOON + HOUR);
      assert.deepEqual(await ledger.customers.contact(customer), { name: null, phone: null });
      assert.deepEqual(await ledger.customers.findByPhone('+886912345678'), []);
      const nobody = { name: null, phone: null, address: null };
      assert.deepEqual((await ledger.bookings.find(over.number))?.contact, nobody);
      assert.deepEqual((await ledger.bookings.find(ahead.number))?.contact, ahead.contact);
    });

    it('tells the outage that concerns a service, until it ends', async () => {
      const area = fresh('area');
      const open = (service: string | null, since: number, key = aKey()) =>
        ledger.outages.open({ area, service, since, expectedRepair: null }, key, NOON);
      const key = aKey();
      const all = await open(null, NOON + 5, key);
      assert.deepEqual(await open('iptv', NOON, key), all, 'opened once for a key');
      const broadband = await open('broadband', NOON);
      assert.deepEqual(await ledger.outages.active(area, 'broadband'), broadband);
      assert.deepEqual(await ledger.outages.active(area, 'iptv'), all);
      assert.deepEqual(await ledger.outages.active(area, null), all);
      const put = await ledger.outages.update(broadband.id, { expectedRepair: NOON + HOUR }, NOON);
      assert.deepEqual(put, { ...broadband, expectedRepair: NOON + HOUR, news: 2 });
      await ledger.outages.update(broadband.id, { endedAt: NOON + 2 }, NOON);
      assert.deepEqual(await ledger.outages.active(area, 'broadband'), all);
      await ledger.outages.update(all.id, { endedAt: NOON + 2 }, NOON);
      assert.equal(await ledger.outages.active(area, 'broadband'), null);
      assert.equal(await ledger.outages.update('nothing', { endedAt: NOON }, NOON), null);
      assert.equal(await ledger.outages.active(fresh('area'), null), null);
    });
  });
}

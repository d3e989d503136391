import assert from 'node:assert/strict';
import type { Books } from '../../adapters/ledger/index.ts';
import {
  LINK_CODE_MS,
  LINK_LOCK_MS,
  LINK_TRIES,
  LINK_TRIES_OF_ALL,
  type Source,
} from '../../domain/customers/identity.ts';
import type { CustomerId, Instant } from '../../domain/ids.ts';
import { aComplaint, aConversation, aCustomer, aKey, aVisit, fresh, HOUR, MINUTE, NOON } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';
import { twoBooks } from './ledgerTwo.ts';

interface Somebody {
  readonly source: Source;
  readonly customer: CustomerId;
  readonly conversation: ReturnType<typeof aConversation>;
}

/** One customer on several channels. */
export function ledgerIdentity(makeHome: MakeHome): void {
  describe('identity', () => {
    let home: TestHome;
    let ledger: Books;
    let other: Books;
    twoBooks(makeHome, (one, two, at) => {
      [ledger, other, home] = [one, two, at];
    });

    const somebody = async (channel: string, at: Instant = NOON): Promise<Somebody> => {
      const source = { channel, account: 'acc', sourceId: fresh('id') };
      const conversation = aConversation();
      const { customer } = await ledger.customers.seen(source, { conversation, reference: 'canary-reference' }, at);
      return { source, customer, conversation };
    };
    const isAt = ({ source, conversation }: Somebody, at: Instant) =>
      ledger.customers.seen(source, { conversation, reference: '{}' }, at);
    const code = (of: Somebody, at: Instant = NOON, key = aKey()) =>
      ledger.customers.startLink(of.customer, of.source, key, at);
    const finish = (of: Somebody, digits: string, at: Instant = NOON, key = aKey()) =>
      ledger.customers.finishLink(of.source, digits, key, at);
    const linked = async () => {
      const [one, two] = [await somebody('wechat'), await somebody('web')];
      const done = await finish(two, await code(one));
      assert.deepEqual(done, { kind: 'linked', customer: one.customer });
      return { one, two };
    };
    const not = (digits: string) => String((Number(digits) + 1) % 10 ** 8).padStart(8, '0');

    it('make two customers one by a code, with all that was theirs', async () => {
      const [one, two] = [await somebody('wechat'), await somebody('web')];
      const { number } = await ledger.cases.register(aComplaint({ customer: two.customer }), aKey(), NOON);
      const own = await ledger.cases.register(aComplaint({ customer: one.customer }), aKey(), NOON);
      const visit = await ledger.bookings.book(aVisit({ customer: two.customer }), aKey(), NOON);
      assert.equal(visit.kind, 'booked');
      await ledger.customers.saveContact(two.customer, { name: '李雷', phone: '+85291234567' }, aKey(), NOON);
      const digits = await code(one);
      assert.match(digits, /^\d{8}$/);
      assert.deepEqual(await finish(two, digits, NOON + LINK_CODE_MS - 1), { kind: 'linked', customer: one.customer });
      const cases = await ledger.cases.ofCustomer(one.customer, 'all');
      assert.deepEqual(new Set(cases.map((each) => each.number)), new Set([number, own.number]));
      assert.deepEqual(await ledger.cases.ofCustomer(two.customer, 'all'), []);
      assert.equal((await ledger.bookings.upcoming(one.customer, NOON)).length, 1);
      assert.equal(await ledger.customers.ofSource(two.source, NOON), one.customer);
      assert.deepEqual(await ledger.customers.contact(one.customer), { name: '李雷', phone: '+85291234567' });
      assert.deepEqual(await ledger.customers.findByPhone('+85291234567'), [one.customer]);
      const last = (await ledger.cases.find(number))?.history.at(-1);
      assert.deepEqual([last?.what, last?.detail, last?.by], ['customer-linked', 'web', 'customer']);
      assert.equal((await ledger.cases.find(own.number))?.history.length, 1, 'nothing happened to it');
      const sources = await ledger.customers.sources(one.customer);
      assert.deepEqual(sources.map((each) => [each.channel, each.assurance]).toSorted(), [
        ['web', 'code'],
        ['wechat', 'code'],
      ]);
    });

    it('link once for a key, and give the same code once for a key', async () => {
      const [one, two] = [await somebody('wechat'), await somebody('web')];
      const [begin, end] = [aKey(), aKey()];
      const digits = await code(one, NOON, begin);
      assert.equal(await other.customers.startLink(one.customer, one.source, begin, NOON), digits);
      const first = await finish(two, digits, NOON, end);
      const { number } = await ledger.cases.register(aComplaint({ customer: one.customer }), aKey(), NOON);
      assert.deepEqual(await other.customers.finishLink(two.source, digits, end, NOON), first);
      assert.equal((await ledger.cases.find(number))?.history.length, 1);
      assert.deepEqual(await isAt(two, NOON), { customer: one.customer, movedBy: end });
    });

    it('take a code once, within its minutes, and only the newest', async () => {
      const [one, two, three] = [await somebody('wechat'), await somebody('web'), await somebody('sms')];
      const old = await code(one);
      const late = await code(one);
      assert.equal((await finish(two, old)).kind, 'wrong', 'a newer one ends it');
      assert.deepEqual(await finish(two, late, NOON + LINK_CODE_MS), { kind: 'expired' });
      const good = await code(one);
      const both = await Promise.all([finish(two, good), other.customers.finishLink(three.source, good, aKey(), NOON)]);
      assert.deepEqual(both.map(({ kind }) => kind).toSorted(), ['expired', 'linked']);
      assert.deepEqual(await finish(await somebody('app'), good), { kind: 'expired' });
    });

    it('say nothing of a code of their own, and keep it good', async () => {
      const [one, two] = [await somebody('wechat'), await somebody('web')];
      const digits = await code(one);
      assert.deepEqual(await finish(one, digits), { kind: 'same' });
      assert.equal((await finish(two, digits)).kind, 'linked');
    });

    it('lock a source for an hour after five wrong codes, also for the right one', async () => {
      const [one, two, three] = [await somebody('wechat'), await somebody('web'), await somebody('sms')];
      const digits = await code(one);
      const lefts = [];
      for (let n = 0; n < LINK_TRIES - 1; n++) lefts.push(await finish(two, not(digits)));
      assert.deepEqual(
        lefts.map((each) => each.kind === 'wrong' && each.left),
        [4, 3, 2, 1],
      );
      assert.deepEqual(await finish(two, not(digits)), { kind: 'locked' });
      assert.deepEqual(await finish(two, digits), { kind: 'locked' });
      const renewed = await code(one, NOON + LINK_LOCK_MS - 1);
      assert.deepEqual(await finish(two, renewed, NOON + LINK_LOCK_MS - 1), { kind: 'locked' });
      assert.equal((await finish(two, renewed, NOON + LINK_LOCK_MS)).kind, 'linked');
      assert.equal((await finish(three, not(digits))).kind, 'wrong', 'others are not locked');
    });

    it('cannot escape the lock by unlinking', async () => {
      const two = await somebody('web');
      for (let n = 0; n < LINK_TRIES; n++) await finish(two, '00000000');
      await ledger.customers.unlink(two.source, aKey(), NOON);
      assert.deepEqual(await finish(two, '00000000'), { kind: 'locked' });
    });

    it('link nobody for a while when many sources guess', async () => {
      const [one, two] = [await somebody('wechat'), await somebody('web')];
      const digits = await code(one);
      await home.sql(`update sources set wrong_codes = ${LINK_TRIES_OF_ALL}, wrong_at = ${NOON}
        where source_id = '${one.source.sourceId}'`);
      assert.deepEqual(await finish(two, digits, NOON + MINUTE), { kind: 'locked' });
      const later = NOON + LINK_CODE_MS;
      assert.equal((await finish(two, await code(one, later), later)).kind, 'linked');
    });

    it('count guesses made at the same time', async () => {
      const two = await somebody('web');
      const guesses = await Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          (n % 2 ? ledger : other).customers.finishLink(two.source, `0000000${n % 10}`, aKey(), NOON),
        ),
      );
      assert.equal(guesses.filter(({ kind }) => kind === 'wrong').length, LINK_TRIES - 1);
    });

    it('keep consents of each channel, the newest counting', async () => {
      const [one, two] = [await somebody('wechat'), await somebody('web')];
      const say = (of: Somebody, channel: string, given: boolean, at: Instant) =>
        ledger.customers.recordConsent(of.customer, { purpose: 'service', channel, given }, aKey(), at);
      await say(one, 'wechat', true, NOON + 1);
      await say(two, 'web', true, NOON + 2);
      await say(one, 'app', false, NOON + 4);
      await say(two, 'app', true, NOON + 3);
      await finish(two, await code(one));
      const consents = await ledger.customers.consents(one.customer);
      assert.deepEqual(consents.map(({ channel, given }) => [channel, given]).toSorted(), [
        ['app', false],
        ['web', true],
        ['wechat', true],
      ]);
      await say(one, 'app', true, NOON + 5);
      assert.equal(
        (await ledger.customers.consents(one.customer)).find(({ channel }) => channel === 'app')?.given,
        true,
      );
    });

    it('let no wording outlive a consent that the other one took back', async () => {
      const [one, two] = [await somebody('web'), await somebody('web')];
      const say = (of: Somebody, given: boolean, at: Instant) =>
        ledger.customers.recordConsent(of.customer, { purpose: 'improvement', channel: 'web', given }, aKey(), at);
      await say(one, true, NOON);
      await say(two, false, NOON + 1);
      const shown = { channel: 'web', text: fresh('words'), language: 'en', kind: 'abstained' } as const;
      const lesson = { ...shown, customer: one.customer, intent: null, ranked: [] };
      assert.equal(await ledger.learning.keep(lesson, aKey(), NOON), 'kept');
      await finish(two, await code(one));
      assert.equal(
        (await ledger.learning.list(1000)).find(({ text }) => text === shown.text),
        undefined,
      );
    });

    it('give what a turn of the former customer writes late to the one they are now', async () => {
      const { one, two } = await linked();
      await ledger.cases.register(aComplaint({ customer: two.customer }), aKey(), NOON);
      await ledger.bookings.book(aVisit({ customer: two.customer }), aKey(), NOON);
      assert.equal((await ledger.cases.ofCustomer(one.customer, 'all')).length, 1);
      assert.equal((await ledger.bookings.upcoming(one.customer, NOON)).length, 1);
    });

    it('link crosswise at once without losing anybody', async () => {
      const [one, two] = [await somebody('wechat'), await somebody('web')];
      const [ofOne, ofTwo] = [await code(one), await code(two)];
      await Promise.all([finish(two, ofOne), other.customers.finishLink(one.source, ofTwo, aKey(), NOON)]);
      const [a, b] = [await isAt(one, NOON), await isAt(two, NOON)];
      assert.equal(a.customer, b.customer);
      assert.equal((await ledger.customers.sources(a.customer)).length, 2);
    });

    it('unlink a source, whose next owner sees nothing of the former', async () => {
      const { one, two } = await linked();
      const { number } = await ledger.cases.register(aComplaint({ customer: one.customer }), aKey(), NOON);
      const pending = await code({ ...two, customer: one.customer });
      const key = aKey();
      const next = await ledger.customers.unlink(two.source, key, NOON);
      assert.equal(await other.customers.unlink(two.source, key, NOON), next);
      assert.notEqual(next, one.customer);
      assert.deepEqual(await isAt(two, NOON), { customer: next, movedBy: key });
      assert.deepEqual(await ledger.cases.ofCustomer(next, 'all'), []);
      const [source] = await ledger.customers.sources(next);
      assert.deepEqual([source?.assurance, source?.verifiedAt], ['none', null]);
      assert.equal((await ledger.cases.find(number))?.customer, one.customer);
      assert.equal((await ledger.cases.find(number))?.history.at(-1)?.what, 'customer-unlinked');
      assert.equal((await finish(await somebody('sms'), pending)).kind, 'wrong', 'its codes are nobody’s');
    });

    it('unlink all but one', async () => {
      const { one, two } = await linked();
      const key = aKey();
      assert.equal(await ledger.customers.unlinkOthers(one.customer, two.source, key, NOON), 1);
      assert.equal(await other.customers.unlinkOthers(one.customer, two.source, key, NOON), 1);
      assert.equal(await ledger.customers.ofSource(two.source, NOON), one.customer);
      assert.notEqual(await ledger.customers.ofSource(one.source, NOON), one.customer);
    });

    it('know where the customer was last', async () => {
      const { one, two } = await linked();
      const where = () => ledger.customers.latestConversation(one.customer);
      for (const [n, who] of [two, one, two, two, one, one, two].entries()) {
        await isAt(who, NOON + 1 + n);
        assert.equal(await where(), who.conversation, `after ${n}`);
      }
      await isAt(one, NOON);
      assert.equal(await where(), two.conversation, 'a late message of before changes nothing');
      const moved = { ...two, conversation: aConversation() };
      await isAt(moved, NOON + HOUR);
      assert.equal(await where(), moved.conversation);
      assert.equal(await ledger.customers.latestConversation(aCustomer()), null);
    });

    it('tell a source that no code linked of nothing beside others', async () => {
      const { one, two } = await linked();
      const alone = await somebody('web');
      assert.equal(await ledger.customers.latestConversation(alone.customer), alone.conversation);
      await isAt(two, NOON + 9);
      await home.sql(`update sources set assurance = 'claimed' where source_id = '${two.source.sourceId}'`);
      assert.equal(await ledger.customers.latestConversation(one.customer), one.conversation);
    });

    it('are claimed by a phone number, until it is forgotten', async () => {
      const one = await somebody('web');
      const assurance = async () => (await ledger.customers.sources(one.customer))[0]?.assurance;
      assert.equal(await assurance(), 'none');
      await ledger.customers.saveContact(one.customer, { name: '李雷', phone: null }, aKey(), NOON);
      assert.equal(await assurance(), 'none');
      await ledger.customers.saveContact(one.customer, { name: null, phone: '+85291234567' }, aKey(), NOON);
      assert.equal(await assurance(), 'claimed');
      await ledger.personalData.forget(one.customer, 'contact', { by: 'customer', case: null }, aKey(), NOON);
      assert.equal(await assurance(), 'none');
      await finish(one, await code(await somebody('wechat')));
      const now = await ledger.customers.ofSource(one.source, NOON);
      await ledger.customers.saveContact(now, { name: null, phone: '+85291234567' }, aKey(), NOON);
      const all = await ledger.customers.sources(now);
      assert.deepEqual(
        all.map((each) => each.assurance),
        ['code', 'code'],
        'what a code proved stays proved',
      );
    });

    it('keep what a channel needs to write again, sealed, and no code in plain', async () => {
      const one = await somebody('wechat');
      const digits = await code(one);
      assert.deepEqual(await other.customers.standing(one.conversation), {
        customer: one.customer,
        reference: 'canary-reference',
      });
      assert.equal(await other.customers.standing(aConversation()), null);
      const everything = home.everything();
      assert.deepEqual([everything.includes('canary-reference'), everything.includes(digits)], [false, false]);
    });

    it('decide once where news are told', async () => {
      const [a, b] = [aConversation(), aConversation()];
      await ledger.cases.register(aComplaint(), aKey(), NOON);
      const [timer] = await ledger.timers.claimDue(NOON + 1000 * HOUR, 0, 1);
      assert.ok(timer);
      assert.equal(await ledger.timers.direct(timer.id, a), a);
      assert.equal(await other.timers.direct(timer.id, b), a);
      await ledger.timers.done(timer.id);
      assert.equal(await ledger.timers.direct(timer.id, b), b, 'one that is gone is told by nobody');
    });
  });
}

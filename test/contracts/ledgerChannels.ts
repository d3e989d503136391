import assert from 'node:assert/strict';
import type { Books } from '../../adapters/ledger/index.ts';
import type { ConversationId } from '../../domain/ids.ts';
import { NOON } from './ledgerFixtures.ts';
import type { MakeHome, TestHome } from './ledgerHomes.ts';
import { twoBooks } from './ledgerTwo.ts';

const here = 'wechat-c' as ConversationId;

/** What the messaging channels share between instances. */
export function ledgerChannels(makeHome: MakeHome): void {
  describe('channels', () => {
    let home: TestHome;
    let ledger: Books;
    let other: Books;
    twoBooks(makeHome, (one, two, at) => {
      [ledger, other, home] = [one, two, at];
    });

    it('give a lock to one of many, and to another when it is over or given back', async () => {
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, n) => (n % 2 ? ledger : other).channelStore.lock('t', `h${n}`, NOON, 1000)),
      );
      assert.equal(all.filter(Boolean).length, 1);
      const holder = `h${all.indexOf(true)}`;
      assert.equal(await other.channelStore.lock('t', 'x', NOON + 999, 1000), false);
      assert.equal(await other.channelStore.lock('t', 'x', NOON + 1000, 1000), true);
      await ledger.channelStore.unlock('t', holder);
      assert.equal(await ledger.channelStore.lock('t', 'y', NOON + 1500, 1000), false, 'only its holder gives it back');
      await ledger.channelStore.unlock('t', 'x');
      assert.equal(await ledger.channelStore.lock('t', 'y', NOON + 1500, 1000), true);
      assert.equal(await ledger.channelStore.renew('t', 'x', NOON + 1600, 1000), false, 'only its holder renews it');
      assert.equal(await ledger.channelStore.renew('t', 'y', NOON + 2000, 1000), true);
      assert.equal(await other.channelStore.lock('t', 'x', NOON + 2999, 1000), false);
      assert.equal(await ledger.channelStore.renew('t', 'y', NOON + 3000, 1000), false, 'it is over');
    });

    it('keep a token sealed, and hand it out only while it lasts long enough', async () => {
      await ledger.channelStore.saveToken('wechat/a', 'canary-token', NOON + 7200_000);
      assert.equal((await other.channelStore.token('wechat/a', NOON, 300_000))?.value, 'canary-token');
      assert.equal(await other.channelStore.token('wechat/a', NOON + 7000_000, 300_000), null);
      assert.equal(home.everything().includes('canary-token'), false);
    });

    it('give a message of a quota back', async () => {
      const { channelStore } = ledger;
      await channelStore.refund(here, NOON);
      await channelStore.openWindow(here, 'message', 1, NOON + 1000);
      assert.equal(await channelStore.spend(here, NOON), true);
      assert.equal(await channelStore.spend(here, NOON), false);
      await other.channelStore.refund(here, NOON);
      assert.equal((await channelStore.window(here, NOON))?.left, 1);
      await channelStore.openWindow(here, 'message', null, NOON + 2000);
      await channelStore.openWindow(here, 'click', null, NOON + 500);
      await channelStore.refund(here, NOON);
      assert.equal((await channelStore.window(here, NOON))?.left, null, 'what has no limit gets none');
    });

    it('count a quota down together, and a repeat of the same message does not fill it up', async () => {
      const { channelStore } = ledger;
      await channelStore.openWindow(here, 'message', 5, NOON + 1000);
      const spent = await Promise.all(
        Array.from({ length: 12 }, (_, n) => (n % 2 ? ledger : other).channelStore.spend(here, NOON)),
      );
      assert.equal(spent.filter(Boolean).length, 5);
      await channelStore.openWindow(here, 'message', 5, NOON + 1000);
      assert.equal(await channelStore.spend(here, NOON), false);
      await channelStore.openWindow(here, 'message', 5, NOON + 2000);
      assert.deepEqual(await channelStore.window(here, NOON), { left: 5, until: NOON + 2000 });
      assert.equal(await channelStore.spend(here, NOON + 2000), false, 'the window is over');
    });

    it('use the window that ends first', async () => {
      await ledger.channelStore.openWindow(here, 'message', 1, NOON + 10_000);
      await ledger.channelStore.openWindow(here, 'click', 1, NOON + 100);
      assert.equal(await ledger.channelStore.spend(here, NOON), true);
      assert.deepEqual(await ledger.channelStore.window(here, NOON + 200), { left: 1, until: NOON + 10_000 });
    });

    it('note a message before it is sent, once, whoever sends it', async () => {
      const tries = await Promise.all(
        Array.from({ length: 10 }, (_, n) => (n % 2 ? ledger : other).channelStore.attempt('m', NOON)),
      );
      assert.equal(tries.filter(Boolean).length, 1);
      await ledger.channelStore.unattempt('m');
      assert.equal(await other.channelStore.attempt('m', NOON), true);
    });

    it('note a message again for a platform that knows a repeat, until it is known to be sent', async () => {
      const { channelStore } = ledger;
      for (const again of [true, true, false]) {
        assert.equal(await other.channelStore.attempt('r', NOON, again), again, String(again));
      }
      await channelStore.sentAs('p', 'r');
      assert.equal(await other.channelStore.attempt('r', NOON, true), false);
      await channelStore.unattempt('r');
      assert.equal(await other.channelStore.attempt('r', NOON, false), true);
    });

    it('keep the furthest receipt, also one that comes before the answer to the send', async () => {
      await ledger.channelStore.attempt('m', NOON);
      await other.channelStore.receipt('p', 'delivered', NOON);
      await ledger.channelStore.sentAs('p', 'm');
      await other.channelStore.receipt('p', 'sent', NOON + 1);
      const rows = await home.sql("select id, state from channel_sends where id = 'm'");
      assert.deepEqual(
        rows.map((row) => ({ ...(row as object) })),
        [{ id: 'm', state: 'delivered' }],
      );
    });

    it('keep menus and cursors, and drop what is old', async () => {
      await ledger.channelStore.saveMenu(here, [{ label: '报修', value: '报修' }], NOON);
      await ledger.channelStore.saveCursor('kf', 'c1');
      await ledger.channelStore.saveCursor('kf', 'c2');
      assert.equal(await other.channelStore.cursor('kf'), 'c2');
      assert.deepEqual(await other.channelStore.menu(here), [{ label: '报修', value: '报修' }]);
      await ledger.channelStore.attempt('old', NOON);
      await ledger.channelStore.expire(NOON + 1);
      assert.deepEqual(await other.channelStore.menu(here), []);
      assert.equal(await ledger.channelStore.attempt('old', NOON + 2), true);
    });
  });
}

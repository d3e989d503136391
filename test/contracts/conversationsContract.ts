import assert from 'node:assert/strict';
import type { ConversationsOptions } from '../../adapters/conversations/options.ts';
import { BATCH_LIMIT, type Conversations, INBOX_LIMIT, LOG_LIMIT, type LogEntry } from '../../bot/conversations.ts';
import type { ConversationId } from '../../domain/ids.ts';
import type { Harness } from './conversationsHarness.ts';
import {
  AT,
  beginWork,
  conversation,
  conversationId,
  echo,
  inbound,
  messageId,
  replies,
  reply,
  workAll,
  workedIds,
  workOne,
} from './conversationsSamples.ts';

/** What every implementation of `Conversations` does within one process. */
export function conversationsContract(harness: Harness): void {
  let store: Conversations;
  const opened: Conversations[] = [];
  const open = async (options: Partial<ConversationsOptions> = {}) => {
    const another = await harness.open(options);
    opened.push(another);
    return another;
  };

  before(async () => {
    store = await open();
  });
  after(() => Promise.all(opened.map((one) => one.close())));

  describe('accept', () => {
    it('answers the repeat of an id as it answered the id, also after it was worked', async () => {
      const c = conversation();
      assert.deepEqual(await store.accept(c, inbound('event'), null), { kind: 'accepted', position: null });
      assert.deepEqual(await store.accept(c, inbound('a'), echo('a')), { kind: 'accepted', position: 0 });
      assert.deepEqual(await store.accept(c, inbound('b'), echo('b')), { kind: 'accepted', position: 1 });
      assert.deepEqual(await store.accept(c, inbound('a', 'other'), echo('a')), { kind: 'duplicate', position: 0 });
      await workAll(store, c);
      assert.deepEqual(await store.accept(c, inbound('event'), echo('x')), { kind: 'duplicate', position: null });
      assert.deepEqual(await store.accept(c, inbound('b'), null), { kind: 'duplicate', position: 1 });
      assert.deepEqual(await store.begin(c, 1000), { kind: 'idle' });
      assert.deepEqual(await replies(store, c), ['worked event', 'worked a', 'worked b']);
    });

    it('takes the same id once when it comes twenty times at once', async () => {
      const c = conversation();
      const other = await open();
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, i) => (i % 2 ? store : other).accept(c, inbound('a'), echo('a'))),
      );
      assert.equal(all.filter((a) => a.kind === 'accepted').length, 1);
      assert.equal(all.filter((a) => a.kind === 'duplicate' && a.position === 0).length, 19);
    });

    it('keeps ids of different conversations apart, whatever characters they have', async () => {
      const names = ['a', 'a}', '}a', '{a', '{a}', 'a%7d', 'a|0', 'a\nb', '会话 一', "a';--"].map((tail) =>
        conversationId(`${conversation()}${tail}`),
      );
      names.push(conversationId(`}${conversation()}`), conversationId(`{}${conversation()}`));
      for (const c of names) assert.equal((await store.accept(c, inbound('id\nx y'), echo('a', c))).kind, 'accepted');
      for (const c of names) {
        assert.equal((await beginWork(store, c)).messages[0]?.id, 'id\nx y');
        assert.equal((await store.log(c, 0))?.entries[0]?.activity.text, c);
      }
    });

    it('remembers the last 1,000 ids', async () => {
      const c = conversation();
      const all = Array.from({ length: 1000 }, (_, i) => inbound(`m${i}`));
      for (let i = 0; i < all.length; i += INBOX_LIMIT) {
        await Promise.all(all.slice(i, i + INBOX_LIMIT).map((message) => store.accept(c, message, null)));
        await workAll(store, c);
      }
      const again = await Promise.all(all.map((message) => store.accept(c, message, null)));
      assert.deepEqual(new Set(again.map((a) => a.kind)), new Set(['duplicate']));
    });

    it('stores nothing when the inbox is full, and takes the id when there is room again', async () => {
      const c = conversation();
      for (let i = 0; i < INBOX_LIMIT; i++) await store.accept(c, inbound(`m${i}`), null);
      assert.deepEqual(await store.accept(c, inbound('late'), echo('late')), { kind: 'full' });
      assert.deepEqual(await store.accept(c, inbound('m0'), null), { kind: 'duplicate', position: null });
      assert.deepEqual(await store.log(c, 0), { entries: [], next: 0 });
      const { lease, state, messages } = await beginWork(store, c);
      assert.equal(messages.length, BATCH_LIMIT);
      const [first] = messages;
      assert.ok(first);
      await workOne(store, lease, state, first);
      assert.deepEqual(await store.accept(c, inbound('late'), echo('late')), { kind: 'accepted', position: 1 });
    });
  });

  describe('begin and commit', () => {
    it('hands messages over in order of arrival and keeps what was committed', async () => {
      const c = conversation();
      const ids = Array.from({ length: BATCH_LIMIT + 3 }, (_, i) => `m${i}`);
      for (const id of ids) await store.accept(c, inbound(id), echo(id));
      const first = await beginWork(store, c);
      assert.equal(first.state, null);
      assert.deepEqual(
        first.messages,
        ids.slice(0, BATCH_LIMIT).map((id) => inbound(id)),
      );
      await store.release(first.lease);
      await workAll(store, c);
      await store.accept(c, inbound('last'), null);
      assert.deepEqual(workedIds((await beginWork(store, c)).state), ids);
      assert.deepEqual(
        await replies(store, c),
        ids.map((id) => `worked ${id}`),
      );
    });

    it('gives the lease to one of many, and tells the others how long', async () => {
      const c = conversation();
      const other = await open();
      await store.accept(c, inbound('a'), null);
      const all = await Promise.all(Array.from({ length: 8 }, (_, i) => (i % 2 ? store : other).begin(c, 5000)));
      assert.equal(all.filter((b) => b.kind === 'work').length, 1);
      const busy = all.filter((b) => b.kind === 'busy');
      assert.equal(busy.length, 7);
      assert.ok(busy.every((b) => b.forMs > 0 && b.forMs <= 5000));
    });

    it('takes no lease when nothing waits', async () => {
      const c = conversation();
      assert.deepEqual(await store.begin(c, 60_000), { kind: 'idle' });
      await store.accept(c, inbound('a'), null);
      assert.equal((await store.begin(c, 1000)).kind, 'work');
    });

    it('refuses the writer whose lease ran out and was taken', async () => {
      const c = conversation();
      await store.accept(c, inbound('a'), null);
      const stale = await beginWork(store, c, 1);
      const fresh = await beginWork(store, c);
      assert.ok(fresh.lease.epoch > stale.lease.epoch);
      const [message] = fresh.messages;
      assert.ok(message);
      assert.deepEqual((await workOne(store, stale.lease, stale.state, message)).committed, { kind: 'fenced' });
      await store.release(stale.lease);
      assert.equal((await store.begin(c, 1000)).kind, 'busy', 'a stale release frees nothing');
      const { committed } = await workOne(store, fresh.lease, fresh.state, message);
      assert.deepEqual(committed, { kind: 'committed', end: 1 });
      assert.deepEqual((await workOne(store, stale.lease, null, message)).committed, { kind: 'fenced' });
      assert.deepEqual(await replies(store, c), ['worked a']);
    });

    it('refuses a lease that was given back, and never gives its number again', async () => {
      const c = conversation();
      await store.accept(c, inbound('a'), null);
      const epochs = new Set<number>();
      for (let i = 0; i < 5; i++) {
        const { lease, messages } = await beginWork(store, c);
        epochs.add(lease.epoch);
        await store.release(lease);
        const [message] = messages;
        assert.ok(message);
        assert.deepEqual((await workOne(store, lease, null, message)).committed, { kind: 'fenced' });
      }
      assert.equal(epochs.size, 5);
    });

    it('writes a message once, and only the first in line', async () => {
      const c = conversation();
      await store.accept(c, inbound('a'), null);
      await store.accept(c, inbound('b'), null);
      const { lease, messages } = await beginWork(store, c);
      const [a, b] = messages;
      assert.ok(a && b);
      assert.deepEqual((await workOne(store, lease, null, b)).committed, { kind: 'done before' });
      assert.deepEqual((await workOne(store, lease, null, a)).committed, { kind: 'committed', end: 1 });
      assert.deepEqual((await workOne(store, lease, null, a)).committed, { kind: 'done before' });
      assert.deepEqual(await replies(store, c), ['worked a']);
    });

    it('extends the lease with each commit', async () => {
      const c = conversation();
      await store.accept(c, inbound('a'), null);
      await store.accept(c, inbound('b'), null);
      const { lease, messages } = await beginWork(store, c, 1000);
      const [a] = messages;
      assert.ok(a);
      await workOne(store, lease, null, a, 60_000);
      const begun = await store.begin(c, 1000);
      assert.ok(begun.kind === 'busy' && begun.forMs > 1000);
    });

    it('keeps any JSON value as state', async () => {
      const c = conversation();
      const states = [{ a: [1, null, '\u2028"\ud800'] }, 'text', 0, false, null];
      for (const [i, state] of states.entries()) {
        await store.accept(c, inbound(`m${i}`), null);
        const { lease } = await beginWork(store, c);
        await store.commit(lease, { message: messageId(`m${i}`), state, replies: [] }, 1000);
        await store.release(lease);
        await store.accept(c, inbound(`r${i}`), null);
        const read = await beginWork(store, c);
        assert.deepEqual(read.state, state);
        await store.commit(read.lease, { message: messageId(`r${i}`), state, replies: [] }, 1000);
        await store.release(read.lease);
      }
    });
  });

  describe('log', () => {
    it('does not know a conversation that never began', async () => {
      const c = conversation();
      assert.equal(await store.log(c, 0), null);
      assert.equal(await store.delivered(c), 0);
      assert.deepEqual(await store.begin(c, 1000), { kind: 'idle' });
      assert.equal(await store.log(c, 0), null);
    });

    it('gives entries their id, sequence number and time', async () => {
      const c = conversation();
      const at = AT + 60_000;
      const timed = await open({ now: () => Math.max(at, Date.now()) });
      await timed.accept(c, inbound('a', '你好'), { ...echo('a', '你好'), id: 'mine' });
      await workAll(timed, c);
      const log = await store.log(c, 0);
      assert.equal(log?.next, 2);
      const [first, second] = log?.entries ?? [];
      assert.deepEqual(first, {
        position: 0,
        activity: {
          ...echo('a', '你好'),
          id: `${c}|0000000`,
          timestamp: new Date(AT).toISOString(),
          channelData: { clientActivityID: 'a', 'webchat:sequence-id': 0 },
        },
      });
      assert.equal(second?.activity.id, `${c}|0000001`);
      assert.equal(second?.activity.channelData?.['webchat:sequence-id'], 1);
      assert.ok(Date.parse(second?.activity.timestamp ?? '') >= at);
    });

    it('gives what is new from a position on', async () => {
      const c = conversation();
      for (const id of ['a', 'b', 'c']) await store.accept(c, inbound(id), echo(id));
      const positions = async (from: number) => (await store.log(c, from))?.entries.map((e) => e.position);
      assert.deepEqual(await positions(1), [1, 2]);
      assert.deepEqual(await positions(3), []);
      assert.deepEqual(await positions(99), []);
      assert.deepEqual(await positions(-5), [0, 1, 2]);
      assert.equal((await store.log(c, 99))?.next, 3);
    });

    it('gives as many as are wanted, and its whole length all the same', async () => {
      const c = conversation();
      for (const id of ['a', 'b', 'c']) await store.accept(c, inbound(id), echo(id));
      const page = async (from: number, limit: number) => {
        const log = await store.log(c, from, limit);
        return [log?.entries.map((e) => e.position), log?.next];
      };
      assert.deepEqual(await page(0, 1), [[0], 3]);
      assert.deepEqual(await page(1, 2), [[1, 2], 3]);
      assert.deepEqual(await page(2, 5), [[2], 3]);
      assert.deepEqual(await page(9, 1), [[], 3]);
      assert.equal(await store.log(conversation(), 0, 1), null);
    });

    it('keeps positions when old entries go', async () => {
      const c = conversation();
      const batch = 100;
      for (let i = 0; i < LOG_LIMIT / batch + 1; i++) {
        await store.accept(c, inbound(`m${i}`), echo(`m${i}`));
        const { lease } = await beginWork(store, c);
        const lines = Array.from({ length: batch - 1 }, (_, n) => reply(`${i * batch + n + 1}`));
        await store.commit(lease, { message: messageId(`m${i}`), state: null, replies: lines }, 1000);
        await store.release(lease);
      }
      const log = await store.log(c, 0);
      assert.equal(log?.next, LOG_LIMIT + batch);
      assert.deepEqual(
        log?.entries.map((e) => e.position),
        Array.from({ length: LOG_LIMIT }, (_, i) => i + batch),
      );
      assert.equal(log?.entries[1]?.activity.text, String(batch + 1));
      assert.equal((await store.log(c, 1050))?.entries[0]?.position, 1050);
      assert.equal((await store.log(c, 1050))?.entries.length, 50);
      assert.deepEqual(
        (await store.log(c, 0, 2))?.entries.map((e) => e.position),
        [batch, batch + 1],
      );
    });

    it('stores no plain text', async () => {
      const c = conversation();
      const canary = 'canary金丝雀13800138000';
      await store.accept(c, inbound('a', canary), echo('a', canary));
      await store.accept(c, inbound('b', canary), echo('b', canary));
      const { lease } = await beginWork(store, c);
      await store.commit(lease, { message: messageId('a'), state: { canary }, replies: [reply(canary)] }, 1000);
      const stored = await harness.dump();
      assert.ok(stored.includes(c), 'the dump shows what is stored');
      for (const part of ['canary', '金丝雀', '13800138000']) {
        assert.ok(!stored.includes(part));
        assert.ok(!stored.includes(Buffer.from(part).toString('base64').replaceAll('=', '').slice(1, -2)));
      }
      assert.equal((await store.log(c, 0))?.entries[2]?.activity.text, canary);
    });
  });

  describe('expiry', () => {
    const brief = 1 / 86_400_000;

    it('forgets an idle conversation and gives its numbers to nobody', async () => {
      const c = conversation();
      const forgetful = await open({ idleDays: brief });
      await forgetful.accept(c, inbound('a'), echo('a'));
      const { lease } = await beginWork(forgetful, c);
      await forgetful.commit(lease, { message: messageId('a'), state: 'old', replies: [] }, 1);
      while ((await forgetful.log(c, 0)) !== null) await new Promise((resolve) => setTimeout(resolve, 1));
      assert.deepEqual(await store.accept(c, inbound('a'), echo('a')), { kind: 'accepted', position: 0 });
      const again = await beginWork(store, c);
      assert.equal(again.state, null);
      assert.ok(again.lease.epoch > lease.epoch);
    });

    it('keeps a conversation while messages wait', async () => {
      const c = conversation();
      const forgetful = await open({ idleDays: brief });
      await forgetful.accept(c, inbound('a'), null);
      await forgetful.accept(c, inbound('b'), null);
      const { lease } = await beginWork(forgetful, c);
      await forgetful.commit(lease, { message: messageId('a'), state: 'kept', replies: [] }, 1);
      await new Promise((resolve) => setTimeout(resolve, 10));
      const rest = await beginWork(store, c);
      assert.deepEqual([rest.state, rest.messages.map((m) => m.id)], ['kept', ['b']]);
    });

    it('starts the time anew with every accept and commit', async () => {
      const c = conversation();
      const brisk = await open({ idleDays: brief * 1500 });
      await brisk.accept(c, inbound('a'), echo('a'));
      await workAll(brisk, c);
      await brisk.accept(c, inbound('b'), null);
      await workAll(brisk, c);
      await (await open({ idleDays: 1 })).accept(c, inbound('a'), null);
      await new Promise((resolve) => setTimeout(resolve, 1600));
      assert.equal((await store.log(c, 0))?.next, 3);
    });
  });

  describe('pending', () => {
    const drain = async () => {
      for (const c of await store.pending(1000)) {
        await workAll(store, c);
        if ((await store.delivered(c)) > 0) await store.markDelivered(c, 1e9);
      }
      await store.pending(1000);
    };
    const isPending = async (c: ConversationId) => (await store.pending(1000)).includes(c);

    it('names conversations until all is worked, oldest first', async () => {
      await drain();
      const all = Array.from({ length: 12 }, () => conversation());
      for (const c of all) {
        await store.accept(c, inbound('a'), null);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      const [first, second, third] = all;
      assert.ok(first && second && third);
      await store.accept(first, inbound('b'), null);
      const ours = async (limit: number) => (await store.pending(limit)).filter((c) => all.includes(c));
      assert.deepEqual(await ours(1000), all);
      const { lease } = await beginWork(store, first);
      assert.ok(await isPending(first), 'a lease is not an end');
      await store.commit(lease, { message: messageId('a'), state: null, replies: [] }, 1000);
      assert.ok(await isPending(first), 'one of two is worked');
      await store.release(lease);
      await workAll(store, second);
      assert.deepEqual(
        await ours(1000),
        all.filter((c) => c !== second),
      );
      for (const c of all) await workAll(store, c);
      assert.deepEqual(await ours(1000), []);
    });

    it('gives no more than asked for', async () => {
      for (let i = 0; i < 5; i++) await store.accept(conversation(), inbound('a'), null);
      assert.equal((await store.pending(3)).length, 3);
    });

    it('finds what waits behind many that are settled', async () => {
      await drain();
      const others = (await store.pending(1000)).length;
      for (let i = 0; i < 150; i++) {
        const settled = conversation();
        await store.accept(settled, inbound('a'), null);
        const { lease } = await beginWork(store, settled);
        await store.commit(lease, { message: messageId('a'), state: null, replies: [] }, 1);
      }
      const waits = conversation();
      await store.accept(waits, inbound('a'), null);
      const found = await store.pending(others + 1);
      assert.equal(found.length, others + 1);
      assert.equal(found.at(-1), waits);
    });

    it('gives the lease to one writer for replies that are still to be pushed', async () => {
      const c = conversation();
      await store.markDelivered(c, 0);
      assert.equal((await store.begin(c, 1000)).kind, 'idle');
      await store.accept(c, inbound('a'), null);
      const { lease } = await beginWork(store, c);
      const committed = await store.commit(
        lease,
        { message: messageId('a'), state: { count: 1 }, replies: [echo('b')] },
        5000,
      );
      assert.ok(committed.kind === 'committed');
      assert.equal((await store.begin(c, 1000)).kind, 'busy', 'the one that committed delivers');
      await store.release(lease);
      const other = await store.begin(c, 5000);
      assert.ok(other.kind === 'work');
      assert.deepEqual([other.messages.length, other.state], [0, { count: 1 }]);
      assert.equal((await store.begin(c, 1000)).kind, 'busy', 'never two at once');
      await store.markDelivered(c, committed.end);
      await store.release(other.lease);
      assert.equal((await store.begin(c, 1000)).kind, 'idle');
    });

    it('names a conversation we push to until its log is delivered', async () => {
      const c = conversation();
      await store.markDelivered(c, 0);
      assert.equal(await isPending(c), false);
      await store.accept(c, inbound('a'), echo('a'));
      await workAll(store, c);
      assert.ok(await isPending(c));
      await store.markDelivered(c, 1);
      assert.ok(await isPending(c));
      await store.markDelivered(c, 2);
      assert.equal(await isPending(c), false);
      await store.markDelivered(c, 1);
      assert.equal(await store.delivered(c), 2);
      await store.markDelivered(c, 99);
      assert.equal(await store.delivered(c), 2, 'never beyond the end');
      await store.accept(c, inbound('b'), null);
      await workAll(store, c);
      assert.ok(await isPending(c));
    });
  });

  describe('news', () => {
    it('tells what accept and commit appended, as the log gives it, before they resolve', async () => {
      const c = conversation();
      const told: LogEntry[] = [];
      const telling = await open({
        onAppended: (of, entries) => {
          if (of === c) told.push(...entries);
        },
      });
      await telling.accept(c, inbound('a'), echo('a'));
      assert.equal(told.length, 1);
      await telling.accept(c, inbound('a'), echo('a'));
      await telling.accept(c, inbound('event'), null);
      assert.equal(told.length, 1);
      await workAll(telling, c);
      assert.deepEqual(told, (await store.log(c, 0))?.entries);
    });

    it('resolves although a hook throws', async () => {
      const errors: unknown[] = [];
      const telling = await open({
        onAppended() {
          throw new Error('hook');
        },
        onError: (error) => errors.push(error),
      });
      assert.equal((await telling.accept(conversation(), inbound('a'), echo('a'))).kind, 'accepted');
      assert.equal(errors.length, 1);
    });
  });

  it('answers a ping until it is closed', async () => {
    const one = await open();
    await one.ping();
    await one.close();
    await assert.rejects(one.accept(conversation(), inbound('a'), null), { name: 'OutcomeUnknown' });
  });
}

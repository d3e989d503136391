import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { openRedisConversations } from '../../adapters/conversations/redis/openRedisConversations.ts';
import type { Conversations } from '../../bot/conversations.ts';
import { type FaultProxy, faultProxy } from '../support/faultProxy.ts';
import { type RedisServer, startRedis } from '../support/redisServer.ts';
import { StoreProcess } from './conversationsProcess.ts';
import {
  beginWork,
  conversation,
  conversationId,
  echo,
  inbound,
  replies,
  testSealer,
  workAll,
  workOne,
} from './conversationsSamples.ts';

/** A read may be repeated: on a busy machine a server that is just up again takes its time. */
async function answered<T>(read: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await read();
    } catch (error) {
      if (tries === 20 || !(error instanceof Error && error.name === 'OutcomeUnknown')) throw error;
      await sleep(100);
    }
  }
}

describe('conversations on a Redis that breaks', function () {
  this.timeout(30_000);
  let server: RedisServer;
  let proxy: FaultProxy;
  let store: Conversations;
  const remote: [string, number][] = [];

  before(async () => {
    server = await startRedis();
    proxy = await faultProxy(server.port);
    store = await openRedisConversations({
      url: `redis://127.0.0.1:${proxy.port}`,
      sealer: testSealer,
      commandTimeoutMs: 500,
    });
    // Loads the scripts: otherwise the first answer is that the server does not know them.
    await store.accept(conversationId('warm'), inbound('a'), null);
    await workAll(store, conversationId('warm'));
  });
  after(async () => {
    await store.close();
    await proxy.close();
    await server.stop();
  });

  it('says that the outcome is unknown when the answer is cut off, and the repeat is a duplicate', async () => {
    const c = conversation();
    proxy.cutNextAnswer();
    await assert.rejects(store.accept(c, inbound('a'), echo('a')), { name: 'OutcomeUnknown' });
    assert.deepEqual(await store.accept(c, inbound('a'), echo('a')), { kind: 'duplicate', position: 0 });
    assert.ok((await store.pending(1000)).includes(c));
    await workAll(store, c);
    assert.deepEqual(await replies(store, c), ['worked a']);
  });

  it('never sends a command again by itself', async () => {
    const direct = new Redis(server.url);
    const calls = async () => {
      const stats = await direct.info('commandstats');
      return Number(/cmdstat_evalsha:calls=(\d+)/.exec(stats)?.[1]);
    };
    const before = await calls();
    proxy.cutNextAnswer();
    await assert.rejects(store.accept(conversation(), inbound('a'), null), { name: 'OutcomeUnknown' });
    await store.ping();
    assert.equal((await calls()) - before, 2, 'accept and hint, once each');
    direct.disconnect();
  });

  it('works a message once when the answer to its commit is cut off', async () => {
    const c = conversation();
    await store.accept(c, inbound('a'), null);
    const { lease, state, messages } = await beginWork(store, c);
    const [message] = messages;
    assert.ok(message);
    proxy.cutNextAnswer();
    await assert.rejects(workOne(store, lease, state, message), { name: 'OutcomeUnknown' });
    assert.deepEqual((await workOne(store, lease, state, message)).committed, { kind: 'done before' });
    await store.release(lease);
    await workAll(store, c);
    assert.deepEqual(await replies(store, c), ['worked a']);
  });

  it('ends a call that gets no answer, and gives a silent connection up', async () => {
    const c = conversation();
    proxy.silence();
    await assert.rejects(store.accept(c, inbound('a'), null), { name: 'OutcomeUnknown' });
    const again = () => store.accept(c, inbound('a'), null).catch(() => null);
    let accepted = await again();
    for (let tries = 0; accepted === null && tries < 20; tries++) {
      await sleep(50);
      accepted = await again();
    }
    assert.equal(accepted?.kind, 'duplicate');
  });

  it('keeps everything acknowledged, and its hint, when Redis is killed and starts again', async () => {
    const all = Array.from({ length: 3 }, () => conversation());
    const senders = await Promise.all(all.map(() => StoreProcess.start({ redis: server.url })));
    const ids = Array.from({ length: 50 }, (_, i) => `m${i}`);
    const sending = Promise.all(senders.map((s, i) => s.ask({ kind: 'accept', conversation: all[i] ?? '', ids })));
    for (let kill = 1; kill <= 3; kill++) {
      while (senders.some((sender) => sender.acked.length < kill * 10)) await new Promise((r) => setImmediate(r));
      const acked = senders.map((sender) => sender.acked.length);
      await server.kill();
      await server.restart();
      for (const [i, c] of all.entries()) {
        assert.ok(((await answered(() => store.log(c, 0)))?.next ?? 0) >= (acked[i] ?? 0));
      }
    }
    await sending;
    const pending = await answered(() => store.pending(1000));
    for (const c of all) {
      assert.ok(pending.includes(c));
      while (!(await workAll(store, c))) await sleep(10);
      assert.deepEqual(
        await answered(() => replies(store, c)),
        ids.map((id) => `worked ${id}`),
      );
    }
    await Promise.all(senders.map((sender) => sender.kill()));
  });

  it('serves on when the server has forgotten the scripts', async () => {
    const c = conversation();
    const direct = new Redis(server.url);
    await direct.script('FLUSH');
    assert.equal((await store.accept(c, inbound('a'), echo('a'))).kind, 'accepted');
    assert.ok((await store.pending(1000)).includes(c));
    await direct.script('FLUSH');
    await workAll(store, c);
    assert.deepEqual(await replies(store, c), ['worked a']);
    direct.disconnect();
  });

  it('tells other processes of new entries, and its own when an answer was lost', async () => {
    const c = conversation();
    let reconnected = 0;
    const heard = Promise.withResolvers<void>();
    const listener = await openRedisConversations({
      url: `redis://127.0.0.1:${proxy.port}`,
      sealer: testSealer,
      onRemote: (of, end) => {
        remote.push([of, end]);
        if (end === 2) heard.resolve();
      },
      onReconnected: () => {
        reconnected += 1;
      },
    });
    await listener.accept(c, inbound('own'), echo('own'));
    await store.accept(c, inbound('a b'), echo('a b'));
    await heard.promise;
    assert.deepEqual(remote, [[c, 2]]);
    await listener.accept(c, inbound('own'), echo('own'));
    assert.deepEqual(remote.at(-1), [c, 2]);
    assert.equal(remote.length, 2);
    await server.kill();
    await server.restart();
    while (reconnected === 0) await new Promise((r) => setTimeout(r, 5));
    await listener.close();
  });

  it('does not open without a server', async () => {
    const nowhere = openRedisConversations({ url: 'redis://127.0.0.1:1', sealer: testSealer, startTimeoutMs: 100 });
    await assert.rejects(nowhere, { name: 'OutcomeUnknown' });
  });
});

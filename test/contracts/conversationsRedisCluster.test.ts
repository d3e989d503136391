import assert from 'node:assert/strict';
import { Redis } from 'ioredis';
import { openRedisConversations } from '../../adapters/conversations/redis/openRedisConversations.ts';
import { type RedisServer, startRedis } from '../support/redisServer.ts';
import { conversationsContract } from './conversationsContract.ts';
import { conversation, echo, inbound, testSealer } from './conversationsSamples.ts';

const SLOTS = 16_384;

describe('conversations on a Redis cluster', function () {
  this.timeout(30_000);
  const servers: RedisServer[] = [];
  const url = () => `redis://${servers.map((server) => `127.0.0.1:${server.port}`).join(',')}`;

  before(async () => {
    servers.push(
      ...(await Promise.all([1, 2].map(() => startRedis(['--cluster-enabled', 'yes', '--appendfsync', 'no'])))),
    );
    const nodes = servers.map((server) => new Redis(server.url));
    for (const [i, node] of nodes.entries()) {
      await node.call('cluster', ['addslotsrange', (SLOTS / 2) * i, (SLOTS / 2) * (i + 1) - 1]);
      await node.call('cluster', ['set-config-epoch', i + 1]);
    }
    await nodes[0]?.call('cluster', ['meet', '127.0.0.1', servers[1]?.port ?? 0]);
    for (const node of nodes) {
      while (!String(await node.call('cluster', ['info'])).includes('cluster_state:ok')) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      node.disconnect();
    }
  });
  after(() => Promise.all(servers.map((server) => server.stop())));

  it('asks the nodes for their settings, and both hold conversations', async () => {
    const store = await openRedisConversations({ url: url(), sealer: testSealer });
    const [reason, ...more] = await store.checkSafety();
    assert.ok(reason?.startsWith('appendfsync is no') && more.length === 0);
    for (let i = 0; i < 20; i++) await store.accept(conversation(), inbound('a'), echo('a'));
    await store.close();
    for (const server of servers) {
      const node = new Redis(server.url);
      assert.ok((await node.keys('sw:{*:meta')).length > 0);
      node.disconnect();
    }
  });

  it('hears of other processes', async () => {
    const c = conversation();
    const heard = Promise.withResolvers<number>();
    const listener = await openRedisConversations({
      url: url(),
      sealer: testSealer,
      onRemote: (of, end) => of === c && heard.resolve(end),
    });
    const store = await openRedisConversations({ url: url(), sealer: testSealer });
    await store.accept(c, inbound('a'), echo('a'));
    assert.equal(await heard.promise, 1);
    await listener.close();
    await store.close();
  });

  conversationsContract({
    name: 'Redis cluster',
    start: async () => {},
    stop: async () => {},
    open: (options) => openRedisConversations({ sealer: testSealer, url: url(), ...options }),
    place: () => ({ redis: url() }),
    dump: async () => {
      const parts: unknown[] = [];
      for (const server of servers) {
        const node = new Redis(server.url);
        for (const key of await node.keys('sw:{*')) {
          parts.push(key, key.endsWith('meta') ? await node.hgetall(key) : null);
          if (key.endsWith('log') || key.endsWith('inbox')) parts.push(await node.lrange(key, 0, -1));
        }
        node.disconnect();
      }
      return JSON.stringify(parts);
    },
  });
});

import assert from 'node:assert/strict';
import { openRedisConversations } from '../../adapters/conversations/redis/openRedisConversations.ts';
import { startRedis } from '../support/redisServer.ts';
import { testSealer } from './conversationsSamples.ts';

describe('the check whether Redis may lose acknowledged work', () => {
  const reasons = async (settings: readonly string[]) => {
    const server = await startRedis(settings);
    const store = await openRedisConversations({ url: server.url, sealer: testSealer });
    try {
      return await store.checkSafety();
    } finally {
      await store.close();
      await server.stop();
    }
  };

  it('finds nothing where every write is synced', async () => {
    assert.deepEqual(await reasons([]), []);
  });

  it('names every setting that loses work', async () => {
    const found = await reasons([
      '--appendonly',
      'no',
      '--appendfsync',
      'everysec',
      '--maxmemory-policy',
      'allkeys-lru',
    ]);
    assert.deepEqual(
      found.map((reason) => reason.split(' ')[0]),
      ['appendonly', 'appendfsync', 'maxmemory-policy'],
    );
  });

  it('takes a server that does not tell for one that may lose work', async () => {
    const found = await reasons(['--rename-command', 'CONFIG', '']);
    assert.equal(found.length, 3);
    assert.ok(found.every((reason) => reason.includes('unknown')));
  });
});

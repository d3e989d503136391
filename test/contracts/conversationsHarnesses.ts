import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Redis } from 'ioredis';
import { openRedisConversations } from '../../adapters/conversations/redis/openRedisConversations.ts';
import { SqliteConversations } from '../../adapters/conversations/sqlite/sqliteConversations.ts';
import { type RedisServer, startRedis } from '../support/redisServer.ts';
import type { Harness } from './conversationsHarness.ts';
import { testSealer } from './conversationsSamples.ts';

export function redisHarness(): Harness & { server(): RedisServer } {
  let server: RedisServer | undefined;
  const running = () => {
    if (server === undefined) throw new Error('not started');
    return server;
  };
  return {
    name: 'Redis',
    server: running,
    async start() {
      server = await startRedis();
    },
    stop: () => running().stop(),
    open: (options) => openRedisConversations({ sealer: testSealer, url: running().url, ...options }),
    place: () => ({ redis: running().url }),
    dump: () => dumpRedis(running().url),
  };
}

export function sqliteHarness(): Harness {
  let dir = '';
  const file = () => join(dir, 'conversations.sqlite');
  return {
    name: 'SQLite',
    async start() {
      dir = await mkdtemp(join(tmpdir(), 'shouwen-sqlite-'));
    },
    stop: () => rm(dir, { recursive: true, force: true }),
    open: async (options) => new SqliteConversations({ sealer: testSealer, file: file(), ...options }),
    place: () => ({ sqlite: file() }),
    dump: async () => dumpSqlite(file()),
  };
}

async function dumpRedis(url: string): Promise<string> {
  const redis = new Redis(url);
  const parts: unknown[] = [];
  for (const key of await redis.keys('*')) {
    const type = await redis.type(key);
    parts.push(key);
    if (type === 'hash') parts.push(await redis.hgetall(key));
    if (type === 'list') parts.push(await redis.lrange(key, 0, -1));
    if (type === 'zset') parts.push(await redis.zrange(key, '0', '-1'));
    if (type === 'string') parts.push(await redis.get(key));
  }
  redis.disconnect();
  return JSON.stringify(parts);
}

function dumpSqlite(file: string): string {
  const database = new DatabaseSync(file);
  const tables = ['conversation', 'inbox', 'log', 'seen'];
  const rows = tables.map((table) => database.prepare(`SELECT * FROM ${table}`).all());
  database.close();
  return JSON.stringify(rows);
}

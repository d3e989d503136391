import { type PostgresServer, startPostgres } from './postgresServer.ts';
import { type RedisServer, startRedis } from './redisServer.ts';

/** Redis and PostgreSQL of this run, with nothing in them. */
export interface Stores {
  readonly redis: RedisServer;
  readonly postgres: PostgresServer;
  /** As the product is told of them. */
  readonly at: { readonly redis: string; readonly database: string };
  stop(): Promise<void>;
}

export async function startStores(): Promise<Stores> {
  const [redis, postgres] = await Promise.all([startRedis(), startPostgres()]);
  return {
    redis,
    postgres,
    at: { redis: redis.url, database: await postgres.database() },
    async stop() {
      await Promise.all([redis.stop(), postgres.stop()]);
    },
  };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32): a failed run can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

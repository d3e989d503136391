import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { ask } from '../support/postgresServer.ts';
import type { Stores } from '../support/stores.ts';

/** What the stores were asked since they began. */
export interface StoreCalls {
  readonly redisScripts: number;
  /** Statements on their own and transactions count one each. */
  readonly databaseTransactions: number;
}

const rowsSchema = z.array(z.object({ count: z.coerce.number() }));
/** PostgreSQL tells its counts with a delay. */
const SETTLE_MS = 1500;

export async function storeCalls({ at }: Stores): Promise<StoreCalls> {
  await sleep(SETTLE_MS);
  const redis = new Redis(at.redis);
  try {
    const info = await redis.info('commandstats');
    const scripts = /cmdstat_evalsha:calls=(\d+)/.exec(info)?.[1] ?? '0';
    const query = 'select xact_commit as count from pg_stat_database where datname = current_database()';
    const [row] = rowsSchema.parse(await ask(at.database, query));
    return { redisScripts: Number(scripts), databaseTransactions: row?.count ?? 0 };
  } finally {
    redis.disconnect();
  }
}

import { sql } from 'kysely';
import type { Instant } from '../../domain/ids.ts';
import { LedgerFromNewerRelease } from './errors.ts';
import { migrations } from './migrations/index.ts';
import { inTransaction, type Store } from './store.ts';

/** Any number, the same in every release: two instances starting together must meet at the same lock. */
const LOCK = 7_468_391;

/**
 * Brings the schema up to this release, all steps in one transaction and one instance at a time.
 * @throws LedgerFromNewerRelease when the database has steps that this release does not know
 */
export async function migrate(store: Store, at: Instant): Promise<void> {
  await inTransaction(store, async (tx) => {
    if (store.dialect === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(tx);
    await tx.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('version', 'integer', (c) => c.primaryKey().notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .execute();
    const newest = await tx
      .selectFrom('schema_version')
      .select('version')
      .orderBy('version', 'desc')
      .executeTakeFirst();
    const found = newest?.version ?? 0;
    if (found > migrations.length) throw new LedgerFromNewerRelease(found, migrations.length);
    for (const [index, step] of migrations.entries()) {
      const version = index + 1;
      if (version <= found) continue;
      await step(tx);
      await tx.insertInto('schema_version').values({ version, at }).execute();
    }
  });
}

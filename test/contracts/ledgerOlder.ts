import { Kysely } from 'kysely';
import type { LedgerHome } from '../../adapters/ledger/index.ts';
import { migrations } from '../../adapters/ledger/migrations/index.ts';
import { postgresDialect } from '../../adapters/ledger/postgres.ts';
import type { Tables } from '../../adapters/ledger/schema.ts';
import { sqliteDialect } from '../../adapters/ledger/sqlite.ts';

/** An empty store as a former release left it: with the first `version` migrations only. Fill it with SQL, then open it. */
export async function asRelease(version: number, home: LedgerHome): Promise<void> {
  const dialect = 'url' in home ? postgresDialect(home.url, () => {}) : sqliteDialect(home.file);
  const db = new Kysely<Tables>({ dialect });
  const { schema } = db;
  await schema
    .createTable('schema_version')
    .addColumn('version', 'integer', (c) => c.primaryKey().notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  for (const [index, step] of migrations.slice(0, version).entries()) {
    await step(db);
    await db
      .insertInto('schema_version')
      .values({ version: index + 1, at: 0 })
      .execute();
  }
  await db.destroy();
}

import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema.ts';

/** When the service was there, and what is done about frequent problems (manual section 11). */
export async function measurement(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('minutes')
    .addColumn('minute', 'bigint', (c) => c.primaryKey().notNull())
    .execute();
  await schema
    .createTable('improvements')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('category', 'text')
    .addColumn('area', 'text')
    .addColumn('opened_at', 'bigint', (c) => c.notNull())
    .addColumn('closed_at', 'bigint')
    .execute();
  // one under way for a problem: nulls, which differ from each other for an index, are a text that no id is
  await sql`create unique index improvements_open on improvements (kind, coalesce(category, ''), coalesce(area, ''))
    where closed_at is null`.execute(db);
  await schema.createIndex('improvements_closed').on('improvements').column('closed_at').execute();
  await schema
    .createTable('improvement_entries')
    .addColumn('improvement', 'text', (c) => c.notNull().references('improvements.id'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('owner', 'text')
    .addColumn('due', 'text')
    .addPrimaryKeyConstraint('improvement_entries_pk', ['improvement', 'seq'])
    .addUniqueConstraint('improvement_entries_once', ['improvement', 'id'])
    .execute();
  await schema.createIndex('cases_by_problem').on('cases').columns(['kind', 'category', 'opened_at']).execute();
}

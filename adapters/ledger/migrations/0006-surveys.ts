import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

/** What customers say when something is done. */
export async function surveys(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('surveys')
    .addColumn('key', 'text', (c) => c.primaryKey().notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('customer', 'text', (c) => c.notNull())
    .addColumn('conversation', 'text', (c) => c.notNull())
    .addColumn('agent', 'text')
    .addColumn('solved', 'integer')
    .addColumn('quality', 'integer')
    .addColumn('efficiency', 'integer')
    .addColumn('attitude', 'integer')
    .addColumn('response', 'integer')
    .addColumn('recommend', 'integer')
    .addColumn('words', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('surveys_by_time').on('surveys').column('at').execute();
}

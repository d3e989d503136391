import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

/** One customer on several channels: how sure a source is, where it was last, and the codes that link. */
export async function identity({ schema }: Kysely<Tables>): Promise<void> {
  // SQLite adds one column at a time
  const add = (name: string, type: 'text' | 'bigint') => schema.alterTable('sources').addColumn(name, type).execute();
  const count = (name: string, type: 'integer' | 'bigint') =>
    schema
      .alterTable('sources')
      .addColumn(name, type, (c) => c.notNull().defaultTo(0))
      .execute();
  await schema
    .alterTable('sources')
    .addColumn('assurance', 'text', (c) => c.notNull().defaultTo('none'))
    .execute();
  await add('verified_at', 'bigint');
  await count('last_at', 'bigint');
  await add('conversation', 'text');
  await add('reference', 'text');
  await count('wrong_codes', 'integer');
  await count('wrong_at', 'bigint');
  await add('moved_by', 'text');
  await schema.createIndex('sources_of_customer').on('sources').columns(['customer', 'last_at']).execute();
  await schema.createIndex('sources_by_conversation').on('sources').column('conversation').execute();
  await schema.createIndex('sources_by_wrong_code').on('sources').column('wrong_at').execute();
  await schema.alterTable('customers').addColumn('merged_into', 'text').execute();
  await schema.alterTable('timers').addColumn('told_in', 'text').execute();
  await schema
    .createTable('link_codes')
    .addColumn('hash', 'text', (c) => c.primaryKey().notNull())
    .addColumn('customer', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('account', 'text', (c) => c.notNull())
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .addColumn('used_at', 'bigint')
    .execute();
  await schema.createIndex('link_codes_of_customer').on('link_codes').column('customer').execute();
}

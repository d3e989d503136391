import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

/** What the messaging channels share between instances. */
export async function channels({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('channel_tokens')
    .addColumn('name', 'text', (c) => c.primaryKey().notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createTable('channel_locks')
    .addColumn('name', 'text', (c) => c.primaryKey().notNull())
    .addColumn('holder', 'text', (c) => c.notNull())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createTable('channel_cursors')
    .addColumn('name', 'text', (c) => c.primaryKey().notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('channel_windows')
    .addColumn('conversation', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('quota_left', 'integer')
    .addColumn('until', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('channel_windows_key', ['conversation', 'kind'])
    .execute();
  await schema
    .createTable('channel_menus')
    .addColumn('conversation', 'text', (c) => c.primaryKey().notNull())
    .addColumn('choices', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createTable('channel_sends')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('platform_id', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('state_at', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('channel_sends_by_platform').on('channel_sends').column('platform_id').execute();
  await schema.createIndex('channel_sends_by_time').on('channel_sends').column('at').execute();
}

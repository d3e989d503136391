import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema.ts';

/** Where other systems are told, and what is still to be told. */
export async function webhooks({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('webhooks')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('events', 'text', (c) => c.notNull())
    .addColumn('secret', 'text', (c) => c.notNull())
    .addColumn('transcript', 'text', (c) => c.notNull())
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('failed_at', 'bigint')
    .addColumn('failure', 'text')
    .execute();
  await schema
    .createTable('webhook_outbox')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('webhook', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('sequence', 'bigint', (c) => c.notNull())
    .addColumn('event_id', 'text', (c) => c.notNull())
    .addColumn('event', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .addColumn('conversation', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('due', 'bigint', (c) => c.notNull())
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('lease_until', 'bigint', (c) => c.notNull())
    .addColumn('holder', 'text')
    .addUniqueConstraint('webhook_outbox_order', ['webhook', 'subject', 'sequence'])
    .execute();
  await schema.createIndex('webhook_outbox_of_subject').on('webhook_outbox').columns(['subject', 'sequence']).execute();
  // Only what waits is looked for every second.
  await schema
    .createIndex('webhook_outbox_waiting')
    .on('webhook_outbox')
    .columns(['webhook', 'due'])
    .where(sql.ref('state'), '=', sql.lit('waiting'))
    .execute();
  await schema.createIndex('webhook_outbox_by_time').on('webhook_outbox').columns(['state', 'at']).execute();
}

import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema.ts';

/** Hand-offs, what the desk is told, notes. */
export async function desk(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('handoffs')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('conversation', 'text', (c) => c.notNull())
    .addColumn('customer', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('severity', 'text')
    .addColumn('team', 'text', (c) => c.notNull())
    .addColumn('briefing', 'text', (c) => c.notNull())
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('agent', 'text')
    .addColumn('until', 'bigint')
    .addColumn('since', 'bigint')
    .addColumn('alive_at', 'bigint')
    .addColumn('first_reply_at', 'bigint')
    .addColumn('how', 'text')
    .addColumn('ended_by', 'text')
    .addColumn('ended_at', 'bigint')
    .addColumn('result', 'text')
    .addColumn('requested_at', 'bigint', (c) => c.notNull())
    .addColumn('waiting_since', 'bigint', (c) => c.notNull())
    .addColumn('first', 'integer', (c) => c.notNull())
    .addColumn('wanted', 'text')
    .addColumn('former', 'text', (c) => c.notNull())
    .addColumn('passed', 'text', (c) => c.notNull())
    .addColumn('customer_at', 'bigint', (c) => c.notNull())
    .addColumn('agent_at', 'bigint')
    .addColumn('handled_ms', 'bigint')
    .execute();
  // One open hand-off a conversation; also how the open ones are found.
  await schema
    .createIndex('handoffs_open')
    .unique()
    .on('handoffs')
    .column('conversation')
    .where(sql.ref('ended_at'), 'is', null)
    .execute();
  await schema.createIndex('handoffs_of_conversation').on('handoffs').columns(['conversation', 'ended_at']).execute();
  await schema.createIndex('handoffs_of_customer').on('handoffs').columns(['customer', 'ended_at']).execute();
  await schema.createIndex('handoffs_ended').on('handoffs').column('ended_at').execute();
  await schema.createIndex('handoffs_requested').on('handoffs').column('requested_at').execute();
  await schema
    .createTable('handled')
    .addColumn('agent', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'bigint', (c) => c.notNull())
    .addColumn('handoff', 'text', (c) => c.notNull().references('handoffs.id'))
    .addPrimaryKeyConstraint('handled_pk', ['agent', 'ended_at', 'handoff'])
    .execute();

  await schema
    .createTable('desk_events')
    .addColumn('seq', 'bigint', (c) => c.primaryKey().notNull())
    .addColumn('key', 'text', (c) => c.notNull().unique())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('handoff', 'text')
    .addColumn('conversation', 'text')
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('data', 'text')
    .addColumn('sealed', 'text')
    .execute();
  await schema.createIndex('desk_events_of_handoff').on('desk_events').columns(['handoff', 'kind', 'seq']).execute();
  await schema.createIndex('desk_events_by_time').on('desk_events').column('at').execute();
  await schema
    .createTable('desk_counter')
    .addColumn('id', 'integer', (c) => c.primaryKey().notNull())
    .addColumn('last', 'bigint', (c) => c.notNull())
    .execute();
  await db.insertInto('desk_counter').values({ id: 1, last: 0 }).execute();

  await schema
    .createTable('notes')
    .addColumn('conversation', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('notes_pk', ['conversation', 'by', 'id'])
    .execute();
}

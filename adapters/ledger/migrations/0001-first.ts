import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

/** Everything of the first release. Instants are `bigint`: milliseconds do not fit 32 bits. */
export async function first(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('idempotency')
    .addColumn('operation', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('result', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('idempotency_pk', ['operation', 'key'])
    .execute();

  await schema
    .createTable('customers')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('name', 'text')
    .addColumn('phone', 'text')
    .addColumn('phone_index', 'text')
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('customers_by_phone').on('customers').column('phone_index').execute();
  await schema
    .createTable('sources')
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('account', 'text', (c) => c.notNull())
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('customer', 'text', (c) => c.notNull().references('customers.id'))
    .addPrimaryKeyConstraint('sources_pk', ['channel', 'account', 'source_id'])
    .execute();
  await schema
    .createTable('consents')
    .addColumn('customer', 'text', (c) => c.notNull().references('customers.id'))
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('given', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('consents_pk', ['customer', 'purpose', 'channel', 'seq'])
    .execute();

  await schema
    .createTable('cases')
    .addColumn('number', 'text', (c) => c.primaryKey().notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('category', 'text')
    .addColumn('also_categories', 'text', (c) => c.notNull())
    .addColumn('severity', 'text')
    .addColumn('level', 'text')
    .addColumn('customer', 'text', (c) => c.notNull())
    .addColumn('conversation', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('area', 'text')
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('answers', 'text', (c) => c.notNull())
    .addColumn('links', 'text', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('opened_at', 'bigint', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .execute();
  await schema.createIndex('cases_newest').on('cases').columns(['opened_at', 'number']).execute();
  await schema.createIndex('cases_of_customer').on('cases').columns(['customer', 'opened_at']).execute();
  await schema
    .createTable('clocks')
    .addColumn('case_number', 'text', (c) => c.notNull().references('cases.number'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('target_at', 'bigint', (c) => c.notNull())
    .addColumn('limit_at', 'bigint', (c) => c.notNull())
    .addColumn('paused_ms', 'bigint', (c) => c.notNull())
    .addColumn('paused_since', 'bigint')
    .addColumn('met_at', 'bigint')
    .addColumn('met_seq', 'integer')
    .addPrimaryKeyConstraint('clocks_pk', ['case_number', 'name'])
    .execute();
  await schema.createIndex('clocks_by_limit').on('clocks').columns(['met_at', 'limit_at']).execute();
  await schema
    .createTable('history')
    .addColumn('case_number', 'text', (c) => c.notNull().references('cases.number'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('detail', 'text')
    .addColumn('note', 'text')
    .addColumn('stage', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('history_pk', ['case_number', 'seq'])
    .execute();

  await schema
    .createTable('bookings')
    .addColumn('number', 'text', (c) => c.primaryKey().notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('service', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('slot_id', 'text', (c) => c.notNull())
    .addColumn('slot_start', 'bigint', (c) => c.notNull())
    .addColumn('slot_end', 'bigint', (c) => c.notNull())
    .addColumn('customer', 'text', (c) => c.notNull())
    .addColumn('conversation', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('contact', 'text')
    .addColumn('case_number', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('booked_at', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('bookings_by_start').on('bookings').columns(['slot_start', 'number']).execute();
  await schema.createIndex('bookings_of_customer').on('bookings').columns(['customer', 'slot_end']).execute();
  await schema
    .createTable('seats')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('slot_start', 'bigint', (c) => c.notNull())
    .addColumn('seat', 'integer', (c) => c.notNull())
    .addColumn('slot_id', 'text', (c) => c.notNull())
    .addColumn('booking', 'text', (c) => c.notNull().references('bookings.number'))
    .addPrimaryKeyConstraint('seats_pk', ['kind', 'place', 'slot_start', 'seat'])
    .execute();
  await schema.createIndex('seats_by_booking').on('seats').column('booking').execute();

  await schema
    .createTable('timers')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('due', 'bigint', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('detail', 'text')
    .addColumn('conversation', 'text', (c) => c.notNull())
    .addColumn('lease_until', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('timers_by_due').on('timers').column('due').execute();
  await schema.createIndex('timers_by_subject').on('timers').column('subject').execute();

  await schema
    .createTable('outages')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('area', 'text', (c) => c.notNull())
    .addColumn('service', 'text')
    .addColumn('since', 'bigint', (c) => c.notNull())
    .addColumn('expected_repair', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('outages_by_area').on('outages').columns(['area', 'ended_at']).execute();
}

import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

/** What statistics count: when a hand-off was first taken and first answered, and events of cases by time. */
export async function measures({ schema }: Kysely<Tables>): Promise<void> {
  await schema.alterTable('handoffs').addColumn('accepted_at', 'bigint').execute();
  await schema.alterTable('handoffs').addColumn('answered_at', 'bigint').execute();
  await schema.createIndex('history_by_time').on('history').column('at').execute();
  await schema.createIndex('bookings_by_booking').on('bookings').column('booked_at').execute();
}

import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema.ts';

/** How much of a case, a booking and a hand-off is still kept (manual section 10). */
export async function retention({ schema }: Kysely<Tables>): Promise<void> {
  await schema.alterTable('cases').addColumn('kept', 'text').execute();
  await schema.alterTable('bookings').addColumn('forget', 'integer').execute();
  await schema.alterTable('handoffs').addColumn('forgotten', 'integer').execute();
  await schema
    .createIndex('cases_to_forget')
    .on('cases')
    .column('stage')
    .where(sql.ref('kept'), '=', sql.lit('until-rest'))
    .execute();
  await schema
    .createIndex('bookings_to_forget')
    .on('bookings')
    .column('slot_end')
    .where(sql.ref('forget'), '=', sql.lit(1))
    .execute();
}

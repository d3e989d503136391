import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

/** Who told the outcome of a visit. */
export async function outcomes(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('bookings').addColumn('settled_by', 'text').execute();
}

import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

/** Clocks that begin anew when their case is reopened. */
export async function clockLives(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('clocks').addColumn('former', 'text').execute();
}

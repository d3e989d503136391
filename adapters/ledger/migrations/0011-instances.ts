import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

/** Which instances are alive, and which of them saw each agent last. */
export async function instances({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('instances')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .execute();
  await schema.alterTable('staff').addColumn('seen_by', 'text').execute();
}

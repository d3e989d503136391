import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

/** Utterances kept to learn from. */
export async function learning(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('utterances')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('wording', 'text', (c) => c.notNull())
    .addColumn('customer', 'text', (c) => c.notNull().references('customers.id'))
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('intent', 'text')
    .addColumn('ranked', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('utterances_by_wording').on('utterances').columns(['wording', 'at']).execute();
  await schema.createIndex('utterances_of_customer').on('utterances').column('customer').execute();
  await schema.createIndex('utterances_by_time').on('utterances').column('at').execute();
  await schema
    .createTable('settled_wordings')
    .addColumn('wording', 'text', (c) => c.primaryKey().notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
}

import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../schema.ts';

const links = z.array(z.string());

/** Who hears how an outage goes on, outages that are only suspected, and what calls the people on duty. */
export async function outages(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  await schema.alterTable('cases').addColumn('service', 'text').execute();
  await schema.createIndex('cases_by_area').on('cases').columns(['area', 'opened_at']).execute();
  // SQLite adds one column at a time
  await schema
    .alterTable('outages')
    .addColumn('state', 'text', (c) => c.notNull().defaultTo('open'))
    .execute();
  // what was told of an outage before this release is not told again
  await schema
    .alterTable('outages')
    .addColumn('news', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
  await schema.alterTable('outages').addColumn('decided_by', 'text').execute();
  await db.updateTable('outages').set({ state: 'ended' }).where('ended_at', 'is not', null).execute();
  await schema
    .createTable('outage_areas')
    .addColumn('area', 'text', (c) => c.primaryKey().notNull())
    .execute();
  await schema
    .createTable('outage_followers')
    .addColumn('outage', 'text', (c) => c.notNull().references('outages.id'))
    .addColumn('customer', 'text', (c) => c.notNull())
    .addColumn('conversation', 'text', (c) => c.notNull())
    .addColumn('case_number', 'text')
    .addColumn('told', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('outage_followers_pk', ['outage', 'customer'])
    .execute();
  await schema.createIndex('outage_followers_by_told').on('outage_followers').columns(['outage', 'told']).execute();
  await schema.createIndex('outage_followers_of_customer').on('outage_followers').column('customer').execute();
  await followLinked(db);
  await schema
    .createTable('alerts')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('case_number', 'text')
    .addColumn('outage', 'text')
    .addColumn('area', 'text')
    .addColumn('service', 'text')
    .addColumn('category', 'text')
    .addColumn('reports', 'integer')
    .addColumn('acknowledged_by', 'text')
    .addColumn('acknowledged_at', 'bigint')
    .execute();
  await schema.createIndex('alerts_open').on('alerts').columns(['acknowledged_at', 'at']).execute();
}

/** Whoever was registered with an outage that is still open was promised to hear of its end. */
async function followLinked(db: Kysely<Tables>): Promise<void> {
  const open = await db.selectFrom('outages').select('id').where('ended_at', 'is', null).execute();
  for (const { id } of open) {
    const cases = await db
      .selectFrom('cases')
      .select(['number', 'customer', 'conversation', 'links'])
      .where('links', 'like', `%${id}%`)
      .execute();
    for (const { number, customer, conversation, links: linked } of cases) {
      if (!links.parse(JSON.parse(linked)).includes(id)) continue;
      await db
        .insertInto('outage_followers')
        .values({ outage: id, customer, conversation, case_number: number, told: 1 })
        .onConflict((conflict) => conflict.columns(['outage', 'customer']).doNothing())
        .execute();
    }
  }
}

import type { ConversationId, CustomerId, Instant } from '../../domain/ids.ts';
import { type Follower, type OutageNews, outageNewsDetail } from '../../domain/outages.ts';
import type { OutageRow } from './outageRows.ts';
import type { Tx } from './store.ts';

/** Followers told of a change in one transaction. */
export const BATCH = 100;

/** Adds a follower, who gets the newest news at once unless they heard them. The caller holds the outage's row. */
export async function follow(
  tx: Tx,
  outage: OutageRow,
  { customer, conversation, case: number, told }: Omit<Follower, 'outage'>,
  at: Instant,
): Promise<void> {
  const before = await tx
    .selectFrom('outage_followers')
    .select(['told', 'case_number'])
    .where('outage', '=', outage.id)
    .where('customer', '=', customer)
    .executeTakeFirst();
  const heard = Math.max(told, before?.told ?? 0);
  const now = { conversation, case_number: before?.case_number ?? number, told: Math.max(heard, outage.news) };
  await tx
    .insertInto('outage_followers')
    .values({ outage: outage.id, customer, ...now })
    .onConflict((conflict) => conflict.columns(['outage', 'customer']).doUpdateSet(now))
    .execute();
  if (heard < outage.news) await writeNews(tx, outage, [{ customer, conversation, told: heard }], at);
}

/** Makes the timers of one batch of followers who are behind; how many they were. The caller holds the outage's row. */
export async function tellBatch(tx: Tx, outage: OutageRow, at: Instant): Promise<number> {
  const behind = await tx
    .selectFrom('outage_followers')
    .select(['customer', 'conversation', 'told'])
    .where('outage', '=', outage.id)
    .where('told', '<', outage.news)
    .orderBy('customer')
    .limit(BATCH)
    .execute();
  if (behind.length === 0) return 0;
  await tx
    .updateTable('outage_followers')
    .set({ told: outage.news })
    .where('outage', '=', outage.id)
    .where('told', '<', outage.news)
    .where(
      'customer',
      'in',
      behind.map(({ customer }) => customer),
    )
    .execute();
  await writeNews(tx, outage, behind, at);
  return behind.length;
}

type Behind = { customer: CustomerId; conversation: ConversationId; told: number };

async function writeNews(tx: Tx, outage: OutageRow, behind: readonly Behind[], due: Instant): Promise<void> {
  if (behind.length === 0) return;
  const rows = behind.map(({ customer, conversation, told }) => ({
    ...({
      id: `outage.news:${outage.id}:${outage.news}:${customer}`,
      due,
      kind: 'outage.news',
      subject: outage.id,
    } as const),
    detail: outageNewsDetail({ news: outage.news, what: whatOf(outage, told), customer }),
    ...{ conversation, lease_until: 0 },
  }));
  await tx
    .insertInto('timers')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

function whatOf({ ended_at }: OutageRow, told: number): OutageNews {
  if (ended_at !== null) return 'ended';
  return told === 0 ? 'opened' : 'expected';
}

/** What both follow, the customer they became follows once. */
export async function mergeFollowers(tx: Tx, former: CustomerId, customer: CustomerId): Promise<void> {
  const both = await tx
    .selectFrom('outage_followers as theirs')
    .innerJoin('outage_followers as ours', 'ours.outage', 'theirs.outage')
    .select(['theirs.outage', 'theirs.told', 'theirs.case_number'])
    .where('theirs.customer', '=', former)
    .where('ours.customer', '=', customer)
    .execute();
  for (const { outage, told, case_number } of both) {
    const ours = tx.updateTable('outage_followers').where('outage', '=', outage).where('customer', '=', customer);
    await ours.set({ told }).where('told', '<', told).execute();
    await ours.set({ case_number }).where('case_number', 'is', null).execute();
    await tx.deleteFrom('outage_followers').where('outage', '=', outage).where('customer', '=', former).execute();
  }
  await tx.updateTable('outage_followers').set({ customer }).where('customer', '=', former).execute();
}

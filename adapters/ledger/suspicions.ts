import type { Instant } from '../../domain/ids.ts';
import type { OutageDecided } from '../../domain/outages.ts';
import { acknowledgeRow, tellOfAlert } from './alertRows.ts';
import { announceSpread, holdArea, holdOutage, type OutageRow, readOutage } from './outageRows.ts';
import { announceOutage } from './outsideNews.ts';
import type { Store, Tx } from './store.ts';

type Confirmed = { readonly by: string; readonly expectedRepair: Instant | null };

/** A person confirms a suspicion: it is an outage from now on, and whoever reported before hears of it. */
export async function confirmOutage(store: Store, tx: Tx, id: string, { by, expectedRepair }: Confirmed, at: Instant) {
  const held = await holdSuspicion(store, tx, id);
  if ('kind' in held) return held;
  const row = { ...held, state: 'open', news: 1, expected_repair: expectedRepair, decided_by: by } as const;
  await save(tx, row, at);
  await announceSpread(tx, row, at);
  await announceOutage(tx, 'opened', readOutage(row), at);
  await settleAlert(store, tx, id, 'confirmed', by, at);
  return { kind: 'decided', outage: readOutage(row) } as const;
}

/** A person says that it is none: the reports go on one by one. */
export async function dismissOutage(store: Store, tx: Tx, id: string, by: string, at: Instant) {
  const held = await holdSuspicion(store, tx, id);
  if ('kind' in held) return held;
  const row = { ...held, state: 'dismissed', decided_by: by } as const;
  await save(tx, row, at);
  await announceOutage(tx, 'dismissed', readOutage(row), at);
  await settleAlert(store, tx, id, 'dismissed', by, at);
  return { kind: 'decided', outage: readOutage(row) } as const;
}

/** The operator opened an outage where one is suspected: who was told of the suspicion hears of the outage. Called last. */
export async function takeOverSuspicions(store: Store, tx: Tx, outage: OutageRow, at: Instant): Promise<void> {
  const { id, area, service } = outage;
  const rows = await tx
    .selectFrom('outages')
    .selectAll()
    .where('area', '=', area)
    .where('state', '=', 'suspected')
    .$if(service !== null, (query) => query.where('service', '=', service))
    .orderBy('id')
    .$if(store.dialect === 'postgres', (query) => query.forUpdate())
    .execute();
  for (const row of rows) {
    await tx
      .insertInto('outage_followers')
      .columns(['outage', 'customer', 'conversation', 'case_number', 'told'])
      .expression((query) =>
        query
          .selectFrom('outage_followers')
          .select(({ val }) => [val(id).as('outage'), 'customer', 'conversation', 'case_number', 'told'])
          .where('outage', '=', row.id),
      )
      .onConflict((conflict) => conflict.columns(['outage', 'customer']).doNothing())
      .execute();
    await save(tx, { ...row, state: 'dismissed', decided_by: 'operator' }, at);
    await announceOutage(tx, 'dismissed', readOutage({ ...row, state: 'dismissed' }), at);
  }
  for (const row of rows) await settleAlert(store, tx, row.id, 'confirmed', 'operator', at);
}

/** The suspicion with its area, held; else what the caller is told. */
async function holdSuspicion(
  store: Store,
  tx: Tx,
  id: string,
): Promise<OutageRow | Extract<OutageDecided, { kind: 'decidedBefore' | 'unknown' }>> {
  const known = await tx.selectFrom('outages').select('area').where('id', '=', id).executeTakeFirst();
  if (known === undefined) return { kind: 'unknown' };
  await holdArea(store, tx, known.area);
  const row = await holdOutage(store, tx, id);
  if (row === undefined) return { kind: 'unknown' };
  return row.state === 'suspected' ? row : { kind: 'decidedBefore', outage: readOutage(row) };
}

async function save(tx: Tx, { id, state, news, expected_repair, decided_by }: OutageRow, at: Instant): Promise<void> {
  const set = { state, news, expected_repair, decided_by, changed_at: at };
  await tx.updateTable('outages').set(set).where('id', '=', id).execute();
}

/** Who decides has seen the alert. The last thing in its transaction. */
async function settleAlert(
  store: Store,
  tx: Tx,
  outage: string,
  what: 'confirmed' | 'dismissed',
  by: string,
  at: Instant,
): Promise<void> {
  const id = `outage:${outage}`;
  await acknowledgeRow(tx, id, by, at);
  const row = await tx.selectFrom('alerts').selectAll().where('id', '=', id).executeTakeFirst();
  if (row !== undefined) await tellOfAlert(store, tx, row, what, by, at);
}

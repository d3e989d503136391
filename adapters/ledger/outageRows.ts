import type { ConversationId, Instant } from '../../domain/ids.ts';
import type { Outage, OutageState } from '../../domain/outages.ts';
import type { Tables } from './schema.ts';
import type { Reader, Store, Tx } from './store.ts';

/** A spread timer concerns no conversation. */
const NOBODY = '' as ConversationId;

export type OutageRow = Tables['outages'];

export function readOutage(row: OutageRow): Outage {
  const { id, area, service, since, state, news } = row;
  return { id, area, service, since, expectedRepair: row.expected_repair, endedAt: row.ended_at, state, news };
}

/**
 * Holds an area until the transaction ends: whoever registers a fault there and whoever opens an outage there come one
 * after the other, so that each sees the other. Taken before the row of an outage.
 */
export async function holdArea(store: Store, tx: Tx, area: string): Promise<void> {
  await tx
    .insertInto('outage_areas')
    .values({ area })
    .onConflict((conflict) => conflict.column('area').doNothing())
    .execute();
  if (store.dialect !== 'postgres') return;
  await tx.selectFrom('outage_areas').select('area').where('area', '=', area).forUpdate().execute();
}

/** The row of an outage, held until the transaction ends: nobody joins while its news change. */
export function holdOutage(store: Store, tx: Tx, id: string): Promise<OutageRow | undefined> {
  return tx
    .selectFrom('outages')
    .selectAll()
    .where('id', '=', id)
    .$if(store.dialect === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
}

/** One of the service itself before one of everything, the newest first. An unknown service is only told of the latter. */
export async function outageOf(
  db: Reader,
  state: OutageState,
  area: string,
  service: string | null,
): Promise<OutageRow | null> {
  const rows = await db
    .selectFrom('outages')
    .selectAll()
    .where('area', '=', area)
    .where('state', '=', state)
    .where(({ eb, or }) => or([eb('service', 'is', null), ...(service === null ? [] : [eb('service', '=', service)])]))
    .orderBy('since', 'desc')
    .orderBy('id')
    .execute();
  return rows.find((one) => one.service !== null) ?? rows[0] ?? null;
}

/** Has the followers told of the outage's newest change: written with it, due at once. */
export async function announceSpread(tx: Tx, { id, news }: Pick<OutageRow, 'id' | 'news'>, due: Instant) {
  await tx
    .insertInto('timers')
    .values({
      ...{ id: `outage.spread:${id}:${news}`, due, kind: 'outage.spread', subject: id, detail: null },
      ...{ conversation: NOBODY, lease_until: 0 },
    })
    .execute();
}

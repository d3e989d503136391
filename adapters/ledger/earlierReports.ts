import { z } from 'zod';
import type { Instant } from '../../domain/ids.ts';
import { AT_REST } from './caseList.ts';
import { BATCH, follow } from './outageFollowers.ts';
import type { OutageRow } from './outageRows.ts';
import { caseAnswers } from './personal.ts';
import type { Tables } from './schema.ts';
import type { Store, Tx } from './store.ts';
import { writeNext } from './writeNext.ts';

const MINUTE_MS = 60_000;
const links = z.array(z.string());

/**
 * Links one batch of fault reports of before to an outage, and lets their customers follow it; how many were looked at.
 * The caller holds the outage's row, and is called again until there are none.
 */
export async function gatherBatch(store: Store, tx: Tx, outage: OutageRow, at: Instant): Promise<number> {
  const { earlierMinutes, categories } = store.manual.outages;
  const rows = await tx
    .selectFrom('cases')
    .selectAll()
    .where('area', '=', outage.area)
    .where('kind', '=', 'fault')
    .where('stage', 'not in', AT_REST)
    .where('opened_at', '>=', outage.since - earlierMinutes * MINUTE_MS)
    .where('opened_at', '<=', outage.ended_at ?? at)
    .where(({ eb, or }) => or([eb('category', 'is', null), eb('category', 'in', categories)]))
    .where(({ eb, or }) =>
      outage.service === null ? eb.lit(true) : or([eb('service', 'is', null), eb('service', '=', outage.service)]),
    )
    .where(({ eb }) => eb('links', 'not like', `%${outage.id}%`))
    .orderBy('number')
    .limit(BATCH)
    // a case that somebody else is writing is waited for
    .$if(store.dialect === 'postgres', (query) => query.forUpdate())
    .execute();
  for (const row of rows) {
    if (await concerns(store, tx, row, outage)) await link(store, tx, row, outage, at);
  }
  return rows.length;
}

/** A case of a former release does not show its service: it is read once, and written where it can be asked for. */
async function concerns(store: Store, tx: Tx, row: Tables['cases'], { service }: OutageRow): Promise<boolean> {
  if (service === null || row.service !== null) return true;
  const said = caseAnswers.open(store.sealer, row.number, row.answers).service;
  await tx
    .updateTable('cases')
    .set({ service: typeof said === 'string' ? said : UNKNOWN })
    .where('number', '=', row.number)
    .execute();
  return said === service;
}
/** Of a case whose customer did not say. */
const UNKNOWN = '';

async function link(store: Store, tx: Tx, row: Tables['cases'], outage: OutageRow, at: Instant): Promise<void> {
  const { number, customer, conversation } = row;
  const linked = JSON.stringify([...links.parse(JSON.parse(row.links)), outage.id]);
  await tx.updateTable('cases').set({ links: linked }).where('number', '=', number).execute();
  await writeNext(store, tx, row, { at, by: 'bot', what: 'linked', detail: outage.id, note: null });
  // told with the others of the batch
  await follow(tx, { ...outage, news: 0 }, { customer, conversation, case: number, told: 0 }, at);
}

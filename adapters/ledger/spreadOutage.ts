import type { Instant } from '../../domain/ids.ts';
import { gatherBatch } from './earlierReports.ts';
import { BATCH, tellBatch } from './outageFollowers.ts';
import { holdOutage } from './outageRows.ts';
import type { Store, Tx } from './store.ts';

/** Between two batches, so that other timers and the channels get their turn: 100 customers a second. */
const PACE_MS = 1000;

/**
 * Finds the next reports that belong to an outage and makes the timers of the next followers who are to hear of it. All in
 * one transaction that holds the outage, so that nobody is passed over or told twice, also by two instances at once.
 */
export async function spreadBatch(
  store: Store,
  tx: Tx,
  { id, subject }: { readonly id: string; readonly subject: string },
  at: Instant,
): Promise<'more' | 'done'> {
  const outage = await holdOutage(store, tx, subject);
  if (outage !== undefined && outage.news > 0) {
    const gathered = await gatherBatch(store, tx, outage, at);
    const told = await tellBatch(tx, outage, at);
    if (gathered === BATCH || told === BATCH) {
      await tx
        .updateTable('timers')
        .set({ due: at + PACE_MS, lease_until: 0 })
        .where('id', '=', id)
        .execute();
      return 'more';
    }
  }
  await tx.deleteFrom('timers').where('id', '=', id).execute();
  return 'done';
}

import type { Instances } from '../../domain/desk/instances.ts';
import type { Instant } from '../../domain/ids.ts';
import { DAY_MS, MINUTE_MS } from '../../domain/manual/zone.ts';
import { inTransaction, type Store, type Tx } from './store.ts';

const KEPT_MS = 60 * MINUTE_MS;
/** The longest time that statistics are asked for. */
const MINUTES_KEPT_MS = 400 * DAY_MS;

/** The port `Instances` in SQL. */
export function instances(store: Store): Instances {
  let noted: Instant | null = null;
  return {
    async renew(at) {
      const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS;
      const rows = await inTransaction(store, async (tx) => {
        await tx
          .insertInto('instances')
          .values({ id: store.instance, seen_at: at })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ seen_at: at }))
          .execute();
        await tx
          .deleteFrom('instances')
          .where('seen_at', '<', at - KEPT_MS)
          .execute();
        if (minute !== noted) await noteMinute(tx, minute);
        return tx.selectFrom('instances').selectAll().execute();
      });
      noted = minute;
      return new Map(rows.map((row) => [row.id, row.seen_at]));
    },
  };
}

/** The service was there in this minute: several instances say so once. */
async function noteMinute(tx: Tx, minute: Instant): Promise<void> {
  await tx
    .insertInto('minutes')
    .values({ minute })
    .onConflict((conflict) => conflict.column('minute').doNothing())
    .execute();
  await tx
    .deleteFrom('minutes')
    .where('minute', '<', minute - MINUTES_KEPT_MS)
    .execute();
}

import type { Instances } from '../../domain/desk/instances.ts';
import { inTransaction, type Store } from './store.ts';

const KEPT_MS = 60 * 60_000;

/** The port `Instances` in SQL. */
export function instances(store: Store): Instances {
  return {
    async renew(at) {
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
        return tx.selectFrom('instances').selectAll().execute();
      });
      return new Map(rows.map((row) => [row.id, row.seen_at]));
    },
  };
}

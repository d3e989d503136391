import type { z } from 'zod';
import type { IdempotencyKey, Instant } from '../../domain/ids.ts';
import { inTransaction, type Store, type Tx } from './store.ts';

/** A write of the ledger: its name, and the shape of what is remembered of its result (references, no personal data). */
export interface Operation<R> {
  readonly name: string;
  readonly result: z.ZodType<R>;
}

/**
 * Does `work` once for a key of this operation: the key, the work and its result are one transaction. A repeat, and the
 * loser of two that race in different processes, get the first result: the loser waits at the key's row until the winner
 * has committed. Two operations may share a key.
 */
export function once<R>(
  store: Store,
  operation: Operation<R>,
  key: IdempotencyKey,
  at: Instant,
  work: (tx: Tx) => Promise<R>,
): Promise<R> {
  return inTransaction(store, async (tx) => {
    const mine = await tx
      .insertInto('idempotency')
      .values({ operation: operation.name, key, result: null, at })
      .onConflict((conflict) => conflict.columns(['operation', 'key']).doNothing())
      .returning('key')
      .executeTakeFirst();
    if (mine === undefined) {
      const first = await tx
        .selectFrom('idempotency')
        .select('result')
        .where('operation', '=', operation.name)
        .where('key', '=', key)
        .executeTakeFirstOrThrow();
      return operation.result.parse(JSON.parse(first.result ?? 'null'));
    }
    const result = await work(tx);
    await tx
      .updateTable('idempotency')
      .set({ result: JSON.stringify(result) })
      .where('operation', '=', operation.name)
      .where('key', '=', key)
      .execute();
    return result;
  });
}

import type { Timers } from '../../domain/timers.ts';
import { inTransaction, type Store } from './store.ts';

/** The port `Timers` in SQL. */
export function timers(store: Store): Timers {
  return {
    async claimDue(now, leaseMs, limit) {
      const rows = await inTransaction(store, (tx) =>
        tx
          .updateTable('timers')
          .set({ lease_until: now + leaseMs })
          .where('id', 'in', (query) =>
            query
              .selectFrom('timers')
              .select('id')
              .where('due', '<=', now)
              .where('lease_until', '<=', now)
              .orderBy('due')
              .orderBy('id')
              .limit(limit)
              // Rows that another instance is claiming in this moment are passed over, not waited for.
              .$if(store.dialect === 'postgres', (inner) => inner.forUpdate().skipLocked()),
          )
          .returning(['id', 'due', 'kind', 'subject', 'detail', 'conversation'])
          .execute(),
      );
      return rows.map((row) => ({ ...row })).sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1));
    },
    async direct(id, conversation) {
      const row = await store.db
        .updateTable('timers')
        .set(({ fn, val }) => ({ told_in: fn.coalesce('told_in', val(conversation)) }))
        .where('id', '=', id)
        .returning('told_in')
        .executeTakeFirst();
      return row?.told_in ?? conversation;
    },
    async done(id) {
      await inTransaction(store, (tx) => tx.deleteFrom('timers').where('id', '=', id).execute());
    },
  };
}

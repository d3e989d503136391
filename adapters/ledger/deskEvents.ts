import type { DeskEvents } from '../../domain/desk/handoffs.ts';
import { addDeskEvent, dataOf, readDeskEvent } from './deskEventRows.ts';
import { inTransaction, type Store } from './store.ts';

/** The port `DeskEvents` in SQL. */
export function deskEvents(store: Store): DeskEvents {
  return {
    async add(event, key, at) {
      await inTransaction(store, (tx) => addDeskEvent(store, tx, event, `add:${key}`, at));
    },
    async after(seq, limit) {
      const rows = await store.db
        .selectFrom('desk_events')
        .selectAll()
        .where('seq', '>', seq)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map((row) => readDeskEvent(store, row));
    },
    async last() {
      return (await store.db.selectFrom('desk_counter').select('last').executeTakeFirstOrThrow()).last;
    },
    async newestWords(handoffs) {
      if (handoffs.length === 0) return new Map();
      const rows = await store.db
        .selectFrom('desk_events')
        .select(['handoff', 'key', 'data', 'sealed'])
        .where('seq', 'in', (query) =>
          query
            .selectFrom('desk_events')
            .select(({ fn }) => fn.max('seq').as('seq'))
            .where('handoff', 'in', handoffs)
            .where('kind', '=', 'message')
            .groupBy('handoff'),
        )
        .execute();
      return new Map(
        rows.flatMap((row) => {
          const { text } = dataOf(store, row);
          return row.handoff !== null && typeof text === 'string' ? [[row.handoff, text]] : [];
        }),
      );
    },
    async expire(before) {
      const removed = await inTransaction(store, (tx) =>
        tx.deleteFrom('desk_events').where('at', '<', before).executeTakeFirst(),
      );
      return Number(removed.numDeletedRows);
    },
  };
}

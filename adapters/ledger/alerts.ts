import type { Alerts } from '../../domain/desk/alerts.ts';
import { acknowledgeRow, readAlert, tellOfAlert } from './alertRows.ts';
import { inTransaction, type Store } from './store.ts';

/** The port `Alerts` in SQL. */
export function alerts(store: Store): Alerts {
  return {
    async open(limit) {
      const rows = await store.db
        .selectFrom('alerts')
        .selectAll()
        .where(({ eb, or, exists, selectFrom }) =>
          or([
            eb('acknowledged_at', 'is', null),
            exists(
              selectFrom('outages')
                .select('outages.id')
                .whereRef('outages.id', '=', 'alerts.outage')
                .where('state', '=', 'suspected'),
            ),
          ]),
        )
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(readAlert);
    },
    acknowledge: (id, by, at) =>
      inTransaction(store, async (tx) => {
        const mine = await acknowledgeRow(tx, id, by, at);
        if (mine !== null) {
          await tellOfAlert(store, tx, mine, 'acknowledged', by, at);
          return { kind: 'acknowledged', alert: readAlert(mine) } as const;
        }
        const row = await tx.selectFrom('alerts').selectAll().where('id', '=', id).executeTakeFirst();
        return row === undefined
          ? ({ kind: 'unknown' } as const)
          : ({ kind: 'before', alert: readAlert(row) } as const);
      }),
  };
}

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Outage, Outages } from '../../domain/outages.ts';
import { type Operation, once } from './once.ts';
import { announceOutage } from './outsideNews.ts';
import type { Tables } from './schema.ts';
import { inTransaction, type Store } from './store.ts';

/** No personal data in it, so a repeat is answered from what was remembered. */
const outage = z.object({
  id: z.string(),
  area: z.string(),
  service: z.string().nullable(),
  since: z.int(),
  expectedRepair: z.int().nullable(),
  endedAt: z.int().nullable(),
});
const OPEN: Operation<Outage> = { name: 'outage.open', result: outage };

/** The port `Outages` in SQL. */
export function outages(store: Store): Outages {
  return {
    open: ({ area, service, since, expectedRepair }, key, at) =>
      once(store, OPEN, key, at, async (tx) => {
        const id = randomUUID();
        const row = { id, area, service, since, expected_repair: expectedRepair, ended_at: null, changed_at: at };
        await tx.insertInto('outages').values(row).execute();
        await announceOutage(tx, 'opened', read(row), at);
        return read(row);
      }),
    async update(id, { expectedRepair, endedAt }, at) {
      const change = {
        changed_at: at,
        ...(expectedRepair === undefined ? {} : { expected_repair: expectedRepair }),
        ...(endedAt === undefined ? {} : { ended_at: endedAt }),
      };
      return inTransaction(store, async (tx) => {
        const row = await tx.updateTable('outages').set(change).where('id', '=', id).returningAll().executeTakeFirst();
        if (row === undefined) return null;
        await announceOutage(tx, endedAt === undefined ? 'changed' : 'ended', read(row), at);
        return read(row);
      });
    },
    /** One of the service itself before one of everything, the newest first. An unknown service is only told of the latter. */
    async active(area, service) {
      const rows = await store.db
        .selectFrom('outages')
        .selectAll()
        .where('area', '=', area)
        .where('ended_at', 'is', null)
        .where(({ eb, or }) =>
          or([eb('service', 'is', null), ...(service === null ? [] : [eb('service', '=', service)])]),
        )
        .orderBy('since', 'desc')
        .orderBy('id')
        .execute();
      const row = rows.find((one) => one.service !== null) ?? rows[0];
      return row === undefined ? null : read(row);
    },
  };
}

function read(row: Omit<Tables['outages'], 'changed_at'>): Outage {
  const { id, area, service, since } = row;
  return { id, area, service, since, expectedRepair: row.expected_repair, endedAt: row.ended_at };
}

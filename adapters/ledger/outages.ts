import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { OUTAGE_STATES, type Outage, type OutageDecided, type Outages } from '../../domain/outages.ts';
import { customerNow } from './mergeCustomers.ts';
import { type Operation, once } from './once.ts';
import { follow } from './outageFollowers.ts';
import { announceSpread, holdArea, holdOutage, type OutageRow, outageOf, readOutage } from './outageRows.ts';
import { announceOutage } from './outsideNews.ts';
import { spreadBatch } from './spreadOutage.ts';
import { inTransaction, type Store } from './store.ts';
import { confirmOutage, dismissOutage, takeOverSuspicions } from './suspicions.ts';

/** No personal data in it, so a repeat is answered from what was remembered, also by the release before. */
const outage = z.object({
  id: z.string(),
  area: z.string(),
  service: z.string().nullable(),
  since: z.int(),
  expectedRepair: z.int().nullable(),
  endedAt: z.int().nullable(),
  state: z.enum(OUTAGE_STATES).default('open'),
  news: z.int().default(1),
});
const OPEN: Operation<Outage> = { name: 'outage.open', result: outage };

/** The port `Outages` in SQL. */
export function outages(store: Store): Outages {
  const found = (row: OutageRow | null | undefined): Outage | null => (row ? readOutage(row) : null);
  return {
    open: ({ area, service, since, expectedRepair }, key, at) =>
      once(store, OPEN, key, at, async (tx) => {
        await holdArea(store, tx, area);
        const row: OutageRow = {
          ...{ id: randomUUID(), area, service, since, expected_repair: expectedRepair, ended_at: null },
          ...{ changed_at: at, state: 'open', news: 1, decided_by: null },
        };
        await tx.insertInto('outages').values(row).execute();
        await announceSpread(tx, row, at);
        await announceOutage(tx, 'opened', readOutage(row), at);
        await takeOverSuspicions(store, tx, row, at);
        return readOutage(row);
      }),
    update: (id, change, at) =>
      inTransaction(store, async (tx) => {
        const before = await holdOutage(store, tx, id);
        if (before === undefined || (before.state !== 'open' && before.state !== 'ended')) return null;
        const after = changed(before, change);
        const isNews = after.news > before.news;
        await tx
          .updateTable('outages')
          .set({ ...after, changed_at: at })
          .where('id', '=', id)
          .execute();
        const row = { ...before, ...after };
        if (isNews) await announceSpread(tx, row, at);
        await announceOutage(tx, change.endedAt === undefined ? 'changed' : 'ended', readOutage(row), at);
        return readOutage(row);
      }),
    find: async (id) => found(await store.db.selectFrom('outages').selectAll().where('id', '=', id).executeTakeFirst()),
    active: async (area, service) => found(await outageOf(store.db, 'open', area, service)),
    suspected: async (area, service) => found(await outageOf(store.db, 'suspected', area, service)),
    confirm: (id, { by, expectedRepair }, at): Promise<OutageDecided> =>
      inTransaction(store, (tx) => confirmOutage(store, tx, id, { by, expectedRepair }, at)),
    dismiss: (id, { by }, at): Promise<OutageDecided> =>
      inTransaction(store, (tx) => dismissOutage(store, tx, id, by, at)),
    follow: (id, { customer, conversation, told }, at) =>
      inTransaction(store, async (tx) => {
        const now = await customerNow(store, tx, customer);
        const row = await holdOutage(store, tx, id);
        if (row !== undefined) await follow(tx, row, { customer: now, conversation, case: null, told }, at);
      }),
    async following(id, customer) {
      const row = await store.db
        .selectFrom('outage_followers')
        .selectAll()
        .where('outage', '=', id)
        .where('customer', '=', customer)
        .executeTakeFirst();
      if (row === undefined) return null;
      const { outage, conversation, case_number, told } = row;
      return { outage, customer, conversation, case: case_number, told };
    },
    spread: (timer, at) => inTransaction(store, (tx) => spreadBatch(store, tx, timer, at)),
  };
}

/** What is to be written, with one more news when followers hear of it. */
function changed(before: OutageRow, { expectedRepair, endedAt }: Parameters<Outages['update']>[1]) {
  const expected_repair = expectedRepair === undefined ? before.expected_repair : expectedRepair;
  const ended_at = endedAt ?? before.ended_at;
  const ends = before.ended_at === null && ended_at !== null;
  const moves = ended_at === null && expected_repair !== before.expected_repair;
  const state = ended_at === null ? 'open' : 'ended';
  return { expected_repair, ended_at, state, news: before.news + (ends || moves ? 1 : 0) } as const;
}

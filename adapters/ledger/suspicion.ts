import { randomUUID } from 'node:crypto';
import type { NewCase } from '../../domain/cases/case.ts';
import type { Instant } from '../../domain/ids.ts';
import type { NewAlert } from './alertRows.ts';
import { type OutageRow, outageOf, readOutage } from './outageRows.ts';
import { announceOutage } from './outsideNews.ts';
import type { Store, Tx } from './store.ts';

const MINUTE_MS = 60_000;

/**
 * Suspects an outage when so many customers have reported faults of one service in one area (manual section 3, CSG 3.3.1);
 * the alert that follows, or null. The caller has written the newest report and holds the area, so that of two reports
 * that come at once the second one counts both, and one suspicion comes of a burst.
 */
export async function suspect(
  store: Store,
  tx: Tx,
  { area, service, category }: Pick<NewCase, 'area' | 'category'> & { readonly service: string },
  at: Instant,
): Promise<NewAlert | null> {
  if (area === null || service === '') return null;
  if ((await outageOf(tx, 'suspected', area, service)) !== null) return null;
  const { suspectedReports, suspectedMinutes } = store.manual.outages;
  const from = Math.max(at - suspectedMinutes * MINUTE_MS, await settledAt(tx, area, service, at));
  const counted = await tx
    .selectFrom('cases')
    .select(({ fn }) => [
      fn.count<number>('customer').distinct().as('customers'),
      fn.min<Instant>('opened_at').as('since'),
    ])
    .where('area', '=', area)
    .where('kind', '=', 'fault')
    .where('service', '=', service)
    .where('category', 'in', store.manual.outages.categories)
    .where('stage', '!=', 'withdrawn')
    .where('opened_at', '>', from)
    .where('opened_at', '<=', at)
    .executeTakeFirstOrThrow();
  const reports = Number(counted.customers);
  if (reports < suspectedReports) return null;
  const row: OutageRow = {
    ...{ id: randomUUID(), area, service, since: Number(counted.since), expected_repair: null, ended_at: null },
    ...{ changed_at: at, state: 'suspected', news: 0, decided_by: null },
  };
  await tx.insertInto('outages').values(row).execute();
  await announceOutage(tx, 'suspected', readOutage(row), at);
  const about = { area, service, category, reports };
  return { id: `outage:${row.id}`, kind: 'outage-suspected', at, case: null, outage: row.id, ...about };
}

/** When the last outage there ended or was dismissed: reports of before are no sign of another one. */
async function settledAt(tx: Tx, area: string, service: string, now: Instant): Promise<Instant> {
  const last = await tx
    .selectFrom('outages')
    .select(({ fn }) => fn.max<Instant | null>('changed_at').as('at'))
    .where('area', '=', area)
    .where('state', 'in', ['ended', 'dismissed'])
    .where(({ eb, or }) => or([eb('service', 'is', null), eb('service', '=', service)]))
    .executeTakeFirstOrThrow();
  return Math.min(Number(last.at ?? 0), now);
}

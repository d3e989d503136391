import { setImmediate as breathe } from 'node:timers/promises';
import type { Instant } from '../../domain/ids.ts';
import type { ClockRow, UptimeRows } from '../../domain/statistics/rows.ts';
import { type After, behind, PAGE } from './pages.ts';
import type { Reader } from './store.ts';

/** Cases by when they were registered, with what became of each. */
export function caseRows(db: Reader, after: After, to: Instant) {
  return db
    .selectFrom((eb) =>
      eb
        .selectFrom('cases')
        .select(['number', 'kind', 'category', 'area', 'stage', 'channel', 'conversation', 'opened_at'])
        .where(behind('opened_at', 'number', after))
        .where('opened_at', '<', to)
        .orderBy('opened_at')
        .orderBy('number')
        .limit(PAGE)
        .as('page'),
    )
    .leftJoin('history as h', (join) =>
      join.onRef('h.case_number', '=', 'page.number').on('h.what', 'in', ['stage', 'urged']),
    )
    .select(['page.number as id', 'page.opened_at as at'])
    .select(['page.kind', 'page.category', 'page.area', 'page.stage', 'page.channel', 'page.conversation'])
    .select(({ fn, eb }) => [
      fn.min(eb.case().when('h.detail', '=', 'resolved').then(eb.ref('h.at')).end()).as('resolved_at'),
      fn.countAll<number>().filterWhere('h.detail', '=', 'reopened').as('reopened'),
      fn.countAll<number>().filterWhere('h.what', '=', 'urged').as('urged'),
    ])
    .groupBy(['page.number', 'page.opened_at'])
    .groupBy(['page.kind', 'page.category', 'page.area', 'page.stage', 'page.channel', 'page.conversation'])
    .orderBy('page.opened_at')
    .orderBy('page.number')
    .execute();
}

/** Bookings by when they were made. */
export function bookingRows(db: Reader, after: After, to: Instant) {
  return db
    .selectFrom('bookings')
    .select(['number as id', 'booked_at as at', 'kind', 'channel', 'conversation'])
    .where(behind('booked_at', 'number', after))
    .where('booked_at', '<', to)
    .orderBy('booked_at')
    .orderBy('number')
    .limit(PAGE)
    .execute();
}

/** Hand-offs by when they were requested. */
export function handoffRows(db: Reader, after: After, to: Instant) {
  return db
    .selectFrom('handoffs')
    .select(['id', 'requested_at as at', 'conversation', 'customer', 'channel', 'owner', 'agent', 'former'])
    .select(['accepted_at', 'answered_at', 'handled_ms', 'ended_at', 'how', 'result'])
    .where(behind('requested_at', 'id', after))
    .where('requested_at', '<', to)
    .orderBy('requested_at')
    .orderBy('id')
    .limit(PAGE)
    .execute();
}

/** Surveys by when they were answered, without their words. */
export function surveyRows(db: Reader, after: After, to: Instant) {
  return db
    .selectFrom('surveys')
    .select(['key as id', 'at', 'conversation', 'agent', 'solved'])
    .select(['quality', 'efficiency', 'attitude', 'response', 'recommend'])
    .where(behind('at', 'key', after))
    .where('at', '<', to)
    .orderBy('at')
    .orderBy('key')
    .limit(PAGE)
    .execute();
}

/** Clocks by how often they warned and were breached. */
export async function clockRows(db: Reader, from: Instant, to: Instant): Promise<ClockRow[]> {
  const rows = await db
    .selectFrom('history')
    .select(({ fn }) => ['detail', 'what', fn.countAll<number>().as('count')])
    .where('at', '>=', from)
    .where('at', '<', to)
    .where('what', 'in', ['clock-warning', 'clock-breach'])
    .groupBy(['detail', 'what'])
    .execute();
  const named = Map.groupBy(rows, ({ detail }) => detail ?? '');
  return [...named].toSorted().map(([clock, those]) => {
    const countOf = (what: string): number => those.find((each) => each.what === what)?.count ?? 0;
    return { clock, warnings: countOf('clock-warning'), breaches: countOf('clock-breach') };
  });
}

/** Minutes in which the service was there. */
export async function uptimeRows(db: Reader, from: Instant, to: Instant): Promise<UptimeRows> {
  const first = await db
    .selectFrom('minutes')
    .select(({ fn }) => fn.min<Instant | null>('minute').as('minute'))
    .executeTakeFirst();
  const minutes: Instant[] = [];
  for (let next = from; ; ) {
    const rows = await db
      .selectFrom('minutes')
      .select('minute')
      .where('minute', '>=', next)
      .where('minute', '<', to)
      .orderBy('minute')
      .limit(PAGE)
      .execute();
    minutes.push(...rows.map(({ minute }) => minute));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return { since: first?.minute ?? null, minutes };
    next = last.minute + 1;
    await breathe();
  }
}

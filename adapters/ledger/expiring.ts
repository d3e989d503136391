import type { CaseNumber, CustomerId, Instant } from '../../domain/ids.ts';
import { AT_REST } from './caseList.ts';
import { detailsOf, forgetHandoffs, type Left, leaveOfCase } from './forgetting.ts';
import { caseMs, chatMs, holdings } from './holdings.ts';
import { inTransaction, type Store } from './store.ts';

/** Rows taken up at a time; the next round goes on. */
const BATCH = 500;
const MOVES = ['stage', 'withdrawn'] as const;

interface Due {
  readonly number: CaseNumber;
  readonly customer: CustomerId;
}

/** What was promised to go when it is over: the contact in cases now at rest and in visits now past. */
export async function forgetOver(store: Store, now: Instant): Promise<void> {
  const cases = await store.db
    .selectFrom('cases')
    .select(['number', 'customer'])
    .where('kept', '=', 'until-rest')
    .where('stage', 'in', AT_REST)
    .orderBy('number')
    .limit(BATCH)
    .execute();
  for (const each of cases) await leave(store, each, 'record');
  await store.db
    .updateTable('bookings')
    .set({ contact: null, forget: null })
    .where('forget', '=', 1)
    .where(({ or, eb }) => or([eb('state', '!=', 'booked'), eb('slot_end', '<=', now)]))
    .execute();
}

/** What is past the manual's retention, of everybody. */
export async function destroyOld(store: Store, now: Instant): Promise<void> {
  const before = now - caseMs(store.manual);
  const cases = await store.db
    .selectFrom('cases')
    .select(['number', 'customer'])
    .where('stage', 'in', AT_REST)
    .where(({ or, eb }) => or([eb('kept', 'is', null), eb('kept', '!=', 'nothing')]))
    .where('opened_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('history')
            .select('history.seq')
            .whereRef('history.case_number', '=', 'cases.number')
            .where('history.what', 'in', MOVES)
            .where('history.at', '>', before),
        ),
      ),
    )
    .orderBy('opened_at')
    .limit(BATCH)
    .execute();
  for (const each of cases) await leave(store, each, 'nothing');
  await store.db
    .updateTable('bookings')
    .set({ contact: null, forget: null })
    .where('contact', 'is not', null)
    .where('slot_end', '<=', before)
    .execute();
  await store.db
    .updateTable('surveys')
    .set({ words: null })
    .where('at', '<=', before)
    .where('words', 'is not', null)
    .execute();
  const idle = now - chatMs(store.manual);
  await inTransaction(store, (tx) => forgetHandoffs(store, tx, { endedBefore: idle }));
  await removeSources(store, idle);
}

function leave(store: Store, { number, customer }: Due, left: Left): Promise<void> {
  return inTransaction(store, async (tx) =>
    leaveOfCase(store, tx, number, left, left === 'nothing' ? [] : detailsOf(await holdings(store, tx, customer))),
  );
}

/** Where somebody wrote from, once their chat has gone and nothing is left that they could ask for there. */
async function removeSources(store: Store, idle: Instant): Promise<void> {
  await store.db
    .deleteFrom('sources')
    .where('last_at', '<', idle)
    .where('customer', 'in', (query) =>
      query
        .selectFrom('customers')
        .select('customers.id')
        .where('customers.phone', 'is', null)
        .where('customers.name', 'is', null)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('cases')
                .select('cases.number')
                .whereRef('cases.customer', '=', 'customers.id')
                .where(({ or, eb }) =>
                  or([eb('kept', 'is', null), eb('kept', '=', 'until-rest'), eb('stage', 'not in', AT_REST)]),
                ),
            ),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('bookings')
                .select('bookings.number')
                .whereRef('bookings.customer', '=', 'customers.id')
                .where('contact', 'is not', null),
            ),
          ),
        ),
    )
    .execute();
}

import type { Clock, NewCase } from '../../domain/cases/case.ts';
import type { CaseNumber, Instant } from '../../domain/ids.ts';
import { warningAt } from '../../domain/manual/clocks.ts';
import { clockColumns } from './clockLives.ts';
import { FIRST_ENTRY, writeEntry } from './history.ts';
import { customerNow } from './mergeCustomers.ts';
import { takeCaseNumber } from './numbers.ts';
import { announceCase } from './outsideNews.ts';
import { caseAnswers } from './personal.ts';
import { afterRegistering, meetOutage, type Reported } from './reportedFault.ts';
import type { Store, Tx } from './store.ts';
import { armClocks } from './timerRows.ts';

const STAGE = 'registered';

/** Writes a new case with its clocks, its first history entry and its timers; gives its number and the entry's `seq`. */
export async function registerCase(
  store: Store,
  tx: Tx,
  draft: NewCase,
  at: Instant,
  by = 'customer',
): Promise<{ number: CaseNumber; seq: number }> {
  const reported = await meetOutage(store, tx, draft);
  const customer = await customerNow(store, tx, draft.customer);
  const filed = { ...draft, customer, links: linksOf(draft, reported) };
  const service = reported?.service ?? null;
  const { prefix } = store.manual.caseKinds[draft.kind];
  const take = (candidate: CaseNumber) => insertCase(store, tx, { ...filed, service }, candidate, at);
  const number = await takeCaseNumber(store, prefix, at, take);
  await insertClocks(tx, number, draft.clocks);
  const entry = { at, by, what: 'registered', detail: STAGE, note: null } as const;
  await writeEntry(store, tx, number, FIRST_ENTRY, STAGE, entry);
  const running = draft.clocks.filter((clock) => clock.metAt === null);
  const armed = running.map((clock) => {
    const { name, limit } = clock;
    return { name, limit, warning: warningAt(clock, at), life: FIRST_ENTRY };
  });
  await armClocks(tx, number, draft.conversation, armed);
  await announceCase(tx, { ...draft, number, stage: STAGE, opened_at: at }, entry);
  await afterRegistering(store, tx, { number, customer, draft }, reported, at);
  return { number, seq: FIRST_ENTRY };
}

/** With the outage that the report belongs to, whether its customer was told of it or not. */
function linksOf({ links }: NewCase, reported: Reported | null): readonly string[] {
  const outage = reported?.outage?.id;
  return outage === undefined || links.includes(outage) ? links : [...links, outage];
}

type Filed = NewCase & { readonly service: string | null };

async function insertCase(store: Store, tx: Tx, draft: Filed, number: CaseNumber, at: Instant): Promise<boolean> {
  const { kind, category, severity, level, customer, conversation, channel, language, area, service, owner } = draft;
  const inserted = await tx
    .insertInto('cases')
    .values({
      ...{ number, kind, category, severity, level, customer, conversation, channel, language, area, service, owner },
      also_categories: JSON.stringify(draft.alsoCategories),
      answers: caseAnswers.seal(store.sealer, number, draft.answers),
      links: JSON.stringify(draft.links),
      stage: STAGE,
      opened_at: at,
      seq: FIRST_ENTRY,
    })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .returning('number')
    .executeTakeFirst();
  return inserted !== undefined;
}

async function insertClocks(tx: Tx, number: CaseNumber, clocks: readonly Clock[]): Promise<void> {
  if (clocks.length === 0) return;
  const rows = clocks.map((clock, position) => ({
    case_number: number,
    name: clock.name,
    position,
    ...clockColumns(clock, FIRST_ENTRY),
    former: null,
  }));
  await tx.insertInto('clocks').values(rows).execute();
}

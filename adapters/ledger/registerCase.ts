import type { Clock, NewCase } from '../../domain/cases/case.ts';
import type { CaseNumber, Instant } from '../../domain/ids.ts';
import { clockColumns } from './clockLives.ts';
import { FIRST_ENTRY, writeEntry } from './history.ts';
import { customerNow } from './mergeCustomers.ts';
import { takeCaseNumber } from './numbers.ts';
import { announceCase } from './outsideNews.ts';
import { caseAnswers } from './personal.ts';
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
  const { prefix } = store.manual.caseKinds[draft.kind];
  const number = await takeCaseNumber(store, prefix, at, (candidate) => insertCase(store, tx, draft, candidate, at));
  await insertClocks(tx, number, draft.clocks);
  const entry = { at, by, what: 'registered', detail: STAGE, note: null } as const;
  await writeEntry(store, tx, number, FIRST_ENTRY, STAGE, entry);
  const running = draft.clocks.filter((clock) => clock.metAt === null);
  const armed = running.map(({ name, limit }) => ({ name, limit, from: at, life: FIRST_ENTRY }));
  await armClocks(tx, number, draft.conversation, armed);
  await announceCase(tx, { ...draft, number, stage: STAGE, opened_at: at }, entry);
  return { number, seq: FIRST_ENTRY };
}

async function insertCase(store: Store, tx: Tx, draft: NewCase, number: CaseNumber, at: Instant): Promise<boolean> {
  const { kind, category, severity, level, conversation, channel, language, area, owner } = draft;
  const customer = await customerNow(store, tx, draft.customer);
  const inserted = await tx
    .insertInto('cases')
    .values({
      ...{ number, kind, category, severity, level, customer, conversation, channel, language, area, owner },
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

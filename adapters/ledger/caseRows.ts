import { z } from 'zod';
import type { Case, HistoryEntry } from '../../domain/cases/case.ts';
import type { CaseNumber } from '../../domain/ids.ts';
import { readClock } from './clockLives.ts';
import { caseAnswers, historyNote } from './personal.ts';
import type { Tables } from './schema.ts';
import type { Reader, Store } from './store.ts';

const strings = z.array(z.string());

/** A case, or null; `asOf` gives it as it was after that history entry. */
export async function loadCase(store: Store, db: Reader, number: CaseNumber, asOf?: number): Promise<Case | null> {
  const row = await db.selectFrom('cases').selectAll().where('number', '=', number).executeTakeFirst();
  if (row === undefined) return null;
  const [found] = await loadCases(store, db, [asOf === undefined ? row : { ...row, seq: asOf }]);
  return found ?? null;
}

/**
 * Whole cases for their rows, in the order of the rows. Each is cut at its row's `seq`, so that a write that commits between
 * the three queries does not give half of itself.
 */
export async function loadCases(store: Store, db: Reader, rows: readonly Tables['cases'][]): Promise<readonly Case[]> {
  if (rows.length === 0) return [];
  const numbers = rows.map((row) => row.number);
  const history = await db
    .selectFrom('history')
    .selectAll()
    .where('case_number', 'in', numbers)
    .orderBy('seq')
    .execute();
  const clocks = await db
    .selectFrom('clocks')
    .selectAll()
    .where('case_number', 'in', numbers)
    .orderBy('position')
    .execute();
  const historyOf = Map.groupBy(history, (entry) => entry.case_number);
  const clocksOf = Map.groupBy(clocks, (clock) => clock.case_number);
  return rows.map((row) => {
    const entries = (historyOf.get(row.number) ?? []).filter((entry) => entry.seq <= row.seq);
    return {
      number: row.number,
      kind: row.kind,
      category: row.category,
      alsoCategories: strings.parse(JSON.parse(row.also_categories)),
      severity: row.severity,
      level: row.level,
      customer: row.customer,
      conversation: row.conversation,
      channel: row.channel,
      language: row.language,
      area: row.area,
      owner: row.owner,
      answers: caseAnswers.open(store.sealer, row.number, row.answers),
      links: strings.parse(JSON.parse(row.links)),
      stage: entries.at(-1)?.stage ?? row.stage,
      openedAt: row.opened_at,
      clocks: (clocksOf.get(row.number) ?? []).map((clock) => readClock(clock, row.seq)),
      history: entries.map((entry) => readEntry(store, entry)),
    };
  });
}

function readEntry(store: Store, row: Tables['history']): HistoryEntry {
  const note = historyNote.open(store.sealer, `${row.case_number}/${row.seq}`, row.note);
  return { at: row.at, by: row.by, what: row.what, detail: row.detail, note };
}

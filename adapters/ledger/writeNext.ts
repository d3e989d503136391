import type { HistoryEntry, Stage } from '../../domain/cases/case.ts';
import { writeEntry } from './history.ts';
import { announceCase } from './outsideNews.ts';
import type { Tables } from './schema.ts';
import type { Store, Tx } from './store.ts';

type CaseRow = Tables['cases'];

/** What else of the case's row the entry changes. */
type Change = Partial<Pick<CaseRow, 'stage' | 'category' | 'owner'>>;

/** Writes the next history entry of a held case with what it changes, and tells other systems. Gives the row as it is then. */
export async function writeNext(
  store: Store,
  tx: Tx,
  row: CaseRow,
  entry: HistoryEntry,
  change: Change = {},
): Promise<CaseRow> {
  const next = { ...row, ...change, seq: row.seq + 1 };
  const stage: Stage = next.stage;
  await tx
    .updateTable('cases')
    .set({ ...change, seq: next.seq })
    .where('number', '=', row.number)
    .execute();
  await writeEntry(store, tx, row.number, next.seq, stage, entry);
  await announceCase(tx, next, entry);
  return next;
}

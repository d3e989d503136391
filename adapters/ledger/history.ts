import type { HistoryEntry, Stage } from '../../domain/cases/case.ts';
import type { CaseNumber } from '../../domain/ids.ts';
import { historyNote } from './personal.ts';
import type { Store, Tx } from './store.ts';

/** `seq` of the entry with which a case is registered. */
export const FIRST_ENTRY = 1;

/** Writes the history entry `seq` of a case. Only the holder of the case's row may: `seq` is the former one plus one. */
export async function writeEntry(
  store: Store,
  tx: Tx,
  number: CaseNumber,
  seq: number,
  stage: Stage,
  entry: HistoryEntry,
): Promise<void> {
  const { at, by, what, detail } = entry;
  const note = historyNote.seal(store.sealer, `${number}/${seq}`, entry.note);
  await tx.insertInto('history').values({ case_number: number, seq, at, by, what, detail, note, stage }).execute();
}

import type { z } from 'zod';
import type { Stage } from '../../domain/cases/case.ts';
import { allowedMoves, isOpen } from '../../domain/cases/stages.ts';
import type { CaseNumber, Instant } from '../../domain/ids.ts';
import { writeEntry } from './history.ts';
import type { moveResult } from './references.ts';
import type { Tables } from './schema.ts';
import type { Store, Tx } from './store.ts';
import { armClocks, disarmClocks } from './timerRows.ts';

/** The row of a case, held until the transaction ends: writers of one case come one after the other. */
export function holdCase(store: Store, tx: Tx, number: CaseNumber): Promise<Tables['cases'] | undefined> {
  return tx
    .selectFrom('cases')
    .selectAll()
    .where('number', '=', number)
    .$if(store.dialect === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
}

/** Moves a case if the manual's stages allow it, meets the clocks that the new stage answers, and keeps its timers in step. */
export async function moveCase(
  store: Store,
  tx: Tx,
  number: CaseNumber,
  to: Stage,
  entry: { by: string; note: string | null },
  at: Instant,
): Promise<z.infer<typeof moveResult>> {
  const row = await holdCase(store, tx, number);
  if (row === undefined) return { kind: 'unknown' };
  const allowed = [...allowedMoves(store.manual, row.stage)];
  if (!allowed.includes(to)) return { kind: 'refused', from: row.stage, allowed };
  const seq = row.seq + 1;
  await tx.updateTable('cases').set({ stage: to, seq }).where('number', '=', number).execute();
  const what = to === 'withdrawn' ? 'withdrawn' : 'stage';
  await writeEntry(store, tx, number, seq, to, { at, by: entry.by, what, detail: to, note: entry.note });
  const met = await meetClocks(store, tx, number, to, seq, at);
  if (!isOpen(to)) await disarmClocks(tx, number, 'all');
  else if (!isOpen(row.stage)) await rearm(tx, row);
  else await disarmClocks(tx, number, met);
  return { kind: 'moved', number, seq };
}

/** Names of the clocks that `stage` met just now. */
async function meetClocks(store: Store, tx: Tx, number: CaseNumber, stage: Stage, seq: number, at: Instant) {
  const open = await tx
    .selectFrom('clocks')
    .select('name')
    .where('case_number', '=', number)
    .where('met_at', 'is', null)
    .execute();
  const met = open.map(({ name }) => name).filter((name) => store.manual.clocks[name]?.metBy.includes(stage) ?? false);
  if (met.length === 0) return met;
  await tx
    .updateTable('clocks')
    .set({ met_at: at, met_seq: seq })
    .where('case_number', '=', number)
    .where('name', 'in', met)
    .execute();
  return met;
}

/** A reopened case is watched again. A timer that fired before fires under its old id, which is harmless. */
async function rearm(tx: Tx, row: Tables['cases']): Promise<void> {
  const open = await tx
    .selectFrom('clocks')
    .selectAll()
    .where('case_number', '=', row.number)
    .where('met_at', 'is', null)
    .execute();
  const clocks = open.map((clock) => ({
    name: clock.name,
    from: row.opened_at,
    limit: clock.limit_at + clock.paused_ms,
  }));
  await armClocks(tx, row.number, row.conversation, clocks);
}

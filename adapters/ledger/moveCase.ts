import type { z } from 'zod';
import type { Stage } from '../../domain/cases/case.ts';
import { allowedMoves, isOpen } from '../../domain/cases/stages.ts';
import type { CaseNumber, Instant } from '../../domain/ids.ts';
import { restartClocks } from '../../domain/manual/clocks.ts';
import { lifeBegan, nextLife, readClock } from './clockLives.ts';
import { writeEntry } from './history.ts';
import { announceCase } from './outsideNews.ts';
import type { moveResult } from './references.ts';
import type { Tables } from './schema.ts';
import type { Store, Tx } from './store.ts';
import { announceStage, armClocks, disarmClocks } from './timerRows.ts';

/** The row of a case, held until the transaction ends: writers of one case come one after the other. */
export function holdCase(store: Store, tx: Tx, number: CaseNumber): Promise<Tables['cases'] | undefined> {
  return tx
    .selectFrom('cases')
    .selectAll()
    .where('number', '=', number)
    .$if(store.dialect === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
}

/** Moves a case if the manual's stages allow it, meets the clocks that the new stage answers, keeps its timers in step, and has the customer told. */
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
  const written = { at, by: entry.by, what, detail: to } as const;
  await writeEntry(store, tx, number, seq, to, { ...written, note: entry.note });
  const met = await meetClocks(store, tx, number, to, seq, at);
  if (!isOpen(to)) await disarmClocks(tx, number, 'all');
  else if (to === 'reopened' || !isOpen(row.stage)) await rewatch(store, tx, row, to, seq, at);
  else await disarmClocks(tx, number, met);
  if (entry.by !== 'customer') await announceStage(tx, number, row.conversation, to, seq, at);
  await announceCase(tx, { ...row, stage: to }, written);
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

/**
 * A case that is open again is watched again. Reopened, its solution is awaited anew: those clocks begin a new life with
 * history entry `seq`. A timer of an old life that fired before is armed under its old id and fires without effect.
 */
async function rewatch(store: Store, tx: Tx, row: Tables['cases'], to: Stage, seq: number, at: Instant): Promise<void> {
  const { number } = row;
  if (to === 'reopened') await restart(store, tx, number, seq, at);
  const open = await tx
    .selectFrom('clocks')
    .selectAll()
    .where('case_number', '=', number)
    .where('met_at', 'is', null)
    .execute();
  const clocks = open.map((clock) => {
    const life = lifeBegan(clock);
    const from = life === seq ? at : row.opened_at;
    return { name: clock.name, from, limit: clock.limit_at + clock.paused_ms, life };
  });
  await armClocks(tx, number, row.conversation, clocks);
}

async function restart(store: Store, tx: Tx, number: CaseNumber, seq: number, at: Instant): Promise<void> {
  const rows = await tx.selectFrom('clocks').selectAll().where('case_number', '=', number).execute();
  const before = rows.map((row) => readClock(row, seq));
  const after = restartClocks(store.manual, before, at, store.zone);
  for (const [index, row] of rows.entries()) {
    const clock = after[index];
    if (clock === undefined || clock === before[index]) continue;
    await tx
      .updateTable('clocks')
      .set(nextLife(row, clock, seq))
      .where('case_number', '=', number)
      .where('name', '=', row.name)
      .execute();
    await disarmClocks(tx, number, [row.name]);
  }
}

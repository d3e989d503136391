import type { z } from 'zod';
import type { Stage } from '../../domain/cases/case.ts';
import { missingBefore } from '../../domain/cases/incident.ts';
import { allowedMoves, isOpen } from '../../domain/cases/stages.ts';
import { isSameHand } from '../../domain/cases/twoHands.ts';
import type { CaseNumber, Instant } from '../../domain/ids.ts';
import { restartClocks } from '../../domain/manual/clocks.ts';
import { changeClock, clockRowsOf, meetNamed, watched } from './caseClocks.ts';
import { readClock } from './clockLives.ts';
import { holdCase } from './holdCase.ts';
import { incidentCase } from './incidents.ts';
import type { moveResult } from './references.ts';
import type { Tables } from './schema.ts';
import type { Store, Tx } from './store.ts';
import { announceStage, armClocks, disarmClocks } from './timerRows.ts';
import { endWait } from './waitCase.ts';
import { writeNext } from './writeNext.ts';

type CaseRow = Tables['cases'];

/**
 * Moves a case if the manual's stages allow it and, where an incident is to end, its steps are recorded; ends its waiting for the
 * customer, meets the clocks that the new stage answers, keeps its timers in step, and has the customer told.
 */
export async function moveCase(
  store: Store,
  tx: Tx,
  number: CaseNumber,
  to: Stage,
  entry: { by: string; note: string | null },
  at: Instant,
): Promise<z.infer<typeof moveResult>> {
  const held = await holdCase(store, tx, number);
  if (held === undefined) return { kind: 'unknown' };
  const from = held.stage;
  const allowed = [...allowedMoves(store.manual, from)];
  if (!allowed.includes(to)) return { kind: 'refused', from, allowed };
  const missing = missingBefore(await incidentCase(tx, held), to);
  if (missing.length > 0) return { kind: 'refused', from, allowed, missing: [...missing] };
  const resolvedBy = to === 'closed' ? await ownWork(store, tx, held, entry.by) : null;
  if (resolvedBy !== null) return { kind: 'refused', from, allowed, resolvedBy };
  const before = await endWait(store, tx, held, entry.by, at);
  const what = to === 'withdrawn' ? 'withdrawn' : 'stage';
  const row = await writeNext(
    store,
    tx,
    before,
    { at, by: entry.by, what, detail: to, note: entry.note },
    { stage: to },
  );
  const met = await meetClocks(store, tx, number, to, row.seq, at);
  if (!isOpen(to)) await disarmClocks(tx, number, 'all');
  else if (to === 'reopened' || !isOpen(from)) await rewatch(store, tx, row, at);
  else await disarmClocks(tx, number, met);
  if (entry.by !== 'customer') await announceStage(tx, number, row.conversation, to, row.seq, at);
  return { kind: 'moved', number, seq: row.seq };
}

/** Who resolved a case that needs another to confirm it, when it is the one who asks; else null (OSM 4.3). */
async function ownWork(store: Store, tx: Tx, { number, kind }: CaseRow, by: string): Promise<string | null> {
  if (!store.manual.caseKinds[kind].confirmedByAnother) return null;
  const resolved = await tx
    .selectFrom('history')
    .select('by')
    .where('case_number', '=', number)
    .where('what', '=', 'stage')
    .where('detail', '=', 'resolved')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return resolved !== undefined && isSameHand(resolved.by, by) ? resolved.by : null;
}

/** Names of the clocks that `stage` met just now. */
async function meetClocks(store: Store, tx: Tx, number: CaseNumber, stage: Stage, seq: number, at: Instant) {
  const open = (await clockRowsOf(tx, number)).filter(({ met_at }) => met_at === null);
  const met = open.map(({ name }) => name).filter((name) => store.manual.clocks[name]?.metBy.includes(stage) ?? false);
  await meetNamed(tx, number, met, seq, at);
  return met;
}

/**
 * A case that is open again is watched again. Reopened, its solution is awaited anew: those clocks begin a new life with
 * the row's history entry. A timer of an old life that fired before is armed under its old id and fires without effect.
 */
async function rewatch(
  store: Store,
  tx: Tx,
  { number, stage, conversation, seq }: CaseRow,
  at: Instant,
): Promise<void> {
  if (stage === 'reopened') await restart(store, tx, number, seq, at);
  const running = await watched(store, tx, number, seq);
  await armClocks(tx, number, conversation, [...running.values()]);
}

async function restart(store: Store, tx: Tx, number: CaseNumber, seq: number, at: Instant): Promise<void> {
  const rows = await clockRowsOf(tx, number);
  const before = rows.map((row) => readClock(row, seq));
  const after = restartClocks(store.manual, before, at, store.zone);
  for (const [index, row] of rows.entries()) {
    const clock = after[index];
    if (clock === undefined || clock === before[index]) continue;
    await changeClock(tx, row, clock, seq);
    await disarmClocks(tx, number, [row.name]);
  }
}

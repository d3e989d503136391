import { isOpen } from '../../domain/cases/stages.ts';
import type { CaseNumber, Instant } from '../../domain/ids.ts';
import { pauseClocks, resumeClocks } from '../../domain/manual/clocks.ts';
import { changeClock, clockRowsOf, warnedBefore, watched } from './caseClocks.ts';
import { readClock } from './clockLives.ts';
import { holdCase } from './holdCase.ts';
import type { WaitResult } from './references.ts';
import type { Tables } from './schema.ts';
import type { Store, Tx } from './store.ts';
import { announceAsked, armClocks, disarmClocks } from './timerRows.ts';
import { writeNext } from './writeNext.ts';

type CaseRow = Tables['cases'];

/** Begins to wait for the customer: the clocks that may pause do, nothing watches them, and the customer is asked. */
export async function pauseCase(
  store: Store,
  tx: Tx,
  number: CaseNumber,
  { by, note }: { by: string; note: string },
  at: Instant,
): Promise<WaitResult> {
  const row = await holdCase(store, tx, number);
  if (row === undefined) return { kind: 'unknown' };
  const { stage } = row;
  const rows = await clockRowsOf(tx, number);
  if (rows.some(isWaiting)) return { kind: 'refused', why: 'waiting', stage };
  const before = rows.map((clock) => readClock(clock, row.seq));
  const after = pauseClocks(store.manual, before, at);
  const waiting = rows.flatMap((clock, index) => {
    const paused = after[index];
    return paused === undefined || paused === before[index] ? [] : [{ clock, paused }];
  });
  if (waiting.length === 0 || !isOpen(stage)) return { kind: 'refused', why: 'nothing runs', stage };
  const next = await writeNext(store, tx, row, { at, by, what: 'paused', detail: null, note });
  for (const { clock, paused } of waiting) await changeClock(tx, clock, paused, next.seq);
  // what was due before the wait is told all the same
  const names = waiting.map(({ clock }) => clock.name);
  await disarmClocks(tx, number, names, at);
  await announceAsked(tx, number, row.conversation, next.seq, at);
  return { kind: 'done', number, seq: next.seq };
}

export async function resumeCase(
  store: Store,
  tx: Tx,
  number: CaseNumber,
  by: string,
  at: Instant,
): Promise<WaitResult> {
  const row = await holdCase(store, tx, number);
  if (row === undefined) return { kind: 'unknown' };
  const next = await endWait(store, tx, row, by, at);
  if (next === row) return { kind: 'refused', why: 'not waiting', stage: row.stage };
  return { kind: 'done', number, seq: next.seq };
}

/** Ends the waiting of a held case when it waits; gives its row as it is then, the same one when it did not wait. */
export async function endWait(store: Store, tx: Tx, row: CaseRow, by: string, at: Instant): Promise<CaseRow> {
  const { number } = row;
  const rows = await clockRowsOf(tx, number);
  const since = rows.find(isWaiting)?.paused_since ?? null;
  if (since === null) return row;
  const before = rows.map((clock) => readClock(clock, row.seq));
  const after = resumeClocks(store.manual, before, at, store.zone);
  const told = await warnedBefore(store, tx, number, row.seq);
  const detail = `${new Date(since).toISOString()} -> ${new Date(Math.max(at, since)).toISOString()}`;
  const next = await writeNext(store, tx, row, { at, by, what: 'resumed', detail, note: null });
  for (const [index, clock] of rows.entries()) {
    const resumed = after[index];
    if (resumed !== undefined && resumed !== before[index]) await changeClock(tx, clock, resumed, next.seq);
  }
  const running = await watched(store, tx, number, next.seq);
  const armed = rows.filter(isWaiting).flatMap(({ name }) => {
    const clock = running.get(name);
    return clock === undefined ? [] : [told.has(name) ? { ...clock, warning: null } : clock];
  });
  await armClocks(tx, number, row.conversation, armed);
  return next;
}

const isWaiting = ({ paused_since, met_at }: Tables['clocks']): boolean => paused_since !== null && met_at === null;

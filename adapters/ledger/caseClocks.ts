import type { CaseNumber, Instant } from '../../domain/ids.ts';
import { beganAt, warningAt } from '../../domain/manual/clocks.ts';
import { loadCase } from './caseRows.ts';
import { lifeBegan, nextLife, type readClock } from './clockLives.ts';
import type { Tables } from './schema.ts';
import type { Store, Tx } from './store.ts';
import type { ArmedClock } from './timerRows.ts';

type ClockRow = Tables['clocks'];

/** The clocks of a case in their order. */
export function clockRowsOf(tx: Tx, number: CaseNumber): Promise<ClockRow[]> {
  return tx.selectFrom('clocks').selectAll().where('case_number', '=', number).orderBy('position').execute();
}

/** Writes a clock that goes on otherwise from history entry `seq` on; how it was before can still be read. */
export async function changeClock(tx: Tx, row: ClockRow, clock: ReturnType<typeof readClock>, seq: number) {
  await tx
    .updateTable('clocks')
    .set(nextLife(row, clock, seq))
    .where('case_number', '=', row.case_number)
    .where('name', '=', row.name)
    .execute();
}

/** Meets clocks with history entry `seq`. */
export async function meetNamed(tx: Tx, number: CaseNumber, names: readonly string[], seq: number, at: Instant) {
  if (names.length === 0) return;
  await tx
    .updateTable('clocks')
    .set({ met_at: at, met_seq: seq })
    .where('case_number', '=', number)
    .where('name', 'in', names)
    .execute();
}

/** When the clocks of a case that run and do not wait are to be told of, by name, as after history entry `seq`. */
export async function watched(store: Store, tx: Tx, number: CaseNumber, seq: number): Promise<Map<string, ArmedClock>> {
  const found = await loadCase(store, tx, number, seq);
  if (found === null) return new Map();
  const lives = new Map((await clockRowsOf(tx, number)).map((row) => [row.name, lifeBegan(row)]));
  const running = found.clocks.filter(({ metAt, pausedSince }) => metAt === null && pausedSince === null);
  return new Map(
    running.map((clock) => {
      const { name, limit } = clock;
      const warning = warningAt(clock, beganAt(store.manual, clock, found));
      return [name, { name, limit, warning, life: lives.get(name) ?? 0 }];
    }),
  );
}

/** Names of the clocks of a case that wait and had come near their limit before: their warning was told. */
export async function warnedBefore(
  store: Store,
  tx: Tx,
  number: CaseNumber,
  seq: number,
): Promise<ReadonlySet<string>> {
  const found = await loadCase(store, tx, number, seq);
  const warned = found?.clocks.filter((clock) => {
    const { metAt, pausedSince } = clock;
    if (metAt !== null || pausedSince === null) return false;
    return warningAt(clock, beganAt(store.manual, clock, found)) <= pausedSince;
  });
  return new Set(warned?.map(({ name }) => name));
}

import type { CaseNumber, Instant } from '../../domain/ids.ts';
import { metByCategory } from '../../domain/manual/clocks.ts';
import { clockRowsOf, meetNamed } from './caseClocks.ts';
import { readClock } from './clockLives.ts';
import { holdCase } from './holdCase.ts';
import type { Store, Tx } from './store.ts';
import { disarmClocks } from './timerRows.ts';
import { writeNext } from './writeNext.ts';

/** Puts a case where it belongs; the history keeps both (OSM 7.1.1). Its first category meets the clock that asks for one. */
export async function reclassifyCase(
  store: Store,
  tx: Tx,
  number: CaseNumber,
  { category, owner }: { readonly category: string; readonly owner: string },
  { by, note }: { by: string; note: string | null },
  at: Instant,
): Promise<{ number: CaseNumber; seq: number } | null> {
  const row = await holdCase(store, tx, number);
  if (row === undefined) return null;
  const detail = `${row.category ?? 'none'} -> ${category}`;
  const { seq } = await writeNext(store, tx, row, { at, by, what: 'reclassified', detail, note }, { category, owner });
  const clocks = (await clockRowsOf(tx, number)).map((each) => readClock(each, seq));
  const met = metByCategory(store.manual, clocks);
  await meetNamed(tx, number, met, seq, at);
  await disarmClocks(tx, number, met);
  return { number, seq };
}

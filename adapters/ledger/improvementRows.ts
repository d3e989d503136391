import { sql } from 'kysely';
import type { Improvement, ImprovementEntry } from '../../domain/statistics/improvement.ts';
import { improvementText } from './personal.ts';
import type { Tables } from './schema.ts';
import type { Reader, Store, Tx } from './store.ts';

const recordOf = (improvement: string, id: string): string => JSON.stringify([improvement, id]);

/** Writers of improvements take turns: they are few, and each looks at what the others wrote. Readers do not wait. */
export async function hold({ dialect }: Store, tx: Tx): Promise<void> {
  if (dialect === 'postgres') await sql`lock table improvements in share row exclusive mode`.execute(tx);
}

export async function addEntry(
  { sealer }: Store,
  tx: Tx,
  improvement: string,
  seq: number,
  { text, ...entry }: ImprovementEntry,
): Promise<void> {
  const sealed = improvementText.seal(sealer, recordOf(improvement, entry.id), text);
  await tx
    .insertInto('improvement_entries')
    .values({ improvement, seq, ...entry, text: sealed })
    .execute();
}

export async function improvementOf(store: Store, db: Reader, id: string): Promise<Improvement | null> {
  const rows = await db.selectFrom('improvements').selectAll().where('id', '=', id).execute();
  return (await readImprovements(store, db, rows))[0] ?? null;
}

/** With their entries, in the order of the rows. */
export async function readImprovements(
  store: Store,
  db: Reader,
  rows: readonly Tables['improvements'][],
): Promise<Improvement[]> {
  if (rows.length === 0) return [];
  const entries = await db
    .selectFrom('improvement_entries')
    .selectAll()
    .where(
      'improvement',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('seq')
    .execute();
  const entriesOf = Map.groupBy(entries, ({ improvement }) => improvement);
  return rows.map(({ opened_at, closed_at, ...row }) => ({
    ...row,
    entries: (entriesOf.get(row.id) ?? []).map((entry) => readEntry(store, entry)),
    openedAt: opened_at,
    closedAt: closed_at,
  }));
}

function readEntry({ sealer }: Store, row: Tables['improvement_entries']): ImprovementEntry {
  const { improvement, id, stage, owner, due, by, at } = row;
  return { id, stage, text: improvementText.open(sealer, recordOf(improvement, id), row.text), owner, due, by, at };
}

import type { DeskEvent } from '../../domain/desk/handoffs.ts';
import type { Instant } from '../../domain/ids.ts';
import { deskEventWords, eventData } from './personal.ts';
import type { Tables } from './schema.ts';
import type { Store, Tx } from './store.ts';

/**
 * Adds an event of the desk in the transaction of what it tells of; false when the key was used before. Call it last: the
 * counter's row is locked from here to the commit, so that events become readable in the order of `seq`, without gaps (a
 * sequence would let a reader pass by one that commits late), and whoever waits for another lock while holding it could deadlock.
 */
export async function addDeskEvent(
  store: Store,
  tx: Tx,
  event: Omit<DeskEvent, 'seq' | 'at'>,
  key: string,
  at: Instant,
): Promise<boolean> {
  if (await deskEventExists(tx, key)) return false;
  const { last: seq } = await tx
    .updateTable('desk_counter')
    .set(({ eb }) => ({ last: eb('last', '+', 1) }))
    .returning('last')
    .executeTakeFirstOrThrow();
  const { kind, handoff, conversation, by, data } = event;
  const written =
    kind === 'message'
      ? { data: null, sealed: deskEventWords.seal(store.sealer, key, data) }
      : { data: JSON.stringify(data), sealed: null };
  const mine = await tx
    .insertInto('desk_events')
    .values({ seq, key, at, kind, handoff, conversation, by, ...written })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('seq')
    .executeTakeFirst();
  if (mine !== undefined) return true;
  await tx
    .updateTable('desk_counter')
    .set({ last: seq - 1 })
    .execute();
  return false;
}

async function deskEventExists(tx: Tx, key: string): Promise<boolean> {
  return (await tx.selectFrom('desk_events').select('seq').where('key', '=', key).executeTakeFirst()) !== undefined;
}

export function readDeskEvent(store: Store, row: Tables['desk_events']): DeskEvent {
  const { seq, at, kind, handoff, conversation, by } = row;
  return { seq, at, kind, handoff, conversation, by, data: dataOf(store, row) };
}

export function dataOf(store: Store, row: Pick<Tables['desk_events'], 'key' | 'data' | 'sealed'>): DeskEvent['data'] {
  if (row.sealed !== null) return deskEventWords.open(store.sealer, row.key, row.sealed);
  return eventData.parse(JSON.parse(row.data ?? '{}'));
}

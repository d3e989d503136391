import { randomUUID } from 'node:crypto';
import type { Instant, StaffId } from '../../domain/ids.ts';
import { addDeskEvent } from './deskEventRows.ts';
import type { Store, Tx } from './store.ts';

/** Tells the desk in the transaction that made it so; the last thing in it. */
export async function tellDesk(
  store: Store,
  tx: Tx,
  kind: 'staff' | 'settings',
  by: StaffId,
  data: Readonly<Record<string, unknown>>,
  at: Instant,
): Promise<void> {
  await addDeskEvent(store, tx, { kind, handoff: null, conversation: null, by, data }, `${kind}:${randomUUID()}`, at);
}

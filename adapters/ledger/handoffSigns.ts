import type { Said } from '../../domain/desk/handoffs.ts';
import { heard } from '../../domain/desk/heard.ts';
import type { HandoffId, Instant, Language, StaffId } from '../../domain/ids.ts';
import { addDeskEvent, dataOf } from './deskEventRows.ts';
import { holdHandoff, lifeColumns, readHandoff } from './handoffRows.ts';
import type { Store, Tx } from './store.ts';

/** Keeps the `message` event, and the clocks of a hand-off that is open. What comes after its end changes nothing of it. */
export async function noteSaid(
  store: Store,
  tx: Tx,
  id: HandoffId,
  said: Said,
  at: Instant,
): Promise<'said' | 'said before'> {
  const key = `message:${id}:${said.once ?? said.id}`;
  const row = await holdHandoff(store, tx, id);
  if (row === undefined) return 'said';
  const before = await tx
    .selectFrom('desk_events')
    .select(['key', 'data', 'sealed'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (before !== undefined) return dataOf(store, before).id === said.id ? 'said' : 'said before';
  const after = heard(readHandoff(store, row), said.by, at);
  const { by, text, files } = said;
  const answered = row.answered_at ?? (by === 'customer' || row.ended_at !== null ? null : at);
  const language = row.ended_at === null ? (said.language ?? row.language) : row.language;
  await tx
    .updateTable('handoffs')
    .set({ ...lifeColumns(after), answered_at: answered, language })
    .where('id', '=', id)
    .execute();
  const data = { id: said.id, text, files };
  await addDeskEvent(store, tx, { kind: 'message', handoff: id, conversation: row.conversation, by, data }, key, at);
  return 'said';
}

/** One statement, as consoles send it every few seconds. A change that holds the row is waited for and then seen. */
export async function noteAlive(tx: Tx, id: HandoffId, agent: StaffId, at: Instant): Promise<void> {
  await tx
    .updateTable('handoffs')
    .set({ alive_at: at })
    .where('id', '=', id)
    .where('owner', '=', 'agent')
    .where('agent', '=', agent)
    .where('alive_at', '<', at)
    .execute();
}

export async function noteSpoken(tx: Tx, id: HandoffId, language: Language): Promise<void> {
  await tx.updateTable('handoffs').set({ language }).where('id', '=', id).where('ended_at', 'is', null).execute();
}

import type { Said } from '../../domain/desk/handoffs.ts';
import { heard } from '../../domain/desk/heard.ts';
import type { HandoffId, Instant, StaffId } from '../../domain/ids.ts';
import { addDeskEvent, deskEventExists } from './deskEventRows.ts';
import { holdHandoff, lifeColumns, readHandoff } from './handoffRows.ts';
import type { Store, Tx } from './store.ts';

/** Keeps the `message` event, and the clocks of a hand-off that is open. What comes after its end changes nothing of it. */
export async function noteSaid(store: Store, tx: Tx, id: HandoffId, said: Said, at: Instant): Promise<void> {
  const key = `message:${id}:${said.id}`;
  const row = await holdHandoff(store, tx, id);
  if (row === undefined || (await deskEventExists(tx, key))) return;
  const after = heard(readHandoff(store, row), said.by, at);
  const { by, text, files } = said;
  const answered = row.answered_at ?? (by === 'customer' || row.ended_at !== null ? null : at);
  await tx
    .updateTable('handoffs')
    .set({ ...lifeColumns(after), answered_at: answered })
    .where('id', '=', id)
    .execute();
  const data = { id: said.id, text, files };
  await addDeskEvent(store, tx, { kind: 'message', handoff: id, conversation: row.conversation, by, data }, key, at);
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

import type { Handoff, HandoffCommand } from '../../domain/desk/handoff.ts';
import type { Changed } from '../../domain/desk/handoffs.ts';
import { step } from '../../domain/desk/step.ts';
import type { HandoffId, Instant } from '../../domain/ids.ts';
import { addDeskEvent } from './deskEventRows.ts';
import { handledMs, holdHandoff, lifeColumns, readHandoff } from './handoffRows.ts';
import { announceHandoff } from './outsideNews.ts';
import type { Store, Tx } from './store.ts';
import { announceOwner } from './timerRows.ts';

/** The key of the event that tells of an owner. */
export const ownerKey = (id: HandoffId, epoch: number): string => `handoff:${id}:${epoch}`;

/** Applies a command to a hand-off, with the event and the timer that tell of it. */
export async function changeHandoff(
  store: Store,
  tx: Tx,
  id: HandoffId,
  command: HandoffCommand,
  at: Instant,
): Promise<Changed> {
  const row = await holdHandoff(store, tx, id);
  if (row === undefined) return { kind: 'unknown' };
  const before = readHandoff(store, row);
  const stepped = step(before, command, at);
  if (stepped.kind === 'refused') return { ...stepped, handoff: before };
  if (stepped.kind === 'same') return { kind: 'changed', handoff: before };
  const { handoff } = stepped;
  const { numUpdatedRows } = await tx
    .updateTable('handoffs')
    .set({
      ...lifeColumns(handoff),
      handled_ms: handledMs(row.handled_ms, before.owner, handoff.owner, at),
      accepted_at: row.accepted_at ?? (handoff.owner.kind === 'agent' ? at : null),
    })
    .where('id', '=', id)
    .where('epoch', '=', before.epoch)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`hand-off ${id} changed while it was held`);
  await keepHandled(tx, handoff);
  await tellOwner(store, tx, handoff, command.kind, byOf(command), at);
  return { kind: 'changed', handoff };
}

/** The event for the desk, the timer for the conversation, and what other systems are told. */
export async function tellOwner(
  store: Store,
  tx: Tx,
  handoff: Handoff,
  command: HandoffCommand['kind'] | 'request',
  by: string,
  at: Instant,
): Promise<void> {
  const { id, conversation, epoch, owner } = handoff;
  await announceOwner(tx, id, conversation, epoch, at);
  await announceHandoff(tx, handoff, command, by, at);
  const event = { kind: 'handoff', handoff: id, conversation, by, data: { epoch, command, owner } } as const;
  await addDeskEvent(store, tx, event, ownerKey(id, epoch), at);
}

async function keepHandled(tx: Tx, { id, owner, former }: Handoff): Promise<void> {
  if (owner.kind !== 'ended' || former.length === 0) return;
  const rows = former.map((agent) => ({ agent, handoff: id, ended_at: owner.at }));
  await tx.insertInto('handled').values(rows).execute();
}

function byOf(command: HandoffCommand): string {
  switch (command.kind) {
    case 'pass':
      return command.until === undefined ? command.agent : 'clock';
    case 'accept':
      return command.agent;
    case 'transfer':
    case 'return':
      return command.by;
    case 'leave':
      return 'customer';
    case 'offer':
    case 'lose':
    case 'callback':
      return 'clock';
  }
}

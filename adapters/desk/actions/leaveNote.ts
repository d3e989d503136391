import type { Handoff } from '../../../domain/desk/handoff.ts';
import type { Note } from '../../../domain/desk/handoffs.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import type { DeskDeps } from '../deps.ts';
import { stored } from '../stored.ts';

/** The note that goes with a change of a hand-off: one for each epoch, so that a repeat writes none. */
export async function leaveNote(
  deps: Pick<DeskDeps, 'ledger' | 'now' | 'log'>,
  { id: by }: StaffMember,
  { id, epoch, conversation }: Handoff,
  kind: Note['kind'],
  text: string,
): Promise<void> {
  const note = { id: `${kind}-${id}-${epoch}`, conversation, by, kind, text };
  await stored(deps, deps.ledger.notes.add(note, deps.now()));
}

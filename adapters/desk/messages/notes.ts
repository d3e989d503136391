import { z } from 'zod';
import type { Note } from '../../../domain/desk/handoffs.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import { readable } from '../access/conversation.ts';
import { hasRole } from '../auth/access.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { id, noteBody, noteView } from '../schemas.ts';
import { stored } from '../stored.ts';
import { iso } from '../views/time.ts';

const params = z.object({ id });
const refusals = { 404: 'There is no such conversation for the caller.' };

/** What staff write for each other; no customer ever sees it. */
export function noteOperations(deps: DeskDeps): DeskOperation[] {
  const write = async (staff: StaffMember, given: string, body: z.output<typeof noteBody>, kind: Note['kind']) => {
    const { handoff } = await readable(deps, staff, given);
    const note = { id: body.id, conversation: handoff.conversation, by: staff.id, kind, text: body.text };
    const written = await stored(deps, deps.ledger.notes.add(note, deps.now()));
    deps.signals.send({ kind: 'desk' });
    return viewNote(written, [staff]);
  };
  return [
    deskOperation(deps.guard, {
      method: 'POST',
      path: '/desk/api/conversations/:id/notes',
      summary: 'A note that only staff see; the same id twice is one note.',
      access: 'agent',
      params,
      body: noteBody,
      answer: noteView,
      refusals,
      handle: ({ params, body }, { staff }) => write(staff, params.id, body, 'note'),
    }),
    deskOperation(deps.guard, {
      method: 'POST',
      path: '/desk/api/conversations/:id/whisper',
      summary: 'A supervisor’s word to the agent who has the customer.',
      access: 'supervisor',
      params,
      body: noteBody,
      answer: noteView,
      refusals,
      handle: ({ params, body }, { staff }) => write(staff, params.id, body, 'whisper'),
    }),
  ];
}

export function viewNote(
  { id, at, by, kind, text }: Note,
  staff: readonly Pick<StaffMember, 'id' | 'name'>[],
): z.infer<typeof noteView> {
  return { id, at: iso(at), by, byName: staff.find((each) => each.id === by)?.name ?? by, kind, text };
}

/** A whisper is for who has the customer, for supervisors and for who wrote it. */
export function mayReadNote({ kind, by }: Note, staff: StaffMember, holds: boolean): boolean {
  return kind !== 'whisper' || holds || by === staff.id || hasRole(staff, 'supervisor');
}

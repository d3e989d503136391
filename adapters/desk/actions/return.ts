import { z } from 'zod';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import { mustHold, readable } from '../access/conversation.ts';
import { hasRole } from '../auth/access.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { id, returnBody, taken } from '../schemas.ts';
import { viewHandoff } from '../views/handoff.ts';
import { apply } from './apply.ts';
import { leaveNote } from './leaveNote.ts';

export function returnOperation(deps: DeskDeps): DeskOperation {
  return deskOperation(deps.guard, {
    method: 'POST',
    path: '/desk/api/conversations/:id/return',
    summary:
      'Ends the hand-off, with its result when the caller gives one; the bot answers the customer again. Supervisors may end any.',
    access: 'agent',
    params: z.object({ id }),
    body: returnBody,
    answer: taken,
    refusals: { 404: 'There is no such conversation for the caller.', 409: 'The caller does not have the customer.' },
    handle: async ({ params, body }, { staff }) => {
      const found = await readable(deps, staff, params.id);
      const result = body.result ?? null;
      const returned = ({ owner }: Handoff) =>
        owner.kind === 'ended' &&
        owner.how === 'returned' &&
        owner.by === staff.id &&
        (result === null || owner.result === result);
      if (returned(found.handoff)) return { handoff: await viewHandoff(deps, found.handoff) };
      const over = hasRole(staff, 'supervisor') && found.handoff.owner.kind === 'agent';
      const handoff = over ? found.handoff : await mustHold(deps, found);
      if (body.note !== undefined) await leaveNote(deps, staff, handoff, 'note', body.note);
      const command = { kind: 'return', by: staff.id, result, over } as const;
      const changed = await apply(deps, staff, handoff, command, { what: 'return', detail: result }, returned);
      return { handoff: await viewHandoff(deps, changed) };
    },
  });
}

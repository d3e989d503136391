import { z } from 'zod';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import { isPresent } from '../../../domain/desk/queue.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import type { StaffId } from '../../../domain/ids.ts';
import { HttpError } from '../../http/answer.ts';
import { mustHold, readable } from '../access/conversation.ts';
import { hasRole } from '../auth/access.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { id, taken, transferBody } from '../schemas.ts';
import { viewHandoff } from '../views/handoff.ts';
import { apply } from './apply.ts';
import { leaveNote } from './leaveNote.ts';

type Wanted = NonNullable<Handoff['wanted']>;

export function transferOperation(deps: DeskDeps): DeskOperation {
  return deskOperation(deps.guard, {
    method: 'POST',
    path: '/desk/api/conversations/:id/transfer',
    summary:
      'Gives the customer to another agent or team, at the head of the queue, with a note for them. Supervisors move any.',
    access: 'agent',
    params: z.object({ id }),
    body: transferBody,
    answer: taken,
    refusals: {
      404: 'There is no such conversation for the caller.',
      409: 'The caller does not have the customer, or nobody is there to take them.',
    },
    handle: async ({ params, body }, { staff }) => {
      const found = await readable(deps, staff, params.id);
      const to: Wanted = 'agent' in body ? { agent: body.agent as StaffId } : { team: body.team };
      if (sent(found.handoff, to, staff)) return { handoff: await viewHandoff(deps, found.handoff) };
      const over = hasRole(staff, 'supervisor') && !found.holds && found.handoff.owner.kind !== 'ended';
      const handoff = over ? found.handoff : await mustHold(deps, found);
      await check(deps, to, staff, over);
      if (body.note !== undefined) {
        // before the change, so that it is there when the next agent looks
        await leaveNote(deps, staff, handoff, 'transfer', body.note);
      }
      const command = { kind: 'transfer', by: staff.id, to, over } as const;
      const detail = 'agent' in to ? `to agent ${to.agent}` : `to team ${to.team}`;
      const changed = await apply(deps, staff, handoff, command, { what: 'transfer', detail });
      return { handoff: await viewHandoff(deps, changed) };
    },
  });
}

/** It was sent there before and waits: the first answer was lost. */
function sent({ owner, wanted, former }: Handoff, to: Wanted, by: StaffMember): boolean {
  if (owner.kind !== 'queue' && owner.kind !== 'offered') return false;
  return (former.at(-1) === by.id || hasRole(by, 'supervisor')) && JSON.stringify(wanted) === JSON.stringify(to);
}

/** 409 with why it cannot go there. */
async function check({ ledger, manual, now }: DeskDeps, to: Wanted, by: StaffMember, over: boolean): Promise<void> {
  if ('team' in to) {
    if (!Object.hasOwn(manual.teams, to.team)) throw cannot('The manual has no such team: choose another one.');
    return;
  }
  if (to.agent === by.id && !over) throw cannot('You have this customer already: choose somebody else.');
  const agent = await ledger.staff.find(to.agent);
  if (agent === null) throw cannot('There is no such agent: choose another one.');
  if (agent.disabled) throw cannot(`${agent.name} has no account any more: choose somebody else.`);
  if (!isPresent(agent, now())) throw cannot(`${agent.name} is not at the desk: choose somebody else or a team.`);
  if (agent.status !== 'available') throw cannot(`${agent.name} is busy: choose somebody else or a team.`);
}

const cannot = (message: string): HttpError => new HttpError(409, 'CannotTransfer', message);

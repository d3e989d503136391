import { z } from 'zod';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import type { HandoffId } from '../../../domain/ids.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { noHandoff } from '../refusals.ts';
import { id, taken } from '../schemas.ts';
import { viewHandoff } from '../views/handoff.ts';
import { apply } from './apply.ts';

const params = z.object({ id });
const refusals = { 404: 'There is no such hand-off.', 409: 'Somebody else has it, by name, or it has ended.' };

/** Who answers for a customer: taking, letting pass, taking over. */
export function ownerOperations(deps: DeskDeps): DeskOperation[] {
  const { guard, ledger } = deps;
  const find = async (given: string): Promise<Handoff> => {
    const found = await ledger.handoffs.find(given as HandoffId);
    if (found === null) throw noHandoff();
    return found;
  };
  // who takes a customer is not away, whatever their status says: they would lose them at once
  const isHere = async ({ id: staff, status }: StaffMember): Promise<void> => {
    if (status === 'away') await ledger.staff.setStatus(staff, 'busy', deps.now());
  };
  return [
    deskOperation(guard, {
      method: 'POST',
      path: '/desk/api/handoffs/:id/accept',
      summary: 'Takes a customer, offered or out of the queue. Of several that try, one gets them.',
      access: 'agent',
      params,
      answer: taken,
      refusals,
      handle: async ({ params }, { staff }) => {
        const command = { kind: 'accept', agent: staff.id, over: false } as const;
        const before = await find(params.id);
        await isHere(staff);
        const handoff = await apply(deps, staff, before, command, { what: 'accept', detail: null });
        return { handoff: await viewHandoff(deps, handoff) };
      },
    }),
    deskOperation(guard, {
      method: 'POST',
      path: '/desk/api/handoffs/:id/decline',
      summary: 'Lets an offer pass: the next agent gets it.',
      access: 'agent',
      params,
      answer: taken,
      refusals: { ...refusals, 409: 'It is not being offered to the caller.' },
      handle: async ({ params }, { staff }) => {
        const command = { kind: 'pass', agent: staff.id } as const;
        const passed = (now: Handoff) => now.owner.kind !== 'ended' && now.passed.includes(staff.id);
        const declined = { what: 'decline', detail: null };
        const handoff = await apply(deps, staff, await find(params.id), command, declined, passed);
        return { handoff: await viewHandoff(deps, handoff) };
      },
    }),
    deskOperation(guard, {
      method: 'POST',
      path: '/desk/api/handoffs/:id/take',
      summary: 'Takes a customer over, also from the agent who has them.',
      access: 'supervisor',
      params,
      answer: taken,
      refusals,
      handle: async ({ params }, { staff }) => {
        const before = await find(params.id);
        const command = { kind: 'accept', agent: staff.id, over: true } as const;
        const from = before.owner.kind === 'agent' ? `from ${before.owner.agent}` : null;
        await isHere(staff);
        const handoff = await apply(deps, staff, before, command, { what: 'take', detail: from });
        return { handoff: await viewHandoff(deps, handoff) };
      },
    }),
  ];
}

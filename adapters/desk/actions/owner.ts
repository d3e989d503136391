import { z } from 'zod';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import type { HandoffId } from '../../../domain/ids.ts';
import { HttpError } from '../../http/answer.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { noHandoff } from '../refusals.ts';
import { id, taken } from '../schemas.ts';
import { viewHandoff } from '../views/handoff.ts';
import { apply } from './apply.ts';

const params = z.object({ id });
const refusals = {
  404: 'There is no such hand-off.',
  409: 'Somebody else has it (`owner`: id and name), or it has ended.',
};

/** Who answers for a customer: taking, letting pass, taking over. */
export function ownerOperations(deps: DeskDeps): DeskOperation[] {
  const { guard, ledger } = deps;
  const find = async (given: string): Promise<Handoff> => {
    const found = await ledger.handoffs.find(given as HandoffId);
    if (found === null) throw noHandoff();
    return found;
  };
  /**
   * Who takes a customer is not away, whatever their status says: they would lose them at once, so it changes before. As it
   * was when they did not get them.
   */
  const here = async <T>({ id: staff, status }: StaffMember, take: () => Promise<T>): Promise<T> => {
    if (status !== 'away') return take();
    await ledger.staff.setStatus(staff, 'available', deps.now());
    try {
      return await take();
    } catch (error) {
      // what is not known to be stored may be theirs
      const known = error instanceof HttpError && error.status < 500;
      if (known) await ledger.staff.setStatus(staff, 'away', deps.now());
      throw error;
    }
  };
  return [
    deskOperation(guard, {
      method: 'POST',
      path: '/desk/api/handoffs/:id/accept',
      summary:
        'Takes a customer, offered or out of the queue, also beyond the caller’s limit, which only counts for offers. Of several that try, one gets them; who was `away` is `available` then.',
      access: 'agent',
      params,
      answer: taken,
      refusals,
      handle: async ({ params }, { staff }) => {
        const command = { kind: 'accept', agent: staff.id, over: false } as const;
        const before = await find(params.id);
        const accepted = { what: 'accept', detail: null };
        const handoff = await here(staff, () => apply(deps, staff, before, command, accepted));
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
        const handoff = await here(staff, () => apply(deps, staff, before, command, { what: 'take', detail: from }));
        return { handoff: await viewHandoff(deps, handoff) };
      },
    }),
  ];
}

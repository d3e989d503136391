import type { Handoff } from '../../../domain/desk/handoff.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import { had, has } from '../access/conversation.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { closedView, handoffsQuery, queueView } from '../schemas.ts';
import { viewHandoffs } from '../views/handoff.ts';
import { createWaitingRows } from './waitingRows.ts';

const DEFAULT_ROWS = 30;

export function queueOperations(deps: DeskDeps): DeskOperation[] {
  const { guard, ledger } = deps;
  const waitingRows = createWaitingRows(deps);
  return [
    deskOperation(guard, {
      method: 'GET',
      path: '/desk/api/queue',
      summary: 'Who waits, in the order of service, and the caller’s own conversations; masked.',
      access: 'agent',
      answer: queueView,
      handle: async (_input, { staff }) => {
        // before the hand-offs are read: what happens in between is told again, not missed
        const after = await ledger.deskEvents.last();
        const { open, waiting, more } = await waitingRows(after);
        return { waiting, more, mine: await viewHandoffs(deps, ofAgent(open, staff), open), after };
      },
    }),
    deskOperation(guard, {
      method: 'GET',
      path: '/desk/api/conversations',
      summary: 'The caller’s former conversations, or for supervisors those that agents have now.',
      access: 'agent',
      query: handoffsQuery,
      answer: closedView,
      handle: async ({ query }, { staff }, call) => {
        if (query.which === 'team') await guard.requireRole(call, 'supervisor');
        const limit = query.limit ?? DEFAULT_ROWS;
        const found = query.which === 'team' ? await withAgents(deps) : await closed(deps, staff, limit);
        return { handoffs: await viewHandoffs(deps, found.slice(0, limit), []) };
      },
    }),
  ];
}

function ofAgent(open: readonly Handoff[], { id }: StaffMember): readonly Handoff[] {
  const since = ({ owner }: Handoff) => (owner.kind === 'agent' ? owner.since : 0);
  return open.filter((each) => has(each, id)).sort((one, other) => since(one) - since(other));
}

async function closed({ ledger }: DeskDeps, { id }: StaffMember, limit: number): Promise<readonly Handoff[]> {
  const past = await ledger.handoffs.past({ agent: id }, limit);
  return past.filter((each) => each.owner.kind === 'ended' && had(each, id));
}

/** Those that agents have now. */
export async function withAgents({ ledger }: Pick<DeskDeps, 'ledger'>): Promise<readonly Handoff[]> {
  return (await ledger.handoffs.open()).filter(({ owner }) => owner.kind === 'agent');
}

import { z } from 'zod';
import { readable } from '../access/conversation.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { done, id } from '../schemas.ts';

export function readOperation({ guard, ledger, now }: DeskDeps): DeskOperation {
  return deskOperation(guard, {
    method: 'POST',
    path: '/desk/api/conversations/:id/read',
    summary: 'The caller has read everything: a sign of life of the agent who has the customer.',
    access: 'agent',
    params: z.object({ id }),
    answer: done,
    refusals: { 404: 'There is no such conversation for the caller.' },
    handle: async ({ params }, { staff }) => {
      const { handoff, holds } = await readable({ ledger, now }, staff, params.id);
      if (holds) await ledger.handoffs.alive(handoff.id, staff.id, now());
      return {};
    },
  });
}

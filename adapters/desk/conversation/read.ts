import { z } from 'zod';
import { readable } from '../access/conversation.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { conversationView, entriesQuery, id } from '../schemas.ts';
import { Looks } from './looks.ts';
import { viewConversation } from './view.ts';

export function conversationOperation(deps: DeskDeps): DeskOperation {
  const looks = new Looks();
  return deskOperation(deps.guard, {
    method: 'GET',
    path: '/desk/api/conversations/:id',
    summary:
      'Transcript from a position on, what was understood, open cases and bookings. `next` continues the transcript.',
    access: 'agent',
    params: z.object({ id }),
    query: entriesQuery,
    answer: conversationView,
    refusals: { 404: 'There is no such conversation, or it is not for the caller.' },
    handle: async ({ params, query }, { staff }) => {
      const found = await readable(deps, staff, params.id);
      const from = query.from ?? 0;
      if (!found.holds && from === 0 && looks.isNew(staff.id, found.handoff.conversation, deps.now())) {
        // manual section 10: each look by somebody who does not serve the customer is written down
        const look = { by: staff.id, what: 'look', subject: found.handoff.conversation, detail: null };
        await deps.ledger.audit.add(look, deps.now());
      }
      return viewConversation(deps, staff, found, from);
    },
  });
}

import { z } from 'zod';
import { readable } from '../access/conversation.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { conversationView, entriesQuery, id } from '../schemas.ts';
import { noteLook } from './looks.ts';
import { viewConversation } from './view.ts';

export function conversationOperation(deps: DeskDeps): DeskOperation {
  return deskOperation(deps.guard, {
    method: 'GET',
    path: '/desk/api/conversations/:id',
    summary:
      'Transcript from a position on, what was understood, open cases and bookings. `next` continues the transcript. Of the agent who has the customer it is a sign of life.',
    access: 'agent',
    params: z.object({ id }),
    query: entriesQuery,
    answer: conversationView,
    refusals: { 404: 'There is no such conversation, or it is not for the caller.' },
    handle: async ({ params, query }, { staff }) => {
      const found = await readable(deps, staff, params.id);
      await noteLook(deps, staff, found);
      return viewConversation(deps, staff, found, query.from ?? 0);
    },
  });
}

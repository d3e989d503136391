import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Handoff, NewHandoff } from '../../domain/desk/handoff.ts';
import type { HandoffId, Instant } from '../../domain/ids.ts';
import { tellOwner } from './changeHandoff.ts';
import { lifeColumns, ownerShape, readHandoff } from './handoffRows.ts';
import { customerNow } from './mergeCustomers.ts';
import { handoffBriefing } from './personal.ts';
import type { Store, Tx } from './store.ts';

/**
 * What a request led to: a repeat is told of the owner that the first one saw, so that a repeated turn still waits for the
 * news of the later ones.
 */
export const handoffAsOf = z.object({
  id: z.string().transform((text) => text as HandoffId),
  epoch: z.int().min(1),
  owner: ownerShape,
});
type HandoffAsOf = z.infer<typeof handoffAsOf>;

/** Open ones of a conversation end while another request looks for them, but not so many times in a row. */
const ATTEMPTS = 10;

export async function requestHandoff(store: Store, tx: Tx, draft: NewHandoff, at: Instant): Promise<HandoffAsOf> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const made = await insertHandoff(store, tx, draft, at);
    if (made !== null) {
      await tellOwner(store, tx, made, 'request', 'bot', at);
      return { id: made.id, epoch: made.epoch, owner: made.owner };
    }
    const row = await tx
      .selectFrom('handoffs')
      .selectAll()
      .where('conversation', '=', draft.conversation)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (row === undefined) continue;
    const { id, epoch, owner } = readHandoff(store, row);
    return { id, epoch, owner };
  }
  throw new Error(`conversation ${draft.conversation} neither has an open hand-off nor may get one`);
}

/** Null when the conversation has an open one. */
async function insertHandoff(store: Store, tx: Tx, draft: NewHandoff, at: Instant): Promise<Handoff | null> {
  const made: Handoff = {
    ...draft,
    customer: await customerNow(store, tx, draft.customer),
    id: randomUUID() as string as HandoffId,
    epoch: 1,
    owner: { kind: 'queue' },
    requestedAt: at,
    waitingSince: at,
    first: false,
    wanted: null,
    former: [],
    passed: [],
    customerAt: at,
    agentAt: null,
  };
  const { id, conversation, customer, channel, language, reason, severity, team } = made;
  const mine = await tx
    .insertInto('handoffs')
    .values({
      ...{ id, conversation, customer, channel, language, reason, severity, team },
      ...lifeColumns(made),
      briefing: handoffBriefing.seal(store.sealer, id, draft.briefing),
      requested_at: at,
      ...{ handled_ms: null, accepted_at: null, answered_at: null },
    })
    .onConflict((conflict) => conflict.column('conversation').where('ended_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return mine === undefined ? null : made;
}

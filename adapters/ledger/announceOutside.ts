import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ConversationId, Instant } from '../../domain/ids.ts';
import { type OutsideEvent, wants } from '../../domain/webhooks.ts';
import type { Tx } from './store.ts';

export const patterns = z.array(z.string());

export interface OutsideNews {
  readonly event: OutsideEvent;
  /** Number or id of what changed: events of one subject are told in order. */
  readonly subject: string;
  readonly at: Instant;
  /** Ids, names of the manual and ISO instants; nothing personal. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Whose transcript is to go with it. */
  readonly conversation?: ConversationId;
}

/**
 * Writes an event for the webhooks that ask for it, in the transaction of the change it tells of; one small read when there
 * are none. The caller holds the row of the subject (or has just made it), which puts the subject's events in order.
 */
export async function announceOutside(tx: Tx, { event, subject, at, data, conversation }: OutsideNews): Promise<void> {
  const hooks = await tx.selectFrom('webhooks').select(['id', 'events']).execute();
  const told = hooks.filter(({ events }) => wants(patterns.parse(JSON.parse(events)), event));
  if (told.length === 0) return;
  const last = await tx
    .selectFrom('webhook_outbox')
    .select(({ fn }) => fn.max('sequence').as('sequence'))
    .where('subject', '=', subject)
    .executeTakeFirst();
  // not 1, 2, 3: it goes on growing when older rows were removed
  const sequence = Math.max(at, (last?.sequence ?? 0) + 1);
  const common = { subject, sequence, event_id: randomUUID(), event, at, data: JSON.stringify(data) };
  const fresh = { state: 'waiting', due: at, tries: 0, lease_until: 0, holder: null } as const;
  const rows = told.map(({ id: webhook }) => ({
    id: randomUUID(),
    webhook,
    ...common,
    ...fresh,
    conversation: conversation ?? null,
  }));
  await tx.insertInto('webhook_outbox').values(rows).execute();
}

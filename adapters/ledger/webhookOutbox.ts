import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../../domain/ids.ts';
import type { Claimed } from '../webhooks/store.ts';
import { webhookSecret } from './personal.ts';
import { inTransaction, type Store } from './store.ts';

const data = z.record(z.string(), z.unknown());

/**
 * Leases the oldest waiting row of up to `limit` subjects of a webhook. One whose oldest row is leased, or not due yet, gives
 * nothing: what stands behind it waits. A row that another instance is claiming now is passed over.
 */
export async function claimDeliveries(
  store: Store,
  webhook: string,
  now: Instant,
  leaseMs: number,
  limit: number,
): Promise<readonly Claimed[]> {
  const holder = randomUUID();
  const claimed = await inTransaction(store, async (tx) => {
    const hook = await tx.selectFrom('webhooks').selectAll().where('id', '=', webhook).executeTakeFirst();
    if (hook === undefined) return [];
    const rows = await tx
      .updateTable('webhook_outbox')
      .set(({ eb }) => ({ lease_until: now + leaseMs, holder, tries: eb('tries', '+', 1) }))
      .where('id', 'in', (query) =>
        query
          .selectFrom('webhook_outbox as o')
          .select('o.id')
          .where('o.webhook', '=', webhook)
          .where('o.state', '=', 'waiting')
          .where('o.due', '<=', now)
          .where('o.lease_until', '<=', now)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('webhook_outbox as older')
                  .select('older.id')
                  .where('older.webhook', '=', webhook)
                  .whereRef('older.subject', '=', 'o.subject')
                  .whereRef('older.sequence', '<', 'o.sequence')
                  .where('older.state', '=', 'waiting'),
              ),
            ),
          )
          .orderBy('o.due')
          .orderBy('o.id')
          .limit(limit)
          .$if(store.dialect === 'postgres', (inner) => inner.forUpdate().skipLocked()),
      )
      .returningAll()
      .execute();
    return rows.toSorted((a, b) => a.due - b.due || a.sequence - b.sequence).map((row) => ({ row, hook }));
  });
  return claimed.map(({ row, hook }) => ({
    ...{ row: row.id, holder, webhook, url: hook.url, transcript: hook.transcript },
    secret: webhookSecret.open(store.sealer, hook.id, hook.secret),
    ...{ id: row.event_id, event: row.event, subject: row.subject, sequence: row.sequence, at: row.at },
    ...{ data: data.parse(JSON.parse(row.data)), conversation: row.conversation, tries: row.tries },
  }));
}

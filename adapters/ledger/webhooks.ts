import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { DAY_MS } from '../../domain/manual/zone.ts';
import { EVENT_PATTERNS } from '../../domain/webhooks.ts';
import { MOST_WEBHOOKS, type Webhook, type Webhooks } from '../webhooks/store.ts';
import { type Operation, once } from './once.ts';
import { webhookSecret } from './personal.ts';
import type { Tables } from './schema.ts';
import { inTransaction, type Store, type Tx } from './store.ts';
import { claimDeliveries } from './webhookOutbox.ts';

/** The id it got; null when there were too many. */
const ADD: Operation<string | null> = { name: 'webhook.add', result: z.string().nullable() };
const events = z.array(z.enum(EVENT_PATTERNS));

/** The port `Webhooks` in SQL. */
export function webhooks(store: Store): Webhooks {
  const { db } = store;
  return {
    async add({ url, events: wanted, secret, transcript }, key, at) {
      const id = await once(store, ADD, key, at, async (tx) => {
        const { count } = await tx
          .selectFrom('webhooks')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow();
        if (count >= MOST_WEBHOOKS) return null;
        const made = randomUUID();
        const sealed = webhookSecret.seal(store.sealer, made, secret);
        const row = { id: made, url, events: JSON.stringify(wanted), secret: sealed, transcript, made_at: at };
        await tx
          .insertInto('webhooks')
          .values({ ...row, failed_at: null, failure: null })
          .execute();
        return made;
      });
      return id === null ? 'tooMany' : { id, url, events: wanted, transcript, madeAt: at };
    },
    async list() {
      const rows = await db.selectFrom('webhooks').selectAll().orderBy('made_at').orderBy('id').execute();
      const counts = await db
        .selectFrom('webhook_outbox')
        .select(({ fn }) => ['webhook', 'state', fn.countAll<number>().as('count')])
        .where('state', 'in', ['waiting', 'dead'])
        .groupBy(['webhook', 'state'])
        .execute();
      const howMany = (id: string, state: string): number =>
        counts.find((each) => each.webhook === id && each.state === state)?.count ?? 0;
      return rows.map((row) => ({
        ...readWebhook(row),
        waiting: howMany(row.id, 'waiting'),
        dead: howMany(row.id, 'dead'),
        lastFailure: row.failed_at === null ? null : { at: row.failed_at, outcome: row.failure ?? '' },
      }));
    },
    remove: (id) =>
      inTransaction(store, async (tx) => {
        const { numDeletedRows } = await tx.deleteFrom('webhooks').where('id', '=', id).executeTakeFirst();
        await tx.deleteFrom('webhook_outbox').where('webhook', '=', id).execute();
        return numDeletedRows > 0n;
      }),
    async due(now) {
      const rows = await db
        .selectFrom('webhooks')
        .select('id')
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('webhook_outbox as o')
              .select('o.id')
              .whereRef('o.webhook', '=', 'webhooks.id')
              .where('o.state', '=', 'waiting')
              .where('o.due', '<=', now)
              .where('o.lease_until', '<=', now),
          ),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
    claim: (webhook, now, leaseMs, limit) => claimDeliveries(store, webhook, now, leaseMs, limit),
    settle: (claimed, settlement, at) =>
      inTransaction(store, async (tx) => {
        const free = { lease_until: 0, holder: null } as const;
        const change =
          settlement.kind === 'done'
            ? { ...free, state: 'done' as const, data: '{}' }
            : settlement.kind === 'dead'
              ? { ...free, state: 'dead' as const }
              : { ...free, due: settlement.due };
        const row = await tx
          .updateTable('webhook_outbox')
          .set(change)
          .where('id', '=', claimed.row)
          .where('holder', '=', claimed.holder)
          .where('state', '=', 'waiting')
          .returning(['webhook', 'subject'])
          .executeTakeFirst();
        if (row === undefined) return false;
        if (settlement.kind === 'later') await putOff(tx, row, settlement.due);
        const outcome = settlement.kind === 'done' ? null : settlement.outcome;
        if (outcome !== null) await noteFailure(tx, row.webhook, outcome, at);
        return true;
      }),
    expire: (now) =>
      inTransaction(store, async (tx) => {
        const ended = tx.deleteFrom('webhook_outbox');
        // a while, since the newest says which sequence comes next, whatever an instance's clock shows
        await ended
          .where('state', '=', 'done')
          .where('at', '<', now - DAY_MS)
          .execute();
        await ended
          .where('state', '=', 'dead')
          .where('at', '<', now - 30 * DAY_MS)
          .execute();
        const hooks = tx.selectFrom('webhooks').select('id');
        await tx.deleteFrom('webhook_outbox').where('webhook', 'not in', hooks).execute();
      }),
  };
}

/** What stands behind an event cannot be sent before it: not looked for until then. */
async function putOff(tx: Tx, { webhook, subject }: { webhook: string; subject: string }, due: number): Promise<void> {
  await tx
    .updateTable('webhook_outbox')
    .set({ due })
    .where('webhook', '=', webhook)
    .where('subject', '=', subject)
    .where('state', '=', 'waiting')
    .where('due', '<', due)
    .execute();
}

async function noteFailure(tx: Tx, id: string, failure: string, failed_at: number): Promise<void> {
  await tx.updateTable('webhooks').set({ failure, failed_at }).where('id', '=', id).execute();
}

function readWebhook(row: Tables['webhooks']): Webhook {
  const { id, url, transcript, made_at: madeAt } = row;
  return { id, url, events: events.parse(JSON.parse(row.events)), transcript, madeAt };
}

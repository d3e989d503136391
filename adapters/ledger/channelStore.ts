import { z } from 'zod';
import type { ChannelStore } from '../channels/messaging/store.ts';
import { inTransaction, type Store } from './store.ts';

const choicesShape = z.array(z.object({ label: z.string(), value: z.string() }));
/** A message's states in the order in which they can follow each other. */
const ORDER = ['attempted', 'sent', 'delivered', 'read', 'failed'];

/** The port `ChannelStore` in SQL. */
export function channelStore(store: Store): ChannelStore {
  const { db, sealer } = store;
  return {
    async token(name, now, leastMs) {
      const row = await db
        .selectFrom('channel_tokens')
        .selectAll()
        .where('name', '=', name)
        .where('until', '>=', now + leastMs)
        .executeTakeFirst();
      return row === undefined ? null : { value: sealer.open(row.value, tokenPlace(name)), until: row.until };
    },
    async saveToken(name, value, until) {
      const row = { value: sealer.seal(value, tokenPlace(name)), until };
      await db
        .insertInto('channel_tokens')
        .values({ name, ...row })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
        .execute();
    },
    lock: (name, holder, now, ms) =>
      inTransaction(store, async (tx) => {
        const row = { holder, until: now + ms };
        const taken = await tx
          .insertInto('channel_locks')
          .values({ name, ...row })
          .onConflict((conflict) => conflict.column('name').doUpdateSet(row).where('channel_locks.until', '<=', now))
          .returning('holder')
          .executeTakeFirst();
        return taken?.holder === holder;
      }),
    async unlock(name, holder) {
      await db.deleteFrom('channel_locks').where('name', '=', name).where('holder', '=', holder).execute();
    },
    async renew(name, holder, now, ms) {
      const row = await db
        .updateTable('channel_locks')
        .set({ until: now + ms })
        .where('name', '=', name)
        .where('holder', '=', holder)
        .where('until', '>', now)
        .returning('holder')
        .executeTakeFirst();
      return row !== undefined;
    },
    async cursor(name) {
      const row = await db.selectFrom('channel_cursors').select('value').where('name', '=', name).executeTakeFirst();
      return row?.value ?? null;
    },
    async saveCursor(name, value) {
      await db
        .insertInto('channel_cursors')
        .values({ name, value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute();
    },
    async openWindow(conversation, trigger, quota, until) {
      const row = { quota_left: quota, until };
      await db
        .insertInto('channel_windows')
        .values({ conversation, kind: trigger, ...row })
        // the same message again must not give its quota again
        .onConflict((conflict) =>
          conflict.columns(['conversation', 'kind']).doUpdateSet(row).where('channel_windows.until', '<', until),
        )
        .execute();
    },
    spend: (conversation, now) =>
      inTransaction(store, async (tx) => {
        const row = await tx
          .selectFrom('channel_windows')
          .selectAll()
          .where('conversation', '=', conversation)
          .where('until', '>', now)
          .where(({ eb, or }) => or([eb('quota_left', 'is', null), eb('quota_left', '>', 0)]))
          .orderBy('until', 'asc')
          .limit(1)
          .$if(store.dialect === 'postgres', (query) => query.forUpdate())
          .executeTakeFirst();
        if (row === undefined) return false;
        if (row.quota_left === null) return true;
        await tx
          .updateTable('channel_windows')
          .set({ quota_left: row.quota_left - 1 })
          .where('conversation', '=', conversation)
          .where('kind', '=', row.kind)
          .execute();
        return true;
      }),
    refund: (conversation, now) =>
      inTransaction(store, async (tx) => {
        const row = await tx
          .selectFrom('channel_windows')
          .selectAll()
          .where('conversation', '=', conversation)
          .where('until', '>', now)
          .orderBy('until', 'asc')
          .limit(1)
          .$if(store.dialect === 'postgres', (query) => query.forUpdate())
          .executeTakeFirst();
        if (row === undefined || row.quota_left === null) return;
        await tx
          .updateTable('channel_windows')
          .set({ quota_left: row.quota_left + 1 })
          .where('conversation', '=', conversation)
          .where('kind', '=', row.kind)
          .execute();
      }),
    async window(conversation, now) {
      const rows = await db
        .selectFrom('channel_windows')
        .selectAll()
        .where('conversation', '=', conversation)
        .where('until', '>', now)
        .where(({ eb, or }) => or([eb('quota_left', 'is', null), eb('quota_left', '>', 0)]))
        .execute();
      if (rows.length === 0) return null;
      const unlimited = rows.some((row) => row.quota_left === null);
      const left = unlimited ? null : rows.reduce((sum, row) => sum + (row.quota_left ?? 0), 0);
      return { left, until: Math.max(...rows.map((row) => row.until)) };
    },
    async menu(conversation) {
      const row = await db
        .selectFrom('channel_menus')
        .select('choices')
        .where('conversation', '=', conversation)
        .executeTakeFirst();
      if (row === undefined) return [];
      return choicesShape.parse(JSON.parse(sealer.open(row.choices, menuPlace(conversation))));
    },
    async saveMenu(conversation, choices, at) {
      const row = { choices: sealer.seal(JSON.stringify(choices), menuPlace(conversation)), at };
      await db
        .insertInto('channel_menus')
        .values({ conversation, ...row })
        .onConflict((conflict) => conflict.column('conversation').doUpdateSet(row))
        .execute();
    },
    async attempt(id, at, again = false) {
      const row = await db
        .insertInto('channel_sends')
        .values({ id, at, platform_id: null, state: 'attempted', state_at: at })
        .onConflict((conflict) => {
          const known = conflict.column('id');
          if (!again) return known.doNothing();
          return known.doUpdateSet({ at }).where('channel_sends.state', '=', 'attempted');
        })
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
    async unattempt(id) {
      await db.deleteFrom('channel_sends').where('id', '=', id).execute();
    },
    sentAs: (platformId, id) =>
      inTransaction(store, async (tx) => {
        // a receipt may have come before the answer to the send
        const early = await tx
          .selectFrom('channel_sends')
          .selectAll()
          .where('id', '=', earlyId(platformId))
          .executeTakeFirst();
        await tx.deleteFrom('channel_sends').where('id', '=', earlyId(platformId)).execute();
        await tx
          .updateTable('channel_sends')
          .set({ platform_id: platformId, state: early?.state ?? 'sent' })
          .where('id', '=', id)
          .execute();
      }),
    receipt: (platformId, state, at) =>
      inTransaction(store, async (tx) => {
        const known = await tx
          .selectFrom('channel_sends')
          .selectAll()
          .where('platform_id', '=', platformId)
          .executeTakeFirst();
        const former = known ? ORDER.indexOf(known.state) : -1;
        if (former >= ORDER.indexOf(state)) return;
        if (known) {
          const of = tx.updateTable('channel_sends').set({ state, state_at: at });
          await of.where('platform_id', '=', platformId).execute();
          return;
        }
        const row = { id: earlyId(platformId), at, platform_id: platformId, state, state_at: at };
        await tx
          .insertInto('channel_sends')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ state, state_at: at }))
          .execute();
      }),
    expire: (before) =>
      inTransaction(store, async (tx) => {
        await tx.deleteFrom('channel_sends').where('at', '<', before).execute();
        await tx.deleteFrom('channel_menus').where('at', '<', before).execute();
        await tx.deleteFrom('channel_windows').where('until', '<', before).execute();
        await tx.deleteFrom('channel_locks').where('until', '<', before).execute();
        await tx.deleteFrom('channel_tokens').where('until', '<', before).execute();
      }),
  };
}

function earlyId(platformId: string): string {
  return `early:${platformId}`;
}

function tokenPlace(name: string): string {
  return JSON.stringify(['channel', name, 'token']);
}

function menuPlace(conversation: string): string {
  return JSON.stringify(['channel', conversation, 'menu']);
}

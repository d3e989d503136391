import { z } from 'zod';
import type { DeskBook, DeskSettings } from '../../domain/desk/staff.ts';
import { tellDesk } from './staffEvents.ts';
import { inTransaction, type Store } from './store.ts';

const byLanguage = z.object({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() });
const windows = z.array(z.tuple([z.string(), z.string()]));
const settingsShape: z.ZodType<DeskSettings> = z.object({
  open: z.boolean().nullable(),
  notice: byLanguage.nullable(),
  hours: z.object({ workingDays: windows, otherDays: windows }).nullable(),
});
const AS_THE_MANUAL_SAYS: DeskSettings = { open: null, notice: null, hours: null };

/** The port `DeskBook` in SQL. */
export function deskBook(store: Store): DeskBook {
  return {
    async settings() {
      const row = await store.db.selectFrom('desk_settings').select('settings').executeTakeFirst();
      return row === undefined ? AS_THE_MANUAL_SAYS : settingsShape.parse(JSON.parse(row.settings));
    },
    saveSettings: (settings, by, at) =>
      inTransaction(store, async (tx) => {
        const changed = { settings: JSON.stringify(settings), changed_at: at };
        await tx
          .insertInto('desk_settings')
          .values({ id: 1, ...changed })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
          .execute();
        await tellDesk(store, tx, 'settings', by, {}, at);
      }),
    async canned() {
      const rows = await store.db.selectFrom('canned_replies').selectAll().orderBy('shortcut').execute();
      return rows.map(({ text, ...row }) => ({ ...row, text: byLanguage.parse(JSON.parse(text)) }));
    },
    async saveCanned({ id, shortcut, text }) {
      const changed = { shortcut, text: JSON.stringify(text) };
      await inTransaction(store, (tx) =>
        tx
          .insertInto('canned_replies')
          .values({ id, ...changed })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
          .execute(),
      );
    },
    async removeCanned(id) {
      const { numDeletedRows } = await inTransaction(store, (tx) =>
        tx.deleteFrom('canned_replies').where('id', '=', id).executeTakeFirst(),
      );
      return numDeletedRows > 0n;
    },
  };
}

import type { Staff } from '../../domain/desk/staff.ts';
import { readStaff, STAFF_COLUMNS } from './staffRows.ts';
import { inTransaction, type Store } from './store.ts';

type Sessions = Pick<Staff, 'openSession' | 'session' | 'touchSession' | 'endSession' | 'expireSessions'>;

/** Sessions of the port `Staff` in SQL. */
export function sessions(store: Store): Sessions {
  return {
    async openSession({ id, staff, csrfToken, madeAt, seenAt }) {
      const row = { id, staff, csrf_token: csrfToken, made_at: madeAt, seen_at: seenAt };
      await inTransaction(store, (tx) => tx.insertInto('staff_sessions').values(row).execute());
    },
    async session(id) {
      const row = await store.db
        .selectFrom('staff_sessions as s')
        .innerJoin('staff', 'staff.id', 's.staff')
        .select(STAFF_COLUMNS)
        .select(['s.csrf_token', 's.made_at as session_made_at', 's.seen_at as session_seen_at'])
        .where('s.id', '=', id)
        .executeTakeFirst();
      if (row === undefined) return null;
      const { csrf_token: csrfToken, session_made_at: madeAt, session_seen_at: seenAt } = row;
      return { session: { id, staff: row.id, csrfToken, madeAt, seenAt }, staff: readStaff(row) };
    },
    async touchSession(id, at) {
      await inTransaction(store, (tx) =>
        tx.updateTable('staff_sessions').set({ seen_at: at }).where('id', '=', id).where('seen_at', '<', at).execute(),
      );
    },
    async endSession(id) {
      await inTransaction(store, (tx) => tx.deleteFrom('staff_sessions').where('id', '=', id).execute());
    },
    async expireSessions(idle, made) {
      const { numDeletedRows } = await inTransaction(store, (tx) =>
        tx
          .deleteFrom('staff_sessions')
          .where(({ eb, or }) => or([eb('seen_at', '<', idle), eb('made_at', '<', made)]))
          .executeTakeFirst(),
      );
      return Number(numDeletedRows);
    },
  };
}

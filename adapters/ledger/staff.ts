import { randomUUID } from 'node:crypto';
import { PRESENT_MS, type Staff } from '../../domain/desk/staff.ts';
import type { StaffId } from '../../domain/ids.ts';
import { loginKey } from './loginKey.ts';
import { staffTotpSecret } from './personal.ts';
import { sessions } from './sessions.ts';
import { tellDesk } from './staffEvents.ts';
import { readStaff, STAFF_COLUMNS } from './staffRows.ts';
import { inTransaction, type Store, type Tx } from './store.ts';

/** The port `Staff` in SQL. */
export function staff(store: Store): Staff {
  return {
    ...sessions(store),
    here: store.instance,
    async add({ login, name, role, skills, languages, limit }, passwordHash, mustChange, at) {
      const row = await inTransaction(store, (tx) =>
        tx
          .insertInto('staff')
          .values({
            id: `staff-${randomUUID()}` as StaffId,
            login,
            login_key: loginKey(login),
            ...{ name, role, skills: JSON.stringify(skills), languages: JSON.stringify(languages), most: limit },
            ...{ status: 'away', seen_at: 0, seen_by: null, disabled: 0, must_change: flag(mustChange), made_at: at },
            ...{ password_hash: passwordHash, totp_secret: null, totp_step: 0, failures: 0, failed_at: 0 },
          })
          .onConflict((conflict) => conflict.column('login_key').doNothing())
          .returning(STAFF_COLUMNS)
          .executeTakeFirst(),
      );
      return row === undefined ? 'taken' : readStaff(row);
    },
    async list() {
      return (await store.db.selectFrom('staff').select(STAFF_COLUMNS).orderBy('login_key').execute()).map(readStaff);
    },
    async find(id) {
      const row = await store.db.selectFrom('staff').select(STAFF_COLUMNS).where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : readStaff(row);
    },
    async credentials(by) {
      const all = store.db.selectFrom('staff').selectAll();
      const one = 'id' in by ? all.where('id', '=', by.id) : all.where('login_key', '=', loginKey(by.login));
      const row = await one.executeTakeFirst();
      if (row === undefined) return null;
      return {
        staff: readStaff(row),
        passwordHash: row.password_hash,
        totpSecret: staffTotpSecret.open(store.sealer, row.id, row.totp_secret),
        totpStep: row.totp_step,
        failures: row.failures,
        failedAt: row.failed_at,
      };
    },
    update: (id, { name, role, skills, languages, limit, disabled }) =>
      inTransaction(store, async (tx) => {
        const change = {
          ...(name === undefined ? {} : { name }),
          ...(role === undefined ? {} : { role }),
          ...(skills === undefined ? {} : { skills: JSON.stringify(skills) }),
          ...(languages === undefined ? {} : { languages: JSON.stringify(languages) }),
          ...(limit === undefined ? {} : { most: limit }),
          ...(disabled === undefined ? {} : { disabled: flag(disabled) }),
        };
        if (Object.keys(change).length > 0) await tx.updateTable('staff').set(change).where('id', '=', id).execute();
        if (disabled === true) await endSessions(tx, id);
        const row = await tx.selectFrom('staff').select(STAFF_COLUMNS).where('id', '=', id).executeTakeFirst();
        return row === undefined ? null : readStaff(row);
      }),
    async setPassword(id, passwordHash, mustChange) {
      const change = {
        password_hash: passwordHash,
        must_change: flag(mustChange),
        failures: 0,
        failed_at: 0,
      } as const;
      await inTransaction(store, async (tx) => {
        await tx.updateTable('staff').set(change).where('id', '=', id).execute();
        await endSessions(tx, id);
      });
    },
    async setTotp(id, secret) {
      const sealed = staffTotpSecret.seal(store.sealer, id, secret);
      await inTransaction(store, (tx) =>
        tx.updateTable('staff').set({ totp_secret: sealed }).where('id', '=', id).execute(),
      );
    },
    async takeTotpStep(id, step) {
      const used = await inTransaction(store, (tx) =>
        tx
          .updateTable('staff')
          .set({ totp_step: step })
          .where('id', '=', id)
          .where('totp_step', '<', step)
          .returning('id')
          .executeTakeFirst(),
      );
      return used !== undefined;
    },
    async failed(id, failedAt) {
      await inTransaction(store, (tx) =>
        tx
          .updateTable('staff')
          .set(({ eb }) => ({ failures: eb('failures', '+', 1), failed_at: failedAt }))
          .where('id', '=', id)
          .execute(),
      );
    },
    async succeeded(id) {
      await inTransaction(store, (tx) =>
        tx.updateTable('staff').set({ failures: 0, failed_at: 0 }).where('id', '=', id).execute(),
      );
    },
    async setStatus(id, status, at) {
      await inTransaction(store, async (tx) => {
        const changed = await tx
          .updateTable('staff')
          .set({ status })
          .where('id', '=', id)
          .where('status', '!=', status)
          .returning('id')
          .executeTakeFirst();
        if (changed !== undefined) await tellDesk(store, tx, 'staff', id, { staff: id, status }, at);
      });
    },
    async seen(id, at) {
      await inTransaction(store, async (tx) => {
        const mine = tx.updateTable('staff').set({ seen_by: store.instance }).where('id', '=', id);
        const came = await mine
          .set({ seen_at: at })
          .where('seen_at', '<', at - PRESENT_MS)
          .returning('status')
          .executeTakeFirst();
        if (came !== undefined) return tellDesk(store, tx, 'staff', id, { staff: id, status: came.status }, at);
        // whose clock is behind that of another instance takes them over all the same
        await mine
          .set(({ eb, ref }) => ({
            seen_at: eb.case().when('seen_at', '<', at).then(at).else(ref('seen_at')).end(),
          }))
          .execute();
      });
    },
  };
}

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);

async function endSessions(tx: Tx, id: StaffId): Promise<void> {
  await tx.deleteFrom('staff_sessions').where('staff', '=', id).execute();
}

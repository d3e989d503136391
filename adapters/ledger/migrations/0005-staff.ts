import type { Kysely } from 'kysely';
import { CANNED_REPLIES } from '../cannedReplies.ts';
import type { Tables } from '../schema.ts';

/** Accounts and sessions of staff, audit, settings of the desk. */
export async function staff(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('staff')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('login', 'text', (c) => c.notNull())
    .addColumn('login_key', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('skills', 'text', (c) => c.notNull())
    .addColumn('languages', 'text', (c) => c.notNull())
    .addColumn('most', 'integer', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .addColumn('disabled', 'integer', (c) => c.notNull())
    .addColumn('must_change', 'integer', (c) => c.notNull())
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('password_hash', 'text')
    .addColumn('totp_secret', 'text')
    .addColumn('totp_step', 'bigint', (c) => c.notNull())
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('failed_at', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createTable('staff_sessions')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('staff', 'text', (c) => c.notNull().references('staff.id'))
    .addColumn('csrf_token', 'text', (c) => c.notNull())
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('sessions_of_staff').on('staff_sessions').column('staff').execute();
  await schema.createIndex('sessions_by_sight').on('staff_sessions').column('seen_at').execute();
  await addAudit(db);
  await addDeskBook(db);
}

async function addAudit(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('seq', 'bigint', (c) => c.primaryKey().notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('subject', 'text')
    .addColumn('detail', 'text')
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('audit_head')
    .addColumn('id', 'integer', (c) => c.primaryKey().notNull())
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('seal', 'text', (c) => c.notNull())
    .execute();
  await db.insertInto('audit_head').values({ id: 1, seq: 0, hash: '', seal: '' }).execute();
}

async function addDeskBook(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('desk_settings')
    .addColumn('id', 'integer', (c) => c.primaryKey().notNull())
    .addColumn('settings', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('canned_replies')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('shortcut', 'text', (c) => c.notNull().unique())
    .addColumn('text', 'text', (c) => c.notNull())
    .execute();
  // Here and not at each start: a desk that removed them all wants none.
  const rows = CANNED_REPLIES.map(({ id, shortcut, text }) => ({ id, shortcut, text: JSON.stringify(text) }));
  await db.insertInto('canned_replies').values(rows).execute();
}

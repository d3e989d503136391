import { createHmac } from 'node:crypto';
import type { Audit, AuditEntry } from '../../domain/desk/staff.ts';
import type { Instant } from '../../domain/ids.ts';
import type { BlindIndex } from '../crypto/blindIndex.ts';
import { inTransaction, type Store, type Tx } from './store.ts';

type Mac = (...parts: readonly (string | number | null)[]) => string;
type Links = Omit<AuditEntry, 'hash'>;

const PAGE = 500;

/**
 * The port `Audit` in SQL. Each entry's hash is an HMAC over the hash before it and the entry; one row holds where the chain
 * ends, under an HMAC too. Whoever can write to the database but has not the key cannot change, remove, insert or re-order
 * entries unseen, the newest one included. What stays unseen is a database put back as a whole to an earlier copy, or emptied.
 */
export function audit(store: Store): Audit {
  const { linkOf, sealOf } = hashesOf(store);
  return {
    add: (entry, at) => inTransaction(store, (tx) => addAudit(store, tx, entry, at)),
    list: (limit, before) =>
      store.db
        .selectFrom('audit')
        .selectAll()
        .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute(),
    async verify() {
      // Read first: what is added meanwhile lies behind it.
      const head = await store.db.selectFrom('audit_head').selectAll().executeTakeFirst();
      let last = { seq: 0, hash: '' };
      for (;;) {
        const rows = await store.db
          .selectFrom('audit')
          .selectAll()
          .where('seq', '>', last.seq)
          .orderBy('seq')
          .limit(PAGE)
          .execute();
        for (const { hash, ...entry } of rows) {
          if (entry.seq !== last.seq + 1 || hash !== linkOf(last.hash, entry)) return entry.seq;
          last = { seq: entry.seq, hash };
          if (entry.seq === head?.seq && (hash !== head.hash || head.seal !== sealOf(head.seq, hash))) return entry.seq;
        }
        if (rows.length < PAGE) break;
      }
      return head !== undefined && head.seq <= last.seq && (head.seq > 0 || last.seq === 0) ? null : last.seq + 1;
    },
  };
}

/** Adds an entry in the transaction of what it tells of. Call it last: from here to the commit all other writers wait. */
export async function addAudit(
  store: Store,
  tx: Tx,
  { by, what, subject, detail }: Parameters<Audit['add']>[0],
  at: Instant,
): Promise<void> {
  const { linkOf, sealOf } = hashesOf(store);
  // Its lock makes writers of all instances take turns.
  const head = await tx
    .updateTable('audit_head')
    .set(({ eb }) => ({ seq: eb('seq', '+', 1) }))
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow();
  const entry = { seq: head.seq, at, by, what, subject, detail };
  const hash = linkOf(head.hash, entry);
  await tx
    .insertInto('audit')
    .values({ ...entry, hash })
    .execute();
  await tx
    .updateTable('audit_head')
    .set({ hash, seal: sealOf(entry.seq, hash) })
    .execute();
}

function hashesOf(store: Store) {
  const mac = macOf(store.blindIndex);
  return {
    linkOf: (before: string, { seq, at, by, what, subject, detail }: Links): string =>
      mac('entry', before, seq, at, by, what, subject, detail),
    sealOf: (seq: number, hash: string): string => (seq === 0 ? '' : mac('head', seq, hash)),
  };
}

/** A key of its own: the blind index is a keyed one-way function, and no phone number reads like this. */
function macOf(blindIndex: BlindIndex): Mac {
  const key = Buffer.from(blindIndex('audit\0key of the chain'), 'base64');
  return (...parts) => createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64');
}

import { randomUUID } from 'node:crypto';
import { type Selectable, type SqlBool, sql } from 'kysely';
import type { KnownSource, Presence, Seen, Source } from '../../domain/customers/identity.ts';
import type { ConversationId, CustomerId, IdempotencyKey, Instant } from '../../domain/ids.ts';
import { sourceReference } from './personal.ts';
import type { Tables } from './schema.ts';
import { inTransaction, type Reader, type Store, type Tx } from './store.ts';

export type SourceRow = Selectable<Tables['sources']>;

/** Where somebody was is noted again after this time, and whenever it changes which source is the newest of a customer. */
const NOTED_MS = 60 * 60 * 1000;

export const isSource = ({ channel, account, sourceId }: Source) =>
  ({ channel, account, source_id: sourceId }) as const;
/** Names a source in one text. */
export const recordOf = ({ channel, account, sourceId }: Source): string =>
  JSON.stringify([channel, account, sourceId]);

export function sourceOf(row: Pick<SourceRow, 'channel' | 'account' | 'source_id'>): Source {
  return { channel: row.channel, account: row.account, sourceId: row.source_id };
}

export async function customerOf(db: Reader, source: Source): Promise<CustomerId | undefined> {
  const row = await db.selectFrom('sources').select('customer').where(isThis(source)).executeTakeFirst();
  return row?.customer;
}

/** The row of a source, held until the transaction ends. */
export function holdSource(store: Store, tx: Tx, source: Source): Promise<SourceRow | undefined> {
  return tx
    .selectFrom('sources')
    .selectAll()
    .where(isThis(source))
    .$if(store.dialect === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
}

/** One small read where nothing changed, which is nearly always: a source that no code linked is its customer's only one. */
export async function seen(store: Store, source: Source, here: Presence, at: Instant): Promise<Seen> {
  const row = await store.db
    .selectFrom('sources')
    .select(['customer', 'assurance', 'conversation', 'last_at', 'moved_by'])
    .where(isThis(source))
    .executeTakeFirst();
  if (row === undefined)
    return { customer: await inTransaction(store, (tx) => makeSource(store, tx, source, here, at)), movedBy: null };
  const stays = row.conversation === here.conversation && at - row.last_at < NOTED_MS;
  if (!stays || (row.assurance === 'code' && !(await isNewest(store.db, source, row))))
    await store.db
      .updateTable('sources')
      .set({ ...presenceOf(store, source, here), last_at: at })
      .where(isThis(source))
      .where('last_at', '<=', at)
      .execute();
  return { customer: row.customer, movedBy: row.moved_by };
}

async function isNewest(db: Reader, source: Source, row: Pick<SourceRow, 'customer' | 'last_at'>): Promise<boolean> {
  const later = await db
    .selectFrom('sources')
    .select('customer')
    .where('customer', '=', row.customer)
    .where('last_at', '>=', row.last_at)
    .where(({ not }) => not(isThis(source)))
    .limit(1)
    .executeTakeFirst();
  return later === undefined;
}

/** Two first sights at once make two customers and keep the one whose source was written first. */
export async function makeSource(
  store: Store,
  tx: Tx,
  source: Source,
  here: Presence | null,
  at: Instant,
): Promise<CustomerId> {
  const customer = await makeCustomer(tx, at);
  const presence = here === null ? {} : { ...presenceOf(store, source, here), last_at: at };
  const mine = await tx
    .insertInto('sources')
    .values({ ...isSource(source), customer, ...presence })
    .onConflict((conflict) => conflict.columns(['channel', 'account', 'source_id']).doNothing())
    .returning('customer')
    .executeTakeFirst();
  if (mine !== undefined) return customer;
  await tx.deleteFrom('customers').where('id', '=', customer).execute();
  const winner = await customerOf(tx, source);
  if (winner === undefined) throw new Error('a source that was there is gone');
  return winner;
}

export async function makeCustomer(tx: Tx, at: Instant): Promise<CustomerId> {
  const id = randomUUID() as string as CustomerId;
  await tx
    .insertInto('customers')
    .values({ id, name: null, phone: null, phone_index: null, made_at: at, merged_into: null })
    .execute();
  return id;
}

export async function knownSources(db: Reader, customer: CustomerId): Promise<readonly KnownSource[]> {
  const rows = await db
    .selectFrom('sources')
    .selectAll()
    .where('customer', '=', customer)
    .orderBy('last_at', 'desc')
    .orderBy('channel')
    .orderBy('source_id')
    .execute();
  return rows.map((row) => ({
    ...sourceOf(row),
    ...{ assurance: row.assurance, verifiedAt: row.verified_at, lastAt: row.last_at, conversation: row.conversation },
  }));
}

/** A source that no code linked is told of nothing while the customer has others. */
export async function latestConversation(db: Reader, customer: CustomerId): Promise<ConversationId | null> {
  const all = await knownSources(db, customer);
  const told = all.filter(({ assurance }) => assurance === 'code' || all.length === 1);
  return told.find(({ conversation }) => conversation !== null)?.conversation ?? null;
}

export async function standing(
  store: Store,
  conversation: ConversationId,
): Promise<{ customer: CustomerId; reference: string } | null> {
  const row = await store.db
    .selectFrom('sources')
    .selectAll()
    .where('conversation', '=', conversation)
    .orderBy('last_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const source = sourceOf(row);
  const reference = sourceReference.open(store.sealer, recordOf(source), row.reference);
  return reference === null ? null : { customer: row.customer, reference };
}

/** Gives a source to a customer. `movedBy`: the key of the write, which tells a repeated turn that it did this itself. */
export async function giveSource(
  tx: Tx,
  source: Source,
  to: Pick<SourceRow, 'customer' | 'assurance' | 'verified_at'>,
  movedBy: IdempotencyKey,
): Promise<void> {
  await tx
    .updateTable('sources')
    .set({ ...to, moved_by: movedBy })
    .where(isThis(source))
    .execute();
}

/** A condition for `where`: of this source. */
export function isThis({ channel, account, sourceId }: Source) {
  return sql<SqlBool>`(channel = ${channel} and account = ${account} and source_id = ${sourceId})`;
}

function presenceOf(store: Store, source: Source, { conversation, reference }: Presence) {
  return { conversation, reference: sourceReference.seal(store.sealer, recordOf(source), reference) };
}

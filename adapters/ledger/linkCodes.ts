import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import {
  LINK_CODE_MS,
  LINK_DIGITS,
  LINK_LOCK_MS,
  LINK_TRIES,
  LINK_TRIES_OF_ALL,
  type LinkFinished,
  type Proved,
  type Source,
} from '../../domain/customers/identity.ts';
import type { CustomerId, IdempotencyKey, Instant } from '../../domain/ids.ts';
import { UnknownCustomer } from './errors.ts';
import { mergeCustomers } from './mergeCustomers.ts';
import type { Operation } from './once.ts';
import { customerOf, giveSource, holdSource, isSource, isThis, recordOf, type SourceRow, sourceOf } from './sources.ts';
import type { Store, Tx } from './store.ts';

/** Which of the codes that a key leads to was free. The code itself is nowhere written down. */
export const START_LINK: Operation<number> = { name: 'customer.startLink', result: z.int().min(0) };

const finished: z.ZodType<LinkFinished> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('linked'), customer: z.string().transform((text) => text as CustomerId) }),
  z.object({ kind: z.literal('wrong'), left: z.int() }),
  z.object({ kind: z.enum(['expired', 'locked', 'same']) }),
]);
export const FINISH_LINK: Operation<LinkFinished> = { name: 'customer.finishLink', result: finished };

const RANGE = 10n ** BigInt(LINK_DIGITS);
/** So many codes of others in a row at the same place among a hundred million: the keyed hash must be broken. */
const ATTEMPTS = 20;
const KEPT_MS = 24 * 60 * 60 * 1000;

/** The same key gives the same code; without our secret nobody can tell which. */
export function linkCode(store: Store, key: IdempotencyKey, attempt: number): string {
  const bytes = Buffer.from(store.blindIndex(`link code of\0${key}\0${attempt}`), 'base64');
  return String(bytes.readBigUInt64BE() % RANGE).padStart(LINK_DIGITS, '0');
}

export async function startLink(
  store: Store,
  tx: Tx,
  customer: CustomerId,
  source: Source,
  key: IdempotencyKey,
  at: Instant,
): Promise<number> {
  if ((await holdSource(store, tx, source))?.customer !== customer) throw new UnknownCustomer();
  await tx.deleteFrom('link_codes').where('customer', '=', customer).where('used_at', 'is', null).execute();
  await tx
    .deleteFrom('link_codes')
    .where('until', '<', at - KEPT_MS)
    .execute();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const hash = hashOf(store, linkCode(store, key, attempt));
    const row = { hash, customer, ...isSource(source), until: at + LINK_CODE_MS, used_at: null };
    const mine = await tx
      .insertInto('link_codes')
      .values(row)
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .returning('hash')
      .executeTakeFirst();
    if (mine !== undefined) return attempt;
  }
  throw new Error('no code is free');
}

export async function finishLink(
  store: Store,
  tx: Tx,
  source: Source,
  code: string,
  key: IdempotencyKey,
  at: Instant,
): Promise<LinkFinished> {
  const hash = hashOf(store, code);
  const row = await holdBoth(store, tx, source, hash);
  if (wrongCodes(row, at) >= LINK_TRIES || (await isBesieged(tx, at))) return { kind: 'locked' };
  const found = await tx
    .selectFrom('link_codes')
    .selectAll()
    .where('hash', '=', hash)
    .$if(store.dialect === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
  if (found === undefined || !isSame(found.hash, hash)) return countWrong(tx, source, row, at);
  if (found.used_at !== null || found.until <= at) return { kind: 'expired' };
  const from = sourceOf(found);
  // the source that asked for the code may have been given up since: then the code is nobody's
  if ((await customerOf(tx, from)) !== found.customer) return { kind: 'expired' };
  if (found.customer === row.customer) return { kind: 'same' };
  await tx.updateTable('link_codes').set({ used_at: at }).where('hash', '=', hash).execute();
  await mergeCustomers(store, tx, row.customer, found.customer, source.channel, at);
  const linked = { customer: found.customer, assurance: 'code', verified_at: at } as const;
  await giveSource(tx, source, linked, key);
  await tx.updateTable('sources').set({ wrong_codes: 0 }).where(isThis(source)).execute();
  await tx.updateTable('sources').set({ assurance: 'code', verified_at: at }).where(isThis(from)).execute();
  return { kind: 'linked', customer: found.customer };
}

/** A proof of another kind than a code, under the same lock. */
export async function countProof(store: Store, tx: Tx, source: Source, isRight: boolean, at: Instant): Promise<Proved> {
  const row = await holdSource(store, tx, source);
  if (row === undefined || wrongCodes(row, at) >= LINK_TRIES) return 'locked';
  if (isRight) return 'right';
  return (await countWrong(tx, source, row, at)).kind === 'locked' ? 'locked' : 'wrong';
}

/** Holds the source and the one that asked for the code, in the same order whoever links whom; gives the first. */
async function holdBoth(store: Store, tx: Tx, source: Source, hash: string): Promise<SourceRow> {
  const code = await tx.selectFrom('link_codes').selectAll().where('hash', '=', hash).executeTakeFirst();
  const both = code === undefined ? [source] : [source, sourceOf(code)];
  let mine: SourceRow | undefined;
  for (const each of both.toSorted((one, other) => (recordOf(one) < recordOf(other) ? -1 : 1))) {
    const held = await holdSource(store, tx, each);
    if (recordOf(each) === recordOf(source)) mine = held;
  }
  if (mine === undefined) throw new UnknownCustomer();
  return mine;
}

/** Keyed, so that the look-up by it tells nothing of how near a guess was. */
function hashOf(store: Store, code: string): string {
  return store.blindIndex(`link code\0${code}`);
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function wrongCodes({ wrong_codes, wrong_at }: SourceRow, at: Instant): number {
  return at - wrong_at < LINK_LOCK_MS ? wrong_codes : 0;
}

async function countWrong(tx: Tx, source: Source, row: SourceRow, at: Instant): Promise<LinkFinished> {
  const wrong = wrongCodes(row, at) + 1;
  await tx.updateTable('sources').set({ wrong_codes: wrong, wrong_at: at }).where(isThis(source)).execute();
  return wrong >= LINK_TRIES ? { kind: 'locked' } : { kind: 'wrong', left: LINK_TRIES - wrong };
}

async function isBesieged(tx: Tx, at: Instant): Promise<boolean> {
  const { wrong } = await tx
    .selectFrom('sources')
    .select(({ fn }) => fn.sum<number | string | null>('wrong_codes').as('wrong'))
    .where('wrong_at', '>', at - LINK_CODE_MS)
    .executeTakeFirstOrThrow();
  return Number(wrong ?? 0) >= LINK_TRIES_OF_ALL;
}

import type { CustomerId, Instant } from '../../domain/ids.ts';
import { AT_REST } from './caseList.ts';
import { writeEntry } from './history.ts';
import { holdCustomer } from './holdCustomer.ts';
import { mergeConsents } from './mergeConsents.ts';
import { mergeFollowers } from './outageFollowers.ts';
import { customerName, customerPhone } from './personal.ts';
import type { Store, Tx } from './store.ts';

/** What hangs on a customer and is theirs whatever it says. */
const THEIRS = ['bookings', 'handoffs', 'surveys', 'utterances', 'sources', 'link_codes'] as const;

/** Everything of `former` is `customer`'s from now on; each case says so in its history. */
export async function mergeCustomers(
  store: Store,
  tx: Tx,
  former: CustomerId,
  customer: CustomerId,
  channel: string,
  at: Instant,
): Promise<void> {
  // in the same order whoever links whom, so that two never wait for each other
  for (const each of [former, customer].toSorted()) await holdCustomer(store, tx, each);
  await noteOnCases(store, tx, former, 'all', { what: 'customer-linked', channel, at });
  await tx.updateTable('cases').set({ customer }).where('customer', '=', former).execute();
  await mergeConsents(tx, former, customer);
  for (const table of THEIRS) await tx.updateTable(table).set({ customer }).where('customer', '=', former).execute();
  await mergeFollowers(tx, former, customer);
  await mergeContact(store, tx, former, customer);
  await tx
    .updateTable('customers')
    .set({ merged_into: customer, name: null, phone: null, phone_index: null })
    .where(({ or, eb }) => or([eb('id', '=', former), eb('merged_into', '=', former)]))
    .execute();
}

/** Writes into the cases of a customer that a channel came or went. */
export async function noteOnCases(
  store: Store,
  tx: Tx,
  customer: CustomerId,
  which: 'open' | 'all',
  { what, channel, at }: { what: 'customer-linked' | 'customer-unlinked'; channel: string; at: Instant },
): Promise<void> {
  const rows = await tx
    .updateTable('cases')
    .set(({ eb }) => ({ seq: eb('seq', '+', 1) }))
    .where('customer', '=', customer)
    .$if(which === 'open', (query) => query.where('stage', 'not in', AT_REST))
    .returning(['number', 'seq', 'stage'])
    .execute();
  for (const { number, seq, stage } of rows)
    await writeEntry(store, tx, number, seq, stage, { at, by: 'customer', what, detail: channel, note: null });
}

/** What `customer` never gave, `former` may have. */
async function mergeContact(store: Store, tx: Tx, former: CustomerId, customer: CustomerId): Promise<void> {
  const rows = await tx.selectFrom('customers').selectAll().where('id', 'in', [former, customer]).execute();
  const theirs = rows.find(({ id }) => id === former);
  const ours = rows.find(({ id }) => id === customer);
  if (theirs === undefined || ours === undefined) return;
  const name = ours.name === null ? customerName.open(store.sealer, former, theirs.name) : null;
  const phone = ours.phone === null ? customerPhone.open(store.sealer, former, theirs.phone) : null;
  const change = {
    ...(name === null ? {} : { name: customerName.seal(store.sealer, customer, name) }),
    ...(phone === null
      ? {}
      : { phone: customerPhone.seal(store.sealer, customer, phone), phone_index: theirs.phone_index }),
  };
  if (Object.keys(change).length > 0)
    await tx.updateTable('customers').set(change).where('id', '=', customer).execute();
}

/** Who has what was a customer's when a turn began: a write of that turn must not fall to nobody. */
export async function customerNow(store: Store, tx: Tx, customer: CustomerId): Promise<CustomerId> {
  const row = await tx
    .selectFrom('customers')
    .select('merged_into')
    .where('id', '=', customer)
    .$if(store.dialect === 'postgres', (query) => query.forShare())
    .executeTakeFirst();
  return row?.merged_into ?? customer;
}

import { z } from 'zod';
import type { Consent, Customers } from '../../domain/customers/customer.ts';
import type { CustomerId } from '../../domain/ids.ts';
import { holdCustomer } from './holdCustomer.ts';
import { identity } from './identity.ts';
import { type Operation, once } from './once.ts';
import { customerName, customerPhone } from './personal.ts';
import { customerOf, makeSource } from './sources.ts';
import { inTransaction, type Reader, type Store, type Tx } from './store.ts';

const nothing = z.null();
const SAVE_CONTACT: Operation<null> = { name: 'customer.saveContact', result: nothing };
const RECORD_CONSENT: Operation<null> = { name: 'customer.recordConsent', result: nothing };

/** The port `Customers` in SQL. */
export function customers(store: Store): Customers {
  return {
    ...identity(store),
    async ofSource(source, at) {
      const known = await customerOf(store.db, source);
      return known ?? inTransaction(store, (tx) => makeSource(store, tx, source, null, at));
    },
    async contact(customer) {
      const row = await store.db
        .selectFrom('customers')
        .select(['name', 'phone'])
        .where('id', '=', customer)
        .executeTakeFirst();
      return {
        name: customerName.open(store.sealer, customer, row?.name ?? null),
        phone: customerPhone.open(store.sealer, customer, row?.phone ?? null),
      };
    },
    async saveContact(customer, { name, phone }, key, at) {
      await once(store, SAVE_CONTACT, key, at, async (tx) => {
        await holdCustomer(store, tx, customer);
        const change = {
          ...(name === null ? {} : { name: customerName.seal(store.sealer, customer, name) }),
          ...(phone === null
            ? {}
            : { phone: customerPhone.seal(store.sealer, customer, phone), phone_index: store.blindIndex(phone) }),
        };
        if (Object.keys(change).length > 0)
          await tx.updateTable('customers').set(change).where('id', '=', customer).execute();
        if (phone !== null) await claimed(tx, customer);
        return null;
      });
    },
    async findByPhone(phone) {
      const found = store.db.selectFrom('customers').select('id').where('phone_index', '=', store.blindIndex(phone));
      return (await found.orderBy('made_at').orderBy('id').execute()).map((row) => row.id);
    },
    consents: (customer) => newestConsents(store.db, customer),
    async recordConsent(customer, { purpose, channel, given }, key, at) {
      await once(store, RECORD_CONSENT, key, at, async (tx) => {
        await holdCustomer(store, tx, customer);
        const { seq } = await tx
          .selectFrom('consents')
          .select(({ fn }) => fn.countAll<number>().as('seq'))
          .where('customer', '=', customer)
          .where('purpose', '=', purpose)
          .where('channel', '=', channel)
          .executeTakeFirstOrThrow();
        const row = { customer, purpose, channel, seq: seq + 1, given: given ? 1 : 0, at } as const;
        await tx.insertInto('consents').values(row).execute();
        if (purpose === 'improvement' && !given)
          await tx.deleteFrom('utterances').where('customer', '=', customer).execute();
        return null;
      });
    },
  };
}

/** A phone number was given; what a code proved stays proved. */
async function claimed(tx: Tx, customer: CustomerId): Promise<void> {
  await tx
    .updateTable('sources')
    .set({ assurance: 'claimed' })
    .where('customer', '=', customer)
    .where('assurance', '=', 'none')
    .execute();
}

/** Newest of each purpose and channel. */
export async function newestConsents(db: Reader, customer: CustomerId): Promise<readonly Consent[]> {
  const rows = await db
    .selectFrom('consents')
    .select(['purpose', 'channel', 'given', 'at'])
    .where('customer', '=', customer)
    .orderBy('seq')
    .execute();
  const newest = new Map(rows.map((row) => [`${row.purpose} ${row.channel}`, row]));
  return [...newest.values()].map((row) => ({
    purpose: row.purpose,
    channel: row.channel,
    given: row.given === 1,
    at: row.at,
  }));
}

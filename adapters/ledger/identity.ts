import { z } from 'zod';
import type { Identity, Proved, Source } from '../../domain/customers/identity.ts';
import type { CustomerId, IdempotencyKey, Instant } from '../../domain/ids.ts';
import { UnknownCustomer } from './errors.ts';
import { countProof, FINISH_LINK, finishLink, linkCode, START_LINK, startLink } from './linkCodes.ts';
import { noteOnCases } from './mergeCustomers.ts';
import { type Operation, once } from './once.ts';
import {
  giveSource,
  holdSource,
  isThis,
  knownSources,
  latestConversation,
  makeCustomer,
  recordOf,
  seen,
  standing,
} from './sources.ts';
import type { Store, Tx } from './store.ts';

const UNLINK: Operation<CustomerId> = {
  name: 'customer.unlink',
  result: z.string().transform((text) => text as CustomerId),
};
const PROVE: Operation<Proved> = { name: 'customer.prove', result: z.enum(['right', 'wrong', 'locked']) };
const UNLINK_OTHERS: Operation<number> = { name: 'customer.unlinkOthers', result: z.int() };

/** The part `Identity` of the port `Customers` in SQL. */
export function identity(store: Store): Identity {
  return {
    seen: (source, here, at) => seen(store, source, here, at),
    standing: (conversation) => standing(store, conversation),
    sources: (customer) => knownSources(store.db, customer),
    latestConversation: (customer) => latestConversation(store.db, customer),
    async startLink(customer, source, key, at) {
      const work = (tx: Tx) => startLink(store, tx, customer, source, key, at);
      return linkCode(store, key, await once(store, START_LINK, key, at, work));
    },
    finishLink: (source, code, key, at) =>
      once(store, FINISH_LINK, key, at, (tx) => finishLink(store, tx, source, code, key, at)),
    prove: (source, isRight, key, at) =>
      once(store, PROVE, key, at, (tx) => countProof(store, tx, source, isRight, at)),
    unlink: (source, key, at) => once(store, UNLINK, key, at, (tx) => unlink(store, tx, source, key, at)),
    unlinkOthers: (customer, kept, key, at) =>
      once(store, UNLINK_OTHERS, key, at, async (tx) => {
        const all = await knownSources(tx, customer);
        const others = all.filter((each) => recordOf(each) !== recordOf(kept));
        for (const each of others) await unlink(store, tx, each, key, at);
        return others.length;
      }),
  };
}

/** The former customer keeps everything; their open cases say that this way to them is gone. */
async function unlink(store: Store, tx: Tx, source: Source, key: IdempotencyKey, at: Instant): Promise<CustomerId> {
  const row = await holdSource(store, tx, source);
  if (row === undefined) throw new UnknownCustomer();
  const noted = { what: 'customer-unlinked', channel: source.channel, at } as const;
  await noteOnCases(store, tx, row.customer, 'open', noted);
  const customer = await makeCustomer(tx, at);
  await giveSource(tx, source, { customer, assurance: 'none', verified_at: null }, key);
  await tx.deleteFrom('link_codes').where(isThis(source)).execute();
  return customer;
}

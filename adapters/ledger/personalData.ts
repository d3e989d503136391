import { z } from 'zod';
import {
  type Corrected,
  type Doer,
  type PersonalData,
  type Staying,
  stayingOf,
} from '../../domain/customers/personalData.ts';
import type { BookingNumber, CaseNumber, CustomerId, Instant } from '../../domain/ids.ts';
import { addAudit } from './audit.ts';
import { correctContact } from './correcting.ts';
import { destroyOld, forgetOver } from './expiring.ts';
import { forgetCustomer } from './forgetting.ts';
import { holdCustomer } from './holdCustomer.ts';
import { holdings } from './holdings.ts';
import { type Operation, once } from './once.ts';
import type { Store, Tx } from './store.ts';

/** The border where numbers that this ledger wrote down itself become numbers again. */
const caseNumber = z.string().transform((text) => text as CaseNumber);
const bookingNumber = z.string().transform((text) => text as BookingNumber);
const corrected: z.ZodType<Corrected> = z.object({ cases: z.array(caseNumber), bookings: z.array(bookingNumber) });
const CORRECT: Operation<Corrected> = { name: 'personalData.correct', result: corrected };
const until = z.int();
const staying: z.ZodType<Staying> = z.object({
  open: z.array(caseNumber),
  closed: z.array(z.object({ number: caseNumber, until })),
  bookings: z.array(z.object({ number: bookingNumber, until })),
});
const FORGET: Operation<Staying> = { name: 'personalData.forget', result: staying };
const EXPORTED: Operation<null> = { name: 'personalData.exported', result: z.null() };

/** The port `PersonalData` in SQL. */
export function personalData(store: Store): PersonalData {
  const audited = (tx: Tx, customer: CustomerId, doer: Doer, what: string, at: Instant) =>
    addAudit(store, tx, { by: doer.by, what: 'rights', subject: doer.case ?? customer, detail: what }, at);
  return {
    held: (customer) => holdings(store, store.db, customer),
    correct: (customer, field, value, doer, key, at) =>
      once(store, CORRECT, key, at, async (tx) => {
        await holdCustomer(store, tx, customer);
        const result = await correctContact(store, tx, customer, field, value, doer, at);
        await audited(tx, customer, doer, `correct ${field}`, at);
        return result;
      }),
    forget: (customer, what, doer, key, at) =>
      once(store, FORGET, key, at, async (tx) => {
        await holdCustomer(store, tx, customer);
        await forgetCustomer(store, tx, customer, what, at);
        const left = stayingOf(await holdings(store, tx, customer), at);
        await audited(tx, customer, doer, `delete ${what}`, at);
        return left;
      }),
    async exported(customer, doer, key, at) {
      await once(store, EXPORTED, key, at, async (tx) => {
        await audited(tx, customer, doer, 'export', at);
        return null;
      });
    },
    forgetOver: (now) => forgetOver(store, now),
    expire: (now) => destroyOld(store, now),
  };
}

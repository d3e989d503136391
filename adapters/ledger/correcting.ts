import type { ContactField, Corrected, Doer } from '../../domain/customers/personalData.ts';
import type { CustomerId, Instant } from '../../domain/ids.ts';
import { readBooking } from './bookingRows.ts';
import { AT_REST } from './caseList.ts';
import { loadCases } from './caseRows.ts';
import { holdCase } from './holdCase.ts';
import { holdings } from './holdings.ts';
import { bookingContact, caseAnswers, customerName, customerPhone, historyNote } from './personal.ts';
import { type Details, writtenForms } from './scrub.ts';
import type { Store, Tx } from './store.ts';
import { writeNext } from './writeNext.ts';

/** Answers that hold a field of the contact. */
const KEYS: Readonly<Record<ContactField, readonly string[]>> = {
  phone: ['phone'],
  name: ['name'],
  address: ['address', 'place'],
};

/** Writes a new value where the old one stood: contact, open cases with what was said of it there, visits to come. */
export async function correctContact(
  store: Store,
  tx: Tx,
  customer: CustomerId,
  field: ContactField,
  value: string,
  { by }: Doer,
  at: Instant,
): Promise<Corrected> {
  const held = await holdings(store, tx, customer);
  const former = held.contact[field === 'address' ? 'name' : field];
  if (field === 'name')
    await tx
      .updateTable('customers')
      .set({ name: customerName.seal(store.sealer, customer, value) })
      .where('id', '=', customer)
      .execute();
  if (field === 'phone')
    await tx
      .updateTable('customers')
      .set({ phone: customerPhone.seal(store.sealer, customer, value), phone_index: store.blindIndex(value) })
      .where('id', '=', customer)
      .execute();
  const old = field === 'address' || former === null ? [] : field === 'phone' ? writtenForms(former) : [former];
  const cases: Corrected['cases'][number][] = [];
  const open = tx
    .selectFrom('cases')
    .select('number')
    .where('customer', '=', customer)
    .where('stage', 'not in', AT_REST);
  for (const { number } of await open.orderBy('number').execute())
    if (await correctCase(store, tx, number, field, value, old, by, at)) cases.push(number);
  return { cases, bookings: await correctBookings(store, tx, customer, field, value, at) };
}

async function correctCase(
  store: Store,
  tx: Tx,
  number: Corrected['cases'][number],
  field: ContactField,
  value: string,
  old: Details,
  by: string,
  at: Instant,
): Promise<boolean> {
  const row = await holdCase(store, tx, number);
  const [whole] = row === undefined ? [] : await loadCases(store, tx, [row]);
  if (row === undefined || whole === undefined) return false;
  const stood = KEYS[field].filter((key) => typeof whole.answers[key] === 'string');
  const here = stood.map((key) => String(whole.answers[key]));
  const gone = [...old, ...(field === 'phone' ? here.flatMap(writtenForms) : here)].filter((each) => each.length > 1);
  const renewed = (text: string) => gone.reduce((all, each) => all.replaceAll(each, value), text);
  for (const [index, { note }] of whole.history.entries()) {
    if (note === null || renewed(note) === note) continue;
    await tx
      .updateTable('history')
      .set({ note: historyNote.seal(store.sealer, `${number}/${index + 1}`, renewed(note)) })
      .where('case_number', '=', number)
      .where('seq', '=', index + 1)
      .execute();
  }
  const words = Object.entries(whole.answers).map(([key, each]) => [
    key,
    typeof each === 'string' ? renewed(each) : each,
  ]);
  const answers = { ...Object.fromEntries(words), ...Object.fromEntries(stood.map((key) => [key, value])) };
  if (JSON.stringify(answers) === JSON.stringify(whole.answers)) return false;
  await tx
    .updateTable('cases')
    .set({ answers: caseAnswers.seal(store.sealer, number, answers) })
    .where('number', '=', number)
    .execute();
  await writeNext(store, tx, row, { at, by, what: 'amended', detail: field, note: null });
  return true;
}

async function correctBookings(
  store: Store,
  tx: Tx,
  customer: CustomerId,
  field: ContactField,
  value: string,
  at: Instant,
): Promise<Corrected['bookings']> {
  const rows = await tx
    .selectFrom('bookings')
    .selectAll()
    .where('customer', '=', customer)
    .where('state', '=', 'booked')
    .where('slot_end', '>', at)
    .where('contact', 'is not', null)
    .orderBy('number')
    .execute();
  const changed = rows.map((row) => readBooking(store, row)).filter(({ contact }) => contact[field] !== null);
  for (const { number, contact } of changed)
    await tx
      .updateTable('bookings')
      .set({ contact: bookingContact.seal(store.sealer, number, { ...contact, [field]: value }) })
      .where('number', '=', number)
      .execute();
  return changed.map(({ number }) => number);
}

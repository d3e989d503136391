import type { Holdings } from '../../domain/customers/personalData.ts';
import { phonesOf } from '../../domain/customers/personalData.ts';
import type { CustomerId, Instant } from '../../domain/ids.ts';
import { AT_REST } from './caseList.ts';
import { loadCases } from './caseRows.ts';
import { holdCase } from './holdCase.ts';
import { holdings } from './holdings.ts';
import { caseAnswers, handoffBriefing, historyNote } from './personal.ts';
import type { Tables } from './schema.ts';
import { type Details, scrubAnswers, scrubWords, writtenForms } from './scrub.ts';
import type { Store, Tx } from './store.ts';

/** What stays of a case: the record without its contact, or nothing of what was told. */
export type Left = 'record' | 'nothing';

/** Destroys what may go of a customer who is held, and marks what goes when it is over. */
export async function forgetCustomer(
  store: Store,
  tx: Tx,
  customer: CustomerId,
  what: 'contact' | 'records',
  at: Instant,
): Promise<void> {
  const details = detailsOf(await holdings(store, tx, customer));
  await tx
    .updateTable('customers')
    .set({ name: null, phone: null, phone_index: null })
    .where('id', '=', customer)
    .execute();
  // a phone number was taken back: what a code proved stays proved
  await tx
    .updateTable('sources')
    .set({ assurance: 'none' })
    .where('customer', '=', customer)
    .where('assurance', '=', 'claimed')
    .execute();
  await tx.deleteFrom('utterances').where('customer', '=', customer).execute();
  await tx.updateTable('surveys').set({ words: null }).where('customer', '=', customer).execute();
  await forgetBookings(tx, customer, at);
  await forgetHandoffs(store, tx, { customer });
  const mine = tx.selectFrom('cases').select(['number', 'stage']).where('customer', '=', customer).orderBy('number');
  for (const { number, stage } of await mine.execute()) {
    if (AT_REST.includes(stage))
      await leaveOfCase(store, tx, number, what === 'records' ? 'nothing' : 'record', details);
    else await tx.updateTable('cases').set({ kept: 'until-rest' }).where('number', '=', number).execute();
  }
}

/** Name, phone and address of a customer in every form in which they may stand in somebody's words. */
export function detailsOf(held: Holdings): Details {
  const { contact, cases, bookings, addresses } = held;
  const names = [
    contact.name,
    ...cases.map(({ answers }) => answers.name),
    ...bookings.map((each) => each.contact.name),
  ];
  return [...names.filter((name) => typeof name === 'string'), ...phonesOf(held).flatMap(writtenForms), ...addresses];
}

/** Takes the contact out of a case at rest, or all that was told in it. Does nothing twice. */
export async function leaveOfCase(
  store: Store,
  tx: Tx,
  number: Tables['cases']['number'],
  left: Left,
  details: Details,
): Promise<void> {
  const row = await holdCase(store, tx, number);
  if (row === undefined || !AT_REST.includes(row.stage) || row.kept === 'nothing' || row.kept === left) return;
  const [whole] = await loadCases(store, tx, [row]);
  if (whole === undefined) return;
  const reading = { language: row.language, now: row.opened_at, timeZone: store.zone };
  const answers = left === 'nothing' ? {} : scrubAnswers(whole.answers, details, reading);
  const sealed = caseAnswers.seal(store.sealer, number, answers);
  await tx.updateTable('cases').set({ kept: left, answers: sealed }).where('number', '=', number).execute();
  for (const [index, { note }] of whole.history.entries()) {
    if (note === null) continue;
    const seq = index + 1;
    const rest = left === 'nothing' ? null : scrubWords(note, details, reading);
    await tx
      .updateTable('history')
      .set({ note: historyNote.seal(store.sealer, `${number}/${seq}`, rest) })
      .where('case_number', '=', number)
      .where('seq', '=', seq)
      .execute();
  }
}

/** Visits that are over lose their contact at once, those to come when they are over. */
async function forgetBookings(tx: Tx, customer: CustomerId, at: Instant): Promise<void> {
  const mine = () => tx.updateTable('bookings').where('customer', '=', customer).where('contact', 'is not', null);
  await mine()
    .set({ contact: null })
    .where(({ or, eb }) => or([eb('state', '!=', 'booked'), eb('slot_end', '<=', at)]))
    .execute();
  await mine().set({ forget: 1 }).execute();
}

/** Empties the briefings of ended hand-offs, and removes what staff noted beside them. */
export async function forgetHandoffs(
  store: Store,
  tx: Tx,
  which: { readonly customer: CustomerId } | { readonly endedBefore: Instant },
): Promise<void> {
  const ended = await tx
    .selectFrom('handoffs')
    .select(['id', 'conversation'])
    .where('ended_at', 'is not', null)
    .where('forgotten', 'is', null)
    .$if('customer' in which, (query) =>
      query.where('customer', '=', 'customer' in which ? which.customer : ('' as CustomerId)),
    )
    .$if('endedBefore' in which, (query) =>
      query.where('ended_at', '<', 'endedBefore' in which ? which.endedBefore : 0),
    )
    .orderBy('id')
    .execute();
  const empty = { words: '', intent: null, confidence: null, mood: 'calm', form: null, answers: {} } as const;
  for (const { id } of ended)
    await tx
      .updateTable('handoffs')
      .set({ forgotten: 1, briefing: handoffBriefing.seal(store.sealer, id, empty) })
      .where('id', '=', id)
      .execute();
  for (const conversation of new Set(ended.map((each) => each.conversation)))
    await tx
      .deleteFrom('notes')
      .where('conversation', '=', conversation)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('handoffs')
              .select('id')
              .where('handoffs.conversation', '=', conversation)
              .where('ended_at', 'is', null),
          ),
        ),
      )
      .execute();
}

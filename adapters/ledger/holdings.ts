import type { Case } from '../../domain/cases/case.ts';
import { isOpen } from '../../domain/cases/stages.ts';
import type { HeldCase, Holdings } from '../../domain/customers/personalData.ts';
import type { CustomerId, Instant } from '../../domain/ids.ts';
import type { Manual } from '../../domain/manual/schema.ts';
import { readBooking } from './bookingRows.ts';
import { loadCases } from './caseRows.ts';
import { newestConsents } from './customers.ts';
import { customerName, customerPhone, surveyWords } from './personal.ts';
import type { Tables } from './schema.ts';
import { knownSources } from './sources.ts';
import type { Reader, Store } from './store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const PLACES = ['address', 'place'] as const;

export function caseMs({ retention }: Pick<Manual, 'retention'>): number {
  return retention.caseDays * DAY_MS;
}
export function chatMs({ retention }: Pick<Manual, 'retention'>): number {
  return retention.conversationDays * DAY_MS;
}

/** All that is held of a customer; what was destroyed is passed over. */
export async function holdings(store: Store, db: Reader, customer: CustomerId): Promise<Holdings> {
  const person = await db.selectFrom('customers').selectAll().where('id', '=', customer).executeTakeFirst();
  const caseRows = await casesOf(db, customer);
  const cases = await loadCases(store, db, caseRows);
  const bookings = (await bookingsOf(db, customer)).map((row) => readBooking(store, row));
  const surveys = await db
    .selectFrom('surveys')
    .select(['key', 'at', 'words'])
    .where('customer', '=', customer)
    .where('words', 'is not', null)
    .orderBy('at', 'desc')
    .execute();
  const places = [...bookings.map(({ contact }) => contact.address), ...cases.flatMap(placesIn)];
  return {
    contact: {
      name: customerName.open(store.sealer, customer, person?.name ?? null),
      phone: customerPhone.open(store.sealer, customer, person?.phone ?? null),
    },
    addresses: [...new Set(places.filter((place) => place !== null))],
    cases: cases.map((each) => heldCase(each, store.manual)),
    bookings: bookings.map(({ number, state, slot, contact }) => ({ number, state, slot, contact })),
    consents: await newestConsents(db, customer),
    surveys: surveys.map(({ key, at, words }) => ({ at, words: surveyWords.open(store.sealer, key, words) ?? '' })),
    sources: await knownSources(db, customer),
  };
}

/** Newest first, without those of which nothing is left. */
function casesOf(db: Reader, customer: CustomerId): Promise<Tables['cases'][]> {
  return db
    .selectFrom('cases')
    .selectAll()
    .where('customer', '=', customer)
    .where(({ or, eb }) => or([eb('kept', 'is', null), eb('kept', '!=', 'nothing')]))
    .orderBy('opened_at', 'desc')
    .orderBy('number', 'desc')
    .execute();
}

function bookingsOf(db: Reader, customer: CustomerId): Promise<Tables['bookings'][]> {
  return db
    .selectFrom('bookings')
    .selectAll()
    .where('customer', '=', customer)
    .where('contact', 'is not', null)
    .orderBy('slot_start', 'desc')
    .orderBy('number')
    .execute();
}

function heldCase(each: Case, manual: Manual): HeldCase {
  const { number, kind, stage, openedAt, answers, history } = each;
  // what was found out about an incident may tell of others: the operator's own, as notes beside a conversation are
  const notes = history.flatMap(({ what, note }) => (note === null || what === 'incident' ? [] : [note]));
  const keptUntil = isOpen(stage) ? null : restedAt(each) + caseMs(manual);
  return { number, kind, stage, openedAt, answers, notes, keptUntil };
}

/** When a case that is at rest came to it. */
export function restedAt({ openedAt, history }: Pick<Case, 'openedAt' | 'history'>): Instant {
  return history.findLast(({ what }) => what === 'stage' || what === 'withdrawn')?.at ?? openedAt;
}

function placesIn({ answers }: Case): readonly (string | null)[] {
  return PLACES.map((key) => answers[key]).map((value) => (typeof value === 'string' ? value : null));
}

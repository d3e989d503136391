import type { Booking } from '../../domain/appointments/booking.ts';
import type { BookingNumber } from '../../domain/ids.ts';
import { bookingContact } from './personal.ts';
import type { BookingAsOf } from './references.ts';
import type { Tables } from './schema.ts';
import type { Reader, Store, Tx } from './store.ts';

const NO_CONTACT = { name: null, phone: null, address: null };

export function readBooking(store: Store, row: Tables['bookings']): Booking {
  return {
    number: row.number,
    kind: row.kind,
    service: row.service,
    place: row.place,
    slot: { id: row.slot_id, start: row.slot_start, end: row.slot_end },
    customer: row.customer,
    conversation: row.conversation,
    channel: row.channel,
    language: row.language,
    contact: row.contact === null ? NO_CONTACT : bookingContact.open(store.sealer, row.number, row.contact),
    case: row.case_number,
    state: row.state,
    bookedAt: row.booked_at,
    settledBy: row.settled_by,
  };
}

export async function loadBooking(store: Store, db: Reader, number: BookingNumber): Promise<Booking | null> {
  const row = await db.selectFrom('bookings').selectAll().where('number', '=', number).executeTakeFirst();
  return row === undefined ? null : readBooking(store, row);
}

/** The row of a booking, held until the transaction ends. */
export function holdBooking(store: Store, tx: Tx, number: BookingNumber): Promise<Tables['bookings'] | undefined> {
  return tx
    .selectFrom('bookings')
    .selectAll()
    .where('number', '=', number)
    .$if(store.dialect === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
}

/** What is remembered of a write, and a repeat gives back. */
export function asOf(row: Tables['bookings'], changed: Partial<Pick<BookingAsOf, 'state' | 'slot'>>): BookingAsOf {
  const slot = { id: row.slot_id, start: row.slot_start, end: row.slot_end };
  return { kind: 'booked', number: row.number, state: row.state, slot, ...changed };
}

import type { z } from 'zod';
import type { Booking, BookingChanged, Bookings, NewBooking } from '../../domain/appointments/booking.ts';
import type { BookingNumber, IdempotencyKey, Instant } from '../../domain/ids.ts';
import { loadBooking, readBooking } from './bookingRows.ts';
import { endBooking, moveBooking, settleBooking } from './changeBooking.ts';
import { customerNow } from './mergeCustomers.ts';
import { takeBookingNumber } from './numbers.ts';
import { type Operation, once } from './once.ts';
import { announceBooking } from './outsideNews.ts';
import { bookingContact } from './personal.ts';
import {
  type BookingAsOf,
  bookResult,
  type ChangeResult,
  changeResult,
  type SettleResult,
  settleResult,
} from './references.ts';
import { takenSeats, takeSeat } from './seats.ts';
import type { Store, Tx } from './store.ts';
import { setReminder } from './timerRows.ts';

type BookResult = z.infer<typeof bookResult>;
const BOOK: Operation<BookResult> = { name: 'booking.book', result: bookResult };
const MOVE: Operation<ChangeResult> = { name: 'booking.move', result: changeResult };
const CANCEL: Operation<ChangeResult> = { name: 'booking.cancel', result: changeResult };
const SETTLE: Operation<SettleResult> = { name: 'booking.settle', result: settleResult };

/** The port `Bookings` in SQL. */
export function bookings(store: Store): Bookings {
  const booked = async (result: BookingAsOf): Promise<{ kind: 'booked'; booking: Booking }> => {
    const found = await loadBooking(store, store.db, result.number);
    if (found === null) throw new Error(`booking ${result.number} is written down as a result and missing`);
    return { kind: 'booked', booking: { ...found, state: result.state, slot: result.slot } };
  };
  const change = async (
    operation: Operation<ChangeResult>,
    key: IdempotencyKey,
    at: Instant,
    work: (tx: Tx) => Promise<ChangeResult>,
  ): Promise<BookingChanged> => {
    const result = await once(store, operation, key, at, work);
    return result.kind === 'booked' ? booked(result) : result;
  };
  return {
    taken: (kind, place, from, to) => takenSeats(store.db, kind, place, from, to),
    async book(draft, key, at) {
      const result = await once(store, BOOK, key, at, (tx) => book(store, tx, draft, at));
      return result.kind === 'booked' ? booked(result) : result;
    },
    move: (number, to, key, at) => change(MOVE, key, at, (tx) => moveBooking(store, tx, number, to, at)),
    cancel: (number, key, at) => change(CANCEL, key, at, (tx) => endBooking(store, tx, number, 'cancelled', at)),
    async settle(number, outcome, key, at) {
      const result = await once(store, SETTLE, key, at, (tx) => settleBooking(store, tx, number, outcome, at));
      return result.kind === 'booked' ? booked(result) : result;
    },
    find: (number) => loadBooking(store, store.db, number),
    async upcoming(customer, now) {
      const mine = store.db.selectFrom('bookings').selectAll().where('customer', '=', customer);
      const ahead = mine.where('state', '=', 'booked').where('slot_end', '>', now);
      const rows = await ahead.orderBy('slot_start').orderBy('number').execute();
      return rows.map((row) => readBooking(store, row));
    },
    async between(from, to, limit) {
      const inside = store.db
        .selectFrom('bookings')
        .selectAll()
        .where('slot_start', '>=', from)
        .where('slot_start', '<', to);
      const rows = await inside.orderBy('slot_start').orderBy('number').limit(limit).execute();
      return rows.map((row) => readBooking(store, row));
    },
  };
}

async function book(store: Store, tx: Tx, draft: NewBooking, at: Instant): Promise<BookResult> {
  const { kind, service, place, slot, capacity, conversation, channel, language } = draft;
  const customer = await customerNow(store, tx, draft.customer);
  const shared = { kind, service, place, customer, conversation, channel, language } as const;
  const visit = { slot_id: slot.id, slot_start: slot.start, slot_end: slot.end, case_number: draft.case };
  const row = { ...shared, ...visit, state: 'booked', booked_at: at, settled_by: null } as const;
  const insert = (number: BookingNumber) =>
    tx
      .insertInto('bookings')
      .values({ ...row, number, contact: bookingContact.seal(store.sealer, number, draft.contact) })
      .onConflict((conflict) => conflict.column('number').doNothing())
      .returning('number')
      .executeTakeFirst();
  const number = await takeBookingNumber(store, at, async (candidate) => (await insert(candidate)) !== undefined);
  if (await takeSeat(tx, { kind, place, slot, capacity }, number)) {
    await setReminder(tx, number, conversation, draft.remindAt);
    await announceBooking(tx, { ...row, number }, 'booked', at);
    return { kind: 'booked', number, state: 'booked', slot };
  }
  await tx.deleteFrom('bookings').where('number', '=', number).execute();
  return { kind: 'slotTaken' };
}

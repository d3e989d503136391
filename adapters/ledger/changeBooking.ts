import type { Booking, Bookings } from '../../domain/appointments/booking.ts';
import type { BookingNumber, Instant } from '../../domain/ids.ts';
import { asOf, holdBooking } from './bookingRows.ts';
import { announceBooking } from './outsideNews.ts';
import type { ChangeResult, SettleResult } from './references.ts';
import { freeSeat, takeSeat } from './seats.ts';
import type { Store, Tx } from './store.ts';
import { setReminder } from './timerRows.ts';

/** Where a booking moves to, as in the port. */
export type Destination = Parameters<Bookings['move']>[1];

/** Takes the new seat before it frees the old one; when the slot is full everything stays as it was. */
export async function moveBooking(
  store: Store,
  tx: Tx,
  number: BookingNumber,
  to: Destination,
  at: Instant,
): Promise<ChangeResult> {
  const row = await holdBooking(store, tx, number);
  if (row === undefined) return { kind: 'unknown' };
  if (row.state !== 'booked') return { kind: 'notOpen', state: row.state };
  const { slot, capacity, remindAt } = to;
  if (slot.start !== row.slot_start) {
    // In this order nobody who waits for a seat holds one, so moves in opposite directions cannot wait for each other.
    if (!(await takeSeat(tx, { kind: row.kind, place: row.place, slot, capacity }, number)))
      return { kind: 'slotTaken' };
    await freeSeat(tx, number, row.slot_start);
  }
  const moved = { slot_id: slot.id, slot_start: slot.start, slot_end: slot.end };
  await tx.updateTable('bookings').set(moved).where('number', '=', number).execute();
  await setReminder(tx, number, row.conversation, remindAt);
  await announceBooking(tx, { ...row, ...moved }, 'moved', at);
  return asOf(row, { slot });
}

/** Ends an open booking; only a cancelled one gives its seat back. */
export async function endBooking(
  store: Store,
  tx: Tx,
  number: BookingNumber,
  state: Exclude<Booking['state'], 'booked'>,
  at: Instant,
): Promise<ChangeResult> {
  const row = await holdBooking(store, tx, number);
  if (row === undefined) return { kind: 'unknown' };
  if (row.state !== 'booked') return { kind: 'notOpen', state: row.state };
  await tx.updateTable('bookings').set({ state }).where('number', '=', number).execute();
  if (state === 'cancelled') await freeSeat(tx, number, row.slot_start);
  await setReminder(tx, number, row.conversation, null);
  await announceBooking(tx, { ...row, state }, state, at);
  return asOf(row, { state });
}

/** What came of a visit, which nobody knows before its time. */
export async function settleBooking(
  store: Store,
  tx: Tx,
  number: BookingNumber,
  { state, by }: Parameters<Bookings['settle']>[1],
  at: Instant,
): Promise<SettleResult> {
  const row = await holdBooking(store, tx, number);
  if (row?.state === 'booked' && at < row.slot_start) return { kind: 'tooEarly', start: row.slot_start };
  const ended = await endBooking(store, tx, number, state, at);
  if (ended.kind === 'booked' && by !== null) {
    await tx.updateTable('bookings').set({ settled_by: by }).where('number', '=', number).execute();
  }
  return ended;
}

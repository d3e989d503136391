import type { BookingKind, Slot } from '../../domain/appointments/booking.ts';
import type { BookingNumber, Instant } from '../../domain/ids.ts';
import type { Reader, Tx } from './store.ts';

export interface SeatsOf {
  readonly kind: BookingKind;
  readonly place: string;
  readonly slot: Slot;
  readonly capacity: number;
}

/**
 * Takes a free seat of a slot; false when there is none. Who loses a seat to another process goes on to the next one: the
 * primary key decides, not what was read before.
 */
export async function takeSeat(
  tx: Tx,
  { kind, place, slot, capacity }: SeatsOf,
  booking: BookingNumber,
): Promise<boolean> {
  const rows = await tx
    .selectFrom('seats')
    .select('seat')
    .where('kind', '=', kind)
    .where('place', '=', place)
    .where('slot_start', '=', slot.start)
    .execute();
  // Seats above the capacity exist when the plan was cut down; they count too.
  const taken = new Set(rows.map((row) => row.seat));
  for (let seat = 1; seat <= capacity && taken.size < capacity; seat++) {
    if (taken.has(seat)) continue;
    const mine = await tx
      .insertInto('seats')
      .values({ kind, place, slot_start: slot.start, seat, slot_id: slot.id, booking })
      .onConflict((conflict) => conflict.columns(['kind', 'place', 'slot_start', 'seat']).doNothing())
      .returning('seat')
      .executeTakeFirst();
    if (mine !== undefined) return true;
    taken.add(seat);
  }
  return false;
}

export async function freeSeat(tx: Tx, booking: BookingNumber, slotStart: Instant): Promise<void> {
  await tx.deleteFrom('seats').where('booking', '=', booking).where('slot_start', '=', slotStart).execute();
}

/** How many seats of each slot are taken, by slot id, for starts in [from, to). */
export async function takenSeats(
  db: Reader,
  kind: BookingKind,
  place: string,
  from: Instant,
  to: Instant,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('seats')
    .select(['slot_id', ({ fn }) => fn.countAll<number>().as('taken')])
    .where('kind', '=', kind)
    .where('place', '=', place)
    .where('slot_start', '>=', from)
    .where('slot_start', '<', to)
    .groupBy('slot_id')
    .execute();
  return new Map(rows.map((row) => [row.slot_id, row.taken]));
}

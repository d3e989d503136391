import { BOOKING_PREFIX, newBookingNumber, newCaseNumber } from '../../domain/cases/number.ts';
import type { BookingNumber, CaseNumber, Instant } from '../../domain/ids.ts';
import { NumbersExhausted } from './errors.ts';
import type { Store } from './store.ts';

/** A day's numbers of a prefix are sparse: more than a few collisions in a row do not happen by chance. */
const ATTEMPTS = 50;

/**
 * The first new case number that `take` could store.
 * @param take false when the number is taken already
 * @throws NumbersExhausted
 */
export function takeCaseNumber(
  { zone, random }: Store,
  prefix: string,
  at: Instant,
  take: (number: CaseNumber) => Promise<boolean>,
): Promise<CaseNumber> {
  return firstFree(prefix, () => newCaseNumber(prefix, at, zone, random), take);
}

/** The same for a booking: its numbers look like those of cases, with a prefix of their own. */
export function takeBookingNumber(
  { zone, random }: Store,
  at: Instant,
  take: (number: BookingNumber) => Promise<boolean>,
): Promise<BookingNumber> {
  return firstFree(BOOKING_PREFIX, () => newBookingNumber(at, zone, random), take);
}

async function firstFree<N>(prefix: string, draw: () => N, take: (number: N) => Promise<boolean>): Promise<N> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const number = draw();
    if (await take(number)) return number;
  }
  throw new NumbersExhausted(prefix);
}

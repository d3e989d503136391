import { z } from 'zod';
import type { Booking } from '../domain/appointments/booking.ts';
import { STAGES } from '../domain/cases/case.ts';
import { asBookingNumber, asCaseNumber } from '../domain/cases/number.ts';
import { waitingSince } from '../domain/cases/waiting.ts';
import type { CustomerId } from '../domain/ids.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Manual } from '../domain/manual/schema.ts';
import { type Say, say } from '../locales/messages.ts';

interface Books {
  readonly ledger: Pick<Ledger, 'bookings' | 'cases'>;
  readonly manual: Manual;
}

const askedEvent = z.strictObject({ number: z.string(), question: z.string().nullable() });
const stageEvent = z.strictObject({ number: z.string(), stage: z.enum(STAGES), note: z.string().nullable() });

const NOTICES = ['appointment.reminder', 'case.stage', 'case.asked', 'outage.news'];

export function isNotice(name: string | undefined): boolean {
  return NOTICES.some((each) => each === name);
}

/**
 * What the customer hears of an event that the product itself put into the inbox; nothing for one it does not know, and
 * nothing of what is another customer's: since it was registered somebody else may have got the number.
 */
export async function saysOf(
  name: string | undefined,
  value: unknown,
  customer: CustomerId,
  books: Books,
): Promise<readonly Say[]> {
  if (name === 'appointment.reminder') return reminder(value, customer, books);
  if (name === 'case.asked') return asked(value, customer, books);
  const stage = name === 'case.stage' ? stageEvent.safeParse(value) : null;
  if (!stage?.success) return [];
  const { number, note } = stage.data;
  const known = asCaseNumber(number);
  const found = known === null ? null : await books.ledger.cases.find(known);
  if (found !== null && found.customer !== customer) return [];
  return [say('stageChanged', { number, stage: books.manual.stages[stage.data.stage].names, note })];
}

/** Number of the case for which staff ask the customer for something. */
export function askedCase(name: string | undefined, value: unknown): string | null {
  const event = name === 'case.asked' ? askedEvent.safeParse(value) : null;
  return event?.success ? event.data.number : null;
}

/** Nothing is asked for a case that no longer waits. */
async function asked(value: unknown, customer: CustomerId, { ledger, manual }: Books): Promise<readonly Say[]> {
  const event = askedEvent.safeParse(value);
  const number = event.success ? asCaseNumber(event.data.number) : null;
  const found = number === null ? null : await ledger.cases.find(number);
  if (!event.success || found === null || found.customer !== customer || waitingSince(found) === null) return [];
  const stage = manual.waiting?.names ?? manual.stages[found.stage].names;
  return [say('stageChanged', { number: found.number, stage, note: event.data.question })];
}

/** Nothing is said of a booking that was cancelled or moved meanwhile (a moved one has a reminder of its own). */
async function reminder(value: unknown, customer: CustomerId, { ledger, manual }: Books): Promise<readonly Say[]> {
  const number = asBookingNumber(typeof value === 'string' ? value : '');
  const booking = number === null ? null : await ledger.bookings.find(number);
  if (booking?.state !== 'booked' || booking.customer !== customer) return [];
  const place = placeOf(booking, manual);
  return [
    say('reminder', {
      number: booking.number,
      kind: manual.slotPlans[booking.kind].names,
      from: booking.slot.start,
      to: booking.slot.end,
      place,
    }),
  ];
}

export function placeOf(booking: Booking, manual: Manual) {
  if (booking.kind === 'branch') return manual.branches.find((b) => b.id === booking.place)?.names ?? booking.place;
  return booking.kind === 'callback' ? manual.slotPlans.callback.names : (booking.contact.address ?? booking.place);
}

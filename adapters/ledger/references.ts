import { z } from 'zod';
import { BOOKING_STATES } from '../../domain/appointments/booking.ts';
import { STAGES, WAIT_REFUSALS } from '../../domain/cases/case.ts';
import { INCIDENT_STEPS } from '../../domain/cases/incident.ts';
import type { BookingNumber, CaseNumber } from '../../domain/ids.ts';

/** The border where numbers that this ledger wrote down itself become numbers again. */
const caseNumber = z.string().transform((text) => text as CaseNumber);
const bookingNumber = z.string().transform((text) => text as BookingNumber);

/** A case as it was after its history entry `seq`. */
export const caseAsOf = z.object({ number: caseNumber, seq: z.int().min(1) });

export const moveResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('moved'), number: caseNumber, seq: z.int().min(1) }),
  z.object({
    kind: z.literal('refused'),
    from: z.enum(STAGES),
    allowed: z.array(z.enum(STAGES)),
    resolvedBy: z.string().exactOptional(),
    missing: z.array(z.enum(INCIDENT_STEPS)).exactOptional(),
  }),
  z.object({ kind: z.literal('unknown') }),
]);

export const waitResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), number: caseNumber, seq: z.int().min(1) }),
  z.object({ kind: z.literal('refused'), why: z.enum(WAIT_REFUSALS), stage: z.enum(STAGES) }),
  z.object({ kind: z.literal('unknown') }),
]);
export type WaitResult = z.infer<typeof waitResult>;

/** A booking as it was after a write: what can change is written out. */
const bookingAsOf = z.object({
  kind: z.literal('booked'),
  number: bookingNumber,
  state: z.enum(BOOKING_STATES),
  slot: z.object({ id: z.string(), start: z.int(), end: z.int() }),
});
export type BookingAsOf = z.infer<typeof bookingAsOf>;
const slotTaken = z.object({ kind: z.literal('slotTaken') });

export const bookResult = z.discriminatedUnion('kind', [bookingAsOf, slotTaken]);
export const changeResult = z.discriminatedUnion('kind', [
  bookingAsOf,
  slotTaken,
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('notOpen'), state: z.enum(BOOKING_STATES) }),
]);
export type ChangeResult = z.infer<typeof changeResult>;

export const settleResult = z.union([changeResult, z.object({ kind: z.literal('tooEarly'), start: z.int() })]);
export type SettleResult = z.infer<typeof settleResult>;

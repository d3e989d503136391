import { z } from 'zod';
import type { Booking } from '../domain/appointments/booking.ts';
import { remindAt } from '../domain/appointments/slots.ts';
import type { BookingNumber, Names } from '../domain/ids.ts';
import { FIELDS, FORM_TITLES, INTENT_NAMES, KEEP, YES } from '../locales/labels.ts';
import { type Say, say } from '../locales/messages.ts';
import { anyForm } from './filling.ts';
import { type Question, read, type Submitted } from './form.ts';
import { freeSlots, type SlotFacts, slotQuestion, slotSchema, wishQuestion } from './questions/slot.ts';
import { wishSchema } from './questions/slotFits.ts';
import { type BookingFacts, bookingFacts, bookingQuestion } from './questions/subject.ts';
import { keyOf, type Scene } from './scene.ts';
import { yesNo } from './yesNo.ts';

const NONE: Submitted = {
  kind: 'done',
  says: [say('noBookings', {}, { choices: [{ value: 'appointment.book', label: INTENT_NAMES['appointment.book'] }] })],
  offer: { kind: 'begin', form: 'appointment', answers: {} },
};

function placeOf(booking: Booking, scene: Scene): Names | string {
  const branch = scene.manual.branches.find((b) => b.id === booking.place);
  if (branch) return branch.names;
  return booking.kind === 'callback'
    ? scene.manual.slotPlans.callback.names
    : (booking.contact.address ?? booking.place);
}

function bookingIs(booking: Booking, scene: Scene): Say {
  const facts = {
    number: booking.number,
    kind: scene.manual.slotPlans[booking.kind].names,
    from: booking.slot.start,
    to: booking.slot.end,
    place: placeOf(booking, scene),
  };
  return say('bookingIs', facts);
}

const none = (facts: BookingFacts) => (facts.own.length === 0 ? NONE : null);

export const appointmentStatus = anyForm<Record<never, never>, BookingFacts>({
  name: 'appointmentStatus',
  title: FORM_TITLES.appointmentStatus,
  answers: z.strictObject({}),
  confirms: false,
  facts: (_given, scene) => bookingFacts(scene),
  questions: {},
  stop: (_given, facts) => none(facts),
  submit: async (_given, facts, scene) => ({
    kind: 'done',
    says: facts.own.slice(0, 3).map((b) => bookingIs(b, scene)),
  }),
});

const change = z.strictObject({ booking: z.string(), wish: wishSchema.optional(), slot: slotSchema });
type Change = z.infer<typeof change>;
type ChangeFacts = BookingFacts & SlotFacts;

export const appointmentChange = anyForm<Change, ChangeFacts>({
  name: 'appointmentChange',
  title: FORM_TITLES.appointmentChange,
  answers: change,
  confirms: true,
  facts: async (given, scene) => {
    const { own } = await bookingFacts(scene);
    const booking = own.find((b) => b.number === given.booking);
    const [only, ...others] = own;
    const moved = booking ?? (others.length === 0 ? only : undefined);
    const slots = booking ? await freeSlots(scene, booking.kind, booking.place) : null;
    return { own, slots, booked: moved?.slot };
  },
  questions: {
    booking: bookingQuestion<Change, ChangeFacts>(),
    wish: wishQuestion<Change, ChangeFacts>(),
    slot: slotQuestion<Change, ChangeFacts>((given) => given.booking !== undefined),
  },
  stop: (_given, facts) => none(facts),
  submit: async (given, facts, scene, instance) => {
    const booking = facts.own.find((b) => b.number === given.booking);
    if (!booking) return NONE;
    const plan = scene.manual.slotPlans[booking.kind];
    const to = { slot: given.slot, capacity: plan.capacity, remindAt: remindAt(plan, given.slot, scene.now) };
    const result = await scene.ledger.bookings.move(
      booking.number,
      to,
      // a slot that was refused may be tried again by a later message
      keyOf(scene, instance, `move/${given.slot.id}/${scene.message}`),
      scene.now,
    );
    if (result.kind === 'slotTaken') return { kind: 'again', says: [say('slotTaken')], clear: ['slot', 'wish'] };
    if (result.kind !== 'booked') return NONE;
    return {
      kind: 'done',
      says: [say('bookingMoved', { number: booking.number, from: given.slot.start, to: given.slot.end })],
    };
  },
});

const cancelling = z.strictObject({ booking: z.string(), sure: z.enum(['yes', 'no']) });
type Cancelling = z.infer<typeof cancelling>;

/** A yes or no that is asked before something is given up. */
export function sureQuestion<A, F>(
  ask: (answers: Partial<A>, facts: F) => Say,
  when?: (answers: Partial<A>, facts: F) => boolean,
): Question<A, 'yes' | 'no', F> {
  return {
    label: FIELDS.sure,
    fixed: true,
    ...(when ? { when } : {}),
    ask,
    choices: () => [
      { value: 'yes', label: YES },
      { value: 'no', label: KEEP },
    ],
    pick: (value) => read(value === 'yes' ? 'yes' : 'no'),
    read: (heard, manner) => {
      const said = manner === 'asked' ? yesNo(heard) : null;
      return said === null ? undefined : read(said);
    },
    show: () => null,
  };
}

export const appointmentCancel = anyForm<Cancelling, BookingFacts>({
  name: 'appointmentCancel',
  title: FORM_TITLES.appointmentCancel,
  answers: cancelling,
  confirms: false,
  facts: (_given, scene) => bookingFacts(scene),
  questions: {
    booking: bookingQuestion<Cancelling, BookingFacts>(),
    sure: sureQuestion<Cancelling, BookingFacts>(
      (given, facts) => {
        const booking = facts.own.find((b) => b.number === given.booking) ?? facts.own[0];
        return booking
          ? say('sureToCancel', { number: booking.number, from: booking.slot.start, to: booking.slot.end })
          : say('noBookings');
      },
      (given) => given.booking !== undefined,
    ),
  },
  stop: (given, facts) => (given.booking === undefined ? none(facts) : null),
  submit: async (given, _facts, scene, instance) => {
    if (given.sure === 'no') return { kind: 'done', says: [say('kept')] };
    const number = given.booking as BookingNumber;
    const result = await scene.ledger.bookings.cancel(number, keyOf(scene, instance, 'cancel'), scene.now);
    return result.kind === 'booked' ? { kind: 'done', says: [say('bookingCancelled', { number })] } : NONE;
  },
});

import { z } from 'zod';
import { freeSlots } from '../../../dialogs/questions/slot.ts';
import type { BookingKind, NewBooking } from '../../../domain/appointments/booking.ts';
import { remindAt, slots } from '../../../domain/appointments/slots.ts';
import { asCaseNumber } from '../../../domain/cases/number.ts';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import { slotLabel } from '../../../locales/format.ts';
import { HttpError } from '../../http/answer.ts';
import { appointmentView } from '../../operator/schemas.ts';
import { held } from '../access/conversation.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import { tellFiled } from '../cases/filed.ts';
import type { DeskDeps } from '../deps.ts';
import { deskKey } from '../keys.ts';
import { id, newBookingBody, slotQuery, slotsView } from '../schemas.ts';
import { stored } from '../stored.ts';
import { viewDeskBooking } from '../views/books.ts';
import { iso } from '../views/time.ts';

/** Free slots that a refusal names. */
const NAMED = 3;
/** An address outside the manual's areas: capacity is counted there too. */
const ELSEWHERE = 'elsewhere';

export function bookingOperations(deps: DeskDeps): DeskOperation[] {
  return [
    deskOperation(deps.guard, {
      method: 'GET',
      path: '/desk/api/slots',
      summary: 'Slots with places left, soonest first.',
      access: 'agent',
      query: slotQuery,
      answer: slotsView,
      handle: async ({ query }) => {
        const free = await freeAt(deps, query.kind, query.place);
        return { slots: free.map(({ id, start, end, left }) => ({ id, start: iso(start), end: iso(end), left })) };
      },
    }),
    deskOperation(deps.guard, {
      method: 'POST',
      path: '/desk/api/conversations/:id/bookings',
      summary: 'Books an appointment; the customer is told its number.',
      access: 'agent',
      params: z.object({ id }),
      body: newBookingBody,
      status: 201,
      answer: appointmentView,
      refusals: {
        404: 'There is no such conversation for the caller.',
        409: 'The caller does not have the customer, or the slot is taken: the message names the next free ones.',
      },
      handle: async ({ params, body }, { staff }) => {
        const handoff = await held(deps, staff, params.id);
        const { ledger, now } = deps;
        const draft = await draftOf(deps, handoff, body);
        // with the slot: after a slot that was taken the same form is sent with another one
        const key = deskKey('booking', handoff.id, staff.id, body.id, body.slot);
        const booked = await stored(deps, ledger.bookings.book(draft, key, now()));
        if (booked.kind === 'slotTaken') throw await taken(deps, handoff, body);
        await tellFiled(deps, staff, handoff, { kind: 'booking', number: booked.booking.number, form: 'appointment' });
        return viewDeskBooking(booked.booking);
      },
    }),
  ];
}

type Body = z.output<typeof newBookingBody>;

async function draftOf(deps: DeskDeps, handoff: Handoff, body: Body): Promise<NewBooking> {
  const { ledger, manual, now, zone } = deps;
  if (!Object.hasOwn(manual.services, body.service)) throw wrong('service: one of the catalogue’s services');
  const plan = manual.slotPlans[body.kind];
  mustBePlace(deps, body.kind, body.place);
  const slot = slots(manual, body.kind, now(), plan.horizonDays + 1, zone).find(({ id: known }) => known === body.slot);
  if (slot === undefined) throw await taken(deps, handoff, body);
  const { customer, conversation, channel, language } = handoff;
  const contact = await ledger.customers.contact(customer);
  return {
    ...{ kind: body.kind, service: body.service, place: body.place, slot, capacity: plan.capacity },
    ...{ customer, conversation, channel, language },
    contact: { name: contact.name, phone: contact.phone, address: body.address ?? null },
    case: await caseOfCustomer(deps, handoff, body.case),
    remindAt: remindAt(plan, slot, now()),
  };
}

async function freeAt(deps: DeskDeps, kind: BookingKind, place: string) {
  mustBePlace(deps, kind, place);
  const { manual, ledger, now, zone } = deps;
  return freeSlots({ manual, ledger, now: now(), zone }, kind, place);
}

/** 400 unless the plan of this kind counts its places there. */
function mustBePlace({ manual }: DeskDeps, kind: BookingKind, place: string): void {
  const of = manual.slotPlans[kind].place;
  const known = {
    area: [...manual.areas.map((each) => each.id), ELSEWHERE],
    branch: manual.branches.map((each) => each.id),
    phone: ['phone'],
  };
  if (!known[of].includes(place)) throw wrong(`place: for ${kind} one of ${known[of].join(', ')}`.slice(0, 600));
}

/** The case a visit is for, when it is one of this customer's. */
async function caseOfCustomer(
  { ledger }: DeskDeps,
  { customer }: Handoff,
  given: string | undefined,
): Promise<string | null> {
  if (given === undefined) return null;
  const number = asCaseNumber(given);
  const found = number === null ? null : await ledger.cases.find(number);
  if (found?.customer !== customer) throw wrong('case: a number of one of this customer’s cases, or none');
  return found.number;
}

async function taken(deps: DeskDeps, { language }: Handoff, { kind, place }: Body): Promise<HttpError> {
  const free = (await freeAt(deps, kind, place)).slice(0, NAMED);
  const next = free.map((slot) => `${slotLabel(slot, deps.zone)[language]} (${slot.id})`).join('; ');
  const message = next === '' ? 'That slot is taken, and none is free.' : `That slot is taken. Next free: ${next}.`;
  return new HttpError(409, 'SlotTaken', message);
}

const wrong = (message: string): HttpError => new HttpError(400, 'BadArgument', message);

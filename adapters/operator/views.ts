import type { z } from 'zod';
import type { Booking } from '../../domain/appointments/booking.ts';
import type { Case } from '../../domain/cases/case.ts';
import type { Contact } from '../../domain/customers/customer.ts';
import type { Instant } from '../../domain/ids.ts';
import { beganAt, clockState } from '../../domain/manual/clocks.ts';
import type { Manual } from '../../domain/manual/schema.ts';
import type { Outage } from '../../domain/outages.ts';
import { maskAnswers, maskName, maskPhone } from './masking.ts';
import type { appointmentView, caseView, outageView } from './schemas.ts';

export const iso = (at: Instant): string => new Date(at).toISOString();
const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at));
const phoneOrNull = (phone: string | null): string | null => (phone === null ? null : maskPhone(phone));

/** A case as operators' systems see it; notes of the history stay inside, they are the customer's words. */
export function viewCase(
  manual: Manual,
  each: Case,
  contact: Contact,
  now: Instant,
  timeZone: string,
): z.infer<typeof caseView> {
  const { number, kind, category, severity, level, stage, owner, openedAt, links, language } = each;
  return {
    number,
    kind,
    category,
    severity,
    level,
    stage,
    owner,
    customer: phoneOrNull(contact.phone),
    openedAt: iso(openedAt),
    answers: maskAnswers(each.answers, { language, now: openedAt, timeZone }),
    clocks: each.clocks.map((clock) => ({
      name: clock.name,
      target: iso(clock.target),
      limit: iso(clock.limit),
      pausedMs: clock.pausedMs,
      state: clockState(clock, now, beganAt(manual, clock, each)),
    })),
    history: each.history.map(({ at, by, what, detail }) => ({ at: iso(at), by, what, detail })),
    links: [...links],
  };
}

export function viewAppointment(booking: Booking): z.infer<typeof appointmentView> {
  const { number, kind, service, place, slot, state, bookedAt, contact } = booking;
  return {
    number,
    kind,
    service,
    place,
    start: iso(slot.start),
    end: iso(slot.end),
    state,
    bookedAt: iso(bookedAt),
    contact: {
      name: contact.name === null ? null : maskName(contact.name),
      phone: phoneOrNull(contact.phone),
      address: contact.address,
    },
    case: booking.case,
  };
}

export function viewOutage({ id, area, service, since, expectedRepair, endedAt }: Outage): z.infer<typeof outageView> {
  return {
    id,
    area,
    service,
    since: iso(since),
    expectedRepair: isoOrNull(expectedRepair),
    endedAt: isoOrNull(endedAt),
  };
}

import type { z } from 'zod';
import type { Booking } from '../../domain/appointments/booking.ts';
import type { Case } from '../../domain/cases/case.ts';
import { incidentOf } from '../../domain/cases/incident.ts';
import { movedBy } from '../../domain/cases/twoHands.ts';
import { waitingSince } from '../../domain/cases/waiting.ts';
import type { Contact } from '../../domain/customers/customer.ts';
import { maskName } from '../../domain/customers/masked.ts';
import type { Instant } from '../../domain/ids.ts';
import { beganAt, clockState } from '../../domain/manual/clocks.ts';
import type { Manual } from '../../domain/manual/schema.ts';
import type { Outage } from '../../domain/outages.ts';
import type { HearingContext } from '../../nlu/heard.ts';
import type { OperatorDeps } from './deps.ts';
import { maskAnswers, maskPhone, maskWritten } from './masking.ts';
import type { appointmentView, caseView, outageView } from './schemas.ts';

export const iso = (at: Instant): string => new Date(at).toISOString();
const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at));
const phoneOrNull = (phone: string | null): string | null => (phone === null ? null : maskPhone(phone));

/** A case as operators' systems see it, for the customer that it is of now. */
export async function viewOne(
  { ledger, manual, now, zone }: Pick<OperatorDeps, 'ledger' | 'manual' | 'now' | 'zone'>,
  each: Case,
): Promise<z.infer<typeof caseView>> {
  return viewCase(manual, each, await ledger.customers.contact(each.customer), now(), zone);
}

/** Whatever people wrote, in answers and notes, without personal data. */
export function viewCase(
  manual: Manual,
  each: Case,
  contact: Contact,
  now: Instant,
  timeZone: string,
): z.infer<typeof caseView> {
  const { number, kind, category, severity, level, stage, owner, openedAt, links, language } = each;
  const reading: HearingContext = { language, now: openedAt, timeZone };
  const waiting = waitingSince(each);
  const incident = incidentOf(each);
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
    answers: maskAnswers(each.answers, reading),
    clocks: each.clocks.map((clock) => ({
      name: clock.name,
      target: iso(clock.target),
      limit: iso(clock.limit),
      pausedMs: clock.pausedMs,
      state: clockState(clock, now, beganAt(manual, clock, each)),
    })),
    history: each.history.map((entry) => {
      const { at, by, what, detail } = entry;
      return { at: iso(at), by, what, detail, note: masked(entry.note, reading) };
    }),
    incident: incident && {
      grade: incident.grade,
      steps: incident.steps.map(({ text, at, ...rest }) => ({ ...rest, text: masked(text, reading), at: iso(at) })),
      next: [...incident.next],
    },
    links: [...links],
    waiting: waiting && { since: iso(waiting.at), by: waiting.by, question: masked(waiting.note, reading) ?? '' },
    resolvedBy: movedBy(each, 'resolved'),
    confirmedBy: stage === 'closed' ? movedBy(each, 'closed') : null,
  };
}

function masked(text: string | null, reading: HearingContext): string | null {
  return text === null ? null : maskWritten(text, reading);
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
    settledBy: booking.settledBy,
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

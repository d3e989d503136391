import type { z } from 'zod';
import type { Booking } from '../../../domain/appointments/booking.ts';
import type { Case } from '../../../domain/cases/case.ts';
import type { Contact } from '../../../domain/customers/customer.ts';
import { maskPlace } from '../../../domain/customers/masked.ts';
import type { appointmentView, caseView } from '../../operator/schemas.ts';
import { viewAppointment, viewCase } from '../../operator/views.ts';
import type { DeskDeps } from '../deps.ts';
import { context, maskCaseAnswers } from './words.ts';

type Deps = Pick<DeskDeps, 'manual' | 'now' | 'zone'>;

/** As operators' systems see a case, without addresses. */
export function viewDeskCase(deps: Deps, each: Case, contact: Contact): z.infer<typeof caseView> {
  return {
    ...viewCase(deps.manual, each, contact, deps.now(), deps.zone),
    answers: maskCaseAnswers(each.answers, context(deps, each.language)),
  };
}

export function viewDeskBooking(booking: Booking): z.infer<typeof appointmentView> {
  const view = viewAppointment(booking);
  const { address } = booking.contact;
  return { ...view, contact: { ...view.contact, address: address === null ? null : maskPlace(address) } };
}

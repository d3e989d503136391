import { z } from 'zod';
import { asBookingNumber } from '../../../domain/cases/number.ts';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import { HttpError } from '../../http/answer.ts';
import { caseOf } from '../access/case.ts';
import { held, readable } from '../access/conversation.ts';
import { hasRole } from '../auth/access.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { noCase } from '../refusals.ts';
import { id, revealBody, revealed } from '../schemas.ts';
import { stored } from '../stored.ts';

/** Manual section 10: each look at personal data is written down before it is answered. */
export function revealOperation(deps: DeskDeps): DeskOperation {
  return deskOperation(deps.guard, {
    method: 'POST',
    path: '/desk/api/conversations/:id/reveal',
    summary: 'One personal field as it is, for who has the customer and for supervisors; the audit says who saw it.',
    access: 'agent',
    params: z.object({ id }),
    body: revealBody,
    answer: revealed,
    refusals: {
      404: 'There is no such conversation for the caller, or no such case or booking of its customer.',
      409: 'The caller does not have the customer.',
    },
    handle: async ({ params, body }, { staff }) => {
      const supervises = hasRole(staff, 'supervisor');
      const handoff = supervises
        ? (await readable(deps, staff, params.id)).handoff
        : await held(deps, staff, params.id);
      const { value, detail } = await look(deps, staff, handoff, body);
      const entry = { by: staff.id, what: 'reveal', subject: handoff.conversation, detail };
      await stored(deps, deps.ledger.audit.add(entry, deps.now()));
      return { value };
    },
  });
}

interface Looked {
  readonly value: Record<string, unknown>;
  readonly detail: string;
}

async function look(
  deps: DeskDeps,
  staff: StaffMember,
  handoff: Handoff,
  { field, case: number, booking }: z.output<typeof revealBody>,
): Promise<Looked> {
  if (field === 'address') return addressOf(deps, handoff, booking ?? '');
  if (field !== 'answers') {
    const contact = await deps.ledger.customers.contact(handoff.customer);
    return { value: { [field]: contact[field] }, detail: field };
  }
  if (number === undefined) return { value: { ...handoff.briefing.answers }, detail: 'answers' };
  const { case: found } = await caseOf(deps, staff, number, 'change');
  if (found.customer !== handoff.customer) throw noCase();
  return { value: { ...found.answers }, detail: `answers ${found.number}` };
}

async function addressOf({ ledger }: DeskDeps, { customer }: Handoff, given: string): Promise<Looked> {
  const number = asBookingNumber(given);
  const found = number === null ? null : await ledger.bookings.find(number);
  if (found?.customer !== customer) throw new HttpError(404, 'NotFound', 'There is no such booking.');
  return { value: { address: found.contact.address }, detail: `address ${found.number}` };
}

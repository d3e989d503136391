import type { Case } from '../../../domain/cases/case.ts';
import { asCaseNumber } from '../../../domain/cases/number.ts';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import { hasRole } from '../auth/access.ts';
import type { DeskDeps } from '../deps.ts';
import { noCase } from '../refusals.ts';
import { waits } from '../views/handoff.ts';
import { had, has, refused } from './conversation.ts';

const PAST = 50;

export interface OpenCase {
  readonly case: Case;
  /** The caller's hand-off of the customer, when there is one now. */
  readonly handoff: Handoff | null;
}

/**
 * A case that the caller may read, or with `change` also change: supervisors every one; agents those of a customer they
 * have now, and to read also of one who waits or whom they had. Anything else is 404 as if it were not there.
 */
export async function caseOf(
  { ledger, now }: Pick<DeskDeps, 'ledger' | 'now'>,
  staff: StaffMember,
  given: string,
  may: 'read' | 'change',
): Promise<OpenCase> {
  const number = asCaseNumber(given);
  const found = number === null ? null : await ledger.cases.find(number);
  if (found === null) throw noCase();
  const open = (await ledger.handoffs.open()).filter(({ customer }) => customer === found.customer);
  const handoff = open.find((each) => has(each, staff.id)) ?? null;
  if (handoff !== null || hasRole(staff, 'supervisor')) return { case: found, handoff };
  if (may === 'read') {
    const past = await ledger.handoffs.past({ customer: found.customer }, PAST);
    if (open.some(waits) || [...open, ...past].some((each) => had(each, staff.id))) return { case: found, handoff };
  }
  await refused({ ledger, now }, staff, found.number);
  throw noCase();
}

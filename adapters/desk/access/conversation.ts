import type { Handoff } from '../../../domain/desk/handoff.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import type { ConversationId, StaffId } from '../../../domain/ids.ts';
import { hasRole } from '../auth/access.ts';
import type { DeskDeps } from '../deps.ts';
import { noConversation, refusal } from '../refusals.ts';
import { waits } from '../views/handoff.ts';

type Deps = Pick<DeskDeps, 'ledger' | 'now'>;

/** Former hand-offs of one conversation that are looked at. */
const PAST = 50;
/** A subject of the audit that a caller wrote. */
const SUBJECT = 100;

/** A conversation that the caller may read. */
export interface Readable {
  /** The open hand-off, else the newest one. */
  readonly handoff: Handoff;
  /** The caller has the customer now. */
  readonly holds: boolean;
  /** Words are shown as they were said: to who has the customer, and to supervisors. */
  readonly plain: boolean;
}

/**
 * What the caller may read: supervisors everything that was handed over; agents what waits, what they have or had, and
 * former conversations of a customer they have. Anything else is 404 as if it were not there, and stands in the audit.
 */
export async function readable(deps: Deps, staff: StaffMember, id: string): Promise<Readable> {
  const conversation = id as ConversationId;
  const { handoffs } = deps.ledger;
  const [open, past] = await Promise.all([handoffs.openOf(conversation), handoffs.past({ conversation }, PAST)]);
  const handoff = open ?? past[0];
  if (handoff !== undefined) {
    const holds = has(handoff, staff.id);
    if (hasRole(staff, 'supervisor')) return { handoff, holds, plain: true };
    const theirs = holds || waits(handoff) || had(handoff, staff.id) || past.some((each) => had(each, staff.id));
    if (theirs || (open === null && (await serves(deps, staff.id, handoff)))) return { handoff, holds, plain: holds };
  }
  await refused(deps, staff, id);
  throw noConversation();
}

/** The open hand-off of a conversation that the caller has; else 404 as for `readable`, or 409 with who has it. */
export async function held(deps: Deps, staff: StaffMember, id: string): Promise<Handoff> {
  return mustHold(deps, await readable(deps, staff, id));
}

/** 409 with who has it and what to do, unless it is the caller. */
export async function mustHold({ ledger }: Deps, { handoff, holds }: Readable): Promise<Handoff> {
  if (holds) return handoff;
  const why = { ended: 'ended', agent: 'not yours', queue: 'not with an agent', offered: 'not with an agent' } as const;
  throw refusal(why[handoff.owner.kind], handoff, await ledger.staff.list());
}

/** Writes down that somebody asked for what is not theirs. */
export async function refused({ ledger, now }: Deps, { id }: StaffMember, subject: string): Promise<void> {
  await ledger.audit.add({ by: id, what: 'refused', subject: subject.slice(0, SUBJECT), detail: 'not theirs' }, now());
}

export function has({ owner }: Handoff, agent: StaffId): boolean {
  return owner.kind === 'agent' && owner.agent === agent;
}

export function had({ former }: Handoff, agent: StaffId): boolean {
  return former.includes(agent);
}

async function serves({ ledger }: Deps, agent: StaffId, { customer }: Handoff): Promise<boolean> {
  return (await ledger.handoffs.open()).some((each) => has(each, agent) && each.customer === customer);
}

import type { Instant } from '../ids.ts';
import type { Handoff, HandoffCommand } from './handoff.ts';
import type { StaffMember } from './staff.ts';

/** Of the manual, in milliseconds. */
export interface Patience {
  readonly silentMs: Instant;
  readonly giveUpMs: Instant;
}

/**
 * What the clock alone does to a hand-off; null when nothing. An offer is over with its time or with its agent's going. An
 * agent who is gone loses the customer, and so does one without a sign of life while the customer waits for an answer.
 */
export function overdue(
  handoff: Handoff,
  agents: readonly StaffMember[],
  { silentMs }: Patience,
  now: Instant,
): HandoffCommand | null {
  const { owner } = handoff;
  if (owner.kind !== 'offered' && owner.kind !== 'agent') return null;
  const { agent } = owner;
  const gone = isGone(
    agents.find(({ id }) => id === agent),
    silentMs,
    now,
  );
  if (owner.kind === 'offered') {
    return gone || owner.until <= now ? { kind: 'pass', agent, until: owner.until } : null;
  }
  const silent = isUnanswered(handoff) && now - owner.aliveAt > silentMs;
  // also of one who is gone: by the time it is done they may be back and have accepted again
  return gone || silent ? { kind: 'lose', agent, aliveAt: owner.aliveAt } : null;
}

/**
 * Whether a call-back is filed instead: nobody came in time, or the desk closed over the head of a customer whom nobody had
 * yet. Whoever an agent had is waiting for a colleague who may still be there. Not while an agent has them or is just asked:
 * what is offered comes back to the queue by itself.
 */
export function givesUp(
  { owner, former, waitingSince }: Handoff,
  open: boolean,
  { giveUpMs }: Patience,
  now: Instant,
): boolean {
  return owner.kind === 'queue' && ((!open && former.length === 0) || now - waitingSince >= giveUpMs);
}

/** The customer wrote after they were last answered by a person, or never was. */
export function isUnanswered({ customerAt, agentAt }: Handoff): boolean {
  return agentAt === null || agentAt < customerAt;
}

function isGone(agent: StaffMember | undefined, silentMs: Instant, now: Instant): boolean {
  return agent === undefined || agent.disabled || agent.status === 'away' || now - agent.seenAt > silentMs;
}

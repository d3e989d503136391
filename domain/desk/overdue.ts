import type { InstanceId, Instant } from '../ids.ts';
import type { Handoff, HandoffCommand } from './handoff.ts';
import type { StaffMember } from './staff.ts';

/** In milliseconds. */
export interface Patience {
  readonly silentMs: Instant;
  /** With agents who were seen last by an instance that is lost; never longer than `silentMs`. */
  readonly lostMs: Instant;
  readonly giveUpMs: Instant;
}

/**
 * What the clock alone does to a hand-off; null when nothing. An offer is over with its time or with its agent's going. An
 * agent who is gone loses the customer, and so does one without a sign of life while the customer waits for an answer.
 * `there`: agents who are not gone.
 */
export function overdue(
  handoff: Handoff,
  there: readonly StaffMember[],
  { silentMs }: Patience,
  now: Instant,
): HandoffCommand | null {
  const { owner } = handoff;
  if (owner.kind !== 'offered' && owner.kind !== 'agent') return null;
  const { agent } = owner;
  const gone = !there.some(({ id }) => id === agent);
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

/**
 * Those who are not gone. Whose console is silent may be back in a moment; whose instance is lost would be back elsewhere by
 * now, and is waited for less.
 */
export function thoseThere(
  agents: readonly StaffMember[],
  lost: ReadonlySet<InstanceId>,
  { silentMs, lostMs }: Patience,
  now: Instant,
): readonly StaffMember[] {
  return agents.filter(({ disabled, status, seenAt, seenBy }) => {
    const patience = seenBy !== null && lost.has(seenBy) ? Math.min(lostMs, silentMs) : silentMs;
    return !disabled && status !== 'away' && now - seenAt <= patience;
  });
}

import type { Instant, StaffId } from '../ids.ts';
import type { Handoff, HandoffOwner } from './handoff.ts';

/**
 * What somebody's words do to the clocks of a hand-off, in whatever order they arrive; nothing to one that is ended. Words
 * of an agent who is gone by now are an answer too: the customer's wait begins anew with them.
 */
export function heard(handoff: Handoff, by: 'customer' | StaffId, at: Instant): Handoff {
  const { owner, customerAt, agentAt, waitingSince } = handoff;
  if (owner.kind === 'ended') return handoff;
  if (by === 'customer') return { ...handoff, customerAt: Math.max(customerAt, at) };
  const waits = owner.kind !== 'agent';
  return {
    ...handoff,
    agentAt: Math.max(agentAt ?? at, at),
    waitingSince: waits ? Math.max(waitingSince, at) : waitingSince,
    owner: answering(owner, by, at),
  };
}

function answering(owner: HandoffOwner, by: StaffId, at: Instant): HandoffOwner {
  if (owner.kind !== 'agent' || owner.agent !== by) return owner;
  return { ...owner, aliveAt: Math.max(owner.aliveAt, at), firstReplyAt: owner.firstReplyAt ?? at };
}

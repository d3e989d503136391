import type { Instant, StaffId } from '../ids.ts';
import type { Handoff, HandoffCommand, HandoffOwner, HandoffRefusal } from './handoff.ts';

export type Stepped =
  | { readonly kind: 'changed'; readonly handoff: Handoff }
  /** Nothing changes, and nothing needs to: the command had its effect before. */
  | { readonly kind: 'same'; readonly handoff: Handoff }
  | { readonly kind: 'refused'; readonly why: HandoffRefusal };

/**
 * The life of a hand-off (manual section 8): in the queue, offered, with an agent, ended; the whole of its rules. A change
 * always gives the next epoch, so that whoever acted on an older one is recognised.
 */
export function step(handoff: Handoff, command: HandoffCommand, at: Instant): Stepped {
  const { owner } = handoff;
  if (owner.kind === 'ended') return refused('ended');
  switch (command.kind) {
    case 'offer':
      if (owner.kind === 'agent') return refused('with an agent');
      if (owner.kind === 'offered') return refused('taken');
      return changed(handoff, { owner: { kind: 'offered', agent: command.agent, until: command.until } });
    case 'pass':
      if (owner.kind !== 'offered' || owner.agent !== command.agent) return refused('not offered');
      if (command.until !== undefined && command.until !== owner.until) return refused('not offered');
      return changed(handoff, {
        owner: { kind: 'queue' },
        // meant for an agent who does not take it: for everybody now
        wanted: isFor(handoff.wanted, command.agent) ? null : handoff.wanted,
        passed: withOne(handoff.passed, command.agent),
      });
    case 'accept':
      return accept(handoff, command, at);
    case 'lose':
      if (owner.kind !== 'agent') return refused('not with an agent');
      if (owner.agent !== command.agent) return refused('not yours');
      if (command.aliveAt !== undefined && owner.aliveAt > command.aliveAt) return refused('with an agent');
      return changed(handoff, {
        owner: { kind: 'queue' },
        waitingSince: waitsSince(handoff, at),
        first: true,
        // back in the queue for everybody: the one it was meant for is the one who is gone
        wanted: null,
        passed: [command.agent],
        former: withOne(handoff.former, command.agent),
      });
    case 'transfer':
      return transfer(handoff, command, at);
    case 'return':
      if (owner.kind !== 'agent') return refused('not with an agent');
      if (owner.agent !== command.by && !command.over) return refused('not yours');
      return ended(withFormer(handoff, owner.agent), { how: 'returned', by: command.by, at, result: command.result });
    case 'leave':
      return ended(owner.kind === 'agent' ? withFormer(handoff, owner.agent) : handoff, {
        how: 'left',
        by: 'customer',
        at,
        result: null,
      });
    case 'callback':
      if (owner.kind === 'agent') return refused('with an agent');
      if (command.waitingSince !== undefined && command.waitingSince !== handoff.waitingSince) return refused('taken');
      return ended(handoff, { how: 'callback', by: 'clock', at, result: null });
  }
}

function accept(handoff: Handoff, { agent, over }: Extract<HandoffCommand, { kind: 'accept' }>, at: Instant): Stepped {
  const { owner } = handoff;
  if (owner.kind === 'agent' && owner.agent === agent) return { kind: 'same', handoff };
  if (owner.kind === 'agent' && !over) return refused('taken');
  // an offer asks one agent first, it does not keep the others from helping: whoever picks first has it
  const taken = owner.kind === 'agent' ? withFormer(handoff, owner.agent) : handoff;
  return changed(taken, {
    owner: { kind: 'agent', agent, since: at, aliveAt: at, firstReplyAt: null },
    first: false,
    wanted: null,
    passed: [],
  });
}

function transfer(
  handoff: Handoff,
  { by, to, over = false }: Extract<HandoffCommand, { kind: 'transfer' }>,
  at: Instant,
): Stepped {
  const { owner } = handoff;
  if (owner.kind !== 'agent') {
    if (!over) return refused('not with an agent');
    return changed(handoff, { owner: { kind: 'queue' }, wanted: to, passed: [] });
  }
  if (owner.agent !== by && !over) return refused('not yours');
  if (isFor(to, owner.agent)) return { kind: 'same', handoff };
  return changed(handoff, {
    owner: { kind: 'queue' },
    waitingSince: waitsSince(handoff, at),
    first: true,
    wanted: to,
    // to their own team: to a colleague first
    passed: [owner.agent],
    former: withOne(handoff.former, owner.agent),
  });
}

/** Since when the customer waits when the agent goes. */
function waitsSince({ waitingSince, customerAt, agentAt }: Handoff, at: Instant): Instant {
  const answered = agentAt !== null && agentAt >= waitingSince;
  if (!answered) return waitingSince;
  return customerAt > agentAt ? customerAt : at;
}

function isFor(wanted: Handoff['wanted'], agent: StaffId): boolean {
  return wanted !== null && 'agent' in wanted && wanted.agent === agent;
}

function changed(handoff: Handoff, change: Partial<Handoff>): Stepped {
  return { kind: 'changed', handoff: { ...handoff, ...change, epoch: handoff.epoch + 1 } };
}

function ended(handoff: Handoff, end: Omit<Extract<HandoffOwner, { kind: 'ended' }>, 'kind'>): Stepped {
  return changed(handoff, { owner: { kind: 'ended', ...end } });
}

function refused(why: HandoffRefusal): Stepped {
  return { kind: 'refused', why };
}

function withOne(list: readonly StaffId[], one: StaffId): readonly StaffId[] {
  return [...list.filter((each) => each !== one), one];
}

function withFormer(handoff: Handoff, agent: StaffId): Handoff {
  return { ...handoff, former: withOne(handoff.former, agent) };
}

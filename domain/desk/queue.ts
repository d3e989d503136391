import type { Instant } from '../ids.ts';
import type { Handoff } from './handoff.ts';
import { PRESENT_MS, type StaffMember } from './staff.ts';

/** What a waiting customer is told. */
export interface Place {
  /** From 1. */
  readonly position: number;
  /** Estimated, in seconds; null when nobody is at the desk. */
  readonly waitSeconds: number | null;
}

/** Urgency that equals so much waiting, in milliseconds: severity first, but nobody waits for ever. */
const HEAD_START: Readonly<Record<string, Instant>> = { major: 30 * 60_000, moderate: 2 * 60_000 };
const SECURITY_MS: Instant = 30 * 60_000;

/** In the order in which they are served: who lost an agent first, then by urgency and waiting time. */
export function inOrder(handoffs: readonly Handoff[]): readonly Handoff[] {
  return handoffs
    .filter(({ owner }) => owner.kind === 'queue' || owner.kind === 'offered')
    .sort((a, b) => Number(b.first) - Number(a.first) || rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** An instant: the earlier, the sooner it is served. */
function rank({ waitingSince, severity, reason }: Handoff): Instant {
  const urgency = Math.max(HEAD_START[severity ?? ''] ?? 0, reason === 'security' ? SECURITY_MS : 0);
  return waitingSince - urgency;
}

/** At the console within the last 45 s, and not away. */
export function isPresent(agent: StaffMember, now: Instant): boolean {
  return !agent.disabled && agent.status !== 'away' && now - agent.seenAt <= PRESENT_MS;
}

/** Where each waiting customer stands. `handlingMs`: what a conversation takes on average. */
export function places(
  handoffs: readonly Handoff[],
  agents: readonly StaffMember[],
  handlingMs: number,
  now: Instant,
): ReadonlyMap<Handoff['id'], Place> {
  const taking = agents.filter((agent) => agent.status === 'available' && isPresent(agent, now));
  const seats = taking.reduce((sum, agent) => sum + agent.limit, 0);
  const load = Map.groupBy(handoffs, ({ owner }) => (owner.kind === 'agent' ? owner.agent : null));
  const free = taking.reduce((sum, { id, limit }) => sum + Math.max(0, limit - (load.get(id)?.length ?? 0)), 0);
  return new Map(
    inOrder(handoffs).map(({ id }, index) => {
      const ahead = index + 1 - free;
      const waitSeconds = seats === 0 ? null : ahead <= 0 ? 0 : Math.ceil((ahead * handlingMs) / seats / 1000);
      return [id, { position: index + 1, waitSeconds }];
    }),
  );
}

import type { Instant, StaffId } from '../ids.ts';
import type { Handoff } from './handoff.ts';
import { inOrder, isPresent } from './queue.ts';
import type { StaffMember } from './staff.ts';

export interface Offer {
  readonly handoff: Handoff;
  readonly agent: StaffId;
}

/** For whom it was meant, and the language, are musts for so long; then whoever is free is better than nobody. */
const PATIENCE_MS: Instant = 10 * 60_000;

/**
 * Who is offered what now (智能分派, CSG 4.1.1): customers in the order of the queue, each to the best free agent: the one
 * who served them before, then who knows the topic, then who has least to do. `served`: by customer, who served them last.
 * For `PATIENCE_MS` of waiting the language is a must while anybody present speaks it, and so is whom a transfer named. Who
 * let the customer pass comes after who did not, the one who did last at the end. An agent is offered one customer at a time.
 */
export function offers(
  handoffs: readonly Handoff[],
  agents: readonly StaffMember[],
  served: ReadonlyMap<string, StaffId>,
  now: Instant,
): readonly Offer[] {
  const load = new Map<StaffId, number>();
  const offered = new Set<StaffId>();
  for (const { owner } of handoffs) {
    if (owner.kind === 'offered') offered.add(owner.agent);
    if (owner.kind === 'agent' || owner.kind === 'offered') load.set(owner.agent, (load.get(owner.agent) ?? 0) + 1);
  }
  const present = agents.filter((agent) => agent.status === 'available' && isPresent(agent, now));
  const made: Offer[] = [];
  for (const handoff of inOrder(handoffs)) {
    if (handoff.owner.kind !== 'queue') continue;
    const free = present.filter(({ id, limit }) => !offered.has(id) && (load.get(id) ?? 0) < limit);
    const agent = best(handoff, free, present, load, served.get(handoff.customer), now);
    if (agent === null) continue;
    made.push({ handoff, agent });
    offered.add(agent);
    load.set(agent, (load.get(agent) ?? 0) + 1);
  }
  return made;
}

function best(
  handoff: Handoff,
  free: readonly StaffMember[],
  present: readonly StaffMember[],
  load: ReadonlyMap<StaffId, number>,
  last: StaffId | undefined,
  now: Instant,
): StaffId | null {
  const { passed, team, language, wanted, waitingSince } = handoff;
  const patient = now - waitingSince < PATIENCE_MS;
  const fits = patient ? free.filter((agent) => mayServe(handoff, agent, present)) : free;
  const score = (agent: StaffMember) =>
    (agent.languages.includes(language) ? 16 : 0) +
    (isMeant(wanted, agent) ? 8 : 0) +
    (agent.id === last ? 4 : 0) +
    (agent.skills.includes(team) ? 2 : 0) +
    (1 - (load.get(agent.id) ?? 0) / agent.limit);
  const ranked = [...fits].sort(
    (a, b) => passed.indexOf(a.id) - passed.indexOf(b.id) || score(b) - score(a) || (a.id < b.id ? -1 : 1),
  );
  return ranked[0]?.id ?? null;
}

function mayServe({ wanted, language }: Handoff, agent: StaffMember, present: readonly StaffMember[]): boolean {
  // whoever it is meant for is waited for only while they are there
  if (present.some((one) => isMeant(wanted, one)) && !isMeant(wanted, agent)) return false;
  // whom a transfer named answers in what they speak
  if (wanted !== null && 'agent' in wanted && isMeant(wanted, agent)) return true;
  return agent.languages.includes(language) || !present.some(({ languages }) => languages.includes(language));
}

function isMeant(wanted: Handoff['wanted'], agent: StaffMember): boolean {
  if (wanted === null) return false;
  return 'agent' in wanted ? agent.id === wanted.agent : agent.skills.includes(wanted.team);
}

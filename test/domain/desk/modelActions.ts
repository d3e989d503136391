import type { StaffId } from '../../../domain/ids.ts';
import type { News } from './modelLedger.ts';
import type { World } from './modelWorld.ts';
import { MINUTE, SECOND } from './samples.ts';

/** The clock's strides: within an offer, over it, over an agent's silence, over a customer's patience. */
const STRIDES = [SECOND, 5 * SECOND, 20 * SECOND, 46 * SECOND, 3 * MINUTE, 11 * MINUTE, 31 * MINUTE];
const STATUSES = ['available', 'available', 'busy', 'away'] as const;

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length];
const agentOf = (world: World, n: number): StaffId | undefined => pick([...world.agents.keys()], n);

type Act = (world: World, a: number, b: number) => void;

/** By an agent's console, about one of the hand-offs that it believes to have. */
const byConsole =
  (act: (world: World, agent: StaffId, mine: News, b: number) => void): Act =>
  (world, a, b) => {
    const busy = [...world.consoles].filter(([, list]) => list.length > 0);
    const [agent, list = []] = pick(busy, a) ?? [];
    const mine = pick(list, b);
    if (agent !== undefined && mine !== undefined) act(world, agent, mine, b);
  };

const byAgent =
  (act: (world: World, agent: StaffId, b: number) => void): Act =>
  (world, a, b) => {
    const agent = agentOf(world, a);
    if (agent !== undefined) act(world, agent, b);
  };

const take = (over: boolean) =>
  byAgent((world, agent, b) => {
    const handoff = pick(world.ledger.open(), b);
    if (handoff === undefined) return;
    world.change(handoff.id, { kind: 'accept', agent, over });
    world.refresh(agent);
  });

/** Everything that can happen; the first changes nothing, so that a counterexample shrinks to what matters. */
export const ACTIONS = {
  nothing: () => {},
  asks: (world, a) => world.customer(a % world.conversations.length, 'asks'),
  writes: (world, a) => world.customer(a % world.conversations.length, 'writes'),
  leaves: (world, a) => world.customer(a % world.conversations.length, 'leaves'),
  work: (world, a) => pick(world.conversations, a)?.work(world.now, false),
  worksAll: (world) => {
    for (const conversation of world.conversations)
      for (let left = conversation.inbox.length; left > 0; left--) conversation.work(world.now, false);
  },
  crashAtWork: (world, a) => pick(world.conversations, a)?.work(world.now, true),
  comes: byAgent((world, agent, b) => {
    world.online.add(agent);
    world.set(agent, { status: 'available', seenAt: world.now, seenBy: world.instance(b) });
  }),
  goesSilent: byAgent((world, agent) => void world.online.delete(agent)),
  instanceLost: (world, a) => world.lose(world.instance(a)),
  changesStatus: byAgent((world, agent, b) => world.set(agent, { status: STATUSES[b % STATUSES.length] ?? 'busy' })),
  accepts: (world, a) => {
    const offered = world.ledger.open().flatMap(({ owner }) => (owner.kind === 'offered' ? [owner.agent] : []));
    const agent = pick(offered, a);
    const handoff = world.ledger.open().find(({ owner }) => owner.kind === 'offered' && owner.agent === agent);
    if (agent === undefined || handoff === undefined) return;
    world.change(handoff.id, { kind: 'accept', agent, over: false });
    world.refresh(agent);
  },
  picks: take(false),
  takesOver: take(true),
  declines: byAgent((world, agent) => {
    const offered = world.ledger.open().find(({ owner }) => owner.kind === 'offered' && owner.agent === agent);
    if (offered !== undefined) world.change(offered.id, { kind: 'pass', agent });
  }),
  agentWrites: byConsole((world, agent, mine) => world.write(agent, mine)),
  types: byConsole((world, agent, mine) => world.ledger.alive(mine.handoff, agent, world.now)),
  transfersToAgent: byConsole((world, by, mine, b) => {
    const agent = agentOf(world, b);
    if (agent !== undefined) world.change(mine.handoff, { kind: 'transfer', by, to: { agent } });
  }),
  transfersToTeam: byConsole((world, by, mine, b) => {
    const team = b % 2 === 0 ? 'faults' : 'complaints';
    world.change(mine.handoff, { kind: 'transfer', by, to: { team } });
  }),
  givesBack: byConsole(
    (world, by, mine, b) =>
      void world.change(mine.handoff, { kind: 'return', by, result: 'solved', over: b % 4 === 3 }),
  ),
  refreshes: byAgent((world, agent) => world.refresh(agent)),
  time: (world, a) => world.advance(pick(STRIDES, a) ?? SECOND),
  tick: (world) => world.tick(),
  decides: (world) => world.decide(world.plan(true)),
  carriesOut: (world, a) => world.carryOut(a),
  timerFires: (world, a, b) => {
    const key = pick(world.ledger.timers, a);
    if (key === undefined) return;
    world.deliver(key);
    // one in four crashes before it is noted that it fired
    if (b % 4 !== 3) world.ledger.timers.splice(a % world.ledger.timers.length, 1);
  },
  announced: (world, a) => {
    const key = pick(world.announced, a);
    if (key === undefined) return;
    world.deliver(key);
    world.announced.splice(a % world.announced.length, 1);
  },
  /** News that were delivered long ago, once more. */
  repeated: (world, a, b) => {
    const key = pick([...world.ledger.told.keys()], a * 12 + b);
    if (key !== undefined) world.deliver(key);
  },
  restarts: (world) => {
    world.announced = [];
    world.planned = [];
  },
} satisfies Record<string, Act>;
export type ActionName = keyof typeof ACTIONS;

/** More often what brings a conversation on. */
export const NAMES: readonly ActionName[] = [
  ...(Object.keys(ACTIONS) as ActionName[]),
  ...(['asks', 'asks', 'writes', 'work', 'work', 'worksAll', 'worksAll', 'comes', 'time'] as const),
  ...(['tick', 'tick', 'accepts', 'accepts', 'accepts', 'agentWrites', 'agentWrites', 'agentWrites'] as const),
  ...(['timerFires', 'announced', 'announced', 'transfersToAgent', 'givesBack', 'types', 'types'] as const),
  ...(['decides', 'decides', 'carriesOut', 'carriesOut', 'carriesOut', 'time'] as const),
];

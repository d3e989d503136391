import assert from 'node:assert/strict';
import type { Handoff, HandoffCommand, HandoffOwner } from '../../../domain/desk/handoff.ts';
import { givesUp, overdue, type Patience, thoseThere } from '../../../domain/desk/overdue.ts';
import { type Offer, offers } from '../../../domain/desk/routing.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import type { HandoffId, InstanceId, Instant, StaffId } from '../../../domain/ids.ts';
import { ModelConversation } from './modelConversation.ts';
import { ModelLedger, type News } from './modelLedger.ts';
import { anInstance, aStaff, MINUTE, NOW, present, SECOND } from './samples.ts';

export const OFFER_MS = 20 * SECOND;
export const PATIENCE: Patience = { silentMs: 45 * SECOND, lostMs: 18 * SECOND, giveUpMs: 30 * MINUTE };

/** Who calls: languages, topics and urgency that the desk has many, one or no people for. */
const DRAFTS: readonly Partial<Handoff>[] = [
  { language: 'zh-Hans', team: 'faults', severity: null },
  { language: 'en', team: 'complaints', severity: 'major' },
  { language: 'zh-Hant', team: 'none', severity: 'moderate', reason: 'security' },
  { language: 'en', team: 'faults', severity: null },
];
const PEOPLE: readonly (readonly [string, Partial<StaffMember>])[] = [
  ['amy', { limit: 1, languages: ['zh-Hans'], skills: ['faults'] }],
  ['ben', { limit: 2, languages: ['zh-Hans', 'en'], skills: ['complaints'] }],
  ['cho', { limit: 1, languages: ['en'] }],
  ['sue', { limit: 3, languages: ['zh-Hans'], skills: ['faults', 'complaints'], role: 'supervisor' }],
];

const PLANS_KEPT = 5;
const isOffer = ({ command }: Planned) => command.kind === 'offer';

/** A command that a dispatcher decided on, and what it saw. */
export interface Planned {
  readonly seen: Handoff;
  readonly command: HandoffCommand;
}

/** A desk with its customers, agents, clock and everything that is on its way between them. */
export class World {
  now: Instant = NOW;
  readonly ledger = new ModelLedger();
  readonly conversations = DRAFTS.map((draft, customer) => new ModelConversation(this.ledger, customer, draft));
  readonly agents = new Map<StaffId, StaffMember>();
  /** Consoles that are open. */
  readonly online = new Set<StaffId>();
  /** Instances known to be lost; the desk has two, and a new one for each that is lost. */
  readonly lost = new Set<InstanceId>();
  instances: readonly InstanceId[] = [anInstance('i1'), anInstance('i2')];
  /** What each console believes to have. */
  readonly consoles = new Map<StaffId, readonly News[]>();
  /** News on their quick way, lost by a restart. */
  announced: string[] = [];
  /** What slow instances decided on and have not done yet. */
  planned: Planned[] = [];
  /** Ids of everything that was acknowledged, with who wrote it. */
  readonly acknowledged = new Map<string, { readonly customer: number; readonly by: 'customer' | StaffId }>();
  #count = 0;

  constructor() {
    for (const [index, [id, more]] of PEOPLE.entries()) {
      this.agents.set(aStaff(id), present(id, { ...more, seenBy: this.instance(index) }));
      this.consoles.set(aStaff(id), []);
      this.online.add(aStaff(id));
    }
  }

  fresh(what: string): string {
    return `${what}${++this.#count}`;
  }

  instance(which: number): InstanceId {
    return this.instances[which % this.instances.length] ?? anInstance('none');
  }

  /** Killed, and known to be: who had a console there has none any more. */
  lose(instance: InstanceId): void {
    this.lost.add(instance);
    this.instances = this.instances.map((one) => (one === instance ? anInstance(this.fresh('i')) : one));
    for (const [id, { seenBy }] of this.agents) if (seenBy === instance) this.online.delete(id);
  }

  set(agent: StaffId, change: Partial<StaffMember>): void {
    const before = this.agents.get(agent);
    if (before !== undefined) this.agents.set(agent, { ...before, ...change });
  }

  advance(ms: number): void {
    this.now += ms;
    for (const agent of this.online) this.set(agent, { seenAt: this.now });
  }

  /** What an agent, or a customer by the bot, does: a change with its announcement. */
  change(id: HandoffId, command: HandoffCommand): boolean {
    const before = this.ledger.handoffs.get(id)?.owner;
    const changed = this.ledger.change(id, command, this.now);
    if (changed && before !== undefined) assert.ok(mayDo(command, before), 'nobody acts on what is not theirs');
    const after = this.ledger.handoffs.get(id);
    if (changed && after !== undefined) this.announced.push(`${id}:${after.epoch}`);
    if (changed && command.kind === 'callback')
      assert.ok(this.now - (this.ledger.unanswered.get(id) ?? 0) >= PATIENCE.giveUpMs, 'nobody is given up too early');
    return changed;
  }

  /** The console of an agent sees what the ledger has. */
  refresh(agent: StaffId): void {
    const mine = this.ledger.open().filter(({ owner }) => owner.kind === 'agent' && owner.agent === agent);
    this.consoles.set(
      agent,
      mine.flatMap(({ id, epoch }) => this.ledger.news(id, epoch) ?? []),
    );
  }

  write(agent: StaffId, { customer, handoff, epoch }: News): void {
    const id = this.fresh('agent');
    this.acknowledged.set(id, { customer, by: agent });
    this.conversations[customer]?.accept({ kind: 'agent', id, handoff, epoch, agent });
  }

  customer(customer: number, kind: 'asks' | 'writes' | 'leaves'): void {
    const id = this.fresh('customer');
    this.acknowledged.set(id, { customer, by: 'customer' });
    this.conversations[customer]?.accept({ kind, id });
  }

  deliver(key: string): void {
    const news = this.ledger.told.get(key);
    if (news !== undefined) this.conversations[news.customer]?.accept({ kind: 'news', id: key, news });
  }

  /** What a dispatcher would do to what it sees now: first the clock's part, then, of what that leaves, offers. */
  plan(giveUp: boolean): readonly Planned[] {
    const agents = thoseThere([...this.agents.values()], this.lost, PATIENCE, this.now);
    const due = this.ledger.open().flatMap((seen): Planned[] => {
      const command = overdue(seen, agents, PATIENCE, this.now);
      if (command !== null) return [{ seen, command }];
      return giveUp && givesUp(seen, true, PATIENCE, this.now)
        ? [{ seen, command: { kind: 'callback', waitingSince: seen.waitingSince } }]
        : [];
    });
    if (due.length > 0) return due;
    const until = this.now + OFFER_MS;
    const served = new Map([...this.ledger.handoffs.values()].flatMap(servedLast));
    const made = offers(this.ledger.open(), agents, served, this.now);
    fair(this, made);
    return made.map(({ handoff, agent }) => ({
      seen: handoff,
      command: { kind: 'offer', agent, until },
    }));
  }

  /** A slow instance decided, and does nothing yet. */
  decide(plan: readonly Planned[]): void {
    const both = [...this.planned, ...plan];
    const rest = both.filter((one) => !isOffer(one)).slice(-PLANS_KEPT);
    this.planned = [...rest, ...both.filter(isOffer).slice(-1)];
  }

  /** A slow instance does one thing that it decided on before: nothing to what came since. */
  carryOut(which: number): void {
    const [planned] = this.planned.splice(which % Math.max(1, this.planned.length), 1);
    if (planned === undefined) return;
    const { seen, command } = planned;
    const owner = this.ledger.handoffs.get(seen.id)?.owner;
    if (!this.change(seen.id, command) || owner === undefined) return;
    if (command.kind === 'pass' && owner.kind === 'offered' && owner.until > this.now)
      assert.deepEqual(owner, seen.owner, 'an offer made since stays');
    if (command.kind === 'lose' && owner.kind === 'agent' && seen.owner.kind === 'agent')
      assert.equal(owner.aliveAt, seen.owner.aliveAt, 'a sign of life since keeps the agent');
  }

  /** A round of the dispatcher: what is due, then offers. Another instance saw the same, and is slow. */
  tick(giveUp = true): void {
    for (let round = 0; round < 3; round++) {
      const plan = this.plan(giveUp);
      this.decide(plan);
      for (const { seen, command } of plan) this.change(seen.id, command);
    }
  }
}

/** An offer is to somebody with a free seat who is not just asked. */
function fair(world: World, made: readonly Offer[]): void {
  const of = (agent: StaffId) =>
    world.ledger
      .open()
      .filter(({ owner }) => (owner.kind === 'offered' || owner.kind === 'agent') && owner.agent === agent);
  for (const { agent } of made) {
    assert.ok(of(agent).length < (world.agents.get(agent)?.limit ?? 0), 'offered within the limit');
    assert.ok(!of(agent).some(({ owner }) => owner.kind === 'offered'), 'offered one at a time');
  }
  assert.equal(new Set(made.map(({ agent }) => agent)).size, made.length, 'offered one at a time');
}

function mayDo(command: HandoffCommand, owner: HandoffOwner): boolean {
  if (owner.kind === 'ended') return false;
  const agent = owner.kind === 'agent' ? owner.agent : null;
  switch (command.kind) {
    case 'accept':
      return agent === null || command.over;
    case 'transfer':
      return agent === command.by;
    case 'return':
      return agent === command.by || (agent !== null && command.over);
    case 'lose':
      return agent === command.agent;
    case 'offer':
    case 'pass':
    case 'callback':
      return agent === null;
    case 'leave':
      return true;
  }
}

function servedLast({ owner, customer, former }: Handoff): readonly (readonly [string, StaffId])[] {
  const last = former.at(-1);
  return owner.kind === 'ended' && last !== undefined ? [[customer, last]] : [];
}

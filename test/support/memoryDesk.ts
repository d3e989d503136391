import type { Handoff, NewHandoff } from '../../domain/desk/handoff.ts';
import type { Changed, DeskEvent, DeskEvents, Handoffs } from '../../domain/desk/handoffs.ts';
import type { Instances } from '../../domain/desk/instances.ts';
import { inOrder } from '../../domain/desk/queue.ts';
import type { DeskBook, DeskSettings, Staff, StaffMember } from '../../domain/desk/staff.ts';
import { step } from '../../domain/desk/step.ts';
import type { ConversationId, CustomerId, HandoffId, InstanceId, Instant, StaffId } from '../../domain/ids.ts';

/** The part of the ledger that the desk moves by, in memory, with the rules of `step`; nothing durable. */
export interface MemoryDesk {
  readonly handoffs: Pick<Handoffs, 'open' | 'openOf' | 'find' | 'past' | 'change' | 'alive' | 'handlingTimes'>;
  readonly staff: Pick<Staff, 'list' | 'seen'>;
  readonly deskBook: Pick<DeskBook, 'settings'>;
  readonly deskEvents: Pick<DeskEvents, 'after' | 'last'>;
  readonly instances: Instances;
  readonly events: DeskEvent[];
  readonly kept: Map<HandoffId, Handoff>;
  readonly agents: Map<StaffId, StaffMember>;
  /** The newest sign of each instance. */
  readonly signs: Map<InstanceId, Instant>;
  /** Calls of the stores by name. */
  readonly calls: string[];
  settings: DeskSettings;
  handling: number[];
  /** Calls of this name reject. */
  broken: string | null;
  request(at: Instant, change?: Partial<Handoff>): Handoff;
  put(id: HandoffId, change: Partial<Handoff>): Handoff;
  agent(id: string, at: Instant, change?: Partial<StaffMember>): StaffMember;
  happen(event: Partial<Omit<DeskEvent, 'seq'>> & Pick<DeskEvent, 'kind'>): DeskEvent;
}

export function memoryDesk(): MemoryDesk {
  const kept = new Map<HandoffId, Handoff>();
  const agents = new Map<StaffId, StaffMember>();
  const events: DeskEvent[] = [];
  const signs = new Map<InstanceId, Instant>();
  const called = (name: string): void => {
    desk.calls.push(name);
    if (desk.broken === name) throw new Error(`${name} is broken`);
  };
  const open = () => [...kept.values()].filter(({ owner }) => owner.kind !== 'ended');
  const desk: MemoryDesk = {
    kept,
    agents,
    events,
    signs,
    calls: [],
    settings: { open: true, notice: null, hours: null },
    handling: [],
    broken: null,
    handoffs: {
      async open() {
        called('open');
        const waiting = inOrder(open());
        return [...waiting, ...open().filter((one) => !waiting.includes(one))];
      },
      async openOf(conversation) {
        called('openOf');
        return open().find((one) => one.conversation === conversation) ?? null;
      },
      async find(id) {
        called('find');
        return kept.get(id) ?? null;
      },
      async past(of) {
        called('past');
        return [...kept.values()].reverse().filter((one) => 'customer' in of && one.customer === of.customer);
      },
      async change(id, command, at): Promise<Changed> {
        called('change');
        called(`change ${id}`);
        const handoff = kept.get(id);
        if (handoff === undefined) return { kind: 'unknown' };
        const stepped = step(handoff, command, at);
        if (stepped.kind === 'refused') return { ...stepped, handoff };
        if (stepped.kind === 'changed') {
          const { epoch, owner } = desk.put(id, stepped.handoff);
          desk.happen({ kind: 'handoff', at, handoff: id, data: { epoch, command: command.kind, owner } });
        }
        return { kind: 'changed', handoff: stepped.handoff };
      },
      async alive(id, agent, at) {
        called('alive');
        const owner = kept.get(id)?.owner;
        if (owner?.kind === 'agent' && owner.agent === agent) desk.put(id, { owner: { ...owner, aliveAt: at } });
      },
      async handlingTimes() {
        called('handlingTimes');
        return desk.handling;
      },
    },
    staff: {
      async list() {
        called('list');
        return [...agents.values()];
      },
      async seen(id, at) {
        called('seen');
        const agent = agents.get(id);
        if (agent) agents.set(id, { ...agent, seenAt: at, seenBy: HERE });
      },
    },
    instances: {
      async renew(at) {
        called('renew');
        signs.set(HERE, at);
        return new Map(signs);
      },
    },
    deskBook: {
      async settings() {
        called('settings');
        return desk.settings;
      },
    },
    deskEvents: {
      async after(seq, limit) {
        called('after');
        return events.filter((one) => one.seq > seq).slice(0, limit);
      },
      async last() {
        called('last');
        return events.at(-1)?.seq ?? 0;
      },
    },
    request(at, change = {}) {
      const number = kept.size + 1;
      const handoff: Handoff = { ...DRAFT, ...fresh(number, at), ...change };
      kept.set(handoff.id, handoff);
      return handoff;
    },
    put(id, change) {
      const handoff = kept.get(id);
      if (handoff === undefined) throw new Error(`no hand-off ${id}`);
      const changed = { ...handoff, ...change };
      kept.set(id, changed);
      return changed;
    },
    agent(id, at, change = {}) {
      const agent: StaffMember = {
        ...AGENT,
        id: id as StaffId,
        login: id,
        name: id,
        seenAt: at,
        madeAt: at,
        ...change,
      };
      agents.set(agent.id, agent);
      return agent;
    },
    happen(event) {
      const conversation = event.handoff ? (kept.get(event.handoff)?.conversation ?? null) : null;
      const made = { at: 0, handoff: null, conversation, by: 'clock', data: {}, ...event, seq: events.length + 1 };
      events.push(made);
      return made;
    },
  };
  return desk;
}

const HERE = 'here' as InstanceId;

const DRAFT: Omit<NewHandoff, 'conversation' | 'customer'> = {
  channel: 'web',
  language: 'zh-Hans',
  reason: 'asked',
  severity: null,
  team: 'service-support',
  briefing: { words: '', intent: null, confidence: null, mood: 'calm', form: null, answers: {} },
};

function fresh(number: number, at: Instant) {
  return {
    id: `h${number}` as HandoffId,
    conversation: `c${number}` as ConversationId,
    customer: `customer-${number}` as CustomerId,
    epoch: 1,
    owner: { kind: 'queue' },
    requestedAt: at,
    waitingSince: at,
    first: false,
    wanted: null,
    former: [],
    passed: [],
    customerAt: at,
    agentAt: null,
  } as const;
}

const AGENT: Omit<StaffMember, 'id' | 'login' | 'name' | 'seenAt' | 'madeAt'> = {
  role: 'agent',
  skills: [],
  languages: ['zh-Hans', 'zh-Hant', 'en'],
  limit: 4,
  seenBy: HERE,
  status: 'available',
  disabled: false,
  mustChange: false,
  totp: false,
};

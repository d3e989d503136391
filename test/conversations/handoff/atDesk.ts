import assert from 'node:assert/strict';
import { knownOf } from '../../../bot/with.ts';
import { fileCase } from '../../../dialogs/file.ts';
import type { Handoff, HandoffCommand } from '../../../domain/desk/handoff.ts';
import type { CustomerId, HandoffId, MessageId, StaffId } from '../../../domain/ids.ts';
import { manual, understand, type World, ZONE } from '../talk.ts';

export interface News {
  readonly name: string;
  readonly value: unknown;
}
type Of = (world: World) => Promise<News>;

/** The hand-off that the conversation knows of, as the ledger has it. */
export async function handoffOf({ ledger, state }: World): Promise<Handoff> {
  const known = state && knownOf(state.with);
  assert.ok(known, 'no hand-off here');
  const found = await ledger.handoffs.find(known.handoff as HandoffId);
  assert.ok(found);
  return found;
}

/** An account of a name; made when there is none. */
async function agentNamed({ ledger, now }: World, name: string): Promise<StaffId> {
  const found = (await ledger.staff.list()).find((each) => each.name === name);
  if (found) return found.id;
  const draft = { login: `agent${(await ledger.staff.list()).length}`, name, role: 'agent', limit: 4 } as const;
  const added = await ledger.staff.add(
    { ...draft, skills: ['customer-care'], languages: ['zh-Hans', 'zh-Hant', 'en'] },
    'hash',
    false,
    now,
  );
  assert.ok(added !== 'taken');
  return added.id;
}

/** Changes the owner in the ledger, and gives the news that the timer would bring. */
function change(command: (world: World, handoff: Handoff) => Promise<HandoffCommand>): Of {
  return async (world) => {
    const before = await handoffOf(world);
    const changed = await world.ledger.handoffs.change(before.id, await command(world, before), world.now);
    assert.equal(changed.kind, 'changed');
    assert.ok(changed.kind === 'changed');
    return { name: 'handoff.changed', value: { handoff: before.id, epoch: changed.handoff.epoch } };
  };
}

function agentIn({ owner }: Handoff): StaffId {
  assert.ok(owner.kind === 'agent', 'nobody has it');
  return owner.agent;
}

export const accepts = (name: string, over = false): Of =>
  change(async (world) => ({ kind: 'accept', agent: await agentNamed(world, name), over }));
export const isLost = (): Of => change(async (_world, handoff) => ({ kind: 'lose', agent: agentIn(handoff) }));
export const transfers = (team: string): Of =>
  change(async (_world, handoff) => ({ kind: 'transfer', by: agentIn(handoff), to: { team } }));
export const returns = (): Of =>
  change(async (_world, handoff) => ({ kind: 'return', by: agentIn(handoff), result: 'solved', over: false }));
export const givesUp = (): Of => change(async () => ({ kind: 'callback' }));

/** What happens in the ledger while its news is still on the way. */
export async function unheard(of: Of, world: World): Promise<News> {
  return of(world);
}

/** The agent's words; `epoch` and `agent` are those of now when they are left out. */
export function writes(
  text: string,
  { epoch, agent, files = [] }: { epoch?: number; agent?: string; files?: readonly unknown[] } = {},
): Of {
  return async (world) => {
    const handoff = await handoffOf(world);
    const by = agent === undefined ? agentIn(handoff) : await agentNamed(world, agent);
    const name = (await world.ledger.staff.find(by))?.name ?? '';
    const value = {
      handoff: handoff.id,
      epoch: epoch ?? handoff.epoch,
      agent: { id: by, name },
      id: `k-${text}`,
      text,
      files,
    };
    return { name: 'handoff.message', value };
  };
}

export const stands =
  (position: number, waitSeconds: number | null): Of =>
  async (world) => ({
    name: 'handoff.place',
    value: { handoff: (await handoffOf(world)).id, position, waitSeconds },
  });

/** The agent files a fault in the conversation, which a form of the bot is done with. */
export const filesFault =
  (form: string | null): Of =>
  async (world) => {
    const { ledger, state, conversation, now } = world;
    assert.ok(state);
    const handoff = await handoffOf(world);
    const scene = {
      ...{ heard: understand('', { language: state.language, now, timeZone: ZONE }), language: state.language, now },
      ...{ zone: ZONE, manual, ledger, customer: state.customer as CustomerId, conversation, channel: 'web' },
      ...{
        message: 'filed' as MessageId,
        source: { channel: 'web', account: 'web', sourceId: world.from },
        wrongProofs: 0,
        understand: () => assert.fail(),
      },
    };
    const answers = { symptom: '宽带上不了网' };
    const filed = await fileCase(
      { kind: 'fault', category: 'equipment', level: 'normal', answers },
      scene,
      `by-agent-${now}`,
    );
    return {
      name: 'handoff.filed',
      value: { handoff: handoff.id, epoch: handoff.epoch, kind: 'case', number: filed.number, form },
    };
  };

/** Moves the newest case on, as staff do, and gives the news of it. */
export const movesCase =
  (...stages: readonly ('classified' | 'investigating' | 'resolved')[]): Of =>
  async (world) => {
    const { ledger, state, now } = world;
    const [newest] = await ledger.cases.ofCustomer(state?.customer as CustomerId, 'open');
    assert.ok(newest);
    for (const stage of stages) {
      const key = `${newest.number}/${stage}/${now}` as Parameters<typeof ledger.cases.move>[3];
      const moved = await ledger.cases.move(newest.number, stage, { by: 'desk', note: null }, key, now);
      assert.equal(moved.kind, 'moved');
    }
    return { name: 'case.stage', value: { number: newest.number, stage: stages.at(-1), note: null } };
  };

/** Kinds of the desk's events about the conversation. */
export async function deskEvents({ ledger, conversation }: World, kind: string) {
  return (await ledger.deskEvents.after(0, 500)).filter(
    (each) => each.kind === kind && each.conversation === conversation,
  );
}

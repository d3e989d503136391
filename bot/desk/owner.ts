import type { Scene } from '../../dialogs/scene.ts';
import { MENU } from '../../dialogs/talk.ts';
import type { Handoff, HandoffOwner } from '../../domain/desk/handoff.ts';
import { say } from '../../locales/messages.ts';
import { status } from '../replies.ts';
import type { ConversationState } from '../state.ts';
import type { With } from '../with.ts';
import type { Turned } from '../world.ts';
import { gaveUp } from './gaveUp.ts';
import { begin, goOn, later, takeUpNext } from './resume.ts';

/** Who answers as of an epoch. */
export interface OwnerNews {
  readonly handoff: Handoff;
  readonly epoch: number;
  readonly owner: HandoffOwner;
  /** What brought it about, where that is known. */
  readonly command?: string;
}

/**
 * What follows when the bot is back: `ask` at once, or `wait` because the customer has just said something that is
 * answered first.
 */
export type Then = 'ask' | 'wait';

/** The conversation under a new owner, and what its customer is told of it. */
export async function become(
  state: ConversationState,
  news: OwnerNews,
  scene: Scene,
  then: Then = 'ask',
): Promise<Turned> {
  switch (news.owner.kind) {
    case 'queue':
    case 'offered':
      return queued(state, news);
    case 'agent':
      return attended(state, news, news.owner.agent, scene);
    case 'ended':
      return ended(state, news, news.owner, scene, then);
  }
}

/** Waiting, or waiting again: whoever lost their agent is told, and keeps their place at the head. */
function queued(state: ConversationState, { handoff: { id, waitingSince }, epoch, command }: OwnerNews): Turned {
  const before = state.with;
  if (before.kind === 'queue') return { state: { ...state, with: { ...before, handoff: id, epoch } }, says: [] };
  const waiting: With = { kind: 'queue', handoff: id, epoch, since: waitingSince, acknowledged: false, place: null };
  const gone = command === 'transfer' ? 'agentTransfers' : 'agentGone';
  const told = before.kind === 'agent' ? say(gone, { name: before.agent.name }) : say('handoffSought', { team: null });
  return { state: { ...state, with: waiting }, says: [status(id, { state: 'waiting' }), told] };
}

async function attended(
  state: ConversationState,
  { handoff: { id }, epoch }: OwnerNews,
  agent: Extract<HandoffOwner, { kind: 'agent' }>['agent'],
  { ledger }: Scene,
): Promise<Turned> {
  const before = state.with;
  const name = (await ledger.staff.find(agent))?.name ?? '';
  const attendedBy: With = { kind: 'agent', handoff: id, epoch, agent: { id: agent, name } };
  const next = { ...state, with: attendedBy };
  if (before.kind === 'agent' && before.agent.id === agent) return { state: next, says: [] };
  const told = say(before.kind === 'agent' ? 'agentChanged' : 'agentJoined', { name });
  return { state: next, says: [status(id, { state: 'accepted', agent: name }), told] };
}

async function ended(
  state: ConversationState,
  { handoff, epoch }: OwnerNews,
  owner: Extract<HandoffOwner, { kind: 'ended' }>,
  scene: Scene,
  then: Then,
): Promise<Turned> {
  const { id } = handoff;
  const free: ConversationState = { ...state, with: { kind: 'bot', last: { handoff: id, epoch } } };
  switch (owner.how) {
    case 'returned':
      return returned(free, handoff, scene, then);
    case 'callback':
      return gaveUp(free, handoff, scene, then);
    case 'left':
      return then === 'wait' ? { state: free, says: [status(id, { state: 'completed' })] } : left(free, id, scene);
  }
}

/** The bot is back; the survey comes first, the forms put aside after it (manual section 7). */
async function returned(state: ConversationState, handoff: Handoff, scene: Scene, then: Then): Promise<Turned> {
  const { dialog } = state;
  const told = [status(handoff.id, { state: 'completed' }), say('botBack')];
  const about = { subject: handoff.id, agent: handoff.former.at(-1) ?? null };
  if (then === 'wait') return { state: takeUpNext(state, later('survey', about, scene)), says: told };
  const asked = await begin(dialog, 'survey', about, scene);
  return { state: { ...state, dialog: asked.state }, says: [...told, ...asked.says] };
}

/** The customer went back to the bot: the form put aside goes on. */
async function left(state: ConversationState, handoff: string, scene: Scene): Promise<Turned> {
  const { state: dialog, says } = await goOn(state.dialog, scene);
  const more = says.length > 0;
  const told = more ? say('handoffLeft', { more }) : say('handoffLeft', { more }, { choices: MENU });
  return { state: { ...state, dialog }, says: [status(handoff, { state: 'completed' }), told, ...says] };
}

import type { Scene } from '../../dialogs/scene.ts';
import type { Handoff } from '../../domain/desk/handoff.ts';
import { say } from '../../locales/messages.ts';
import { answeredPerson } from '../asking.ts';
import { languageAfter } from '../language.ts';
import { status } from '../replies.ts';
import { filesOf, sceneOf, silentScene, textOf, understand } from '../setting.ts';
import type { ConversationState } from '../state.ts';
import { type Attended, openHandoff, type Queueing } from '../with.ts';
import type { Turned, TurnInput, TurnPorts } from '../world.ts';
import { become, type Then } from './owner.ts';
import { askedHowLong } from './place.ts';
import { beginCallback } from './resume.ts';
import { leavesAgent, waitingWish } from './wishes.ts';

/** What a customer's message came to while a person is waited for or there. */
export type Met =
  | ({ readonly kind: 'done' } & Turned)
  /** It was over before the message came: the bot answers it. */
  | ({ readonly kind: 'over' } & Turned);

/** A customer's message that is not for the bot: kept for the agent, who sees it in the transcript too. */
export async function toDesk(
  before: ConversationState,
  now: Queueing | Attended,
  input: TurnInput,
  ports: TurnPorts,
): Promise<Met> {
  const text = textOf(input.activity).trim();
  const heard = understand(text, before.language, input, ports);
  const state = { ...before, language: languageAfter(before.language, heard, true) };
  const scene = sceneOf(state, heard, input, ports);
  const handoff = await scene.ledger.handoffs.find(openHandoff(now));
  const over = handoff === null ? null : await endedBefore(state, handoff, scene);
  if (over) return { kind: 'over', ...over };
  const { language } = state;
  const said = { id: input.message, by: 'customer', text, files: filesOf(input.activity), language } as const;
  await ports.ledger.handoffs.said(openHandoff(now), said, input.at);
  const turned =
    now.kind === 'queue'
      ? await inQueue(state, now, text, hadAgent(handoff), scene)
      : await withAgent(state, now, text, scene);
  return { kind: 'done', ...turned };
}

/** The ledger knows of an end whose news is still on its way: whoever writes after it must not write to nobody. */
async function endedBefore(state: ConversationState, handoff: Handoff, scene: Scene): Promise<Turned | null> {
  if (handoff.owner.kind !== 'ended') return null;
  // a repeat of the turn that ended it itself is done as before
  if (handoff.owner.how === 'left' && handoff.owner.at === scene.now) return null;
  return become(state, { handoff, epoch: handoff.epoch, owner: handoff.owner }, scene, 'wait');
}

/** An agent was lost, and the customer waits again. One that this very turn ended, in a try before this one, waits no more. */
const hadAgent = (handoff: Handoff | null) =>
  handoff !== null && handoff.owner.kind !== 'ended' && handoff.former.length > 0;

async function inQueue(
  state: ConversationState,
  queue: Queueing,
  text: string,
  lost: boolean,
  scene: Scene,
): Promise<Turned> {
  switch (waitingWish(text, lost)) {
    case 'leave':
      return leave(state, queue, scene);
    case 'callback':
      return callInstead(state, queue, scene);
    case 'how long':
      return { state, says: [await askedHowLong(queue, scene)] };
    case null:
      return queue.acknowledged
        ? { state, says: [] }
        : { state: { ...state, with: { ...queue, acknowledged: true } }, says: [say('passedOn')] };
  }
}

/** The bot is silent: what is said is for the agent, and answered by them. */
async function withAgent(state: ConversationState, now: Attended, text: string, scene: Scene): Promise<Turned> {
  if (leavesAgent(text)) return leave(state, now, scene);
  await answeredPerson(scene);
  return { state, says: [] };
}

/** The customer may always leave. */
async function leave(
  state: ConversationState,
  now: Queueing | Attended,
  scene: Scene,
  then: Then = 'ask',
): Promise<Turned> {
  const changed = await scene.ledger.handoffs.change(openHandoff(now), { kind: 'leave' }, scene.now);
  if (changed.kind === 'unknown') throw new Error('a hand-off of the conversation is not in the ledger');
  const { handoff } = changed;
  return become(state, { handoff, epoch: handoff.epoch, owner: handoff.owner }, scene, then);
}

/** A call-back in place of the queue, with what is known; the form put aside goes on after it. */
async function callInstead(state: ConversationState, queue: Queueing, scene: Scene): Promise<Turned> {
  const changed = await scene.ledger.handoffs.change(openHandoff(queue), { kind: 'leave' }, scene.now);
  if (changed.kind === 'unknown') throw new Error('a hand-off of the conversation is not in the ledger');
  const { handoff } = changed;
  const news = { handoff, epoch: handoff.epoch, owner: handoff.owner };
  // returned or given up in the same moment: that goes first, and says what follows
  if (handoff.owner.kind !== 'ended' || handoff.owner.how !== 'left') return become(state, news, scene);
  const last = { handoff: handoff.id, epoch: handoff.epoch };
  const { state: dialog, says } = await beginCallback(state.dialog, handoff.briefing.words, scene);
  const completed = status(handoff.id, { state: 'completed' });
  return { state: { ...state, with: { kind: 'bot', last }, dialog }, says: [completed, ...says] };
}

/** The customer has closed the conversation: nobody waits here any more, and nothing is asked. */
export async function endHere(state: ConversationState, input: TurnInput, ports: TurnPorts): Promise<Turned> {
  const { with: now } = state;
  return now.kind === 'bot' ? { state, says: [] } : leave(state, now, silentScene(state, input, ports), 'wait');
}

/** Somebody else writes in the conversation: the agent is not to talk to them about the former customer's matter. */
export async function leaveBehind({ with: now }: ConversationState, { at }: TurnInput, { ledger }: TurnPorts) {
  if (now.kind !== 'bot') await ledger.handoffs.change(openHandoff(now), { kind: 'leave' }, at);
}

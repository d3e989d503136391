import type { Scene } from '../../dialogs/scene.ts';
import { say } from '../../locales/messages.ts';
import { languageAfter } from '../language.ts';
import { status } from '../replies.ts';
import { filesOf, sceneOf, textOf, understand } from '../setting.ts';
import type { ConversationState } from '../state.ts';
import { type Attended, openHandoff, type Queueing } from '../with.ts';
import type { Turned, TurnInput, TurnPorts } from '../world.ts';
import { become } from './owner.ts';
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
  const over = await endedBefore(state, now, scene);
  if (over) return { kind: 'over', ...over };
  const said = { id: input.message, by: 'customer', text, files: filesOf(input.activity) } as const;
  await ports.ledger.handoffs.said(openHandoff(now), said, input.at);
  const turned =
    now.kind === 'queue' ? await inQueue(state, now, text, scene) : await withAgent(state, now, text, scene);
  return { kind: 'done', ...turned };
}

/** The ledger knows of an end whose news is still on its way: whoever writes after it must not write to nobody. */
async function endedBefore(state: ConversationState, now: Queueing | Attended, scene: Scene): Promise<Turned | null> {
  const handoff = await scene.ledger.handoffs.find(openHandoff(now));
  if (handoff?.owner.kind !== 'ended' || handoff.owner.at > scene.now) return null;
  // a repeat of the turn that ended it itself is done as before
  if (handoff.owner.how === 'left' && handoff.owner.at === scene.now) return null;
  return become(state, { handoff, epoch: handoff.epoch, owner: handoff.owner }, scene, 'wait');
}

async function inQueue(state: ConversationState, queue: Queueing, text: string, scene: Scene): Promise<Turned> {
  switch (waitingWish(text)) {
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
  return leavesAgent(text) ? leave(state, now, scene) : { state, says: [] };
}

/** The customer may always leave. */
async function leave(state: ConversationState, now: Queueing | Attended, scene: Scene): Promise<Turned> {
  const changed = await scene.ledger.handoffs.change(openHandoff(now), { kind: 'leave' }, scene.now);
  if (changed.kind === 'unknown') throw new Error('a hand-off of the conversation is not in the ledger');
  const { handoff } = changed;
  return become(state, { handoff, epoch: handoff.epoch, owner: handoff.owner }, scene);
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

/** Somebody else writes in the conversation: the agent is not to talk to them about the former customer's matter. */
export async function leaveBehind({ with: now }: ConversationState, { at }: TurnInput, { ledger }: TurnPorts) {
  if (now.kind !== 'bot') await ledger.handoffs.change(openHandoff(now), { kind: 'leave' }, at);
}

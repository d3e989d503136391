import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createRespond } from '../../../bot/shouwenBot.ts';
import { type ConversationState, parseState } from '../../../bot/state.ts';
import type { TurnInput } from '../../../bot/turn.ts';
import { correctionIn } from '../../../dialogs/correction.ts';
import type { ConversationId, MessageId } from '../../../domain/ids.ts';
import type { Ledger } from '../../../domain/ledger.ts';
import { isQuestion, manual, START, understand, ZONE } from '../talk.ts';
import { UTTERANCES } from './utterances.ts';

export const act = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...UTTERANCES, '5'.repeat(60)) },
  { weight: 3, arbitrary: fc.nat({ max: 6 }).map((place) => ({ place })) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);
export type Act = string | { place: number };

export const nameOf = (reply: { channelData?: Record<string, unknown> }) =>
  (reply.channelData?.shouwen as { name?: string } | undefined)?.name ?? '?';

/** Says that the customer took an answer back, or that the bot had to. */
const TAKES_BACK = new Set([
  'changed',
  'dropped',
  'startedOver',
  'slotTaken',
  'resumed',
  'backTo',
  'proofWrong',
  'whatToChange',
  'consentRefused',
  // a graver fault no longer asks everything
  'majorFault',
  'safetyFirst',
]);

export function messageOf(conversation: string, message: string, text: string, at: number): TurnInput {
  return {
    conversation: conversation as ConversationId,
    message: message as MessageId,
    activity: { type: 'message', text, channelId: 'webchat', from: { id: conversation }, recipient: { id: 'web' } },
    at,
  };
}

/** Talks, and checks in every turn what must hold of any conversation. */
export async function converse(
  ledger: Ledger,
  conversation: string,
  acts: readonly Act[],
): Promise<ConversationState | null> {
  const respond = createRespond({ manual, ledger, understand, zone: ZONE });
  let state: ConversationState | null = null;
  let choices: readonly string[] = [];
  let at = START;
  for (const [turn, done] of acts.entries()) {
    at += 5000;
    const text: string = typeof done === 'string' ? done : (choices[done.place % Math.max(1, choices.length)] ?? '好');
    const input = messageOf(conversation, `m${turn}`, text, at);
    const answered = await respond(state, input);
    const names = answered.replies.map(nameOf);
    const said = `${text}\n${names.join(' ')}`;
    assert.ok(answered.replies.length > 0, `silence after ${said}`);
    assert.ok(names.filter(isQuestion).length <= 1, `two questions after ${said}`);
    for (const reply of answered.replies) assert.doesNotMatch(reply.text ?? '', /undefined|\[object|NaN|Invalid Date/);
    const again = await respond(state, input);
    assert.deepEqual(again.replies, answered.replies, `not the same again after ${said}`);
    assert.deepEqual(again.state, answered.state, `not the same state again after ${said}`);
    const stored = parseState(JSON.parse(JSON.stringify(answered.state)));
    assert.ok(stored.kind === 'state', `unreadable state after ${said}`);
    assert.deepEqual(stored.state, JSON.parse(JSON.stringify(answered.state)), `dialog dropped after ${said}`);
    keepsAnswers(state, stored.state, text, names, said);
    state = stored.state;
    choices = answered.replies.at(-1)?.suggestedActions?.actions.map((a) => a.title) ?? [];
  }
  return state;
}

/** No answer gets lost while the same form stays open, unless it was taken back or corrected. */
function keepsAnswers(
  before: ConversationState | null,
  after: ConversationState,
  text: string,
  names: string[],
  said: string,
) {
  const [one, other] = [before?.dialog.form, after.dialog.form];
  if (!one || !other || one.instance !== other.instance) return;
  const reason =
    correctionIn(text) !== null ||
    names.some((name) => TAKES_BACK.has(name)) ||
    one.choosingChange ||
    one.asked === null;
  const back =
    /上一步|go back|返回/.test(text) ||
    understand(text, { language: after.language, now: START, timeZone: ZONE }).intent === 'back';
  if (reason || back) return;
  // the service follows the slot, a name the contact it became part of
  // another time named later takes the chosen slot back
  const renewed = JSON.stringify(one.answers.wish) !== JSON.stringify(other.answers.wish);
  const free = new Set(['wish', 'name', ...(renewed ? ['slot'] : [])]);
  const lost = Object.keys(one.answers).filter((key) => !(key in other.answers) && !free.has(key));
  assert.deepEqual(lost, [], `lost after ${said}`);
}

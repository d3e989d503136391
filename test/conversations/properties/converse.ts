import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createRespond } from '../../../bot/shouwenBot.ts';
import { type ConversationState, parseState } from '../../../bot/state.ts';
import type { TurnInput } from '../../../bot/world.ts';
import { correctionIn } from '../../../dialogs/correction.ts';
import type { ConversationId, MessageId } from '../../../domain/ids.ts';
import type { Ledger } from '../../../domain/ledger.ts';
import { isQuestion, manual, START, understand, ZONE } from '../talk.ts';
import { DeskSide, type Doing, doing } from './desk.ts';
import { UTTERANCES } from './utterances.ts';

export const act = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...UTTERANCES, '5'.repeat(60)) },
  { weight: 3, arbitrary: fc.nat({ max: 6 }).map((place) => ({ place })) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);
export type Act = string | { place: number } | { readonly desk: Doing };
/** With people at the desk. */
export const actOrDesk = fc.oneof({ weight: 3, arbitrary: act }, { weight: 2, arbitrary: doing });

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
  const desk = await DeskSide.beside(ledger, conversation);
  const here: Here = { ledger, state: null, choices: [], at: START };
  for (const [turn, done] of acts.entries()) {
    here.at += 5000;
    if (typeof done === 'object' && 'desk' in done) {
      for (const input of await desk.does(done.desk, here.at)) await meet(here, input);
      continue;
    }
    const pressed = typeof done === 'string' ? done : here.choices[done.place % Math.max(1, here.choices.length)];
    await meet(here, messageOf(conversation, `m${turn}`, pressed ?? '好', here.at));
  }
  for (const input of await desk.arrive(false, here.at + 5000)) await meet(here, input);
  await desk.agrees(here.state);
  return here.state;
}

interface Here {
  readonly ledger: Ledger;
  state: ConversationState | null;
  choices: readonly string[];
  at: number;
}

async function meet(here: Here, input: TurnInput): Promise<void> {
  const respond = createRespond({ manual, ledger: here.ledger, understand, zone: ZONE });
  const before = here.state;
  const text = input.activity.text ?? '';
  const answered = await respond(before, input);
  const messages = answered.replies.filter(({ type }) => type === 'message');
  const names = messages.map(nameOf);
  const said = `${text || `${input.activity.name} ${JSON.stringify(input.activity.value)}`}\n${names.join(' ')}`;
  oneAnswers(before, answered.state, input, names, said);
  assert.ok(names.filter(isQuestion).length <= 1, `two questions after ${said}`);
  for (const reply of messages) assert.doesNotMatch(reply.text ?? '', /undefined|\[object|NaN|Invalid Date/);
  const again = await respond(before, input);
  assert.deepEqual(again.replies, answered.replies, `not the same again after ${said}`);
  assert.deepEqual(again.state, answered.state, `not the same state again after ${said}`);
  if (answered.state === null) return;
  const stored = parseState(JSON.parse(JSON.stringify(answered.state)));
  assert.ok(stored.kind === 'state', `unreadable state after ${said}`);
  assert.deepEqual(stored.state, JSON.parse(JSON.stringify(answered.state)), `dialog dropped after ${said}`);
  keepsAnswers(before, stored.state, text, names, said);
  here.state = stored.state;
  here.choices = messages.at(-1)?.suggestedActions?.actions.map((a) => a.title) ?? here.choices;
}

/** Exactly one of bot, queue and agent answers: silence only where somebody else does, and no word of the bot beside an agent. */
function oneAnswers(
  before: ConversationState | null,
  after: ConversationState | null,
  { activity }: TurnInput,
  names: readonly string[],
  said: string,
): void {
  const [one, other] = [before?.with.kind ?? 'bot', after?.with.kind ?? 'bot'];
  if (activity.type === 'message') {
    if (one === 'bot' || other === 'bot') assert.ok(names.length > 0, `silence after ${said}`);
    if (one === 'agent' && other === 'agent')
      assert.deepEqual(names, [], `the bot spoke beside an agent after ${said}`);
  }
  if (names.includes('agentMessage')) assert.equal(other, 'agent', `an agent spoke who is not there after ${said}`);
  if (other !== 'bot') assert.equal(after?.dialog.form ?? null, null, `a form is open beside a person after ${said}`);
  if (other === 'agent') assert.ok(!names.some(isQuestion), `the bot asks beside an agent after ${said}`);
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

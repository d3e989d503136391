import { FORMS } from '../dialogs/catalogue.ts';
import { languageWish } from '../dialogs/languageWish.ts';
import { reopenForm, route } from '../dialogs/route.ts';
import { MENU } from '../dialogs/talk.ts';
import type { Instant } from '../domain/ids.ts';
import { LANGUAGES, type Language } from '../domain/ids.ts';
import type { Manual } from '../domain/manual/schema.ts';
import { type Say, say } from '../locales/messages.ts';
import { INTERNAL_CHANNEL } from './activity.ts';
import { askFor, heardAnswer } from './asking.ts';
import { endHere, leaveBehind, toDesk } from './desk/customer.ts';
import { type Caught, deskNews, deskNewsNamed, newsForNobody } from './desk/news.ts';
import { raise } from './desk/raise.ts';
import { goOn } from './desk/resume.ts';
import { offerSurvey, solvedCase } from './desk/survey.ts';
import { askedCase, isNotice, saysOf } from './internalEvents.ts';
import { languageAfter } from './language.ts';
import { keepLesson, learn } from './learning.ts';
import { isAnother, meet, recognise, refresh, revive } from './meeting.ts';
import { outageNews } from './outages/news.ts';
import { outagesTold } from './outages/told.ts';
import { remembering } from './remembering.ts';
import { filesOf, sceneOf, silentScene, textOf, understand } from './setting.ts';
import { sourceOf } from './source.ts';
import type { ConversationState } from './state.ts';
import { openHandoff } from './with.ts';
import type { Turned, TurnInput, TurnPorts, TurnResult } from './world.ts';

export type { TurnInput, TurnPorts, TurnResult } from './world.ts';

/** A form left open longer than this is taken up again with a word. */
const IDLE_MS = 8 * 60 * 60 * 1000;

/** The order of events in a turn: who, language, understanding, dialogs. Decides what to say and never sends. */
export async function turn(before: ConversationState | null, input: TurnInput, world: TurnPorts): Promise<TurnResult> {
  const ports = { ...world, ledger: remembering(world.ledger) };
  if (before === null && input.activity.channelId === INTERNAL_CHANNEL) return expired(input, ports);
  // in a group everybody reads along: nobody's cases are opened or told there
  if (input.activity.conversation?.isGroup === true || before?.reference.conversation?.isGroup === true)
    return inGroup(before, input, ports);
  const same = before !== null && !isAnother(before, input);
  if (before !== null && !same) await leaveBehind(before, input, ports);
  const state = same ? before : await meet(input, ports);
  switch (input.activity.type) {
    case 'message':
      return onMessage(same ? await recognise(state, input, ports) : state, input, ports);
    case 'conversationUpdate':
      return welcome(state, input, ports);
    case 'event':
      return onEvent(state, input, ports);
    case 'endOfConversation':
      return { ...(await endHere(state, input, ports)), heard: null };
    default:
      return { state, says: [], heard: null };
  }
}

/** An event of our own in a conversation that has expired: notices reach whoever is known to be there, the rest nobody. */
async function expired(input: TurnInput, ports: TurnPorts): Promise<TurnResult> {
  const { name } = input.activity;
  const state = isNotice(name) ? await revive(input, ports) : null;
  if (state !== null) return { ...(await onNews(state, input, ports)), heard: null };
  await newsForNobody(deskNewsNamed(name), input, ports);
  return { state: null, says: [], heard: null };
}

async function inGroup(before: ConversationState | null, input: TurnInput, ports: TurnPorts): Promise<TurnResult> {
  const isMessage = input.activity.type === 'message';
  const state = isMessage || before === null ? refresh(before ?? (await meet(input, ports)), input) : before;
  return { state, says: isMessage ? [say('privateOnly')] : [], heard: null };
}

function welcome(state: ConversationState, { activity }: TurnInput, { manual }: TurnPorts): TurnResult {
  const added = activity.membersAdded?.some((m) => m.id !== activity.recipient?.id) ?? false;
  if (!added || state.greeted || state.with.kind !== 'bot') return { state, says: [], heard: null };
  return { state: { ...state, greeted: true }, says: [greeting(manual)], heard: null };
}

function greeting(manual: Manual): Say {
  return say('welcome', { operator: manual.operator.names }, { choices: MENU });
}

/** To whoever answers here: the bot, or the desk. */
async function onMessage(state: ConversationState, input: TurnInput, ports: TurnPorts): Promise<TurnResult> {
  const seen = { ...state, lastAt: input.at, greeted: true };
  if (seen.with.kind === 'bot') return answer(seen, state.lastAt, input, ports);
  const met = await toDesk(seen, seen.with, input, ports);
  if (met.kind === 'done') return { state: met.state, says: met.says, heard: null };
  const answered = await answer(met.state, input.at, input, ports);
  const then = await goneOn(answered, input, ports);
  return { ...then, says: [...met.says, ...then.says] };
}

/** The bot answers. `lastAt`: when the customer wrote before. */
async function answer(
  state: ConversationState,
  lastAt: Instant,
  input: TurnInput,
  ports: TurnPorts,
): Promise<TurnResult> {
  const text = textOf(input.activity).trim();
  const files = filesOf(input.activity);
  if (text === '') return onFiles(state, files, input, ports);
  const heard = understand(text, state.language, input, ports);
  const wished = languageWish(heard);
  if (wished) return { ...(await speak(state, wished, input, ports)), heard };
  const language = languageAfter(state.language, heard, state.dialog.form !== null || state.dialog.offer !== null);
  const scene = sceneOf({ ...state, language }, heard, input, ports);
  const routed = await route(state.dialog, scene);
  const { lesson, unsettled } = learn(state, heard, routed.says, input.message);
  if (lesson) {
    const find = (words: string) => understand(words, language, input, ports).entities;
    const failed = ports.learningFailed ?? (() => {});
    await keepLesson(lesson, scene, { learning: ports.ledger.learning, find, failed });
  }
  await heardAnswer(state.dialog, routed.state, scene);
  const customer = routed.turnedOut?.customer ?? state.customer;
  const next = { ...state, customer, language, dialog: routed.state, unsettled };
  const turned = routed.person ? await raise(next, routed, routed.person, scene) : { state: next, says: routed.says };
  const form = state.dialog.form;
  const idle = form !== null && input.at - lastAt > IDLE_MS;
  const says = [
    ...(idle ? [say('resumed', { form: FORMS[form.name].title })] : []),
    ...(files > 0 ? [say('filesTaken', { count: files })] : []),
    ...(await outagesTold(state.dialog, turned, scene)),
  ];
  return { state: turned.state, says, heard };
}

/** What was put aside goes on when nothing else is open; its question takes the place of one that led nowhere. */
async function goneOn(result: TurnResult, input: TurnInput, ports: TurnPorts): Promise<TurnResult> {
  const { state, says } = result;
  if (state === null || state.with.kind !== 'bot' || state.dialog.form || state.dialog.offer) return result;
  const next = await goOn(state.dialog, silentScene(state, input, ports));
  if (next.says.length === 0) return result;
  const last = says.at(-1);
  const asks = last !== undefined && 'choices' in last && last.choices !== undefined;
  return { ...result, state: { ...state, dialog: next.state }, says: [...(asks ? [] : says), ...next.says] };
}

/** A message of files only, or of nothing that can be read. */
async function onFiles(
  state: ConversationState,
  files: number,
  input: TurnInput,
  ports: TurnPorts,
): Promise<TurnResult> {
  const asked = await reopenForm(state.dialog, silentScene(state, input, ports));
  const first =
    files > 0
      ? say(asked ? 'filesTaken' : 'filesNotUsed', { count: files })
      : asked
        ? say('answerNotUnderstood')
        : say('notUnderstood', {}, { choices: MENU });
  return {
    state: { ...state, dialog: asked?.state ?? state.dialog },
    says: [first, ...(asked?.says ?? [])],
    heard: null,
  };
}

async function onEvent(state: ConversationState, input: TurnInput, ports: TurnPorts): Promise<TurnResult> {
  const { name, value, channelId } = input.activity;
  if (channelId === INTERNAL_CHANNEL) return { ...(await onNews(state, input, ports)), heard: null };
  const language = name === 'language' ? LANGUAGES.find((l) => l === value) : undefined;
  if (!language || language === state.language) return { state, says: [], heard: null };
  const switched = { ...state, language };
  if (state.with.kind !== 'bot') await ports.ledger.handoffs.spoken(openHandoff(state.with), language);
  // with an agent the bot is silent, also of this
  if (state.with.kind === 'agent') return { state: switched, says: [], heard: null };
  return { ...(await speak(state, language, input, ports)), heard: null };
}

/** The open question again, in another language. */
async function speak(
  state: ConversationState,
  language: Language,
  input: TurnInput,
  ports: TurnPorts,
): Promise<Turned> {
  const switched = { ...state, language };
  const asked = await reopenForm(state.dialog, silentScene(switched, input, ports));
  return {
    state: { ...switched, dialog: asked?.state ?? state.dialog },
    says: [say('languageSet'), ...(asked?.says ?? [])],
  };
}

/** What an agent left without an answer is answered by the bot, and what was put aside follows. */
async function onDeskNews(caught: Caught, input: TurnInput, ports: TurnPorts): Promise<Turned> {
  const { state, says, unanswered } = caught;
  if (unanswered === undefined) return { state, says };
  const said: TurnInput = { ...input, activity: { type: 'message', text: unanswered } };
  const answered = await goneOn(await answer(state, input.at, said, ports), input, ports);
  return { state: answered.state ?? state, says: [...says, ...answered.says] };
}

/** Events that the product itself put into the inbox: the desk's news, and notices, which interrupt nobody. */
async function onNews(state: ConversationState, input: TurnInput, ports: TurnPorts): Promise<Turned> {
  const { name, value } = input.activity;
  const news = deskNewsNamed(name);
  if (news !== null) return onDeskNews(await deskNews(news, state, input, ports), input, ports);
  const customer = await ports.ledger.customers.ofSource(sourceOf(state.reference), input.at);
  if (name === 'outage.news') {
    const isFree = state.with.kind === 'bot' && state.dialog.form === null && state.dialog.offer === null;
    return { state, says: await outageNews(value, { customer, isFree }, ports) };
  }
  const notice = await saysOf(name, value, customer, ports);
  const asked = notice.length === 0 ? null : askedCase(name, value);
  if (asked !== null) return askFor(state, asked, notice, silentScene(state, input, ports));
  const solved = solvedCase(name, value);
  if (solved === null || notice.length === 0) return { state, says: notice };
  return offerSurvey(state, solved, notice, silentScene(state, input, ports));
}

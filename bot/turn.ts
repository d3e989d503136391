import { FORMS } from '../dialogs/catalogue.ts';
import { reopenForm, route } from '../dialogs/route.ts';
import { hearing, type Scene } from '../dialogs/scene.ts';
import { emptyDialog } from '../dialogs/state.ts';
import { MENU } from '../dialogs/talk.ts';
import type { ConversationId, CustomerId, Instant, Language, MessageId } from '../domain/ids.ts';
import { LANGUAGES } from '../domain/ids.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Manual } from '../domain/manual/schema.ts';
import { type Say, say } from '../locales/messages.ts';
import type { Heard, Understand } from '../nlu/heard.ts';
import { INTERNAL_CHANNEL, type InboundActivity } from './activity.ts';
import { saysOf } from './internalEvents.ts';
import { languageAfter, languageOfTag } from './language.ts';
import { keepLesson, learn } from './learning.ts';
import { remembering } from './remembering.ts';
import { type ConversationState, STATE_SCHEMA } from './state.ts';

/** What a turn needs from the world. */
export interface TurnPorts {
  readonly manual: Manual;
  readonly ledger: Ledger;
  readonly understand: Understand;
  readonly zone: string;
  /** A lesson could not be kept; nobody else notices. */
  readonly learningFailed?: (error: unknown) => void;
}

/** A turn's outcome: nothing has been sent or stored yet. `heard` is null for events. */
export interface TurnResult {
  /** Null when an event of our own finds that the conversation has expired. */
  readonly state: ConversationState | null;
  readonly says: readonly Say[];
  readonly heard: Heard | null;
}

/** One message as the turn sees it. `at` is the moment it was taken: the clock of the whole turn. */
export interface TurnInput {
  readonly conversation: ConversationId;
  readonly message: MessageId;
  readonly activity: InboundActivity;
  readonly at: Instant;
}

/** A form left open longer than this is taken up again with a word. */
const IDLE_MS = 8 * 60 * 60 * 1000;
/** As much of a text as understanding reads; what a form stores is the whole. */
const READ_LIMIT = 2000;

/** The order of events in a turn: who, language, understanding, dialogs. Decides what to say and never sends. */
export async function turn(before: ConversationState | null, input: TurnInput, world: TurnPorts): Promise<TurnResult> {
  const ports = { ...world, ledger: remembering(world.ledger) };
  if (before === null && input.activity.channelId === INTERNAL_CHANNEL) return { state: null, says: [], heard: null };
  // in a group everybody reads along: nobody's cases are opened or told there
  if (input.activity.conversation?.isGroup === true || before?.reference.conversation?.isGroup === true)
    return inGroup(before, input, ports);
  const state = before !== null && !isAnother(before, input) ? before : await meet(input, ports);
  switch (input.activity.type) {
    case 'message':
      return onMessage(refresh(state, input), input, ports);
    case 'conversationUpdate':
      return welcome(state, input, ports);
    case 'event':
      return onEvent(state, input, ports);
    default:
      return { state, says: [], heard: null };
  }
}

/** A conversation's first turn: the customer is found by channel and source, the language by the channel's locale. */
async function meet({ activity, at }: TurnInput, { ledger }: TurnPorts): Promise<ConversationState> {
  const channel = activity.channelId ?? 'unknown';
  const source = { channel, account: activity.recipient?.id ?? 'web', sourceId: activity.from?.id ?? 'unknown' };
  return {
    schema: STATE_SCHEMA,
    language: languageOfTag(activity.locale) ?? 'zh-Hans',
    customer: await ledger.customers.ofSource(source, at),
    reference: referenceOf(activity),
    lastAt: at,
    greeted: false,
    dialog: emptyDialog,
    unsettled: null,
  };
}

/** Somebody else writes in the same conversation: another customer, with nothing of the former one. */
function isAnother(state: ConversationState, { activity }: TurnInput): boolean {
  const speaks = activity.type === 'message' && activity.from !== undefined;
  return speaks && state.reference.from?.id !== activity.from?.id;
}

async function inGroup(before: ConversationState | null, input: TurnInput, ports: TurnPorts): Promise<TurnResult> {
  const isMessage = input.activity.type === 'message';
  const state = isMessage || before === null ? refresh(before ?? (await meet(input, ports)), input) : before;
  return { state, says: isMessage ? [say('privateOnly')] : [], heard: null };
}

function referenceOf({ channelId, serviceUrl, conversation, from, recipient, locale }: InboundActivity) {
  return { channelId, serviceUrl, conversation, from, recipient, locale };
}

function refresh(state: ConversationState, { activity }: TurnInput): ConversationState {
  return { ...state, reference: referenceOf(activity) };
}

function welcome(state: ConversationState, { activity }: TurnInput, { manual }: TurnPorts): TurnResult {
  const added = activity.membersAdded?.some((m) => m.id !== activity.recipient?.id) ?? false;
  if (!added || state.greeted) return { state, says: [], heard: null };
  return { state: { ...state, greeted: true }, says: [greeting(manual)], heard: null };
}

function greeting(manual: Manual): Say {
  return say('welcome', { operator: manual.operator.names }, { choices: MENU });
}

async function onMessage(state: ConversationState, input: TurnInput, ports: TurnPorts): Promise<TurnResult> {
  const text = textOf(input.activity).trim();
  const files = input.activity.attachments?.filter((a) => !a.contentType.startsWith('text/html')).length ?? 0;
  const seen = { ...state, lastAt: input.at, greeted: true };
  if (text === '') return onFiles(seen, files, input, ports);
  const heard = understand(text, state.language, input, ports);
  const language = languageAfter(state.language, heard, state.dialog.form !== null || state.dialog.offer !== null);
  const scene = sceneOf({ ...seen, language }, heard, input, ports);
  const routed = await route(seen.dialog, scene);
  const { lesson, unsettled } = learn(state, heard, routed.says, input.message);
  if (lesson) {
    const find = (words: string) => understand(words, language, input, ports).entities;
    const failed = ports.learningFailed ?? (() => {});
    await keepLesson(lesson, scene, { learning: ports.ledger.learning, find, failed });
  }
  const form = state.dialog.form;
  const idle = form !== null && input.at - state.lastAt > IDLE_MS;
  const says = [
    ...(idle ? [say('resumed', { form: FORMS[form.name].title })] : []),
    ...(files > 0 ? [say('filesTaken', { count: files })] : []),
    ...routed.says,
  ];
  return { state: { ...seen, language, dialog: routed.state, unsettled }, says, heard };
}

/** A quick reply may come as a value without text. */
function textOf({ text, value }: InboundActivity): string {
  if (text !== undefined && text !== '') return text;
  return typeof value === 'string' ? value : '';
}

/** Only the head of a very long text is read for meaning; the words themselves stay whole. */
function understand(text: string, language: Language, { at }: TurnInput, { understand: hear, zone }: TurnPorts): Heard {
  const heard = hear(text.slice(0, READ_LIMIT), hearing({ language, now: at, zone }));
  return { ...heard, text };
}

/** A message of files only, or of nothing that can be read. */
async function onFiles(
  state: ConversationState,
  files: number,
  input: TurnInput,
  ports: TurnPorts,
): Promise<TurnResult> {
  const scene = sceneOf(state, understand('', state.language, input, ports), input, ports);
  const asked = await reopenForm(state.dialog, scene);
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

function sceneOf(state: ConversationState, heard: Heard, input: TurnInput, ports: TurnPorts): Scene {
  return {
    heard,
    language: state.language,
    now: input.at,
    zone: ports.zone,
    manual: ports.manual,
    ledger: ports.ledger,
    customer: state.customer as CustomerId,
    conversation: input.conversation,
    channel: state.reference.channelId ?? 'unknown',
    message: input.message,
    wrongProofs: state.dialog.wrongProofs,
    understand: (words) => understand(words, state.language, input, ports),
  };
}

async function onEvent(state: ConversationState, input: TurnInput, ports: TurnPorts): Promise<TurnResult> {
  const { name, value, channelId } = input.activity;
  const nothing: TurnResult = { state, says: [], heard: null };
  if (channelId === INTERNAL_CHANNEL) return { ...nothing, says: await saysOf(name, value, ports) };
  const language = name === 'language' ? LANGUAGES.find((l) => l === value) : undefined;
  if (!language || language === state.language) return nothing;
  const switched = { ...state, language };
  const scene = sceneOf(switched, understand('', language, input, ports), input, ports);
  const asked = await reopenForm(state.dialog, scene);
  return {
    state: { ...switched, dialog: asked?.state ?? state.dialog },
    says: [say('languageSet'), ...(asked?.says ?? [])],
    heard: null,
  };
}

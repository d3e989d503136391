import type { Intent } from '../domain/labels.ts';
import { INTENT_NAMES, NO, NONE_OF_THESE, YES } from '../locales/labels.ts';
import { type Choice, type Say, say } from '../locales/messages.ts';
import type { Heard } from '../nlu/heard.ts';
import { callOf, FORMS } from './catalogue.ts';
import { pickChoice } from './choices.ts';
import { type Command, commandIn } from './commands.ts';
import * as engine from './engine.ts';
import type { AnyForm, Json } from './form.ts';
import { named } from './named.ts';
import type { Scene } from './scene.ts';
import type { DialogState, FormName, Offer, OpenForm } from './state.ts';
import { MENU, talk } from './talk.ts';
import { yesNo } from './yesNo.ts';

/** The conversation's dialogs after a message, and what is said. */
export interface Routed {
  readonly state: DialogState;
  readonly says: readonly Say[];
}

const PERSON: Choice = { value: 'handoff.request', label: INTENT_NAMES['handoff.request'] };
const YES_NO: readonly Choice[] = [
  { value: 'yes', label: YES },
  { value: 'no', label: NO },
];

/** The way of an utterance: command, pick, answer, correction, digression, new wish, or a misunderstanding. */
export async function route(state: DialogState, given: Scene): Promise<Routed> {
  const heard = named(given.heard);
  const scene = { ...given, heard };
  if (state.form) return inForm({ ...state, offer: null }, state.form, scene);
  if (state.offer) {
    const taken = await onOffer(state, state.offer, scene);
    if (taken) return taken;
  }
  const free = { ...state, offer: null };
  const command = commandIn(heard, null);
  if (command) return steer(free, command, scene);
  if (heard.band === 'act') return follow(free, heard.intent, heard, scene);
  if (heard.band === 'confirm') return askMeaning(free, heard);
  return missed(free, [], scene);
}

/** Puts the open question of the form under way again, in the language of the scene; null when nothing is open. */
export async function reopenForm(state: DialogState, scene: Scene): Promise<Routed | null> {
  if (!state.form) return null;
  return settle(state, await engine.ask(FORMS[state.form.name], state.form, scene), scene);
}

async function inForm(state: DialogState, open: OpenForm, scene: Scene): Promise<Routed> {
  const { heard } = scene;
  const form: AnyForm = FORMS[open.name];
  const filling = await form.open(open.answers, scene, open.instance);
  const next = filling.next();
  const freeText = next === null ? null : filling.question(next).free;
  const picked = pickChoice(heard.text, open.offered);
  const command = picked ? null : commandIn(heard, freeText);
  if (command) return steer(state, command, scene);

  const other = picked ? null : digression(heard, open.name, freeText);
  if (other && freeText !== null) return digress(state, open, other, scene);
  const outcome = await engine.answer(form, open, heard, scene);
  if (outcome.kind !== 'unread') return settle({ ...state, misses: 0 }, outcome, scene);
  if (other) return digress(state, open, other, scene);
  if (heard.band === 'act' && isSmallTalk(heard.intent)) return digress(state, open, heard.intent, scene);
  return missed(state, [], scene);
}

const OWN: Partial<Record<FormName, readonly Intent[]>> = {
  fault: ['fault.report', 'security.report'],
  complaint: ['complaint.file', 'fault.report', 'feedback.suggest', 'case.urge', 'security.report'],
  application: ['service.apply', 'service.change', 'service.terminate', 'consult.general'],
  appointment: ['appointment.book', 'fault.report', 'service.apply', 'appointment.change'],
  appointmentChange: ['appointment.change', 'appointment.book', 'appointment.status'],
  appointmentCancel: ['appointment.cancel', 'appointment.status'],
  appointmentStatus: ['appointment.status'],
  feedback: ['feedback.praise', 'feedback.suggest', 'complaint.file'],
  privacy: ['privacy.request'],
  security: ['security.report', 'fault.report', 'complaint.file'],
  handoff: ['handoff.request'],
  caseStatus: ['case.status', 'case.urge'],
  caseUrge: ['case.urge', 'case.status', 'complaint.file'],
  caseAmend: ['case.amend', 'fault.report', 'complaint.file'],
  caseWithdraw: ['case.withdraw', 'appointment.cancel', 'service.terminate'],
};
const SMALL: ReadonlySet<Intent> = new Set<Intent>([
  'greet',
  'thanks',
  'goodbye',
  'help',
  'consult.general',
  'consult.account',
]);
const isSmallTalk = (intent: Intent) => SMALL.has(intent);

/** Another wish in the middle of a form; only a sure one, and never inside a telling. */
function digression(heard: Heard, open: FormName, free: 'words' | 'story' | null): Intent | null {
  if (heard.band !== 'act' || free === 'story' || OWN[open]?.includes(heard.intent)) return null;
  if (heard.entities.some((e) => e.type === 'phone' || e.type === 'address')) return null;
  const call = callOf(heard.intent);
  if (call.kind === 'form') return heard.intent;
  return heard.intent === 'consult.general' || heard.intent === 'consult.account' ? heard.intent : null;
}

/** Answers a side question and returns to the open one, or puts the form aside for another one. */
async function digress(state: DialogState, open: OpenForm, intent: Intent, scene: Scene): Promise<Routed> {
  const call = callOf(intent);
  if (call.kind === 'form' && call.form !== open.name) {
    return follow(
      { ...state, form: null, suspended: [...state.suspended, open].slice(-3) },
      intent,
      scene.heard,
      scene,
    );
  }
  const again = await engine.ask(FORMS[open.name], open, scene);
  const asked = await settle({ ...state, misses: 0 }, again, scene);
  return { state: asked.state, says: [...talk(intent, scene), ...asked.says] };
}

async function follow(state: DialogState, intent: Intent, heard: Heard, scene: Scene): Promise<Routed> {
  const call = callOf(intent);
  const wishes = [...state.wishes, ...wishesIn(heard, intent)].slice(0, 3);
  if (call.kind === 'form') return start({ ...state, wishes, misses: 0 }, call.form, call.known ?? {}, heard, scene);
  if (call.kind === 'control')
    return { state: { ...state, misses: 0 }, says: [say('nothingToConfirm', {}, { choices: MENU })] };
  const says = talk(intent, scene);
  if (intent === 'out-of-scope') return { state: { ...state, misses: 0 }, says };
  return afterwards({ ...state, wishes, misses: 0 }, says, scene);
}

function wishesIn(heard: Heard, main: Intent): { intent: Intent; text: string }[] {
  return heard.also
    .filter((intent) => intent !== main && callOf(intent).kind === 'form' && intent !== 'handoff.request')
    .map((intent) => ({ intent, text: heard.text.slice(0, 500) }));
}

async function start(
  state: DialogState,
  name: FormName,
  known: Record<string, Json>,
  heard: Heard,
  scene: Scene,
): Promise<Routed> {
  return settle(state, await engine.begin(FORMS[name], heard, scene, known), scene);
}

/** Writes an engine outcome into the state. */
async function settle(state: DialogState, outcome: engine.Outcome, scene: Scene): Promise<Routed> {
  switch (outcome.kind) {
    case 'asking':
      return { state: { ...state, form: outcome.open, offer: null }, says: outcome.says };
    case 'dropped':
      return dropForm(state, scene);
    case 'done': {
      const says = [...outcome.says, ...outcome.result.says];
      const wrongProofs = state.wrongProofs + says.filter((s) => s.name === 'proofWrong').length;
      const done = { ...state, form: null, misses: 0, wrongProofs };
      const offer = outcome.result.offer;
      return offer ? { state: { ...done, offer }, says } : afterwards(done, says, scene);
    }
    case 'unread':
      return missed(state, [], scene);
  }
}

/** What follows when nothing is open any more: the form put aside, then a second wish. */
async function afterwards(state: DialogState, says: readonly Say[], scene: Scene): Promise<Routed> {
  const aside = state.suspended.at(-1);
  if (!state.form && aside) {
    const form: AnyForm = FORMS[aside.name];
    const resumed = await settle(
      { ...state, suspended: state.suspended.slice(0, -1) },
      await engine.ask(form, aside, scene),
      scene,
    );
    return { state: resumed.state, says: [...says, say('backTo', { form: form.title }), ...resumed.says] };
  }
  const [wish, ...wishes] = state.wishes;
  if (!state.form && wish) {
    const offered = say('alsoWanted', { intent: INTENT_NAMES[wish.intent] }, { choices: YES_NO });
    return { state: { ...state, wishes, offer: { kind: 'intent', ...wish } }, says: [...says, offered] };
  }
  return { state, says };
}

async function dropForm(state: DialogState, scene: Scene): Promise<Routed> {
  if (!state.form) return { state, says: [say('nothingToDrop', {}, { choices: MENU })] };
  const form: AnyForm = FORMS[state.form.name];
  const dropped = say('dropped', { form: form.title });
  const after = await afterwards({ ...state, form: null, misses: 0 }, [dropped], scene);
  return after.says.length > 1
    ? after
    : { state: after.state, says: [dropped, say('anythingElse', {}, { choices: MENU })] };
}

async function steer(state: DialogState, command: Command, scene: Scene): Promise<Routed> {
  const open = state.form;
  const form: AnyForm | null = open ? FORMS[open.name] : null;
  switch (command) {
    case 'handoff':
      if (open?.name === 'handoff' && form) return settle(state, await engine.ask(form, open, scene), scene);
      return start(
        { ...state, form: null, suspended: open ? [...state.suspended, open].slice(-3) : state.suspended, misses: 0 },
        'handoff',
        handedOver(open, scene),
        scene.heard,
        scene,
      );
    case 'cancel':
      return dropForm(state, scene);
    case 'restart':
      return {
        state: { ...state, form: null, suspended: [], wishes: [], offer: null, misses: 0 },
        says: [say('startedOver', {}, { choices: MENU })],
      };
    case 'help':
      if (!open || !form) return { state, says: talk('help', scene) };
      return prepend(talk('help', scene).map(bare), await settle(state, await engine.ask(form, open, scene), scene));
    case 'recap':
      return recap(state, scene);
    case 'back': {
      const outcome = open && form ? await engine.back(form, open, scene) : null;
      if (outcome) return settle({ ...state, misses: 0 }, outcome, scene);
      if (!open || !form) return { state, says: [say('nothingToGoBackTo', {}, { choices: MENU })] };
      return prepend([say('nothingToGoBackTo')], await settle(state, await engine.ask(form, open, scene), scene));
    }
  }
}

/** What the colleague gets: the words of the request, and what the form under way had gathered. */
function handedOver(open: OpenForm | null, scene: Scene): Record<string, Json> {
  const words = scene.heard.text.slice(0, 500);
  return open
    ? { words, gathered: JSON.stringify({ form: open.name, answers: open.answers }).slice(0, 8000) }
    : { words };
}

/** "What did I tell you so far": the rows as they stand, then the open question again. */
async function recap(state: DialogState, scene: Scene): Promise<Routed> {
  const open = state.form;
  if (!open) return { state, says: [say('recapEmpty', {}, { choices: MENU })] };
  const form: AnyForm = FORMS[open.name];
  const filling = await form.open(open.answers, scene, open.instance);
  const asked = await settle(state, await engine.ask(form, open, scene), scene);
  // a complete form answers with its summary, which says it all
  if (filling.next() === null) return asked;
  const rows = filling.rows();
  return prepend([rows.length > 0 ? say('recap', { form: form.title, rows }) : say('recapEmpty')], asked);
}

async function onOffer(state: DialogState, offer: Offer, scene: Scene): Promise<Routed | null> {
  const free = { ...state, offer: null };
  if (offer.kind === 'meaning') {
    const picked = pickChoice(scene.heard.text, meaningChoices(offer.intents));
    if (picked?.value === 'none') return missed(free, [], scene);
    const intent = offer.intents.find((i) => i === picked?.value);
    return intent ? follow(free, intent, scene.understand(offer.text), scene) : null;
  }
  const said = yesNo(scene.heard);
  if (said === 'no') return afterwards({ ...free, misses: 0 }, [say('anythingElse')], scene);
  if (said !== 'yes') return null;
  if (offer.kind === 'intent') return follow(free, offer.intent, scene.understand(offer.text), scene);
  return start({ ...free, misses: 0 }, offer.form, offer.answers, scene.heard, scene);
}

function meaningChoices(intents: readonly Intent[]): Choice[] {
  return [
    ...intents.map((intent) => ({ value: intent, label: INTENT_NAMES[intent] })),
    { value: 'none', label: NONE_OF_THESE },
  ];
}

/** The middle band: the best three as buttons; the words are kept and read again when one is picked. */
function askMeaning(state: DialogState, heard: Heard): Routed {
  const intents = heard.ranked.map((r) => r.intent).slice(0, 3);
  return {
    state: { ...state, offer: { kind: 'meaning', intents, text: heard.text.slice(0, 1000) } },
    says: [say('didYouMean', {}, { choices: meaningChoices(intents) })],
  };
}

/** A misunderstanding: say so and ask again; at the manual's number in a row a person is offered (manual section 8). */
async function missed(state: DialogState, says: readonly Say[], scene: Scene): Promise<Routed> {
  const misses = state.misses + 1;
  const next = { ...state, misses };
  if (misses >= scene.manual.conduct.misunderstandings) {
    const offered = { ...next, misses: 0 };
    if (!state.form)
      return {
        state: offered,
        says: [
          ...says,
          say('notUnderstoodTwice', {}, { choices: [PERSON, ...MENU.filter((c) => c.value !== PERSON.value)] }),
        ],
      };
    const again = await engine.ask(FORMS[state.form.name], state.form, scene);
    const asked = again.kind === 'asking' ? again.says : [];
    const last = asked.at(-1);
    const choices = [...(last?.choices ?? []), PERSON];
    const withPerson = last ? [...asked.slice(0, -1), { ...last, choices }] : [];
    return {
      state: offered,
      says: [...says, say('notUnderstoodTwice', {}, last ? {} : { choices: [PERSON] }), ...withPerson],
    };
  }
  if (!state.form) return { state: next, says: [...says, say('notUnderstood', {}, { choices: MENU })] };
  const asked = await settle(next, await engine.ask(FORMS[state.form.name], state.form, scene), scene);
  return { state: { ...asked.state, misses }, says: [...says, say('answerNotUnderstood'), ...asked.says] };
}

function prepend(says: readonly Say[], routed: Routed): Routed {
  return { state: routed.state, says: [...says, ...routed.says] };
}

/** A reply without its quick replies, for use before a question that has its own. */
function bare(reply: Say): Say {
  const { choices: _choices, ...rest } = reply;
  return rest;
}

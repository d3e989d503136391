import { INTENT_NAMES, NO, YES } from '../locales/labels.ts';
import { type Choice, type Say, say } from '../locales/messages.ts';
import { FORMS } from './catalogue.ts';
import * as engine from './engine.ts';
import type { AnyForm, TurnedOut } from './form.ts';
import type { Person } from './person.ts';
import type { Went } from './proceed.ts';
import type { Scene } from './scene.ts';
import { type DialogState, emptyDialog, isQuiet, type OpenForm } from './state.ts';
import { MENU } from './talk.ts';

/** The conversation's dialogs after a message, and what is said. */
export interface Routed {
  readonly state: DialogState;
  readonly says: readonly Say[];
  /** A person is to go on; forms to come back to are put aside. */
  readonly person?: Person;
  readonly turnedOut?: TurnedOut;
}

const YES_NO: readonly Choice[] = [
  { value: 'yes', label: YES },
  { value: 'no', label: NO },
];

/** Writes an engine outcome into the state. */
export async function settle(state: DialogState, outcome: Went, scene: Scene): Promise<Routed> {
  if (outcome.kind === 'dropped') return dropForm(state, scene);
  const says = outcome.kind === 'done' ? [...outcome.says, ...outcome.result.says] : outcome.says;
  const wrongProofs = state.wrongProofs + says.filter((s) => s.name === 'proofWrong').length;
  if (outcome.kind === 'asking') return { state: { ...state, form: outcome.open, offer: null, wrongProofs }, says };
  const done = { ...state, form: null, misses: 0, wrongProofs };
  const { offer, person, turnedOut } = outcome.result;
  if (person) return { state: done, says, person };
  if (turnedOut) return { ...(await known(done, turnedOut, says, scene)), turnedOut };
  const waits = done.suspended.length > 0 || done.wishes.length > 0;
  return offer && !(isQuiet(offer) && waits) ? { state: { ...done, offer }, says } : afterwards(done, says, scene);
}

/** What was under way goes on for the same person; a stranger begins with nothing. */
async function known(
  state: DialogState,
  { customer, stranger }: TurnedOut,
  says: readonly Say[],
  scene: Scene,
): Promise<Routed> {
  return stranger ? { state: emptyDialog, says } : afterwards(state, says, { ...scene, customer });
}

/** Puts the open question of a form again. */
export async function askAgain(state: DialogState, open: OpenForm, scene: Scene): Promise<Routed> {
  return settle(state, await engine.ask(FORMS[open.name], open, scene), scene);
}

/** What follows when nothing is open any more: the form put aside, then a second wish. */
export async function afterwards(state: DialogState, says: readonly Say[], scene: Scene): Promise<Routed> {
  if (state.form) return { state, says };
  const aside = state.suspended.at(-1);
  if (aside) {
    const form: AnyForm = FORMS[aside.name];
    const resumed = await askAgain({ ...state, suspended: state.suspended.slice(0, -1) }, aside, scene);
    const word = aside.asked === null && !form.confirms ? [] : [say('backTo', { form: form.title })];
    return prepend([...says, ...word], resumed);
  }
  const [wish, ...wishes] = state.wishes;
  if (!wish) return { state, says };
  const offered = say('alsoWanted', { intent: INTENT_NAMES[wish.intent] }, { choices: YES_NO });
  return { state: { ...state, wishes, offer: { kind: 'intent', ...wish } }, says: [...says, offered] };
}

/** Ends an open form that is handed in as far as it was answered; null for one that is dropped. */
export async function close(state: DialogState, open: OpenForm, scene: Scene): Promise<Routed | null> {
  const { closing }: AnyForm = FORMS[open.name];
  return closing ? askAgain(state, { ...open, answers: { ...open.answers, ...closing } }, scene) : null;
}

/** Gives up the open form; asks what else only when nothing else follows. */
export async function dropForm(state: DialogState, scene: Scene): Promise<Routed> {
  if (!state.form) {
    const next = await afterwards({ ...state, offer: null, misses: 0 }, [], scene);
    return next.says.length > 0 ? next : { state, says: [say('nothingToDrop', {}, { choices: MENU })] };
  }
  const closed = await close(state, state.form, scene);
  if (closed) return closed;
  const form: AnyForm = FORMS[state.form.name];
  const after = await afterwards({ ...state, form: null, misses: 0 }, [], scene);
  return after.says.length > 0
    ? prepend([say('dropped', { form: form.title, more: true })], after)
    : { state: after.state, says: [say('dropped', { form: form.title, more: false }, { choices: MENU })] };
}

export function prepend(says: readonly Say[], routed: Routed): Routed {
  return { ...routed, says: [...says, ...routed.says] };
}

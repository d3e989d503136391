import { knownFor } from '../../dialogs/callback.ts';
import { FORMS } from '../../dialogs/catalogue.ts';
import * as engine from '../../dialogs/engine.ts';
import type { Json } from '../../dialogs/form.ts';
import type { Scene } from '../../dialogs/scene.ts';
import { afterwards, type Routed, settle } from '../../dialogs/settle.ts';
import type { DialogState, FormName, OpenForm } from '../../dialogs/state.ts';
import type { ConversationState } from '../state.ts';

type Known = Readonly<Record<string, Json | undefined>>;

function given(known: Known): Record<string, Json> {
  const answers: Record<string, Json> = {};
  for (const [key, value] of Object.entries(known)) if (value !== undefined) answers[key] = value;
  return answers;
}

/** Begins a form as if the customer had called for it. */
export async function begin(dialog: DialogState, name: FormName, known: Known, scene: Scene): Promise<Routed> {
  return settle(dialog, await engine.begin(FORMS[name], scene.heard, scene, given(known)), scene);
}

/** A form that is taken up when nothing else is open. */
export function later(name: FormName, known: Known, scene: Scene): OpenForm {
  return { name, instance: scene.message, answers: given(known), asked: null, offered: [], choosingChange: false };
}

/** The next form that is taken up. */
export function takeUpNext(state: ConversationState, form: OpenForm): ConversationState {
  return { ...state, dialog: { ...state.dialog, suspended: [...state.dialog.suspended, form].slice(-3) } };
}

/** The call-back beside or instead of the desk, with what is known of the matter. */
export async function beginCallback(dialog: DialogState, words: string, scene: Scene): Promise<Routed> {
  return begin(dialog, 'callback', knownFor(words, dialog.suspended.at(-1) ?? null), scene);
}

/** The forms put aside go on. */
export function goOn(dialog: DialogState, scene: Scene): Promise<Routed> {
  return afterwards({ ...dialog, misses: 0 }, [], scene);
}

import type { HandoffReason } from '../domain/desk/handoff.ts';
import type { Severity } from '../domain/labels.ts';
import type { Json } from './form.ts';
import { putAside } from './putAside.ts';
import type { Scene } from './scene.ts';
import type { Routed } from './settle.ts';
import type { DialogState, FormName } from './state.ts';

/** That a person is to go on, and why. Whether one is there is not known here. */
export interface Person {
  readonly reason: HandoffReason;
  /** The customer's words that led here. */
  readonly words: string;
  /** What was filed just before for the same matter; null: the form put aside last tells what it is about. */
  readonly filed: {
    readonly form: FormName;
    readonly answers: Readonly<Record<string, Json | undefined>>;
    readonly team: string;
    readonly severity: Severity | null;
  } | null;
}

/** Calls a person: the form under way is put aside, and taken up again when the person leaves. */
export async function callPerson(
  state: DialogState,
  reason: HandoffReason,
  scene: Scene,
  words: string = scene.heard.text,
): Promise<Routed> {
  const person: Person = { reason, words: words.slice(0, 500), filed: null };
  // whoever fills in a call-back is asking for a person already
  if (state.form?.name === 'callback' || state.form?.name === 'reach')
    return { state: { ...state, misses: 0 }, says: [], person };
  const suspended = await putAside(state, state.form, scene);
  return { state: { ...state, form: null, offer: null, suspended, misses: 0 }, says: [], person };
}

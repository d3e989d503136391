import type { Intent } from '../domain/labels.ts';
import { say } from '../locales/messages.ts';
import type { Heard } from '../nlu/heard.ts';
import { callOf, FORMS } from './catalogue.ts';
import * as engine from './engine.ts';
import type { Json } from './form.ts';
import type { Scene } from './scene.ts';
import { afterwards, type Routed, settle } from './settle.ts';
import type { DialogState, FormName } from './state.ts';
import { MENU, talk } from './talk.ts';

/** Does what an intent calls for while nothing is open. */
export async function follow(state: DialogState, intent: Intent, heard: Heard, scene: Scene): Promise<Routed> {
  const call = callOf(intent);
  const calm = { ...state, misses: 0 };
  const wishes = [...state.wishes, ...wishesIn(heard, intent)].slice(0, 3);
  if (call.kind === 'form') return start({ ...calm, wishes }, call.form, call.known ?? {}, heard, scene);
  if (call.kind === 'control') return { state: calm, says: [say('nothingToConfirm', {}, { choices: MENU })] };
  const says = talk(intent, { ...scene, heard });
  return intent === 'out-of-scope' ? { state: calm, says } : afterwards({ ...calm, wishes }, says, scene);
}

export async function start(
  state: DialogState,
  name: FormName,
  known: Record<string, Json>,
  heard: Heard,
  scene: Scene,
): Promise<Routed> {
  return settle(state, await engine.begin(FORMS[name], heard, { ...scene, heard }, known), scene);
}

/** Second wishes of an utterance that are worth their own offer afterwards. */
function wishesIn(heard: Heard, main: Intent): { intent: Intent; text: string }[] {
  return heard.also
    .filter((intent) => intent !== main && callOf(intent).kind === 'form' && intent !== 'handoff.request')
    .map((intent) => ({ intent, text: heard.text.slice(0, 500) }));
}

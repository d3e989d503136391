import { digress, givesUp, goesFirst, smallTalk, wishAside } from './aside.ts';
import { FORMS } from './catalogue.ts';
import { pickChoice } from './choices.ts';
import { commandIn } from './commands.ts';
import * as engine from './engine.ts';
import type { AnyForm } from './form.ts';
import { missed } from './missed.ts';
import { named } from './named.ts';
import { askMeaning, onOffer } from './offers.ts';
import type { Scene } from './scene.ts';
import { askAgain, type Routed, settle } from './settle.ts';
import type { DialogState, OpenForm } from './state.ts';
import { steer } from './steer.ts';
import { follow } from './wishes.ts';

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
  if (heard.band === 'confirm') return askMeaning(free, heard, scene);
  return missed(free, scene);
}

/** Puts the open question of the form under way again, in the language of the scene; null when nothing is open. */
export async function reopenForm(state: DialogState, scene: Scene): Promise<Routed | null> {
  return state.form ? askAgain(state, state.form, scene) : null;
}

async function inForm(state: DialogState, open: OpenForm, scene: Scene): Promise<Routed> {
  const { heard } = scene;
  const form: AnyForm = FORMS[open.name];
  const filling = await form.open(open.answers, scene, open.instance);
  const next = filling.next();
  const free = next === null ? null : filling.question(next).free;
  const picked = open.asked === next ? pickChoice(heard.text, open.offered) : null;
  const command = picked ? null : commandIn(heard, free);
  if (command) return steer(state, command, scene);
  if (!picked && free !== 'story' && givesUp(heard, open.name)) return steer(state, 'cancel', scene);

  const other = picked ? null : wishAside(heard, open.name, free);
  if (other && goesFirst(other, heard.text, free)) return digress(state, open, other, scene);
  const outcome = await engine.answer(form, open, heard, scene);
  if (outcome.kind !== 'unread') return settle({ ...state, misses: 0 }, outcome, scene);
  const aside = other ?? smallTalk(heard);
  return aside ? digress(state, open, aside, scene) : missed(state, scene);
}

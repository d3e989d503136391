import { say } from '../locales/messages.ts';
import { digress, givesUp, goesFirst, smallTalk, wishAside } from './aside.ts';
import { FORMS } from './catalogue.ts';
import { pickChoice } from './choices.ts';
import { commandIn } from './commands.ts';
import * as engine from './engine.ts';
import type { AnyForm } from './form.ts';
import { answersLink, beginLink } from './linking.ts';
import { linkWish } from './linkWords.ts';
import { missed, withPerson } from './missed.ts';
import { moodOf } from './mood.ts';
import { named } from './named.ts';
import { askMeaning, onOffer } from './offers.ts';
import { callPerson } from './person.ts';
import type { Scene } from './scene.ts';
import { askAgain, prepend, type Routed, settle } from './settle.ts';
import type { DialogState, OpenForm } from './state.ts';
import { steer } from './steer.ts';
import { follow } from './wishes.ts';
import { tells } from './words.ts';

/**
 * Anger goes before the business (manual section 8): the first angry message is answered as ever, with a person offered
 * beside it; the second, or an outburst, calls one.
 */
export async function route(state: DialogState, given: Scene): Promise<Routed> {
  const mood = moodOf(given.heard.text);
  if (mood === 'calm') return understood(state, given);
  const anger = Math.min(2, state.anger + (mood === 'angry' ? 2 : 1));
  if (anger >= 2) return callPerson({ ...state, offer: null, anger }, 'anger', given);
  const next = { ...state, anger };
  // a bare outburst answers nothing and wishes for nothing: the open question stays
  const bare = state.form !== null && !tells(given.heard.text);
  const routed = (bare ? await reopenForm(next, given) : null) ?? (await understood(next, given));
  return routed.person ? routed : prepend([say('upset')], withPerson(routed));
}

/** The way of an utterance: command, pick, answer, correction, digression, new wish, or a misunderstanding. */
async function understood(state: DialogState, given: Scene): Promise<Routed> {
  const heard = named(given.heard);
  const scene = { ...given, heard };
  const linking = linkWish(heard.text);
  if (linking && !answersLink(heard.text, state.form)) return beginLink(state, linking, scene);
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

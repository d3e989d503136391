import { type Say, say } from '../locales/messages.ts';
import type { Heard } from '../nlu/heard.ts';
import { besides, digress, givesUp, goesFirst, smallTalk, wishAside } from './aside.ts';
import { callOf, FORMS } from './catalogue.ts';
import { pickChoice } from './choices.ts';
import { commandIn } from './commands.ts';
import * as engine from './engine.ts';
import { hadEnough, isFrightened, isSilent, refuses } from './evasion.ts';
import type { AnyForm, Filling } from './form.ts';
import { answersLink, beginLink } from './linking.ts';
import { linkWish } from './linkWords.ts';
import { missed, reassure, withPerson } from './missed.ts';
import { isOutburst, moodOf } from './mood.ts';
import { named, wishNamed } from './named.ts';
import { nextInstance } from './nextInstance.ts';
import { askMeaning, declined, onOffer } from './offers.ts';
import { callPerson } from './person.ts';
import { correctsContact } from './privacyWords.ts';
import type { Scene } from './scene.ts';
import { askAgain, prepend, type Routed, settle } from './settle.ts';
import type { DialogState, OpenForm } from './state.ts';
import { steer } from './steer.ts';
import { supposed } from './supposed.ts';
import { onVerdict } from './verdict.ts';
import { refusesHere } from './verdictWords.ts';
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
  // a bare outburst answers nothing and wishes for nothing: the open question stays, or what happened is asked
  const outburst = isOutburst(given.heard.text);
  const bare = outburst || !tells(given.heard.text);
  const asked = bare ? await reopenForm(next, given) : null;
  const routed = asked ?? (outburst ? askWhatHappened(next) : await understood(next, given));
  return routed.person ? routed : prepend([say('upset')], withPerson(routed));
}

/** Listens first (CSG 2.2.2): whatever is told next is a complaint, unless it is plainly something else. */
function askWhatHappened(state: DialogState): Routed {
  const offer = { kind: 'begin', form: 'complaint', answers: {} } as const;
  return { state: { ...state, misses: 0, offer }, says: [say('tellMe')] };
}

/** The way of an utterance: command, pick, answer, correction, digression, new wish, or a misunderstanding. */
async function understood(state: DialogState, given: Scene): Promise<Routed> {
  const heard = named(given.heard);
  const scene = { ...given, heard };
  const linking = linkWish(heard.text);
  if (linking && !answersLink(heard.text, state.form)) return beginLink(state, linking, scene);
  if (state.form) return inForm({ ...state, offer: null }, state.form, scene);
  const verdict = await onVerdict(state, scene);
  if (verdict) return verdict;
  if (state.offer) {
    const taken = await onOffer(state, state.offer, scene);
    if (taken) return taken;
  }
  const free = { ...state, offer: null };
  if (correctsContact(heard.text)) return follow(free, 'privacy.request', heard, scene);
  const command = commandIn(heard, null);
  if (command === 'cancel' && state.offer) return declined(free, scene);
  if (command) return steer(free, command, scene);
  if (heard.band === 'confirm' && heard.intent === 'case.amend' && (await hasOpenCase(scene)))
    return follow(free, heard.intent, heard, scene);
  if (heard.band === 'act') return follow(free, heard.intent, heard, scene);
  const doubted = heard.band === 'confirm' ? heard : supposed(heard);
  return doubted ? askMeaning(free, doubted, scene) : missed(free, scene);
}

/** With something registered, what sounds like an addition is one: it is shown back before it is added. */
async function hasOpenCase({ ledger, customer }: Scene): Promise<boolean> {
  return (await ledger.cases.ofCustomer(customer, 'open')).length > 0;
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
  const command = picked || hadEnough(heard.text) ? null : commandIn(heard, free);
  const worried = !picked && free !== 'story' && heard.entities.length === 0 && isFrightened(heard);
  if (!picked && next !== null && refusesHere(heard.text, open.name, free))
    return withPerson(prepend([nextInstance(scene)], await askAgain({ ...state, misses: 0 }, open, scene)));
  if (worried && next !== null && command !== 'handoff') return reassure(state, open, scene);
  if (command) return steer(state, command, scene);
  if (!picked && free !== 'story' && givesUp(heard, open.name)) return steer(state, 'cancel', scene);

  if (!picked && isSilent(heard.text) && next !== null)
    return prepend([say('stillHere', { aside: true })], await askAgain({ ...state, misses: 0 }, open, scene));

  const objected = picked || next === null ? null : objection(form, filling, heard, next);
  if (objected) return withPerson(prepend([objected], await askAgain({ ...state, misses: 0 }, open, scene)));

  const other = picked || refuses(heard) ? null : wishAside(heard, open.name, free);
  if (other && goesFirst(other, heard.text, free)) return digress(state, open, other, scene);
  const later = picked || free === 'story' ? null : await besides(state, open, scene);
  if (later) return later;
  const outcome = await engine.answer(form, open, heard, scene);
  if (outcome.kind !== 'unread') return settle({ ...state, misses: 0 }, outcome, scene);
  const back = await answersAside(state, open, scene);
  if (back) return back;
  // "I want to complain" in the middle of a complaint is no misunderstanding
  const again = wishNamed(heard.text);
  if (again !== null && callOf(again).kind === 'form' && !other) return askAgain({ ...state, misses: 0 }, open, scene);
  const aside = other ?? smallTalk(heard);
  return aside ? digress(state, open, aside, scene) : missed(state, scene);
}

/** Why something is asked, or that it will not be told: the open question first, then those still to come. */
function objection(form: AnyForm, filling: Filling, heard: Heard, open: string): Say | null {
  const later = form.keys.filter((key) => key !== open && !(key in filling.answers));
  const said = [open, ...later].map((key) => filling.question(key).objection(heard, key === open));
  return said.find((each) => each !== null) ?? null;
}

/** A form that was only just begun hears nothing for itself, but an answer to the one put aside: that one goes on. */
async function answersAside(state: DialogState, open: OpenForm, scene: Scene): Promise<Routed | null> {
  const aside = state.suspended.at(-1);
  if (!aside || Object.keys(open.answers).length > 0) return null;
  const { heard } = scene;
  const facts = heard.entities.some(({ type }) => type === 'time' || type === 'phone' || type === 'address');
  if (!facts && pickChoice(heard.text, aside.offered) === null) return null;
  const form: AnyForm = FORMS[aside.name];
  const outcome = await engine.answer(form, aside, heard, scene);
  if (outcome.kind === 'unread') return null;
  const gone = { ...state, form: null, suspended: state.suspended.slice(0, -1), misses: 0 };
  return prepend([say('backTo', { form: form.title })], await settle(gone, outcome, scene));
}

import type { Intent } from '../domain/labels.ts';
import { INTENT_NAMES, NONE_OF_THESE } from '../locales/labels.ts';
import { type Choice, say } from '../locales/messages.ts';
import type { Heard } from '../nlu/heard.ts';
import { callOf } from './catalogue.ts';
import { pickChoice } from './choices.ts';
import { futureTimes } from './entities.ts';
import { missed } from './missed.ts';
import type { Scene } from './scene.ts';
import { afterwards, type Routed } from './settle.ts';
import type { DialogState, Offer } from './state.ts';
import { MENU } from './talk.ts';
import { follow, start } from './wishes.ts';
import { plainYesNo, yesNo } from './yesNo.ts';

/** Meets an offer outside a form with an utterance; null when it is about something else. */
export async function onOffer(state: DialogState, offer: Offer, scene: Scene): Promise<Routed | null> {
  const free = { ...state, offer: null };
  if (offer.kind === 'meaning') {
    const picked = meaningPicked(offer.intents, scene.heard);
    if (picked === 'none') return missed(free, scene);
    return picked ? follow(free, picked, scene.understand(offer.text), scene) : null;
  }
  const said = yesNo(scene.heard);
  if (said === 'no') {
    const next = await afterwards({ ...free, misses: 0 }, [], scene);
    if (next.says.length > 0) return next;
  }
  if (said === 'no') return afterwards({ ...free, misses: 0 }, [say('anythingElse', {}, { choices: MENU })], scene);
  if (offer.kind === 'intent')
    return said === 'yes' ? follow(free, offer.intent, scene.understand(offer.text), scene) : null;
  // "tomorrow morning" takes an offered appointment as well as "yes" does
  const taken = said === 'yes' || (offer.form === 'appointment' && futureTimes(scene.heard, scene.now).length > 0);
  return taken ? start({ ...free, misses: 0 }, offer.form, offer.answers, scene.heard, scene) : null;
}

/** The middle band: the likeliest wishes as buttons; the words are kept and read again when one is picked. */
export async function askMeaning(state: DialogState, heard: Heard, scene: Scene): Promise<Routed> {
  const intents = heard.ranked.map((r) => r.intent).filter(worthAsking);
  const misses = state.misses + 1;
  if (intents.length === 0 || misses >= scene.manual.conduct.misunderstandings) return missed(state, scene);
  return {
    state: { ...state, misses, offer: { kind: 'meaning', intents, text: heard.text.slice(0, 1000) } },
    says: [say('didYouMean', {}, { choices: meaningChoices(intents) })],
  };
}

/** The wish that "did you mean" was answered with, pressed or typed; a yes where there was only one. */
export function meaningPicked(intents: readonly Intent[], heard: Heard): Intent | 'none' | null {
  const picked = pickChoice(heard.text, meaningChoices(intents));
  if (picked) return intents.find((intent) => intent === picked.value) ?? 'none';
  const said = plainYesNo(heard);
  if (said === 'no') return 'none';
  return said === 'yes' && intents.length === 1 ? (intents[0] ?? null) : null;
}

/** Nobody is asked whether they meant to say hello. */
export function worthAsking(intent: Intent): boolean {
  return callOf(intent).kind === 'form' || intent === 'consult.general' || intent === 'consult.account';
}

function meaningChoices(intents: readonly Intent[]): Choice[] {
  return [
    ...intents.map((intent) => ({ value: intent, label: INTENT_NAMES[intent] })),
    { value: 'none', label: NONE_OF_THESE },
  ];
}

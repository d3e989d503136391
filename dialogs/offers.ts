import type { Intent } from '../domain/labels.ts';
import { INTENT_NAMES, NONE_OF_THESE } from '../locales/labels.ts';
import { type Choice, say } from '../locales/messages.ts';
import type { Heard } from '../nlu/heard.ts';
import { opens } from './catalogue.ts';
import { pickChoice } from './choices.ts';
import { futureTimes } from './entities.ts';
import { missed } from './missed.ts';
import { callPerson } from './person.ts';
import type { Scene } from './scene.ts';
import { afterwards, type Routed } from './settle.ts';
import type { DialogState, Offer } from './state.ts';
import { solvedIn, takesSurvey } from './surveyWords.ts';
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
  const said = takesAtOnce(offer, scene) ? 'yes' : yesNo(scene.heard);
  if (said === 'no') {
    const next = await afterwards({ ...free, misses: 0 }, [], scene);
    if (next.says.length > 0) return next;
  }
  if (said === 'no') return afterwards({ ...free, misses: 0 }, [say('anythingElse', {}, { choices: MENU })], scene);
  if (said !== 'yes') return null;
  if (offer.kind === 'begin') return start({ ...free, misses: 0 }, offer.form, offer.answers, scene.heard, scene);
  return offer.intent === 'handoff.request'
    ? callPerson(free, offer.reason ?? 'asked', scene, offer.text)
    : follow(free, offer.intent, scene.understand(offer.text), scene);
}

/** "Tomorrow morning" takes an offered appointment as well as "yes" does, and "it is still not solved" an offered survey. */
function takesAtOnce(offer: Exclude<Offer, { kind: 'meaning' }>, { heard, now }: Scene): boolean {
  if (offer.kind !== 'begin') return false;
  if (offer.form === 'appointment') return yesNo(heard) === null && futureTimes(heard, now).length > 0;
  return offer.form === 'survey' && (takesSurvey(heard.text) || solvedIn(heard.text) !== null);
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
  return opens(intent) || intent === 'consult.general' || intent === 'consult.account';
}

function meaningChoices(intents: readonly Intent[]): Choice[] {
  return [
    ...intents.map((intent) => ({ value: intent, label: INTENT_NAMES[intent] })),
    { value: 'none', label: NONE_OF_THESE },
  ];
}

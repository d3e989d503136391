import type { Intent } from '../domain/labels.ts';
import { INTENT_NAMES, NONE_OF_THESE } from '../locales/labels.ts';
import { type Choice, say } from '../locales/messages.ts';
import type { Heard } from '../nlu/heard.ts';
import { opens } from './catalogue.ts';
import { pickChoice } from './choices.ts';
import { recounts, remedyIn } from './complaintWords.ts';
import { futureTimes } from './entities.ts';
import { missed, withPerson } from './missed.ts';
import { wishNamed } from './named.ts';
import { callPerson } from './person.ts';
import { wantsSoonest } from './questions/timesMeant.ts';
import type { Scene } from './scene.ts';
import { afterwards, type Routed } from './settle.ts';
import { type DialogState, isQuiet, type Offer } from './state.ts';
import { isDetail } from './supposed.ts';
import { solvedIn, takesSurvey } from './surveyWords.ts';
import { MENU } from './talk.ts';
import { isBackAgain } from './verdictWords.ts';
import { follow, start } from './wishes.ts';
import { tells } from './words.ts';
import { plainYesNo, yesNo } from './yesNo.ts';

/** Meets an offer outside a form with an utterance; null when it is about something else. */
export async function onOffer(state: DialogState, offer: Offer, scene: Scene): Promise<Routed | null> {
  const free = { ...state, offer: null };
  if (offer.kind === 'meaning') {
    const picked = meaningPicked(offer.intents, scene.heard);
    if (picked === 'none') return missed(free, scene);
    if (picked) return follow(free, picked, scene.understand(offer.text), scene);
    const meant = saidAgain(offer.intents, scene.heard);
    const text = `${offer.text}\n${scene.heard.text}`.slice(0, 1000);
    if (meant) return follow(free, meant, scene.understand(text), scene);
    if (!isDetail(scene.heard)) return null;
    const again = say('didYouMean', {}, { choices: meaningChoices(offer.intents) });
    return withPerson({ state: { ...state, offer: { ...offer, text } }, says: [again] });
  }
  const said = takesAtOnce(offer, scene) ? 'yes' : isQuiet(offer) ? null : yesNo(scene.heard);
  if (said === 'no') return declined(free, scene);
  if (said !== 'yes') return null;
  if (offer.kind === 'begin') return start({ ...free, misses: 0 }, offer.form, offer.answers, scene.heard, scene);
  return offer.intent === 'handoff.request'
    ? callPerson(free, offer.reason ?? 'asked', scene, offer.text)
    : follow(free, offer.intent, scene.understand(offer.text), scene);
}

/** An offer is not taken: what else waits follows, or the question what else there is. */
export async function declined(state: DialogState, scene: Scene): Promise<Routed> {
  const free = { ...state, offer: null, misses: 0 };
  const next = await afterwards(free, [], scene);
  return next.says.length > 0 ? next : { state: free, says: [say('anythingElse', {}, { choices: MENU })] };
}

/** In UTF-16 units: what is longer tells it all anew. */
const AGAIN = 25;
/** Instead of picking, one of the wishes is said again in a few words: what was said before belongs to it. */
function saidAgain(intents: readonly Intent[], heard: Heard): Intent | null {
  const short = heard.text.length <= AGAIN * (heard.language === 'en' ? 2.5 : 1);
  if (!short || wishNamed(heard.text) !== null) return null;
  if (heard.band === 'act' && intents.includes(heard.intent)) return heard.intent;
  // whoever wants their money back complains
  return intents.includes('complaint.file') && remedyIn(heard.text) !== null ? 'complaint.file' : null;
}

/** "Tomorrow morning" takes an offered appointment as well as "yes" does, and "it is still not solved" an offered survey. */
function takesAtOnce(offer: Exclude<Offer, { kind: 'meaning' }>, { heard, now }: Scene): boolean {
  if (offer.kind !== 'begin') return false;
  if (offer.form === 'fault') return isBackAgain(heard.text);
  if (offer.form === 'complaint') return isGrievance(heard);
  if (offer.form === 'appointment')
    return yesNo(heard) === null && (futureTimes(heard, now).length > 0 || wantsSoonest(heard));
  return offer.form === 'survey' && (takesSurvey(heard.text) || solvedIn(heard.text) !== null);
}

/** What happened, told to somebody who asked for it: anything but a sure wish of another kind. */
function isGrievance(heard: Heard): boolean {
  if (!tells(heard.text) || yesNo(heard) !== null) return false;
  if (heard.band !== 'act' || heard.intent === 'complaint.file') return true;
  return !opens(heard.intent) && recounts(heard.text);
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

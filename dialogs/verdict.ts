import { type Case, STAGES, type Stage } from '../domain/cases/case.ts';
import { asCaseNumber } from '../domain/cases/number.ts';
import { isOpen } from '../domain/cases/stages.ts';
import { DAY_MS } from '../domain/manual/zone.ts';
import { say } from '../locales/messages.ts';
import { confirmCase } from './confirming.ts';
import { first } from './entities.ts';
import { nextInstance, sorry } from './nextInstance.ts';
import type { Scene } from './scene.ts';
import { afterwards, type Routed } from './settle.ts';
import type { DialogState } from './state.ts';
import { solvedIn } from './surveyWords.ts';
import { serviceOfSymptom, symptomOf } from './symptoms.ts';
import { asksWhatThen, goesOn, isBackAgain, isVerdict, refusesResult } from './verdictWords.ts';
import { start } from './wishes.ts';

/** A closed case is opened again by the customer's word so long; later it is a new matter. */
const FRESH_MS = 7 * DAY_MS;

/**
 * The customer's own word on what was solved, with nothing under way (manual section 7): a yes confirms and closes, a no
 * opens it again and calls a person, and who does not accept a result hears the next step. Null: no such word.
 */
export async function onVerdict(state: DialogState, scene: Scene): Promise<Routed | null> {
  const { text } = scene.heard;
  const { offer } = state;
  if (refusesResult(text)) return refused(state, scene);
  const surveyed = offer?.kind === 'begin' && offer.form === 'survey';
  if ((offer === null || surveyed) && breaksAgain(text)) {
    const broken = (await solvedOnes(scene)).find((each) => isSameFault(each, scene));
    if (broken) return again(state, broken, scene);
  }
  const solved = isVerdict(text) ? solvedIn(text) : null;
  // a survey on offer is begun by this very answer
  if (solved === null || surveyed) return null;
  if (solved) return confirmed(state, scene);
  const found = goesOn(text) ? (await solvedOnes(scene))[0] : undefined;
  return found ? again(state, found, scene) : null;
}

async function confirmed(state: DialogState, scene: Scene): Promise<Routed | null> {
  const [found] = await solvedOnes(scene);
  // what is closed needs no other yes: the ledger refuses it
  if (!found || !(await confirmCase(found.number, scene, scene.message))) return null;
  const says = [say('caseConfirmed', { number: found.number })];
  return afterwards({ ...state, offer: null, misses: 0 }, says, scene);
}

async function refused(state: DialogState, scene: Scene): Promise<Routed> {
  const { text } = scene.heard;
  const [found] = asksWhatThen(text) ? [] : await solvedOnes(scene);
  if (found) return again(state, found, scene);
  const { offer, says } = sorry(null, text);
  return { state: { ...state, misses: 0, offer }, says: [nextInstance(scene), ...says] };
}

/** A survey that says no records it and does the rest. */
function again(state: DialogState, { number }: Case, scene: Scene): Promise<Routed> {
  const answers = { subject: number, agent: null, solved: 'no', words: scene.heard.text.slice(0, 1000) };
  return start({ ...state, offer: null, misses: 0 }, 'survey', answers, scene.heard, scene);
}

/** "It is down again", told as a symptom or in the plainest words. */
function breaksAgain(text: string): boolean {
  if (!isBackAgain(text) || solvedIn(text) === true) return false;
  return symptomOf(text) !== 'other' || /^.{0,6}又.{0,3}(坏|壞|不行|断|斷|不能用)/u.test(text);
}

/** What was repaired fails again, as far as the words name another service or none. */
function isSameFault({ kind, answers }: Case, { heard }: Scene): boolean {
  const service = serviceOfSymptom(symptomOf(heard.text), heard);
  return kind === 'fault' && (service === null || service === answers.service);
}

/** What may be meant: the one named; what waits for confirmation, newest first; what was closed lately, with nothing else open. */
async function solvedOnes({ ledger, customer, heard, now }: Scene): Promise<readonly Case[]> {
  const own = (await ledger.cases.ofCustomer(customer, 'all')).map((each) => ({ each, ...stood(each, now) }));
  const said = first(heard, 'caseNumber');
  const named = said ? asCaseNumber(said.value) : null;
  const busy = named === null && own.some(({ stage }) => isOpen(stage) && stage !== 'resolved');
  return own
    .filter(({ each }) => named === null || each.number === named)
    .filter(({ stage, since }) => stage === 'resolved' || (!busy && stage === 'closed' && since > now - FRESH_MS))
    .toSorted((a, b) => Number(isOpen(b.stage)) - Number(isOpen(a.stage)) || b.since - a.since)
    .map(({ each }) => each);
}

/** Where a case stood before this message: a repeated turn finds its own move done already. */
function stood({ history, openedAt }: Case, now: number): { stage: Stage; since: number } {
  const last = history.findLast(({ what, at }) => (what === 'stage' || what === 'withdrawn') && at < now);
  return { stage: STAGES.find((stage) => stage === last?.detail) ?? 'registered', since: last?.at ?? openedAt };
}

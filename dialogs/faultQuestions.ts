import {
  BEFORE,
  CONSENT_PURPOSES,
  EXTENT,
  FIELDS,
  IMPACT,
  OUTAGE,
  PATTERN,
  SELF_CHECK,
  SINCE,
} from '../locales/labels.ts';
import { say } from '../locales/messages.ts';
import { choicesOf, labelledAs } from './choices.ts';
import { evades } from './evasion.ts';
import { type Fault, type FaultFacts, needsSelfCheck, stepsFor, UNKNOWN } from './faultAnswers.ts';
import { problem, type Question, type Questions, read } from './form.ts';
import { placeQuestion } from './questions/address.ts';
import { consentQuestion } from './questions/consent.ts';
import { contactQuestion, nameQuestion } from './questions/contact.ts';
import { serviceQuestion } from './questions/service.ts';
import { sinceQuestion } from './questions/since.ts';
import { symptomQuestion } from './questions/symptom.ts';
import type { Scene } from './scene.ts';
import { selfCheckIn } from './selfCheckWords.ts';
import { beforeOf, extentOf, hasTried, impactSaid, impactShown, patternOf } from './symptoms.ts';
import { sayable } from './words.ts';
import { plainYesNo } from './yesNo.ts';

const SERVICES = ['broadband', 'mobile', 'iptv', 'fixed', 'data', 'cloud'];

/** A question answered by a quick reply or by words that show it. */
function shown<K extends 'pattern' | 'extent' | 'impact' | 'before'>(
  key: K,
  labels: Readonly<Record<string, (typeof PATTERN)['always']>>,
  question: 'askPattern' | 'askExtent' | 'askImpact' | 'askBefore',
  find: (text: string, answers: Partial<Fault>, asked: boolean) => NonNullable<Fault[K]> | null,
): Question<Fault, NonNullable<Fault[K]>, FaultFacts> {
  return {
    label: FIELDS[key],
    ask: () => say(question),
    choices: () => choicesOf(labels),
    unsure: UNKNOWN,
    read: (heard, manner, given) => {
      const found = find(heard.text, given, manner === 'asked');
      return found === null ? undefined : read(found);
    },
    show: (value) => (value === UNKNOWN ? null : (labels[value as string] ?? String(value))),
  };
}

const SERVICE = serviceQuestion<Fault, FaultFacts>(SERVICES);
const PLACE = placeQuestion<Fault, FaultFacts>(FIELDS.place, () => say('askPlace'));

/** A few words that answer another question of the form are not the name of a place. */
function isOther(text: string): boolean {
  if (/^(全部|所有|全都|都|都是|everything|all|all of (it|us|them))$/i.test(text.trim())) return true;
  return text.length <= 20 && [patternOf, extentOf, beforeOf].some((find) => find(text) !== null);
}

const shownImpact = ({ symptom }: Partial<Fault>) => (symptom ? impactShown(symptom.id, symptom.text) : null);

const NOTHING =
  /^(没有|沒有|没|沒|冇|无|無|没动过|沒動過|没变|沒變|no|none|nope|nothing|not that i know( of)?)[。.!！]?$/i;

/** With people in danger only the place and the contact are asked for. */
const calm = (given: Partial<Fault>) => given.symptom?.dangerous !== true;

export const faultQuestions: Questions<Fault, FaultFacts> = {
  symptom: symptomQuestion(),
  service: {
    ...SERVICE,
    implied: (given) => Boolean(given.symptom?.service),
    read: (heard, manner, given, facts, scene) => {
      const told = given.symptom?.text === heard.text.trim() ? given.symptom.service : null;
      if (told) return read(told);
      const said = SERVICE.read(heard, manner, given, facts, scene);
      const shown = given.service === undefined ? given.symptom?.service : null;
      return said ?? (shown ? read(shown) : undefined);
    },
  },
  selfCheck: {
    label: FIELDS.selfCheck,
    when: (given, facts, scene) => facts.outage === null && needsSelfCheck(given, scene),
    ask: (given, _facts, scene) => say('selfCheck', { steps: stepsFor(given, scene) ?? SELF_CHECK.later }),
    again: () => say('selfCheckAgain'),
    choices: () => choicesOf(SELF_CHECK),
    pick: (value) => read(value === 'worked' || value === 'failed' ? value : 'later'),
    unsure: 'later',
    read: (heard, manner) => {
      if (hasTried(heard.text)) return read('failed');
      const tried = manner === 'asked' ? selfCheckIn(heard) : null;
      if (tried === null) return undefined;
      return tried === 'trying' ? problem(say('takeYourTime')) : read(tried);
    },
    show: (value) => (value === 'worked' ? SELF_CHECK.worked : value === 'failed' ? SELF_CHECK.failed : null),
  },
  since: { ...sinceQuestion<Fault, FaultFacts>(choicesOf(SINCE)), when: calm },
  pattern: {
    ...shown('pattern', PATTERN, 'askPattern', (text, given, asked) => {
      // what has been down since then is down all the time
      const down = text.trim() === given.symptom?.text && given.since?.at && shownImpact(given) === 'none';
      return patternOf(text, asked) ?? (down ? 'always' : null);
    }),
    when: (given) =>
      calm(given) && given.symptom !== undefined && !['line-cut', 'device-broken', 'hacked'].includes(given.symptom.id),
    pick: (value) => read(value === 'always' ? 'always' : 'sometimes'),
  },
  place: {
    ...PLACE,
    read: (heard, manner, given, facts, scene) =>
      isOther(heard.text) ? undefined : PLACE.read(heard, manner, given, facts, scene),
  },
  outage: {
    label: FIELDS.outage,
    fixed: true,
    when: (_given, facts) => facts.outage !== null,
    ask: (_given, facts, scene) =>
      say('knownOutage', {
        area: areaNames(scene, facts.area),
        since: facts.outage?.since ?? scene.now,
        expected: facts.outage?.expectedRepair ?? null,
      }),
    choices: () => choicesOf(OUTAGE),
    pick: (value) => read(value === 'leave' ? 'leave' : 'register'),
    read: () => undefined,
    show: () => null,
  },
  extent: {
    ...shown('extent', EXTENT, 'askExtent', (text, _given, asked) => extentOf(text, asked)),
    when: calm,
    pick: (value) => read(value === 'area' ? 'area' : value === 'home' ? 'home' : 'device'),
  },
  impact: {
    ...shown('impact', IMPACT, 'askImpact', (text) => impactSaid(text, false)),
    when: calm,
    read: (heard, manner, given) => {
      const said = impactSaid(heard.text, manner === 'asked');
      if (said) return read(said);
      // what the symptom says by itself, until the customer says otherwise
      const shows = given.impact === undefined ? shownImpact(given) : null;
      return shows ? read(shows) : undefined;
    },
    pick: (value) => read(value === 'partly' ? 'partly' : 'none'),
  },
  before: {
    ...shown('before', BEFORE, 'askBefore', (text) => beforeOf(text)),
    when: calm,
    read: (heard, manner) => {
      const found = beforeOf(heard.text);
      if (found) return read(found);
      if (manner !== 'asked' || plainYesNo(heard) === 'yes' || evades(heard)) return undefined;
      const said = heard.text.trim();
      if (NOTHING.test(said)) return read('nothing');
      // the label of another question's answer is none of this one's
      const elsewhere = [SELF_CHECK, PATTERN, EXTENT, IMPACT].some((each) => labelledAs(said, choicesOf(each)));
      return sayable(said) && !elsewhere ? read(said.slice(0, 200)) : undefined;
    },
    free: 'words',
  },
  consent: consentQuestion<Fault, FaultFacts>({ purpose: CONSENT_PURPOSES.fault }),
  name: nameQuestion<Fault, FaultFacts>(),
  contact: contactQuestion<Fault, FaultFacts>({ purpose: CONSENT_PURPOSES.fault }),
};

function areaNames(scene: Scene, area: string | null) {
  return scene.manual.areas.find((a) => a.id === area)?.names ?? FIELDS.place;
}

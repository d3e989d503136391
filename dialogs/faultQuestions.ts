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
import { choicesOf } from './choices.ts';
import { type Fault, type FaultFacts, needsSelfCheck, stepsFor } from './faultAnswers.ts';
import { type Question, type Questions, read } from './form.ts';
import { placeQuestion } from './questions/address.ts';
import { consentQuestion } from './questions/consent.ts';
import { contactQuestion, nameQuestion } from './questions/contact.ts';
import { serviceQuestion } from './questions/service.ts';
import { sinceQuestion } from './questions/since.ts';
import { symptomQuestion } from './questions/symptom.ts';
import type { Scene } from './scene.ts';
import { beforeOf, extentOf, hasTried, impactSaid, impactShown, patternOf } from './symptoms.ts';
import { sayable } from './words.ts';
import { plainYesNo } from './yesNo.ts';

const SERVICES = ['broadband', 'mobile', 'iptv', 'fixed', 'data', 'cloud'];

/** A question answered by a quick reply or by words that show it. */
function shown<K extends 'pattern' | 'extent' | 'impact' | 'before'>(
  key: K,
  labels: Readonly<Record<string, (typeof PATTERN)['always']>>,
  question: 'askPattern' | 'askExtent' | 'askImpact' | 'askBefore',
  find: (text: string, answers: Partial<Fault>) => NonNullable<Fault[K]> | null,
): Question<Fault, NonNullable<Fault[K]>, FaultFacts> {
  return {
    label: FIELDS[key],
    ask: () => say(question),
    choices: () => choicesOf(labels),
    read: (heard, _manner, given) => {
      const found = find(heard.text, given);
      return found === null ? undefined : read(found);
    },
    show: (value) => labels[value as string] ?? String(value),
  };
}

const PLACE = placeQuestion<Fault, FaultFacts>(FIELDS.place, () => say('askPlace'));

/** A few words that answer another question of the form are not the name of a place. */
function isOther(text: string): boolean {
  return text.length <= 20 && [patternOf, extentOf, beforeOf].some((find) => find(text) !== null);
}

/** With people in danger only the place and the contact are asked for. */
const calm = (given: Partial<Fault>) => given.symptom?.dangerous !== true;

export const faultQuestions: Questions<Fault, FaultFacts> = {
  symptom: symptomQuestion(),
  service: {
    ...serviceQuestion<Fault, FaultFacts>(SERVICES),
    read: (heard, manner, given, facts, scene) =>
      given.symptom?.service
        ? read(given.symptom.service)
        : serviceQuestion<Fault, FaultFacts>(SERVICES).read(heard, manner, given, facts, scene),
  },
  selfCheck: {
    label: FIELDS.selfCheck,
    when: (given, facts, scene) => facts.outage === null && needsSelfCheck(given, scene),
    ask: (given, _facts, scene) => say('selfCheck', { steps: stepsFor(given, scene) ?? SELF_CHECK.later }),
    again: () => say('selfCheckAgain'),
    choices: () => choicesOf(SELF_CHECK),
    pick: (value) => read(value === 'worked' || value === 'failed' ? value : 'later'),
    read: (heard, manner) => {
      if (hasTried(heard.text)) return read('failed');
      if (manner !== 'asked') return undefined;
      const text = heard.text.slice(0, 200);
      if (
        /不行|没用|沒用|还是|還是|一样|一樣|仍然|没好|沒好|still|not working|no change|didn.?t (help|work)|doesn.?t/i.test(
          text,
        )
      )
        return read('failed');
      if (/不方便|没时间|沒時間|不在家|等会|等會|稍后|稍後|later|not (at )?home|can.?t (try|now)|no time/i.test(text))
        return read('later');
      if (/好了|恢复了|恢復了|可以了|能上了|正常了|works? (now|again)|fixed|it.?s back|solved/i.test(text))
        return read('worked');
      return undefined;
    },
    show: (value) => (value === 'worked' ? SELF_CHECK.worked : value === 'failed' ? SELF_CHECK.failed : null),
  },
  since: { ...sinceQuestion<Fault, FaultFacts>(choicesOf(SINCE)), when: calm },
  pattern: {
    ...shown('pattern', PATTERN, 'askPattern', (text) => patternOf(text)),
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
    ...shown('extent', EXTENT, 'askExtent', (text) => extentOf(text)),
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
      const shows = given.impact === undefined && given.symptom ? impactShown(given.symptom.id) : null;
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
      if (manner !== 'asked' || plainYesNo(heard) === 'yes') return undefined;
      return sayable(heard.text)
        ? read(
            /^(没有|沒有|没|沒|冇|无|無|no|none|nope|nothing)[。.!！]?$/i.test(heard.text.trim())
              ? 'nothing'
              : heard.text.trim().slice(0, 200),
          )
        : undefined;
    },
    free: 'words',
  },
  consent: consentQuestion<Fault, FaultFacts>(CONSENT_PURPOSES.fault),
  name: nameQuestion<Fault, FaultFacts>(),
  contact: contactQuestion<Fault, FaultFacts>(),
};

function areaNames(scene: Scene, area: string | null) {
  return scene.manual.areas.find((a) => a.id === area)?.names ?? FIELDS.place;
}

import { z } from 'zod';
import { areaOf } from '../domain/appointments/places.ts';
import type { FaultCategory, FaultLevel } from '../domain/labels.ts';
import { selfCheckFor } from '../domain/manual/selfCheck.ts';
import type { Outage } from '../domain/outages.ts';
import {
  BEFORE,
  CONSENT_PURPOSES,
  EXTENT,
  FIELDS,
  FORM_TITLES,
  IMPACT,
  NO,
  OUTAGE,
  PATTERN,
  SELF_CHECK,
  SINCE,
  YES,
} from '../locales/labels.ts';
import { say } from '../locales/messages.ts';
import { choicesOf } from './choices.ts';
import { caseCard, fileCase, promises } from './file.ts';
import { anyForm } from './filling.ts';
import { type Question, type Questions, read } from './form.ts';
import { placeQuestion } from './questions/address.ts';
import { consentQuestion, recordConsent } from './questions/consent.ts';
import {
  type ContactFacts,
  contactFacts,
  contactOf,
  contactQuestion,
  contactSchema,
  saveContact,
} from './questions/contact.ts';
import { serviceQuestion } from './questions/service.ts';
import { sinceQuestion, sinceSchema } from './questions/since.ts';
import { symptomQuestion, symptomSchema } from './questions/symptom.ts';
import type { Scene } from './scene.ts';
import { beforeOf, extentOf, hasTried, impactOf, patternOf } from './symptoms.ts';

/** OSM 5.2.2: what, service, when, where, how badly, why, who. Never asked what was already said. */
const answers = z.strictObject({
  symptom: symptomSchema,
  service: z.string(),
  selfCheck: z.enum(['worked', 'failed', 'later']).optional(),
  since: sinceSchema,
  pattern: z.enum(['always', 'sometimes']),
  place: z.string(),
  outage: z.enum(['register', 'leave']).optional(),
  extent: z.enum(['device', 'home', 'area']),
  impact: z.enum(['none', 'partly']),
  before: z.string(),
  consent: z.enum(['yes', 'no']).optional(),
  contact: contactSchema.optional(),
});
type Fault = z.infer<typeof answers>;

interface Facts extends ContactFacts {
  readonly area: string | null;
  readonly outage: Outage | null;
}

const SERVICES = ['broadband', 'mobile', 'iptv', 'fixed', 'data', 'cloud'];

/** A question answered by a quick reply or by words that show it. */
function shown<K extends 'pattern' | 'extent' | 'impact' | 'before'>(
  key: K,
  labels: Readonly<Record<string, (typeof PATTERN)['always']>>,
  question: 'askPattern' | 'askExtent' | 'askImpact' | 'askBefore',
  find: (text: string, answers: Partial<Fault>) => Fault[K] | null,
): Question<Fault, Fault[K], Facts> {
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

const questions: Questions<Fault, Facts> = {
  symptom: symptomQuestion(),
  service: {
    ...serviceQuestion<Fault, Facts>(SERVICES),
    read: (heard, manner, given, facts, scene) =>
      given.symptom?.service
        ? read(given.symptom.service)
        : serviceQuestion<Fault, Facts>(SERVICES).read(heard, manner, given, facts, scene),
  },
  selfCheck: {
    label: FIELDS.selfCheck,
    when: (given, facts, scene) => facts.outage === null && needsSelfCheck(given, scene),
    ask: (given, _facts, scene) => say('selfCheck', { steps: stepsFor(given, scene) ?? SELF_CHECK.later }),
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
  since: sinceQuestion(choicesOf(SINCE)),
  pattern: {
    ...shown('pattern', PATTERN, 'askPattern', (text) => patternOf(text)),
    when: (given) => given.symptom !== undefined && !['line-cut', 'device-broken', 'hacked'].includes(given.symptom.id),
    pick: (value) => read(value === 'always' ? 'always' : 'sometimes'),
  },
  place: placeQuestion(FIELDS.place, () => say('askPlace')),
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
    pick: (value) => read(value === 'area' ? 'area' : value === 'home' ? 'home' : 'device'),
  },
  impact: {
    ...shown(
      'impact',
      IMPACT,
      'askImpact',
      (text, given) =>
        impactOf(given.symptom?.id ?? 'other', text) ?? (given.symptom ? impactOf(given.symptom.id, '') : null),
    ),
    pick: (value) => read(value === 'partly' ? 'partly' : 'none'),
  },
  before: {
    ...shown('before', BEFORE, 'askBefore', (text) => beforeOf(text)),
    read: (heard, manner) => {
      const found = beforeOf(heard.text);
      if (found) return read(found);
      if (manner !== 'asked') return undefined;
      return heard.text.trim().length >= 2
        ? read(
            /^(没有|沒有|没|沒|冇|无|無|no|none|nope|nothing)[。.!！]?$/i.test(heard.text.trim())
              ? 'nothing'
              : heard.text.trim().slice(0, 200),
          )
        : undefined;
    },
    free: 'words',
  },
  consent: consentQuestion<Fault, Facts>(CONSENT_PURPOSES.fault),
  contact: contactQuestion<Fault, Facts>(),
};

/** Category as understood when the fault was told. */
function categoryOf(given: Partial<Fault>): FaultCategory {
  return given.symptom?.category ?? 'business-service';
}

/** A whole building or area, or a critical customer, makes a fault major (manual section 3). */
function levelOf(given: Partial<Fault>): FaultLevel {
  return given.extent === 'area' || given.symptom?.level === 'major' ? 'major' : 'normal';
}

function stepsFor(given: Partial<Fault>, scene: Scene) {
  if (!given.symptom || given.service === undefined) return null;
  return (
    selfCheckFor(scene.manual, { service: given.service, symptom: given.symptom.id, category: categoryOf(given) })
      ?.steps ?? null
  );
}

function needsSelfCheck(given: Partial<Fault>, scene: Scene): boolean {
  if (!given.symptom || given.symptom.dangerous || levelOf(given) === 'major') return false;
  if (['line-cut', 'hacked', 'device-broken'].includes(given.symptom.id)) return false;
  return given.service === undefined || stepsFor(given, scene) !== null;
}

function areaNames(scene: Scene, area: string | null) {
  return scene.manual.areas.find((a) => a.id === area)?.names ?? FIELDS.place;
}

export const fault = anyForm<Fault, Facts>({
  name: 'fault',
  title: FORM_TITLES.fault,
  answers,
  questions,
  confirms: true,
  facts: async (given, scene) => {
    const area = given.place === undefined ? null : areaOf(scene.manual, given.place);
    const [contact, outage] = await Promise.all([
      contactFacts(scene),
      area === null ? null : scene.ledger.outages.active(area, given.service ?? null),
    ]);
    return { ...contact, area, outage };
  },
  remarks: (before, after, _facts, scene) => {
    const told = before.symptom === undefined && after.symptom !== undefined;
    const grew = levelOf(before) === 'normal' && levelOf(after) === 'major';
    return [
      ...(told && after.symptom?.dangerous ? [say('safetyFirst', { emergency: scene.manual.operator.emergency })] : []),
      ...(told && after.symptom?.category === 'security'
        ? [say('securityFirst', { hotline: scene.manual.operator.hotline })]
        : []),
      ...(told && !after.symptom?.dangerous && !grew ? [say('sorryForFault')] : []),
      ...(grew ? [say('majorFault')] : []),
    ];
  },
  stop: (given) => {
    if (given.selfCheck === 'worked') return { kind: 'done', says: [say('selfCheckWorked')] };
    return given.outage === 'leave' ? { kind: 'done', says: [say('anythingElse')] } : null;
  },
  derived: (given, scene) => [
    { label: FIELDS.category, value: scene.manual.faultCategories[categoryOf(given)].names },
    ...(levelOf(given) === 'major' ? [{ label: FIELDS.level, value: scene.manual.faultLevels.major.names }] : []),
  ],
  submit: async (given, facts, scene, instance) => {
    await recordConsent(given.consent, scene, instance);
    await saveContact(given.contact, scene, instance);
    const contact = contactOf(given, facts);
    const filed = await fileCase(
      {
        kind: 'fault',
        category: categoryOf(given),
        level: levelOf(given),
        area: facts.area,
        answers: {
          symptom: given.symptom.text,
          symptomId: given.symptom.id,
          service: given.service,
          selfCheck: given.selfCheck ?? null,
          since: given.since.text,
          sinceAt: given.since.at,
          pattern: given.pattern ?? null,
          place: given.place,
          extent: given.extent,
          impact: given.impact,
          before: given.before,
          name: contact?.name ?? null,
          phone: contact?.phone ?? null,
        },
        links: facts.outage ? [facts.outage.id] : [],
      },
      scene,
      instance,
    );
    const taken = say(
      'faultTaken',
      { number: filed.number, promises: promises(scene.manual, filed) },
      { card: caseCard(scene.manual, filed) },
    );
    const visitable =
      ['broadband', 'iptv', 'fixed'].includes(given.service) && contact !== null && facts.outage === null;
    if (!visitable) return { kind: 'done', says: [taken] };
    return {
      kind: 'done',
      says: [
        taken,
        say(
          'offerVisit',
          {},
          {
            choices: [
              { value: 'yes', label: YES },
              { value: 'no', label: NO },
            ],
          },
        ),
      ],
      offer: {
        kind: 'begin',
        form: 'appointment',
        answers: { kind: 'repair', service: given.service, address: given.place, case: filed.number },
      },
    };
  },
});

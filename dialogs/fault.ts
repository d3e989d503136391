import { areaOf } from '../domain/appointments/places.ts';
import { FIELDS, FORM_TITLES, NO, YES } from '../locales/labels.ts';
import { say } from '../locales/messages.ts';
import { categoryOf, type Fault, type FaultFacts, faultAnswers, knownOnly, levelOf } from './faultAnswers.ts';
import { faultQuestions } from './faultQuestions.ts';
import { caseCard, fileCase, promises } from './file.ts';
import { anyForm } from './filling.ts';
import type { Json } from './form.ts';
import { recordConsent, refusal } from './questions/consent.ts';
import { contactFacts, contactOf, saveContact } from './questions/contact.ts';
import { wishIn } from './questions/slot.ts';
import type { Wish } from './questions/slotFits.ts';
import type { Scene } from './scene.ts';
import type { Offer } from './state.ts';
import { asksVisit } from './symptoms.ts';

/** When somebody was asked to come, as far as the customer said so when telling the fault. */
function visitWish({ symptom }: Fault, scene: Scene): { wish?: Wish } {
  const asked = symptom.text.split(/[，。；、,.;!?！？\n]/u).find(asksVisit);
  const wish = asked ? wishIn(scene.understand(asked), {}, {}, scene) : null;
  return wish ? { wish } : {};
}

export const fault = anyForm<Fault, FaultFacts>({
  name: 'fault',
  title: FORM_TITLES.fault,
  answers: faultAnswers,
  questions: faultQuestions,
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
    const { hotline, emergency } = scene.manual.operator;
    return [
      ...(told && after.symptom?.dangerous ? [say('safetyFirst', { emergency })] : []),
      ...(told && after.symptom?.category === 'security' ? [say('securityFirst', { hotline, emergency })] : []),
      ...(told && !after.symptom?.dangerous && !grew ? [say('sorryForFault')] : []),
      ...(grew ? [say('majorFault')] : []),
      ...refusal(before, after),
    ];
  },
  stop: (given) => {
    // should it come back, nothing is asked twice
    if (given.selfCheck === 'worked') {
      const told: Record<string, Json> = { selfCheck: 'failed' };
      for (const [key, value] of Object.entries(given))
        if (value !== undefined && key !== 'selfCheck') told[key] = value;
      const offer: Offer = { kind: 'begin', form: 'fault', answers: told };
      return { kind: 'done', says: [say('selfCheckWorked')], offer };
    }
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
          since: given.since?.text || null,
          sinceAt: given.since?.at ?? null,
          pattern: knownOnly(given.pattern),
          place: given.place,
          extent: knownOnly(given.extent),
          impact: knownOnly(given.impact),
          before: knownOnly(given.before),
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
      ['broadband', 'iptv', 'fixed'].includes(given.service) &&
      contact !== null &&
      facts.outage === null &&
      levelOf(given) === 'normal';
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
        answers: {
          kind: 'repair',
          service: given.service,
          address: given.place,
          case: filed.number,
          ...visitWish(given, scene),
        },
      },
    };
  },
});

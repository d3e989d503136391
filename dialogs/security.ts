import { z } from 'zod';
import { CONSENT_PURPOSES, FIELDS, FORM_TITLES } from '../locales/labels.ts';
import { say } from '../locales/messages.ts';
import { caseCard, fileCase, promises } from './file.ts';
import { anyForm } from './filling.ts';
import { consentAnswer, consentQuestion, recordConsent, refusal } from './questions/consent.ts';
import {
  type ContactFacts,
  contactFacts,
  contactOf,
  contactQuestion,
  contactSchema,
  nameQuestion,
  nameSchema,
  saveContact,
} from './questions/contact.ts';
import { tellingQuestion } from './questions/telling.ts';

/** OSM 6.3: a security incident is reported upward within the hour; what protects the customer comes first. */
const answers = z.strictObject({
  what: z.string().max(4000),
  consent: consentAnswer.optional(),
  name: nameSchema.optional(),
  contact: contactSchema.optional(),
});
type Security = z.infer<typeof answers>;

export const security = anyForm<Security, ContactFacts>({
  name: 'security',
  title: FORM_TITLES.security,
  answers,
  confirms: true,
  facts: (_given, scene) => contactFacts(scene),
  questions: {
    what: tellingQuestion<Security, ContactFacts>(FIELDS.what, () => say('tellSecurity'), ['security.report']),
    consent: consentQuestion<Security, ContactFacts>({ purpose: CONSENT_PURPOSES.security }),
    name: nameQuestion<Security, ContactFacts>(),
    contact: contactQuestion<Security, ContactFacts>({ purpose: CONSENT_PURPOSES.security }),
  },
  remarks: (before, after, _facts, scene) => {
    const { hotline, emergency } = scene.manual.operator;
    const told = before.what === undefined && after.what !== undefined;
    return [...(told ? [say('securityFirst', { hotline, emergency })] : []), ...refusal(before, after)];
  },
  submit: async (given, facts, scene, instance) => {
    await recordConsent(given.consent, scene, instance);
    await saveContact(given.contact, scene, instance);
    const contact = contactOf(given, facts);
    const filed = await fileCase(
      {
        kind: 'security',
        level: 'major',
        answers: { what: given.what, name: contact?.name ?? null, phone: contact?.phone ?? null },
      },
      scene,
      instance,
    );
    return {
      kind: 'done',
      person: {
        reason: 'security',
        words: given.what.slice(0, 500),
        filed: { form: 'security', answers: { ...given, case: filed.number }, team: filed.owner, severity: 'major' },
      },
      says: [
        say(
          'securityTaken',
          { number: filed.number, promises: promises(scene.manual, filed) },
          { card: caseCard(scene.manual, filed) },
        ),
      ],
    };
  },
});

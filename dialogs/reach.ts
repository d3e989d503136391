import { z } from 'zod';
import { asCaseNumber } from '../domain/cases/number.ts';
import { CONSENT_PURPOSES, FIELDS, FORM_TITLES } from '../locales/labels.ts';
import { say } from '../locales/messages.ts';
import { anyForm } from './filling.ts';
import { consentAnswer, consentQuestion, recordConsent, SERVICE_ONLY } from './questions/consent.ts';
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
import { keyOf } from './scene.ts';

/** Manual section 8: a call-back is registered already; how to reach its customer beside the conversation is added to it. */
const answers = z.strictObject({
  /** Number of the call-back. */
  filed: z.string().max(60),
  consent: consentAnswer.optional(),
  name: nameSchema.optional(),
  contact: contactSchema.optional(),
  /** The customer gives no number: they are answered in the conversation. */
  end: z.literal(true).optional(),
});
type Reach = z.infer<typeof answers>;

const PURPOSE = { purpose: CONSENT_PURPOSES.callback };

/** Set when it begins, or ends early; never asked. */
const carried = { fixed: true, ask: () => say('askReach'), read: () => undefined } as const;

export const reach = anyForm<Reach, ContactFacts>({
  name: 'reach',
  title: FORM_TITLES.reach,
  answers,
  confirms: true,
  closing: { end: true },
  facts: (_given, scene) => contactFacts(scene),
  questions: {
    filed: { ...carried, label: FIELDS.case, when: (given) => given.filed !== undefined, show: (number) => number },
    end: { ...carried, label: FIELDS.sure, when: (given) => given.end === true, show: () => null },
    consent: {
      ...consentQuestion<Reach, ContactFacts>(PURPOSE),
      ask: () => say('askReach'),
      again: () => say('askReach'),
      choices: () => SERVICE_ONLY,
    },
    name: nameQuestion<Reach, ContactFacts>(),
    contact: contactQuestion<Reach, ContactFacts>(PURPOSE),
  },
  stop: (given) => (given.consent === 'no' || given.end ? { kind: 'done', says: [say('consentRefused')] } : null),
  submit: async (given, facts, scene, instance) => {
    await recordConsent(given.consent, scene, instance);
    await saveContact(given.contact, scene, instance);
    const number = asCaseNumber(given.filed);
    const to = contactOf(given, facts);
    if (number === null || to === null) return { kind: 'done', says: [say('consentRefused')] };
    const note = [to.name, to.phone].filter((part) => part !== null).join(' ');
    const entry = { by: 'customer', what: 'amended', detail: null, note } as const;
    await scene.ledger.cases.note(number, entry, keyOf(scene, instance, 'amend'), scene.now);
    return { kind: 'done', says: [say('amended', { number })] };
  },
});

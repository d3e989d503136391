import { z } from 'zod';
import { CONSENT_PURPOSES, FIELDS, FORM_TITLES } from '../locales/labels.ts';
import { say } from '../locales/messages.ts';
import { caseCard, fileCase, promises } from './file.ts';
import { anyForm } from './filling.ts';
import type { Question } from './form.ts';
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

/** Manual section 8: a person is asked for. Recorded as a case for call-back, with an owner and a clock. */
const answers = z.strictObject({
  /** What the customer said when they asked, and what a form under way had gathered: they never repeat themselves. */
  words: z.string().max(500).optional(),
  gathered: z.string().max(8000).optional(),
  consent: consentAnswer.optional(),
  name: nameSchema.optional(),
  contact: contactSchema.optional(),
});
type Handoff = z.infer<typeof answers>;

function handedOver(when: (given: Partial<Handoff>) => boolean): Question<Handoff, string, ContactFacts> {
  return {
    label: FIELDS.request,
    fixed: true,
    when,
    ask: () => say('handoffOpen'),
    read: () => undefined,
    show: () => null,
  };
}

export const handoff = anyForm<Handoff, ContactFacts>({
  name: 'handoff',
  title: FORM_TITLES.handoff,
  answers,
  confirms: true,
  facts: (_given, scene) => contactFacts(scene),
  questions: {
    words: handedOver((given) => given.words !== undefined),
    gathered: handedOver((given) => given.gathered !== undefined),
    consent: {
      ...consentQuestion<Handoff, ContactFacts>(CONSENT_PURPOSES.callback),
      ask: () => say('handoffOpen'),
      choices: () => SERVICE_ONLY,
    },
    name: nameQuestion<Handoff, ContactFacts>(),
    contact: contactQuestion<Handoff, ContactFacts>(),
  },
  stop: (given, _facts, scene) =>
    given.consent === 'no'
      ? { kind: 'done', says: [say('handoffNoData', { hotline: scene.manual.operator.hotline })] }
      : null,
  submit: async (given, facts, scene, instance) => {
    await recordConsent(given.consent, scene, instance);
    await saveContact(given.contact, scene, instance);
    const contact = contactOf(given, facts);
    const filed = await fileCase(
      {
        kind: 'callback',
        answers: {
          words: given.words ?? null,
          gathered: given.gathered ?? null,
          name: contact?.name ?? null,
          phone: contact?.phone ?? null,
        },
      },
      scene,
      instance,
    );
    return {
      kind: 'done',
      says: [
        say(
          'handoffTaken',
          { number: filed.number, promises: promises(scene.manual, filed) },
          { card: caseCard(scene.manual, filed) },
        ),
      ],
    };
  },
});

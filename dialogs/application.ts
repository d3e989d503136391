import { z } from 'zod';
import { APPLY, CONSENT_PURPOSES, FIELDS, FORM_TITLES } from '../locales/labels.ts';
import { say } from '../locales/messages.ts';
import { choicesOf } from './choices.ts';
import { caseCard, fileCase, promises } from './file.ts';
import { anyForm } from './filling.ts';
import { type Questions, read } from './form.ts';
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
import { serviceQuestion } from './questions/service.ts';
import { tellingQuestion } from './questions/telling.ts';

/** SPG 2.1, 2.2, 6: a service is applied for, changed or ended; the material needed is named at once. */
const answers = z.strictObject({
  request: z.enum(['apply', 'change', 'terminate']),
  service: z.string(),
  what: z.string().max(4000),
  consent: consentAnswer.optional(),
  name: nameSchema.optional(),
  contact: contactSchema.optional(),
});
type Application = z.infer<typeof answers>;

const SERVICES = ['broadband', 'mobile', 'iptv', 'fixed', 'data', 'cloud', 'iot', 'security'];

/** What a plan is called by. */
const DETAILS =
  /\d\s*(兆|[mg](b|bps)?\b|元|块|塊|分钟|分鐘|那个|那個|的|档|檔)|便宜|套餐|方案|合约|合約|plan|contract|cheap|^(because|因为|因為)/i;

const questions: Questions<Application, ContactFacts> = {
  request: {
    label: FIELDS.request,
    ask: () => say('askWhatToApply'),
    choices: () => choicesOf(APPLY),
    pick: (value) => read(value === 'change' ? 'change' : value === 'terminate' ? 'terminate' : 'apply'),
    read: () => undefined,
    show: (value, _given, scene) => scene.manual.materials[value].names,
  },
  service: serviceQuestion<Application, ContactFacts>(SERVICES),
  what: tellingQuestion<Application, ContactFacts>(
    FIELDS.what,
    () => say('askWhatToApply'),
    ['service.apply', 'service.change', 'service.terminate'],
    DETAILS,
  ),
  consent: consentQuestion<Application, ContactFacts>({ purpose: CONSENT_PURPOSES.application }),
  name: nameQuestion<Application, ContactFacts>(),
  contact: contactQuestion<Application, ContactFacts>({ purpose: CONSENT_PURPOSES.application }),
};

export const application = anyForm<Application, ContactFacts>({
  name: 'application',
  title: FORM_TITLES.application,
  answers,
  questions,
  confirms: true,
  facts: (_given, scene) => contactFacts(scene),
  remarks: (before, after) => refusal(before, after),
  submit: async (given, facts, scene, instance) => {
    await recordConsent(given.consent, scene, instance);
    await saveContact(given.contact, scene, instance);
    const contact = contactOf(given, facts);
    const filed = await fileCase(
      {
        kind: 'application',
        category: given.request,
        answers: {
          service: given.service,
          what: given.what,
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
          'applicationTaken',
          { number: filed.number, promises: promises(scene.manual, filed) },
          { card: caseCard(scene.manual, filed) },
        ),
        say('materials', { list: scene.manual.materials[given.request].list }),
      ],
    };
  },
});

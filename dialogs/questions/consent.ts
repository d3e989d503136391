import { z } from 'zod';
import { PURPOSES } from '../../domain/customers/customer.ts';
import type { Names } from '../../domain/ids.ts';
import { AGREE, AGREE_AND_IMPROVE, DISAGREE, FIELDS } from '../../locales/labels.ts';
import { type Choice, type Say, say } from '../../locales/messages.ts';
import { type Question, read } from '../form.ts';
import { type Circumstances, keyOf, type Scene } from '../scene.ts';
import { yesNo } from '../yesNo.ts';

/** `improve`: yes to the service, and masked wording may be kept to understand customers better. Only its own button says so. */
export const consentAnswer = z.enum(['yes', 'improve', 'no']);
export type ConsentAnswer = z.infer<typeof consentAnswer>;

export const SERVICE_ONLY: readonly Choice[] = [
  { value: 'yes', label: AGREE },
  { value: 'no', label: DISAGREE },
];
const WITH_IMPROVEMENT: readonly Choice[] = [...SERVICE_ONLY, { value: 'improve', label: AGREE_AND_IMPROVE }];

export interface ConsentFacts {
  /** The customer agreed before and did not take it back. */
  readonly consented: boolean;
}

/** Asked once per customer, before the first personal data (CSG 7.4.3). Facts that hold a former consent skip it. */
export function consentQuestion<A, F extends ConsentFacts>(purpose: Names): Question<A, ConsentAnswer, F> {
  return {
    label: FIELDS.consent,
    fixed: true,
    when: (_answers, facts) => !facts.consented,
    ask: (_answers, _facts, scene) => say('askConsent', { purpose, days: scene.manual.retention.utteranceDays }),
    choices: () => WITH_IMPROVEMENT,
    pick: (value) => read(consentAnswer.safeParse(value).data ?? 'no'),
    read: (heard, manner) => {
      const said = manner === 'asked' ? yesNo(heard) : null;
      return said === null ? undefined : read(said);
    },
    show: () => null,
  };
}

export async function consented(scene: Circumstances): Promise<boolean> {
  const consents = await scene.ledger.customers.consents(scene.customer);
  return consents.some((c) => c.purpose === 'service' && c.channel === scene.channel && c.given);
}

/** Writes down what the customer answered in this form; nothing when they were not asked. */
export async function recordConsent(answer: ConsentAnswer | undefined, scene: Scene, instance: string): Promise<void> {
  if (answer === undefined) return;
  const { customers } = scene.ledger;
  const service = { purpose: 'service', channel: scene.channel, given: answer !== 'no' } as const;
  await customers.recordConsent(scene.customer, service, keyOf(scene, instance, 'consent'), scene.now);
  if (answer !== 'improve') return;
  const improvement = { purpose: 'improvement', channel: scene.channel, given: true } as const;
  await customers.recordConsent(scene.customer, improvement, keyOf(scene, instance, 'improvement'), scene.now);
}

/** Takes every consent of the channel back; the ledger then removes the utterances kept of the customer. */
export async function withdrawConsent(scene: Scene, instance: string): Promise<void> {
  for (const purpose of PURPOSES) {
    const consent = { purpose, channel: scene.channel, given: false };
    await scene.ledger.customers.recordConsent(
      scene.customer,
      consent,
      keyOf(scene, instance, `withdrawn ${purpose}`),
      scene.now,
    );
  }
}

/** Said once when the customer did not agree and the form goes on without a contact. */
export function refusal(
  before: { consent?: ConsentAnswer | undefined },
  after: { consent?: ConsentAnswer | undefined },
): Say[] {
  return before.consent === undefined && after.consent === 'no' ? [say('consentRefused')] : [];
}

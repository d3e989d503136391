import type { Names } from '../../domain/ids.ts';
import { AGREE, DISAGREE, FIELDS } from '../../locales/labels.ts';
import { say } from '../../locales/messages.ts';
import { type Question, read } from '../form.ts';
import { keyOf, type Scene } from '../scene.ts';
import { yesNo } from '../yesNo.ts';

export interface ConsentFacts {
  /** The customer agreed before and did not take it back. */
  readonly consented: boolean;
}

/** Asked once per customer, before the first personal data (CSG 7.4.3). Facts that hold a former consent skip it. */
export function consentQuestion<A, F extends ConsentFacts>(purpose: Names): Question<A, 'yes' | 'no', F> {
  return {
    label: FIELDS.consent,
    fixed: true,
    when: (_answers, facts) => !facts.consented,
    ask: () => say('askConsent', { purpose }),
    choices: () => [
      { value: 'yes', label: AGREE },
      { value: 'no', label: DISAGREE },
    ],
    pick: (value) => read(value === 'yes' ? 'yes' : 'no'),
    read: (heard, manner) => {
      const said = manner === 'asked' ? yesNo(heard) : null;
      return said === null ? undefined : read(said);
    },
    show: () => null,
  };
}

export async function consented(scene: Scene): Promise<boolean> {
  const consents = await scene.ledger.customers.consents(scene.customer);
  return consents.some((c) => c.purpose === 'service' && c.channel === scene.channel && c.given);
}

/** Writes down what the customer answered in this form; nothing when they were not asked. */
export async function recordConsent(answer: 'yes' | 'no' | undefined, scene: Scene, instance: string): Promise<void> {
  if (answer === undefined) return;
  await scene.ledger.customers.recordConsent(
    scene.customer,
    { purpose: 'service', channel: scene.channel, given: answer === 'yes' },
    keyOf(scene, instance, 'consent'),
    scene.now,
  );
}

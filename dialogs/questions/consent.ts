import { z } from 'zod';
import { PURPOSES } from '../../domain/customers/customer.ts';
import type { Names } from '../../domain/ids.ts';
import { AGREE, AGREE_AND_IMPROVE, DISAGREE, FIELDS } from '../../locales/labels.ts';
import { type Choice, type Say, say } from '../../locales/messages.ts';
import type { Heard } from '../../nlu/heard.ts';
import { correctionIn } from '../correction.ts';
import { first } from '../entities.ts';
import { agrees, asksWhy, disagrees, refuses } from '../evasion.ts';
import { type Question, read, reopen } from '../form.ts';
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

/** What a contact is for, and whether nothing can be done without one. */
export interface Purpose<A> {
  readonly purpose: Names;
  readonly needed?: (answers: Partial<A>) => boolean;
}

const PHONE = /电话|電話|手机|手機|号码|號碼|姓名|名字|phone|number|\bname\b/i;
/** Answers "why do you want to know?" about name and phone. */
export function contactObjection<A>({ purpose, needed }: Purpose<A>) {
  return (heard: Heard, asked: boolean, answers: Partial<A>): Say | null =>
    asksWhy(heard) && (asked || PHONE.test(heard.text))
      ? say('whyContact', { purpose, needed: needed?.(answers) ?? false })
      : null;
}

/** Asked once per customer, before the first personal data (CSG 7.4.3). Facts that hold a former consent skip it. */
export function consentQuestion<A extends { consent?: ConsentAnswer | undefined }, F extends ConsentFacts>(
  why: Purpose<A>,
): Question<A, ConsentAnswer, F> {
  const { purpose } = why;
  const put = ({ manual }: Scene, again: boolean) =>
    say('askConsent', { purpose, days: manual.retention.utteranceDays, again });
  return {
    label: FIELDS.consent,
    fixed: true,
    when: (_answers, facts) => !facts.consented,
    ask: (_answers, _facts, scene) => put(scene, false),
    again: (_answers, _facts, scene) => put(scene, true),
    objection: contactObjection(why),
    choices: () => WITH_IMPROVEMENT,
    pick: (value) => read(consentAnswer.safeParse(value).data ?? 'no'),
    read: (heard, manner, answers) => {
      // who leaves a number after all has thought better of it
      if (manner === 'volunteered' && answers.consent === 'no' && first(heard, 'phone')) return reopen;
      if (manner !== 'asked') return refuses(heard) && PHONE.test(heard.text) ? read('no') : undefined;
      const plain = disagrees(heard) ? 'no' : agrees(heard) ? 'yes' : null;
      // "no, it was 139" puts something else right
      const said = plain ?? (correctionIn(heard.text) ? null : yesNo(heard));
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

/** Takes every consent back, on whatever channel it was given; the ledger then removes the utterances kept of the customer. */
export async function withdrawConsent(scene: Scene, instance: string): Promise<void> {
  const { customers } = scene.ledger;
  const given = await customers.consents(scene.customer);
  const channels = new Set([scene.channel, ...given.map(({ channel }) => channel)]);
  for (const channel of channels)
    for (const purpose of PURPOSES) {
      const key = keyOf(scene, instance, `withdrawn ${purpose} ${channel}`);
      await customers.recordConsent(scene.customer, { purpose, channel, given: false }, key, scene.now);
    }
}

/** Said once when the customer did not agree and the form goes on without a contact. */
export function refusal(
  before: { consent?: ConsentAnswer | undefined },
  after: { consent?: ConsentAnswer | undefined },
): Say[] {
  return before.consent !== 'no' && after.consent === 'no' ? [say('consentRefused')] : [];
}

import { z } from 'zod';
import type { Source } from '../domain/customers/identity.ts';
import { CONTACT_FIELDS, phonesOf } from '../domain/customers/personalData.ts';
import { CORRECTIONS, FIELDS, FORM_TITLES, NOT_IT, PRIVACY, YES } from '../locales/labels.ts';
import { say } from '../locales/messages.ts';
import { sureQuestion } from './appointmentCare.ts';
import { choicesOf } from './choices.ts';
import { anyForm } from './filling.ts';
import { problem, type Questions, read, type Submitted } from './form.ts';
import { carryOut, nothingToCorrect, type PrivacyAnswers, type PrivacyFacts } from './privacyRights.ts';
import { fieldIn, RIGHTS, rightIn, valueIn } from './privacyWords.ts';
import { PROOF_LIMIT, proofQuestion } from './questions/subject.ts';
import { tellingQuestion } from './questions/telling.ts';
import { keyOf, type Scene } from './scene.ts';

const answers = z.strictObject({
  wish: z.enum(RIGHTS),
  proof: z.string().length(4).optional(),
  field: z.enum([...CONTACT_FIELDS, 'other']).optional(),
  value: z.string().max(200).optional(),
  what: z.string().max(4000).optional(),
  sure: z.enum(['yes', 'no']).optional(),
}) satisfies z.ZodType<PrivacyAnswers>;

const isSame = (one: Source, other: Source): boolean =>
  one.channel === other.channel && one.account === other.account && one.sourceId === other.sourceId;

/** Who writes is sure after a code, or where no number is held; else the last digits of the number must be known. */
async function privacyFacts(given: Partial<PrivacyAnswers>, scene: Scene, instance: string): Promise<PrivacyFacts> {
  const held = await scene.ledger.personalData.held(scene.customer);
  const phones = phonesOf(held);
  const here = held.sources.find((each) => isSame(each, scene.source));
  const unproved = phones.length > 0 && here?.assurance !== 'code';
  const { proof } = given;
  if (!unproved || proof === undefined) return { held, unproved, proved: null };
  const key = keyOf(scene, instance, `proof/${scene.message}`);
  const isRight = phones.some((phone) => phone.endsWith(proof));
  return { held, unproved, proved: await scene.ledger.customers.prove(scene.source, isRight, key, scene.now) };
}

/** Takes a wrong proof back, and ends the form after too many. */
function guard({ proved }: PrivacyFacts, scene: Scene): Submitted | null {
  if (proved === null || proved === 'right') return null;
  const locked = say('proofLocked', { hotline: scene.manual.operator.hotline });
  if (proved === 'locked') return { kind: 'done', says: [locked] };
  return scene.wrongProofs + 1 >= PROOF_LIMIT
    ? { kind: 'done', says: [say('proofWrong'), locked] }
    : { kind: 'again', says: [say('proofWrong')], clear: ['proof'] };
}

const corrects = ({ wish }: Partial<PrivacyAnswers>): boolean => wish === 'correct';
const isOther = (given: Partial<PrivacyAnswers>): boolean => corrects(given) && given.field === 'other';
/** A new number is read back before it stands. */
const readsBack = (given: Partial<PrivacyAnswers>): boolean =>
  corrects(given) && given.field === 'phone' && given.value !== undefined;

const READ_BACK = choicesOf({ yes: YES, no: NOT_IT });
const sure = sureQuestion<PrivacyAnswers, PrivacyFacts>(
  (given) =>
    readsBack(given)
      ? say('sureToCorrect', { phone: (given.value ?? '').replace(/^\+86/, '') })
      : say(given.wish === 'delete' ? 'sureToDelete' : 'sureToWithdrawConsent'),
  (given) => given.wish === 'delete' || given.wish === 'withdraw' || readsBack(given),
);

const questions: Questions<PrivacyAnswers, PrivacyFacts> = {
  wish: {
    label: FIELDS.request,
    ask: () => say('askPrivacy'),
    choices: () => choicesOf(PRIVACY),
    pick: (value) => {
      const wish = RIGHTS.find((right) => right === value);
      return wish ? read(wish) : undefined;
    },
    read: (heard, manner) => {
      const wish = manner === 'volunteered' ? null : rightIn(heard.text);
      return wish ? read(wish) : undefined;
    },
  },
  proof: proofQuestion<PrivacyAnswers, PrivacyFacts>(
    ({ wish }, { unproved }) => unproved && wish !== undefined && wish !== 'withdraw',
  ),
  field: {
    label: FIELDS.what,
    when: corrects,
    ask: () => say('askCorrection'),
    choices: () => choicesOf(CORRECTIONS),
    pick: (value) => read(CONTACT_FIELDS.find((field) => field === value) ?? 'other'),
    read: (heard, manner, given) => {
      if (manner === 'volunteered' && given.wish !== undefined) return undefined;
      const field = fieldIn(heard);
      return field ? read(field) : undefined;
    },
  },
  value: {
    label: FIELDS.contact,
    free: 'words',
    when: (given) => corrects(given) && given.field !== undefined && given.field !== 'other',
    ask: ({ field }) => say('askNewValue', { what: CORRECTIONS[field ?? 'other'] }),
    read: (heard, manner, given) => {
      const field = given.field ?? fieldIn(heard);
      if (field === null || field === 'other' || (given.wish !== undefined && !corrects(given))) return undefined;
      const value = valueIn(field, heard, manner === 'asked');
      if (value !== null) return read(value);
      const digits = heard.text.replace(/[^\p{Nd}]/gu, '').length;
      return manner === 'asked' && field === 'phone' && digits >= 5 ? problem(say('phoneUnclear')) : undefined;
    },
  },
  what: {
    ...tellingQuestion<PrivacyAnswers, PrivacyFacts>(FIELDS.what, () =>
      say('askNewValue', { what: CORRECTIONS.other }),
    ),
    when: isOther,
  },
  sure: {
    ...sure,
    choices: (given, facts, scene) => (readsBack(given) ? READ_BACK : (sure.choices?.(given, facts, scene) ?? [])),
  },
};

/** Manual section 10, CSG 7.4.3: rights over personal data, carried out in the chat; a person decides only what they must. */
export const privacy = anyForm<PrivacyAnswers, PrivacyFacts>({
  name: 'privacy',
  title: FORM_TITLES.privacy,
  answers,
  confirms: false,
  facts: privacyFacts,
  questions,
  stop: (given, facts, scene) => guard(facts, scene) ?? nothingToCorrect(given, facts),
  submit: carryOut,
});

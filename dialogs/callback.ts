import { z } from 'zod';
import type { Case } from '../domain/cases/case.ts';
import { CONSENT_PURPOSES, FIELDS, FORM_TITLES } from '../locales/labels.ts';
import { type Promised, say } from '../locales/messages.ts';
import { asksPerson } from './commands.ts';
import { caseCard, fileCase, promises } from './file.ts';
import { anyForm } from './filling.ts';
import type { Json, Question } from './form.ts';
import { consentAnswer, consentQuestion, recordConsent, SERVICE_ONLY } from './questions/consent.ts';
import {
  type ContactAnswer,
  type ContactFacts,
  contactFacts,
  contactOf,
  contactQuestion,
  contactSchema,
  nameQuestion,
  nameSchema,
  saveContact,
} from './questions/contact.ts';
import { type Circumstances, keyOf, type Scene } from './scene.ts';
import type { OpenForm } from './state.ts';
import { tells } from './words.ts';

/** Manual section 8: nobody is at the desk, or the customer does not wait: a case for call-back, with an owner and a clock. */
const answers = z.strictObject({
  /** What the customer said when they asked, and what a form under way had gathered: they never repeat themselves. */
  words: z.string().max(500).optional(),
  gathered: z.string().max(8000).optional(),
  consent: consentAnswer.optional(),
  name: nameSchema.optional(),
  contact: contactSchema.optional(),
});
type Callback = z.infer<typeof answers>;

interface Facts extends ContactFacts {
  readonly pending: Case | null;
}

const PURPOSE = { purpose: CONSENT_PURPOSES.callback, needed: () => true };

function handedOver(when: (given: Partial<Callback>) => boolean): Question<Callback, string, Facts> {
  return {
    label: FIELDS.request,
    fixed: true,
    when,
    ask: () => say('callbackOpen'),
    read: () => undefined,
    show: () => null,
  };
}

export const callback = anyForm<Callback, Facts>({
  name: 'callback',
  title: FORM_TITLES.callback,
  answers,
  confirms: true,
  facts: async (given, scene, instance) => {
    const [contact, pending] = await Promise.all([contactFacts(scene), pendingCallback(scene)]);
    if (pending && given.words && isAdded(given)) {
      const entry = { by: 'customer', what: 'amended', detail: null, note: given.words } as const;
      await scene.ledger.cases.note(pending.number, entry, keyOf(scene, instance, 'again'), scene.now);
    }
    return { ...contact, pending };
  },
  questions: {
    words: handedOver((given) => given.words !== undefined),
    gathered: handedOver((given) => given.gathered !== undefined),
    consent: {
      ...consentQuestion<Callback, Facts>(PURPOSE),
      ask: () => say('callbackOpen'),
      again: () => say('callbackOpen'),
      choices: () => SERVICE_ONLY,
    },
    name: nameQuestion<Callback, Facts>(),
    contact: contactQuestion<Callback, Facts>(PURPOSE),
  },
  stop: (given, { pending }, scene) => {
    if (pending)
      return { kind: 'done', says: [say('callbackPending', { ...promised(pending, scene), added: isAdded(given) })] };
    return given.consent === 'no'
      ? { kind: 'done', says: [say('callbackNoData', { hotline: scene.manual.operator.hotline })] }
      : null;
  },
  submit: async (given, facts, scene, instance) => {
    await recordConsent(given.consent, scene, instance);
    await saveContact(given.contact, scene, instance);
    const filed = await fileCallback(given, contactOf(given, facts), scene, instance);
    return {
      kind: 'done',
      says: [say('callbackTaken', promised(filed, scene), { card: caseCard(scene.manual, filed) })],
    };
  },
});

/** Words that tell more than that a person is wanted. */
function isAdded({ words }: Partial<Callback>): boolean {
  return words !== undefined && tells(words) && !asksPerson(words);
}

/** A call-back of this customer that was registered before this turn, and that nobody has taken up yet. */
async function pendingCallback({ ledger, customer, now }: Scene): Promise<Case | null> {
  const open = await ledger.cases.ofCustomer(customer, 'open');
  const waits = ({ kind, stage, openedAt }: Case) =>
    kind === 'callback' && openedAt < now && (stage === 'registered' || stage === 'classified');
  return open.find(waits) ?? null;
}

/** Registers a call-back with what is known of the matter. */
export function fileCallback(
  { words, gathered }: Pick<Callback, 'words' | 'gathered'>,
  contact: ContactAnswer | null,
  scene: Circumstances,
  instance: string,
): Promise<Case> {
  const answers = {
    words: words ?? null,
    gathered: gathered ?? null,
    name: contact?.name ?? null,
    phone: contact?.phone ?? null,
  };
  return fileCase({ kind: 'callback', answers }, scene, instance);
}

export function promised(filed: Case, { manual }: Scene): { number: string; promises: readonly Promised[] } {
  return { number: filed.number, promises: promises(manual, filed) };
}

/** What the colleague gets who calls back: the words of the request, and what the form put aside had gathered. */
export function knownFor(
  words: string,
  aside: OpenForm | null,
): Pick<Callback, 'words' | 'gathered' | 'consent' | 'name' | 'contact'> {
  const known: Record<string, Json> = { words: words.slice(0, 500) };
  if (aside) known.gathered = JSON.stringify({ form: aside.name, answers: aside.answers }).slice(0, 8000);
  // a contact given before in this conversation is not asked for again
  for (const key of ['consent', 'name', 'contact']) {
    const given = aside?.answers[key];
    if (given !== undefined && given !== 'no') known[key] = given;
  }
  // answers of an older release may have another shape: they are asked again
  const parsed = answers.safeParse(known);
  return parsed.success ? parsed.data : { words: words.slice(0, 500) };
}

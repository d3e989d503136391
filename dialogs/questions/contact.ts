import { z } from 'zod';
import { FIELDS } from '../../locales/labels.ts';
import { say } from '../../locales/messages.ts';
import { first, restLength } from '../entities.ts';
import { disagrees } from '../evasion.ts';
import { problem, type Question, read } from '../form.ts';
import { type Circumstances, keyOf, type Scene } from '../scene.ts';
import { type ConsentAnswer, type ConsentFacts, consented, contactObjection, type Purpose } from './consent.ts';
import { bareName, nameBeside } from './contactWords.ts';

/** Phone in E.164; the name as said. */
export const contactSchema = z.strictObject({ phone: z.string().max(20), name: z.string().max(60).nullable() });
export const nameSchema = z.string().max(60);
export type ContactAnswer = z.infer<typeof contactSchema>;

export interface ContactFacts extends ConsentFacts {
  /** Kept from an earlier case, so that it is not asked again. */
  readonly known: ContactAnswer | null;
}

export async function contactFacts(scene: Circumstances): Promise<ContactFacts> {
  const [agreed, contact] = await Promise.all([consented(scene), scene.ledger.customers.contact(scene.customer)]);
  return { consented: agreed, known: contact.phone ? { phone: contact.phone, name: contact.name } : null };
}

interface WithContact {
  consent?: ConsentAnswer | undefined;
  name?: string | undefined;
  contact?: ContactAnswer | undefined;
}

/**
 * Phone and name in one question. Skipped when the customer did not agree, also when they only say so here; shown instead
 * of asked when we hold it.
 */
export function contactQuestion<A extends WithContact, F extends ContactFacts>(
  why: Purpose<A>,
): Question<A, ContactAnswer, F> {
  return {
    objection: contactObjection(why),
    label: FIELDS.contact,
    free: 'words',
    when: (answers) => answers.consent !== 'no',
    known: (facts) => facts.known,
    ask: (answers) => (answers.name === undefined ? say('askContact') : say('askPhone')),
    read: (heard, manner, answers) => {
      const phone = first(heard, 'phone');
      if (manner === 'asked' && !phone && disagrees(heard)) return { kind: 'instead', answers: { consent: 'no' } };
      const beside = phone ? nameBeside(heard, phone.start) : null;
      const said = first(heard, 'name')?.value ?? beside ?? bareName(heard, phone ?? null, manner === 'asked');
      const name = said ?? answers.name ?? answers.contact?.name ?? null;
      if (phone) return read({ phone: phone.value, name });
      if (answers.contact && manner !== 'asked')
        return first(heard, 'name') ? read({ ...answers.contact, name }) : undefined;
      // a name asked anew beside the number that stands
      if (answers.contact && said !== null && manner === 'asked') return read({ ...answers.contact, name: said });
      if (manner !== 'asked') return undefined;
      const digits = heard.text.replace(/[^\p{Nd}]/gu, '').length;
      if (digits >= 5 || (digits > 0 && restLength(heard, []) <= 1)) return problem(say('phoneUnclear'));
      return said === null || said === answers.name ? undefined : { kind: 'instead', answers: { name: said } };
    },
    show: (value) => showContact(value),
  };
}

/** A name that came before the number; never asked by itself. */
export function nameQuestion<A, F>(): Question<A, string, F> {
  return {
    label: FIELDS.name,
    fixed: true,
    renews: true,
    when: (answers) => 'name' in (answers as object),
    ask: () => say('askContact'),
    read: (heard) => {
      const name = first(heard, 'name');
      return name ? read(name.value.slice(0, 60)) : undefined;
    },
    show: () => null,
  };
}

/** As the customer sees it back: the middle of the number masked. */
export function showContact(contact: ContactAnswer): string {
  return [contact.name, maskPhone(contact.phone)].filter((part) => part !== null).join(' ');
}

/** `+8613800138000` → `138****8000`, `+886912345678` → `091****5678` (manual section 10). */
export function maskPhone(phone: string): string {
  const local = phone
    .replace(/^\+86/, '')
    .replace(/^\+886/, '0')
    .replace(/^\+(852|853)/, '');
  return local.length < 7 ? '****' : `${local.slice(0, 3)}****${local.slice(-4)}`;
}

/** The contact to file: what was given now, else what we hold; null when the customer did not agree. */
export function contactOf(
  answers: { contact?: ContactAnswer | undefined; consent?: ConsentAnswer | undefined },
  facts: ContactFacts,
): ContactAnswer | null {
  return answers.consent === 'no' ? null : (answers.contact ?? facts.known);
}

export async function saveContact(contact: ContactAnswer | undefined, scene: Scene, instance: string): Promise<void> {
  if (!contact) return;
  await scene.ledger.customers.saveContact(scene.customer, contact, keyOf(scene, instance, 'contact'), scene.now);
}

import { z } from 'zod';
import { FIELDS } from '../../locales/labels.ts';
import { say } from '../../locales/messages.ts';
import { first, restLength } from '../entities.ts';
import { problem, type Question, read } from '../form.ts';
import { keyOf, type Scene } from '../scene.ts';
import { type ConsentFacts, consented } from './consent.ts';

/** Phone in E.164; the name as said. */
export const contactSchema = z.strictObject({ phone: z.string().max(20), name: z.string().max(60).nullable() });
export type ContactAnswer = z.infer<typeof contactSchema>;

export interface ContactFacts extends ConsentFacts {
  /** Kept from an earlier case, so that it is not asked again. */
  readonly known: ContactAnswer | null;
}

export async function contactFacts(scene: Scene): Promise<ContactFacts> {
  const [agreed, contact] = await Promise.all([consented(scene), scene.ledger.customers.contact(scene.customer)]);
  return { consented: agreed, known: contact.phone ? { phone: contact.phone, name: contact.name } : null };
}

type WithConsent = { consent?: 'yes' | 'no' | undefined };

/** Phone and name in one question. Skipped when the customer did not agree, or when we hold it. */
export function contactQuestion<A extends WithConsent, F extends ContactFacts>(): Question<A, ContactAnswer, F> {
  return {
    label: FIELDS.contact,
    free: 'words',
    when: (answers, facts) => answers.consent !== 'no' && facts.known === null,
    ask: () => say('askContact'),
    read: (heard, manner) => {
      const phone = first(heard, 'phone');
      if (phone) {
        const name = first(heard, 'name')?.value ?? (manner === 'asked' ? bareName(heard.text, phone) : null);
        return read({ phone: phone.value, name });
      }
      const digits = heard.text.replace(/[^\p{Nd}]/gu, '').length;
      return manner === 'asked' && (digits >= 5 || restLength(heard, []) <= 2)
        ? problem(say('phoneUnclear'))
        : undefined;
    },
    show: (value) => showContact(value),
  };
}

/** "陈明 13800138000": a short word beside the number is the name. */
function bareName(text: string, phone: { start: number; end: number }): string | null {
  const rest = `${text.slice(0, phone.start)} ${text.slice(phone.end)}`
    .replace(
      /电话|電話|手机|手機|号码|號碼|号|號|是|我的|联系|聯絡|聯繫|phone|number|mobile|is|my|call|me|on|at|[\p{P}]/giu,
      ' ',
    )
    .trim()
    .replace(/\s+/g, ' ');
  return /^[\p{Script=Han}·]{2,4}$/u.test(rest) || /^[a-z]+( [a-z]+){0,2}$/i.test(rest) ? rest : null;
}

/** As the customer sees it back: the middle of the number masked. */
export function showContact(contact: ContactAnswer): string {
  return [contact.name, maskPhone(contact.phone)].filter((part) => part !== null).join(' ');
}

/** `+8613800138000` → `138****8000` (manual section 10). */
export function maskPhone(phone: string): string {
  const local = phone.replace(/^\+86/, '').replace(/^\+(852|886|853)/, '');
  return local.length < 7 ? '****' : `${local.slice(0, 3)}****${local.slice(-4)}`;
}

/** The contact to file: what was given now, else what we hold; null when the customer did not agree. */
export function contactOf(
  answers: { contact?: ContactAnswer | undefined; consent?: 'yes' | 'no' | undefined },
  facts: ContactFacts,
): ContactAnswer | null {
  return answers.consent === 'no' ? null : (answers.contact ?? facts.known);
}

export async function saveContact(contact: ContactAnswer | undefined, scene: Scene, instance: string): Promise<void> {
  if (!contact) return;
  await scene.ledger.customers.saveContact(scene.customer, contact, keyOf(scene, instance, 'contact'), scene.now);
}

import { z } from 'zod';
import { FIELDS } from '../../locales/labels.ts';
import { say } from '../../locales/messages.ts';
import { first, restLength } from '../entities.ts';
import { disagrees } from '../evasion.ts';
import { problem, type Question, read } from '../form.ts';
import { type Circumstances, keyOf, type Scene } from '../scene.ts';
import { isYesNo } from '../yesNo.ts';
import { type ConsentAnswer, type ConsentFacts, consented, contactObjection, type Purpose } from './consent.ts';

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
      const beside = phone ? nameBeside(heard.text.slice(0, phone.start)) : null;
      const said = first(heard, 'name')?.value ?? beside ?? bareName(heard.text, phone ?? null, manner === 'asked');
      const name = said ?? answers.name ?? answers.contact?.name ?? null;
      if (phone) return read({ phone: phone.value, name });
      if (answers.contact && manner !== 'asked')
        return first(heard, 'name') ? read({ ...answers.contact, name }) : undefined;
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

const STREET =
  /(Road|Rd|Street|St|Avenue|Ave|Lane|District|Building|Tower|Estate|Floor|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/;
/** "…, Ms Lee 13800138000", "……，林太太 0912345678": somebody's title or name right before the number. */
function nameBeside(before: string): string | null {
  const near = before.slice(-40);
  const titled =
    /(?:^|[\s，,。;；、]|我是|我叫)(\p{Script=Han}{1,2}(?:先生|女士|小姐|太太))[\s，,:：]*(?:电话|電話|手机|手機)?[\s:：是]*$/u.exec(
      near,
    )?.[1];
  if (titled) return titled;
  const latin = /(?:^|[,.;]\s*)((?:(?:Mr|Mrs|Ms|Miss)\.? )?[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})[\s,:]*$/.exec(near)?.[1];
  return latin && !STREET.test(latin) ? latin : null;
}

const AROUND =
  /电话|電話|手机|手機|号码|號碼|号|號|是|我|叫|姓名|名字|的|联系|聯絡|聯繫|phone|number|mobile|\bis\b|\bmy\b|name|\bcall\b|\bme\b|\bon\b|\bat\b|\bi'?m\b|[\p{P}]/giu;
const TITLED = /^\p{Script=Han}{1,3}(先生|女士|小姐|太太|师傅|師傅|老师|老師)$/u;

/** "陈明 13800138000": a short word beside the number is the name; unasked only when it looks like nothing else. */
function bareName(text: string, phone: { start: number; end: number } | null, asked: boolean): string | null {
  if (text.length > 60 || isYesNo(text)) return null;
  const around = phone ? `${text.slice(0, phone.start)} ${text.slice(phone.end)}` : text;
  const rest = around.replace(AROUND, ' ').trim().replace(/\s+/g, ' ');
  if (TITLED.test(rest) || (phone && /^[A-Z][a-z]+( [A-Z][a-z]+){0,2}$/.test(rest))) return rest;
  if (!asked) return null;
  if (phone) return /^[\p{Script=Han}·]{2,4}$/u.test(rest) || /^[a-z]+( [a-z]+){0,2}$/i.test(rest) ? rest : null;
  return /^[\p{Script=Han}·]{2,4}$/u.test(rest) || /^(mr|mrs|ms|miss)?\.? ?[A-Z][a-z]+( [A-Z][a-z]+){0,2}$/i.test(rest)
    ? rest
    : null;
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

import { menuText } from '../messaging/menu.ts';
import type { Outgoing } from '../messaging/port.ts';
import { cut } from '../messaging/split.ts';
import { WHATSAPP_CAPS } from './caps.ts';
import { USER_ID } from './hook.ts';
import type { WhatsappSettings } from './settings.ts';

const BUTTONS_MOST = 3;
const BUTTON_TITLE_MOST = 20;
const ROW_TITLE_MOST = 24;
const BODY_MOST = 1024;
/** Of a template's variable, which takes no line breaks, tabs or runs of spaces. */
const VARIABLE_MOST = 900;

export type Content = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Whom a message is for: a phone number, or the id the platform made for this business. */
export function addressed(to: string, content: Content): object {
  const whom = USER_ID.test(to) ? { recipient: to } : { to };
  return { messaging_product: 'whatsapp', recipient_type: 'individual', ...whom, ...content };
}

export function textOf(body: string): Content {
  return { type: 'text', text: { body, preview_url: false } };
}

/** Words, with reply buttons, a list, or a numbered menu where neither takes them. */
export function wordsOf({ text, actions }: Outgoing, { listButton }: Pick<WhatsappSettings, 'listButton'>): Content {
  if (actions.length === 0) return textOf(text);
  if (text.length > BODY_MOST || !distinct(actions)) return numbered(text, actions);
  const body = { text: text || '…' };
  if (actions.length <= BUTTONS_MOST && actions.every(({ label }) => label.length <= BUTTON_TITLE_MOST)) {
    const buttons = actions.map(({ label, value }) => ({ type: 'reply', reply: { id: value, title: label } }));
    return { type: 'interactive', interactive: { type: 'button', body, action: { buttons } } };
  }
  const rows = actions.map(({ label, value }) => ({
    id: value,
    title: cut(label, ROW_TITLE_MOST, 'utf16'),
    ...(label.length > ROW_TITLE_MOST ? { description: label } : {}),
  }));
  const action = { button: listButton, sections: [{ rows }] };
  return { type: 'interactive', interactive: { type: 'list', body, action } };
}

/** The platform refuses ids or titles that are there twice. */
function distinct(actions: Outgoing['actions']): boolean {
  const titles = actions.map(({ label }) => cut(label, ROW_TITLE_MOST, 'utf16'));
  const values = actions.map(({ value }) => value);
  const whole = actions.every(({ label, value }) => label.trim() !== '' && value.trim() === value && value !== '');
  return whole && new Set(titles).size === titles.length && new Set(values).size === values.length;
}

function numbered(text: string, actions: Outgoing['actions']): Content {
  const menu = menuText(actions);
  return textOf(`${cut(text, WHATSAPP_CAPS.text.max - menu.length - 2, 'utf16')}\n\n${menu}`);
}

/** An uploaded file. The platform shows only these as pictures. */
export function mediaOf({ contentType, name }: NonNullable<Outgoing['media']>, id: string): Content {
  if (contentType === 'image/png' || contentType === 'image/jpeg') return { type: 'image', image: { id } };
  return { type: 'document', document: { id, filename: name } };
}

/** Any words as the one variable of the account's template. */
export function templateOf(text: string, { name, language }: NonNullable<WhatsappSettings['template']>): Content {
  const variable = cut(text.replace(/\s+/g, ' ').trim(), VARIABLE_MOST, 'utf16');
  const components = [{ type: 'body', parameters: [{ type: 'text', text: variable }] }];
  return { type: 'template', template: { name, language: { policy: 'deterministic', code: language }, components } };
}

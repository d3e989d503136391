import { randomBytes, randomInt, webcrypto } from 'node:crypto';
import type { Platform, PlatformCustomer, Push, PushOptions, Shown, Simulator } from './platform.ts';
import { openWhatsappApi, type SentMessage, type WhatsappApi } from './whatsappApi.ts';

export const ACCOUNT = {
  ...{ account: 'main', overseas: true, version: 'v23.0', phoneNumberId: '106540352242922' },
  ...{ appSecret: 'app-secret-of-the-test', verifyToken: 'verify-me-please', accessToken: 'EAAtest-token' },
} as const;

export type Fields = Readonly<Record<string, unknown>>;
/** What a test may want otherwise than the platform does it. */
export interface Twist {
  readonly headers?: (headers: Record<string, string>) => void;
  /** Of the text that is signed. */
  readonly body?: (json: string) => string;
  /** After it was signed. */
  readonly tamper?: (json: string) => string;
  readonly secret?: string;
}

export interface WhatsappCustomer extends PlatformCustomer {
  /** One message; what is not given is filled in. */
  sends(message: Fields, twist?: Twist): Push;
  presses(label: string): Push;
}
export interface WhatsappPlatform extends Platform {
  readonly api: WhatsappApi;
  customer(source?: string): WhatsappCustomer;
  /** A whole webhook. */
  hook(body: object, twist?: Twist): Push;
  /** The value of a change for this number. */
  change(value: Fields): object;
}

/** As the platform writes it: ASCII, with slashes escaped too. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('/', '\\/');
}

/** By the Web Cryptography API, which the product does not use for this. */
export async function hubSignature(secret: string, body: string): Promise<string> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await webcrypto.subtle.importKey('raw', new TextEncoder().encode(secret), hmac, false, ['sign']);
  const mac = await webcrypto.subtle.sign('HMAC', key, new TextEncoder().encode(body));
  return `sha256=${[...new Uint8Array(mac)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** `judge` is asked of each webhook before it goes out. */
export async function openWhatsapp(
  now = Date.now,
  judge: (webhook: object) => Promise<void> = async () => {},
): Promise<WhatsappPlatform> {
  const api = await openWhatsappApi(ACCOUNT, now);
  const apps = new Map<string, Shown[]>();
  /** What a press of a label sends, by customer. */
  const offered = new Map<string, Map<string, Fields>>();
  const of = (source: string) => {
    const shown = apps.get(source) ?? [];
    apps.set(source, shown);
    return shown;
  };
  api.onSent = (to, message) => {
    const replies = repliesOf(message);
    if (replies.size > 0) offered.set(to, replies);
    of(to).push(shownOf(message, [...replies.keys()], api));
  };
  const hook =
    (body: object, twist: Twist = {}): Push =>
    async (base) => {
      await judge(body);
      const json = (twist.body ?? ((text) => text))(asciiJson(body));
      const signature = await hubSignature(twist.secret ?? ACCOUNT.appSecret, json);
      const headers: Record<string, string> = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
      twist.headers?.(headers);
      const answer = await fetch(`${base}/channels/whatsapp/${ACCOUNT.account}`, {
        ...{ method: 'POST', headers, body: twist.tamper?.(json) ?? json },
      });
      await answer.arrayBuffer();
      return answer.status;
    };
  const change = (value: Fields) => ({
    field: 'messages',
    value: {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '15550783881', phone_number_id: ACCOUNT.phoneNumberId },
      ...value,
    },
  });
  return {
    ...{ api, hook, change, account: { channel: 'whatsapp', apiBase: api.url, ...ACCOUNT }, close: api.close },
    customer(source = `8525${randomInt(1e7, 1e8)}`) {
      const named = source.includes('.') ? { from_user_id: source } : { from: source };
      const contact = source.includes('.') ? { user_id: source } : { wa_id: source };
      const sends = (message: Fields, twist?: Twist): Push => {
        const at = String(Math.floor(now() / 1000));
        const id = `wamid.${randomBytes(20).toString('base64')}`;
        const messages = [{ ...named, id, timestamp: at, ...message }];
        const entry = [
          { id: '1', changes: [change({ contacts: [{ profile: { name: 'Chan' }, ...contact }], messages })] },
        ];
        const push = hook({ object: 'whatsapp_business_account', entry }, twist);
        return (base) => {
          api.allow(source);
          api.received.add(String(message.id ?? id));
          return push(base);
        };
      };
      const says = (body: string, { id }: PushOptions = {}) =>
        sends({ type: 'text', text: { body }, ...(id === undefined ? {} : { id }) });
      const presses = (label: string) => {
        const interactive = offered.get(source)?.get(label);
        return interactive === undefined ? says(label) : sends({ type: 'interactive', interactive });
      };
      return { source, shown: of(source), says, presses, sends };
    },
  };
}

function repliesOf(message: SentMessage): Map<string, Fields> {
  if (message.type !== 'interactive') return new Map();
  const { interactive } = message;
  if (interactive.type === 'button') {
    const { buttons } = interactive.action;
    return new Map(buttons.map(({ reply }) => [reply.title, { type: 'button_reply', button_reply: reply }]));
  }
  const rows = interactive.action.sections.flatMap((section) => section.rows);
  return new Map(rows.map((row) => [row.description ?? row.title, { type: 'list_reply', list_reply: row }]));
}

function shownOf(message: SentMessage, choices: readonly string[], { media }: WhatsappApi): Shown {
  switch (message.type) {
    case 'text':
      return { text: message.text.body, choices };
    case 'interactive':
      return { text: message.interactive.body.text, choices };
    case 'template':
      return { text: message.template.components[0]?.parameters[0]?.text ?? '', choices };
    case 'document':
      return { text: `[${message.document.filename}]`, choices };
    case 'image': {
      const image = media.get(message.image.id)?.content;
      return { text: '', choices, ...(image ? { image } : {}) };
    }
  }
}

export const simulator: Simulator = { open: (now) => openWhatsapp(now) };

import { randomBytes, randomInt } from 'node:crypto';
import WXBizMsgCrypt from 'wechat-crypto';
import type { Platform, PlatformCustomer, Push, PushOptions, Shown, Simulator } from './platform.ts';
import { openWechatApi, type WechatApi } from './wechatApi.ts';
import type { Sealing } from './wrongSeals.ts';
import { xmlFields } from './xmlRead.ts';

export type Mode = 'plain' | 'compatible' | 'safe';
export interface WechatAccount {
  readonly account: string;
  readonly appId: string;
  readonly secret: string;
  readonly token: string;
  readonly encodingAESKey: string;
  readonly mode: Mode;
}
export const ACCOUNT: WechatAccount = {
  ...{ account: 'main', appId: 'wx0123456789abcdef', secret: 'app-secret', token: 'Tok3n', mode: 'safe' },
  encodingAESKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
};
const MENU_QUOTA = 3;
const MESSAGE_QUOTA = 5;
const MINUTE_MS = 60_000;
const QUOTAS: Readonly<Record<string, readonly [messages: number, ms: number]>> = {
  click: [MENU_QUOTA, MINUTE_MS],
  subscribe: [MENU_QUOTA, MINUTE_MS],
  SCAN: [MENU_QUOTA, MINUTE_MS],
  CLICK: [MENU_QUOTA, MINUTE_MS],
  message: [MESSAGE_QUOTA, 48 * 60 * MINUTE_MS],
};

export type Fields = Readonly<Record<string, string | number>>;
/** What a test may want otherwise than the platform does it. */
export interface Twist {
  readonly query?: (query: Record<string, string>) => void;
  readonly body?: (xml: string) => string;
  /** Before it is sealed. */
  readonly xml?: (xml: string) => string;
  /** In the place of the right cipher text. */
  readonly seal?: Sealing;
  readonly key?: string;
  readonly appId?: string;
  readonly token?: string;
  readonly mode?: Mode;
  /** When it is signed. */
  readonly at?: number;
}

export interface WechatCustomer extends PlatformCustomer {
  /** Any push; what is not given is filled in. */
  pushes(fields: Fields, twist?: Twist): Push;
  presses(label: string): Push;
}
export interface WechatPlatform extends Platform {
  readonly api: WechatApi;
  /** The words that pushes were answered with, in order; null for `success`. */
  readonly answers: (string | null)[];
  customer(source?: string): WechatCustomer;
}

/** XML as the platform writes it: text in CDATA. */
export function pushXml(fields: Fields): string {
  const inner = Object.entries(fields).map(([name, value]) => {
    const text = String(value).replaceAll(']]>', ']]]]><![CDATA[>');
    return `<${name}>${typeof value === 'number' ? value : `<![CDATA[${text}]]>`}</${name}>\n`;
  });
  return `<xml>${inner.join('')}</xml>`;
}

/** A push on the wire, sealed and signed by `wechat-crypto`. */
export function sealPush(account: WechatAccount, given: string, at: number, twist: Twist = {}) {
  const xml = twist.xml?.(given) ?? given;
  const { token, key, appId, mode } = { ...account, key: account.encodingAESKey, ...twist };
  const crypt = new WXBizMsgCrypt(token, key, appId);
  const timestamp = String(Math.floor((twist.at ?? at) / 1000));
  const nonce = String(randomInt(1e9));
  const query: Record<string, string> = { signature: crypt.getSignature(timestamp, nonce, ''), timestamp, nonce };
  if (mode === 'plain') return { query, body: xml };
  const sealed = twist.seal?.(xml, key, appId) ?? crypt.encrypt(xml);
  Object.assign(query, { encrypt_type: 'aes', msg_signature: crypt.getSignature(timestamp, nonce, sealed) });
  const seal = `<Encrypt><![CDATA[${sealed}]]></Encrypt>`;
  const open = mode === 'compatible' ? xml.slice('<xml>'.length, -'</xml>'.length) : '';
  return { query, body: `<xml>${open}${seal}</xml>` };
}

/** The words of a passive reply; throws when it is not one for this customer. */
export function readReply(account: WechatAccount, body: string, to: string, sealed: boolean): string {
  const outer = xmlFields(body);
  let inner = outer;
  if (sealed) {
    const [seal = '', time = '', nonce = ''] = ['Encrypt', 'TimeStamp', 'Nonce'].map((name) => outer.get(name));
    const crypt = new WXBizMsgCrypt(account.token, account.encodingAESKey, account.appId);
    if (crypt.getSignature(time, nonce, seal) !== outer.get('MsgSignature')) {
      throw new Error('a reply with a wrong signature');
    }
    const opened = crypt.decrypt(seal);
    if (opened.id !== account.appId) throw new Error('a reply for another account');
    inner = xmlFields(opened.message);
  }
  if (inner.get('ToUserName') !== to) throw new Error('a reply for somebody else');
  if (!/^\d{10}$/.test(inner.get('CreateTime') ?? '')) throw new Error('CreateTime is in seconds');
  return inner.get('Content') ?? '';
}

/** A request as it goes out. */
export interface Wire {
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `judge` is asked of each push before it goes out. */
export async function openWechat(
  now = Date.now,
  account: WechatAccount = ACCOUNT,
  judge: (wire: Wire, fields: Fields) => Promise<void> = async () => {},
): Promise<WechatPlatform> {
  const api = await openWechatApi(account, now);
  const apps = new Map<string, Shown[]>();
  const answered = new Map<string, string>();
  const answers: (string | null)[] = [];
  const of = (openid: string) => {
    const shown = apps.get(openid) ?? [];
    apps.set(openid, shown);
    return shown;
  };
  api.onSent = ({ touser, text, image, msgmenu }) => {
    const choices = msgmenu?.list.map(({ content }) => content) ?? [];
    const file = image && api.media.get(image.media_id);
    of(touser).push({
      text: text?.content ?? msgmenu?.head_content ?? '',
      choices,
      ...(file === undefined ? {} : { image: file }),
    });
  };
  return {
    ...{ api, answers },
    account: { channel: 'wechat', apiBase: api.url, ...account },
    customer(source = `o${randomBytes(12).toString('hex')}`) {
      const pushes = (fields: Fields, twist: Twist = {}): Push => {
        const at = now();
        const all: Fields = {
          ToUserName: 'gh_0123456789ab',
          FromUserName: source,
          CreateTime: Math.floor(at / 1000),
          ...(fields.MsgType === 'event'
            ? {}
            : { MsgId: String(24_000_000_000_000_000n + BigInt(randomInt(2 ** 47))) }),
          ...fields,
        };
        const key = JSON.stringify([all.MsgId ?? '', all.CreateTime, all.Event ?? '', all.EventKey ?? '']);
        const sealed = (twist.mode ?? account.mode) !== 'plain';
        let counted = false;
        return async (base) => {
          // signed each time it goes out
          const { query, body } = sealPush(account, pushXml(all), now(), twist);
          await judge({ query, body }, all);
          twist.query?.(query);
          const trigger = all.bizmsgmenuid === undefined ? String(all.Event ?? 'message') : 'click';
          const [messages, ms] = QUOTAS[trigger] ?? [0, 0];
          if (!counted && messages > 0) api.allow(source, messages, ms);
          counted = true;
          const answer = await fetch(`${base}/channels/wechat/${account.account}?${new URLSearchParams(query)}`, {
            method: 'POST',
            headers: { 'content-type': 'text/xml' },
            body: twist.body?.(body) ?? body,
          });
          const text = await answer.text();
          if (answer.status === 200 && text === 'success') answers.push(null);
          if (answer.status !== 200 || text === 'success') return answer.status;
          const words = readReply(account, text, source, sealed);
          // the app shows the answer to a push once, whichever copy it came with
          const before = answered.get(`${source}${key}`);
          if (before !== undefined && before !== words) throw new Error('two copies with different answers');
          if (before === undefined) of(source).push({ text: words, choices: [] });
          answers.push(words);
          answered.set(`${source}${key}`, words);
          return answer.status;
        };
      };
      const says = (text: string, { id }: PushOptions = {}) =>
        pushes({ MsgType: 'text', Content: text, ...(id === undefined ? {} : { MsgId: id }) });
      const presses = (label: string) => pushes({ MsgType: 'text', Content: label, bizmsgmenuid: '1' });
      return { source, shown: of(source), says, presses, pushes };
    },
    close: () => api.close(),
  };
}

export const simulator: Simulator = { open: (now) => openWechat(now) };

import { randomBytes } from 'node:crypto';
import type { Platform, PlatformCustomer, Push, PushOptions, Shown, Simulator } from './platform.ts';
import { pushXml, sealPush, type Twist } from './wechat.ts';
import { openWecomKfApi, type WecomKfApi } from './wecomKfApi.ts';

export const CORP = {
  ...{ account: 'corp', corpId: 'ww12345678910abcde', secret: 'app-secret', token: 'Tok3n' },
  ...{ encodingAESKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', openKfIds: ['wkFirst', 'wkSecond'] },
};
export type KfAccount = typeof CORP;
export type Item = Readonly<Record<string, unknown>>;

export interface WecomKfCustomer extends PlatformCustomer {
  /** Anything in the history that is the customer's (origin 3); what is not given is filled in. */
  writes(item: Item, twist?: Twist): Push;
  /** Something the platform tells of the customer (origin 4). */
  happens(event: Item): Push;
  /** Opens the conversation. */
  enters(): Push;
  presses(label: string): Push;
}
export interface WecomKfPlatform extends Platform {
  readonly api: WecomKfApi;
  /** Only the callback, about an account of customer service. */
  calls(openKfId: string, twist?: Twist, fields?: Readonly<Record<string, string>>): Push;
  customer(source?: string): WecomKfCustomer;
}

/** A GET of the console with what is to be deciphered. */
export function handshake(account: KfAccount, echo: string, at: number, twist: Twist = {}): Record<string, string> {
  const { query, body } = sealPush({ ...account, appId: account.corpId, mode: 'safe' }, echo, at, twist);
  const { signature: _, encrypt_type: __, ...signed } = query;
  const all = { ...signed, echostr: /<!\[CDATA\[(.*)\]\]>/.exec(body)?.[1] ?? '' };
  twist.query?.(all);
  return all;
}

/** WeCom customer service: what customers write stands in a history, and callbacks only tell that there is something. */
export async function openWecomKf(now = Date.now, account: KfAccount = CORP): Promise<WecomKfPlatform> {
  const api = await openWecomKfApi(account, now);
  const apps = new Map<string, Shown[]>();
  const of = (source: string) => {
    const shown = apps.get(source) ?? [];
    apps.set(source, shown);
    return shown;
  };
  api.onSent = (to, { text, msgmenu, image, file }) => {
    const choices = msgmenu?.list.map(({ click }) => click.content) ?? [];
    const media = image ?? file;
    const content = media && api.media.get(media.media_id);
    const words = text?.content ?? [msgmenu?.head_content, msgmenu?.tail_content].filter(Boolean).join('\n');
    of(to).push({ text: words, choices, ...(content === undefined ? {} : { image: content }) });
  };

  const calls = (openKfId: string, twist: Twist = {}, fields: Readonly<Record<string, string>> = {}): Push => {
    return async (base) => {
      const xml = pushXml({
        ...{ ToUserName: account.corpId, CreateTime: Math.floor(now() / 1000), MsgType: 'event' },
        ...{ Event: 'kf_msg_or_event', Token: `ENC${randomBytes(20).toString('hex')}`, OpenKfId: openKfId, ...fields },
      });
      const sealing = { ...account, appId: account.corpId, mode: 'safe' } as const;
      const { query, body } = sealPush(sealing, xml, now(), twist);
      twist.query?.(query);
      const answer = await fetch(`${base}/channels/wecom-kf/${account.account}?${new URLSearchParams(query)}`, {
        method: 'POST',
        headers: { 'content-type': 'text/xml' },
        body: twist.body?.(body) ?? body,
      });
      await answer.text();
      return answer.status;
    };
  };

  return {
    ...{ api, calls },
    account: { channel: 'wecom-kf', apiBase: api.url, ...account },
    customer(source = `${account.openKfIds[0]}/wm${randomBytes(12).toString('base64url')}`) {
      const [openKfId = '', externalUserId = ''] = source.split('/');
      const whose = { open_kfid: openKfId, external_userid: externalUserId };
      const made = (item: Item): Item => ({
        ...{ msgid: `msgid_${randomBytes(20).toString('hex')}`, send_time: Math.floor(now() / 1000), ...item },
      });
      /** Each time it is told of, it stands in the history once more. */
      const stands = (item: Item, twist: Twist, first: () => void): Push => {
        const call = calls(openKfId, twist);
        let before = false;
        return (base) => {
          if (!before) first();
          before = true;
          api.history(openKfId).push(item);
          return call(base);
        };
      };
      const writes = (item: Item, twist: Twist = {}) =>
        stands(made({ ...whose, origin: 3, ...item }), twist, () => api.wrote(source));
      const happens = (event: Item) =>
        stands(made({ origin: 4, msgtype: 'event', event: { ...whose, ...event } }), {}, () => {});
      const says = (content: string, { id }: PushOptions = {}) =>
        writes({ msgtype: 'text', text: { content }, ...(id === undefined ? {} : { msgid: id }) });
      const presses = (label: string) => {
        const place =
          of(source)
            .findLast(({ choices }) => choices.includes(label))
            ?.choices.indexOf(label) ?? 0;
        return writes({ msgtype: 'text', text: { content: label, menu_id: String(place + 1) } });
      };
      const enters = (): Push => {
        const code = api.enters(source, `CODE${randomBytes(8).toString('hex')}`);
        const welcome = code === null ? {} : { welcome_code: code };
        return happens({ event_type: 'enter_session', scene: '123', scene_param: '', ...welcome });
      };
      return { ...{ source, shown: of(source) }, ...{ writes, happens, says, presses, enters } };
    },
    close: () => api.close(),
  };
}

export const simulator: Simulator = { open: (now) => openWecomKf(now) };

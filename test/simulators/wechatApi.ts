import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

export type Mishap = 'http 500' | 'http 429' | 'busy' | 'cut' | 'no answer';

const sendSchema = z.looseObject({
  touser: z.string(),
  msgtype: z.enum(['text', 'image', 'msgmenu']),
  text: z.strictObject({ content: z.string().min(1) }).optional(),
  image: z.strictObject({ media_id: z.string() }).optional(),
  msgmenu: z
    .strictObject({
      head_content: z.string(),
      list: z.array(z.strictObject({ id: z.string(), content: z.string().min(1) })).min(1),
      tail_content: z.string(),
    })
    .optional(),
});
export type CustomMessage = z.infer<typeof sendSchema>;
const tokenSchema = z.object({
  grant_type: z.literal('client_credential'),
  appid: z.string(),
  secret: z.string(),
  force_refresh: z.boolean().optional(),
});
const typingSchema = z.strictObject({ touser: z.string(), command: z.enum(['Typing', 'CancelTyping']) });

/** The HTTP API of official accounts: tokens, customer messages with their quota, temporary media. */
export interface WechatApi {
  readonly url: string;
  readonly sent: CustomMessage[];
  readonly typed: string[];
  readonly media: Map<string, Buffer>;
  /** Tokens that were made. */
  readonly tokens: string[];
  /** Codes other than 0 that were answered. */
  readonly refused: number[];
  /** Calls of the token endpoint. */
  asked: number;
  /** The customer did something: so many messages may follow, for so long. */
  allow(openid: string, messages: number, ms: number): void;
  /** The token of now is no longer good; the next question gives another. */
  expireToken(): void;
  /** So many calls are answered with 40001 although their token is good. */
  unjust: number;
  /** The next calls of `custom/send` meet these. */
  readonly mishaps: Mishap[];
  /** Called for each accepted message, before the answer. */
  onSent: (message: CustomMessage) => void;
  close(): Promise<void>;
}

export async function openWechatApi(account: { appId: string; secret: string }, now = Date.now): Promise<WechatApi> {
  const windows = new Map<string, { left: number; until: number }[]>();
  let good = new Set<string>();
  const newToken = () => {
    const token = `token-${api.tokens.length + 1}-${'x'.repeat(40)}`;
    api.tokens.push(token);
    good = new Set([token]);
    return { access_token: token, expires_in: 7200 };
  };
  const isAccount = (appid: string | null, secret: string | null) =>
    appid === account.appId && secret === account.secret;
  const server = createServer((req, res) => {
    void answer(req, res).catch(() => json(res, { errcode: 47001, errmsg: 'data format error' }));
  });
  const json = (res: ServerResponse, body: object) => {
    if ('errcode' in body && body.errcode !== 0) api.refused.push(Number(body.errcode));
    res.setHeader('content-type', 'application/json; encoding=utf-8');
    res.end(JSON.stringify(body));
  };

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '', 'http://x');
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const path = url.pathname.replace('/cgi-bin/', '');
    if (path === 'token') {
      // the classic one: each question ends the token before
      if (!isAccount(url.searchParams.get('appid'), url.searchParams.get('secret'))) {
        return json(res, { errcode: 40125, errmsg: 'invalid appsecret' });
      }
      api.asked += 1;
      return json(res, newToken());
    }
    if (path === 'stable_token') {
      const asked = tokenSchema.parse(JSON.parse(body.toString()));
      if (!isAccount(asked.appid, asked.secret)) return json(res, { errcode: 40125, errmsg: 'invalid appsecret' });
      api.asked += 1;
      const [present] = good;
      if (present === undefined || asked.force_refresh === true) return json(res, newToken());
      return json(res, { access_token: present, expires_in: 7200 });
    }
    if (!good.has(url.searchParams.get('access_token') ?? '') || api.unjust-- > 0) {
      return json(res, { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' });
    }
    switch (path) {
      case 'message/custom/send':
        return take(sendSchema.parse(JSON.parse(body.toString())), res);
      case 'message/custom/typing':
        api.typed.push(typingSchema.parse(JSON.parse(body.toString())).touser);
        return json(res, { errcode: 0, errmsg: 'ok' });
      case 'media/upload':
        return upload(req.headers['content-type'] ?? '', body, res);
      case 'media/get': {
        const file = api.media.get(url.searchParams.get('media_id') ?? '');
        if (file === undefined) return json(res, { errcode: 40007, errmsg: 'invalid media_id' });
        res.setHeader('content-type', 'image/png');
        res.end(file);
        return;
      }
      default:
        json(res, { errcode: 40066, errmsg: 'invalid url' });
    }
  }

  async function upload(type: string, body: Buffer, res: ServerResponse) {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    const media = form.get('media');
    if (!(media instanceof Blob)) return json(res, { errcode: 41005, errmsg: 'media data missing' });
    const id = `media-${api.media.size + 1}`;
    api.media.set(id, Buffer.from(await media.arrayBuffer()));
    return json(res, { type: 'image', media_id: id, created_at: Math.floor(now() / 1000) });
  }

  function take(message: CustomMessage, res: ServerResponse) {
    const mishap = api.mishaps.shift();
    if (mishap === 'no answer') return;
    if (mishap === 'cut') return void res.destroy();
    if (mishap === 'http 500' || mishap === 'http 429') {
      res.statusCode = mishap === 'http 500' ? 500 : 429;
      res.end('out of order');
      return;
    }
    if (mishap === 'busy') return json(res, { errcode: -1, errmsg: 'system error' });
    const sizes = [message.text?.content, message.msgmenu?.head_content].map((text) => Buffer.byteLength(text ?? ''));
    if (Math.max(...sizes) > 2048) return json(res, { errcode: 45002, errmsg: 'content size out of limit' });
    const open = (windows.get(message.touser) ?? []).filter(({ until }) => until > now());
    if (open.length === 0) return json(res, { errcode: 45015, errmsg: 'response out of time limit' });
    const window = open.sort((a, b) => a.until - b.until).find(({ left }) => left > 0);
    if (window === undefined) return json(res, { errcode: 45047, errmsg: 'out of response count limit' });
    if (message.image && !api.media.has(message.image.media_id)) return json(res, { errcode: 40007, errmsg: 'media' });
    window.left -= 1;
    api.sent.push(message);
    api.onSent(message);
    return json(res, { errcode: 0, errmsg: 'ok' });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const api: WechatApi = {
    url: `http://127.0.0.1:${port}`,
    ...{
      sent: [],
      typed: [],
      media: new Map(),
      tokens: [],
      refused: [],
      asked: 0,
      unjust: 0,
      mishaps: [],
      onSent: () => {},
    },
    allow(openid, messages, ms) {
      windows.set(openid, [...(windows.get(openid) ?? []), { left: messages, until: now() + ms }].slice(-20));
    },
    expireToken: () => good.clear(),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return api;
}

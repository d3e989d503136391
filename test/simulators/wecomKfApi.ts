import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { openStub, type StubAnswer, type StubCall } from './stub.ts';
import { type KfSend, sessionsOf } from './wecomKfSessions.ts';

export type Mishap = 'http 500' | 'http 429' | 'busy' | 'cut' | 'cut after it was taken';
type Body = Readonly<Record<string, unknown>>;

const text = z.string();
const click = z.strictObject({ id: text.min(1).max(64), content: text.min(1) });
const content = {
  msgid: z.string().regex(/^[0-9a-zA-Z_-]{1,32}$/),
  text: z.strictObject({ content: text.min(1) }).optional(),
  msgmenu: z
    .strictObject({
      head_content: text.optional(),
      list: z
        .array(z.strictObject({ type: z.literal('click'), click }))
        .min(1)
        .max(10),
      tail_content: text.optional(),
    })
    .optional(),
};
const media = z.strictObject({ media_id: text }).optional();
const sendSchema = z.strictObject({
  ...content,
  ...{ touser: text, open_kfid: text, image: media, file: media },
  msgtype: z.enum(['text', 'image', 'file', 'msgmenu']),
});
const onEventSchema = z.strictObject({ ...content, code: text, msgtype: z.enum(['text', 'msgmenu']) });
const syncSchema = z.strictObject({
  cursor: text.max(64).optional(),
  token: text.max(128).optional(),
  limit: z.number().int().min(1).max(1000),
  voice_format: z.union([z.literal(0), z.literal(1)]),
  open_kfid: text,
});
const stateSchema = z.strictObject({ open_kfid: text, external_userid: text });
const transSchema = z.strictObject({
  ...stateSchema.shape,
  service_state: z.number(),
  servicer_userid: text.optional(),
});

/** The HTTP API of customer service: tokens, reading by cursor, sessions with their quota, files. */
export interface WecomKfApi extends ReturnType<typeof sessionsOf> {
  readonly url: string;
  /** What was posted, by path. */
  readonly posted: { readonly path: string; readonly body: Body }[];
  readonly media: Map<string, Buffer>;
  /** The types files were uploaded as. */
  readonly uploaded: string[];
  readonly tokens: string[];
  /** Codes other than 0 that were answered. */
  readonly refused: number[];
  asked: number;
  expireToken(): void;
  /** What is in an account's history, oldest first. */
  history(openKfId: string): Body[];
  /** The next calls of `send_msg` meet these. */
  readonly mishaps: Mishap[];
  /** The longest answer of `sync_msg`, and how long it takes. */
  pageSize: number;
  syncMs: number;
  /** The most calls of `sync_msg` for one account at the same time. */
  mostSyncing: number;
  syncs: number;
  onSent: (to: string, message: KfSend) => void;
  close(): Promise<void>;
}

export async function openWecomKfApi(account: { corpId: string; secret: string }, now = Date.now): Promise<WecomKfApi> {
  const histories = new Map<string, Body[]>();
  const syncing = new Map<string, number>();
  const taken = new Set<string>();
  const sessions = sessionsOf(now);
  let good: string | null = null;

  const json = (body: Body): StubAnswer => {
    if (body.errcode !== 0 && body.errcode !== undefined) api.refused.push(Number(body.errcode));
    return { json: { errmsg: 'ok', ...body } };
  };
  const refuse = (errcode: number) => json({ errcode, errmsg: 'refused' });

  async function answer(call: StubCall): Promise<StubAnswer> {
    const path = call.path.replace('/cgi-bin/', '');
    if (path === 'gettoken') return token(call);
    if (good === null || call.query.get('access_token') !== good) return refuse(42001);
    if (path === 'media/get') {
      const file = api.media.get(call.query.get('media_id') ?? '');
      return file ? { file, type: 'application/octet-stream' } : refuse(40007);
    }
    if (path === 'media/upload') return upload(call);
    const body = call.json() as Body;
    api.posted.push({ path, body });
    switch (path) {
      case 'kf/sync_msg':
        return sync(syncSchema.parse(body));
      case 'kf/send_msg':
        return send(sendSchema.parse(body));
      case 'kf/send_msg_on_event': {
        const { code, ...message } = onEventSchema.parse(body);
        const whom = sessions.welcomed(code);
        return whom === null ? refuse(95007) : show(whom, message);
      }
      case 'kf/service_state/get': {
        const { open_kfid, external_userid } = stateSchema.parse(body);
        return json({ errcode: 0, service_state: sessions.stateOf(`${open_kfid}/${external_userid}`) });
      }
      case 'kf/service_state/trans': {
        const { open_kfid, external_userid, service_state } = transSchema.parse(body);
        return json({ errcode: sessions.move(`${open_kfid}/${external_userid}`, service_state) ? 0 : 95016 });
      }
      default:
        return refuse(40066);
    }
  }

  function token({ query, method }: StubCall): StubAnswer {
    if (method !== 'GET' || query.get('corpid') !== account.corpId) return refuse(40013);
    if (query.get('corpsecret') !== account.secret) return refuse(40001);
    api.asked += 1;
    // the same one while it is good
    good ??= `token-${api.tokens.length + 1}-${'y'.repeat(40)}`;
    if (api.tokens.at(-1) !== good) api.tokens.push(good);
    return json({ errcode: 0, access_token: good, expires_in: 7200 });
  }

  async function sync({ open_kfid, cursor, limit }: z.infer<typeof syncSchema>): Promise<StubAnswer> {
    const running = (syncing.get(open_kfid) ?? 0) + 1;
    syncing.set(open_kfid, running);
    api.mostSyncing = Math.max(api.mostSyncing, running);
    api.syncs += 1;
    const from = Number(cursor?.split('-')[1] ?? 0);
    const all = api.history(open_kfid);
    const to = Math.min(from + Math.min(limit, api.pageSize), all.length);
    const has_more = to < all.length ? 1 : 0;
    const msg_list = all.slice(from, to);
    // what comes meanwhile is not in this answer
    if (api.syncMs > 0) await sleep(api.syncMs);
    syncing.set(open_kfid, (syncing.get(open_kfid) ?? 1) - 1);
    return json({ errcode: 0, next_cursor: `4gw7-${to}`, has_more, msg_list });
  }

  function send({ touser, open_kfid, ...message }: z.infer<typeof sendSchema>): StubAnswer {
    const mishap = api.mishaps.shift();
    if (mishap === 'cut') return 'cut';
    if (mishap === 'http 500') return { status: 500, json: {} };
    if (mishap === 'http 429') return { status: 429, json: {} };
    if (mishap === 'busy') return refuse(-1);
    const to = `${open_kfid}/${touser}`;
    const file = message.image ?? message.file;
    if (file && !api.media.has(file.media_id)) return refuse(40007);
    if (!taken.has(message.msgid)) {
      const code = sessions.spend(to);
      if (code !== 0) return refuse(code);
    }
    const shown = show(to, message);
    return mishap === undefined ? shown : 'cut';
  }

  function show(to: string, message: KfSend): StubAnswer {
    const sizes = [message.msgmenu?.head_content, message.msgmenu?.tail_content].map((part) => part ?? '');
    if (Buffer.byteLength(message.text?.content ?? '') > 2048) return refuse(45002);
    if (sizes.some((part) => Buffer.byteLength(part) > 1024)) return refuse(45002);
    if (message.msgmenu?.list.some(({ click: { content: label } }) => Buffer.byteLength(label) > 128))
      return refuse(45002);
    if (!taken.has(message.msgid)) api.onSent(to, message);
    taken.add(message.msgid);
    return json({ errcode: 0, msgid: message.msgid });
  }

  async function upload(call: StubCall): Promise<StubAnswer> {
    const file = (await call.form()).get('media');
    const type = call.query.get('type') ?? '';
    if (!(file instanceof Blob) || !['image', 'file'].includes(type)) return refuse(41005);
    const media_id = `up-${api.media.size + 1}`;
    api.media.set(media_id, Buffer.from(await file.arrayBuffer()));
    api.uploaded.push(type);
    return json({ errcode: 0, type, media_id, created_at: String(Math.floor(now() / 1000)) });
  }

  const stub = await openStub(answer, (error) => refuse(error instanceof z.ZodError ? 40058 : 47001));
  const api: WecomKfApi = {
    ...{ ...sessions, url: stub.url, posted: [], media: new Map(), uploaded: [], tokens: [], refused: [], mishaps: [] },
    ...{ asked: 0, pageSize: 1000, syncMs: 0, mostSyncing: 0, syncs: 0, onSent: () => {} },
    expireToken() {
      good = null;
    },
    history(openKfId) {
      const history = histories.get(openKfId) ?? [];
      histories.set(openKfId, history);
      return history;
    },
    close: () => stub.close(),
  };
  return api;
}

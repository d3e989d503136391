import { z } from 'zod';
import { openStub, type StubAnswer, type StubCall } from './stub.ts';

/** Answered in the place of an acceptance: a code of the platform, or nothing sensible at all. */
export type Mishap = number | 'http 500' | 'cut' | 'silence';

const reply = z.strictObject({ id: z.string().min(1).max(256), title: z.string().min(1).max(20) });
const row = z.strictObject({
  id: z.string().min(1).max(200),
  title: z.string().min(1).max(24),
  description: z.string().min(1).max(72).optional(),
});
const body = z.strictObject({ text: z.string().min(1).max(1024) });
const interactive = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('button'),
    body,
    action: z.strictObject({
      buttons: z
        .array(z.strictObject({ type: z.literal('reply'), reply }))
        .min(1)
        .max(3),
    }),
  }),
  z.strictObject({
    type: z.literal('list'),
    body,
    action: z.strictObject({
      button: z.string().min(1).max(20),
      sections: z.array(z.strictObject({ rows: z.array(row).min(1).max(10) })).length(1),
    }),
  }),
]);
const base = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual'),
  to: z
    .string()
    .regex(/^\d{3,20}$/)
    .optional(),
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.\w+$/)
    .optional(),
};
const template = z.strictObject({
  name: z.string(),
  language: z.strictObject({ policy: z.literal('deterministic'), code: z.string() }),
  components: z.array(
    z.strictObject({
      type: z.literal('body'),
      parameters: z
        .array(z.strictObject({ type: z.literal('text'), text: z.string().regex(/^(?!.*(?:[\n\t]| {5}))/) }))
        .length(1),
    }),
  ),
});
/** As an answer to a message of the customer. */
const typingSchema = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().min(1),
  typing_indicator: z.strictObject({ type: z.literal('text') }),
});
const messageSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...base,
    type: z.literal('text'),
    text: z.strictObject({ body: z.string().min(1).max(4096), preview_url: z.boolean().optional() }),
  }),
  z.strictObject({ ...base, type: z.literal('interactive'), interactive }),
  z.strictObject({ ...base, type: z.literal('image'), image: z.strictObject({ id: z.string() }) }),
  z.strictObject({
    ...base,
    type: z.literal('document'),
    document: z.strictObject({ id: z.string(), filename: z.string() }),
  }),
  z.strictObject({ ...base, type: z.literal('template'), template }),
]);
export type SentMessage = z.output<typeof messageSchema>;

/** The Graph API as far as the Cloud API's messages go. */
export interface WhatsappApi {
  readonly url: string;
  readonly sent: SentMessage[];
  /** Ids of messages that customers sent. */
  readonly received: Set<string>;
  /** Those that were answered by typing. */
  readonly typed: string[];
  readonly media: Map<string, { content: Buffer; type: string }>;
  /** Codes that were answered. */
  readonly refused: number[];
  readonly mishaps: Mishap[];
  /** The customer wrote: for 24 hours anything may be written. */
  allow(source: string): void;
  /** Called for each accepted message, before the answer. */
  onSent: (to: string, message: SentMessage) => void;
  close(): Promise<void>;
}

const DAY_MS = 86_400_000;

export async function openWhatsappApi(
  account: { readonly phoneNumberId: string; readonly accessToken: string; readonly version: string },
  now: () => number,
): Promise<WhatsappApi> {
  const open = new Map<string, number>();
  const refusal = (code: number, status = 400): StubAnswer => {
    api.refused.push(code);
    return { status, json: { error: { message: `(#${code})`, type: 'OAuthException', code, fbtrace_id: 'x' } } };
  };

  async function answer({ method, path, headers, json, form }: StubCall): Promise<StubAnswer> {
    if (headers.authorization !== `Bearer ${account.accessToken}`) return refusal(190, 401);
    const file = api.media.get(path.replace('/file/', ''));
    if (path.startsWith('/file/')) return file ? { file: file.content, type: file.type } : { status: 404, json: {} };
    const [, version, id = '', what] = path.split('/');
    if (version !== account.version) return refusal(2500);
    if (method === 'GET') {
      return api.media.has(id) ? { json: { url: `${stub.url}/file/${id}`, mime_type: 'x', id } } : refusal(100);
    }
    if (id !== account.phoneNumberId) return refusal(100);
    if (what === 'media') return upload(await form());
    if (what !== 'messages') return refusal(100);
    const typing = typingSchema.safeParse(json()).data;
    return typing ? type(typing.message_id) : accept(messageSchema.parse(json()));
  }

  function type(id: string): StubAnswer {
    if (!api.received.has(id)) return refusal(100);
    api.typed.push(id);
    return { json: { success: true } };
  }

  async function upload(form: FormData): Promise<StubAnswer> {
    const given = form.get('file');
    if (form.get('messaging_product') !== 'whatsapp' || !(given instanceof Blob)) return refusal(100);
    const id = `90${api.media.size + 1}`;
    api.media.set(id, { content: Buffer.from(await given.arrayBuffer()), type: given.type });
    return { json: { id } };
  }

  function accept(message: SentMessage): StubAnswer {
    const mishap = api.mishaps.shift();
    if (mishap === 'http 500') return { status: 500, json: 'out of order' };
    if (mishap === 'cut' || mishap === 'silence') return mishap;
    if (mishap !== undefined) return refusal(mishap, mishap === 130429 ? 429 : 400);
    const to = message.recipient ?? message.to;
    if (to === undefined) return refusal(131008);
    if (message.type !== 'template' && (open.get(to) ?? 0) <= now()) return refusal(131047);
    const media = message.type === 'image' ? message.image : message.type === 'document' ? message.document : null;
    if (media && !api.media.has(media.id)) return refusal(131053);
    const id = `wamid.OUT${api.sent.push(message)}`;
    api.onSent(to, message);
    return { json: { messaging_product: 'whatsapp', contacts: [{ input: to, wa_id: to }], messages: [{ id }] } };
  }

  // what a strict schema refuses is a parameter the platform does not know
  const stub = await openStub(answer, () => refusal(100));
  const api: WhatsappApi = {
    ...{
      url: stub.url,
      sent: [],
      received: new Set(),
      typed: [],
      media: new Map(),
      refused: [],
      mishaps: [],
      onSent: () => {},
    },
    allow: (source) => void open.set(source, now() + DAY_MS),
    close: stub.close,
  };
  return api;
}

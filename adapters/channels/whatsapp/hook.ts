import { z } from 'zod';

const text = z.string();
const short = z.string().max(1000);
const media = z.object({
  id: z.string().regex(/^[\w-]{1,200}$/),
  caption: text.optional(),
  filename: short.optional(),
});
const code = z.object({ code: z.number().int() });
/** Two letters of a country, then letters and digits; `ENT` stands in the shared ids of managed businesses. */
export const USER_ID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;
const userId = z.string().regex(USER_ID);
const phone = z.string().regex(/^\d{3,20}$/);

const messageSchema = z.object({
  id: z.string().min(1).max(256),
  /** Seconds. */
  timestamp: z.string().regex(/^\d{1,11}$/),
  type: z.string().max(60),
  from: phone.optional(),
  from_user_id: userId.optional(),
  group_id: short.optional(),
  text: z.object({ body: text }).optional(),
  image: media.optional(),
  document: media.optional(),
  audio: z.unknown().optional(),
  video: z.object({ caption: text.optional() }).optional(),
  location: z
    .object({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      name: text.optional(),
      address: text.optional(),
    })
    .optional(),
  contacts: z
    .array(z.object({ name: z.object({ formatted_name: short.optional() }).optional() }))
    .max(300)
    .optional(),
  button: z.object({ payload: short.optional(), text: short }).optional(),
  interactive: z
    .object({
      button_reply: z.object({ id: short, title: short }).optional(),
      list_reply: z.object({ id: short, title: short, description: short.optional() }).optional(),
      nfm_reply: z.object({ body: text.optional() }).optional(),
    })
    .optional(),
  system: z.object({ type: short.optional() }).optional(),
});
export type HookMessage = z.infer<typeof messageSchema>;

const statusSchema = z.object({
  id: z.string().min(1).max(256),
  status: z.enum(['sent', 'delivered', 'read', 'failed']),
  timestamp: z.string().regex(/^\d{1,11}$/),
  errors: z.array(code).max(20).optional(),
});
export type HookStatus = z.infer<typeof statusSchema>;

const contactSchema = z.object({ wa_id: phone.optional(), user_id: userId.optional() });
const list = z.array(z.unknown()).default([]);
const valueSchema = z.object({
  metadata: z.object({ phone_number_id: z.string().max(40) }),
  contacts: list,
  messages: list,
  statuses: list,
  errors: list,
});
const hookSchema = z.object({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(z.object({ changes: list })).max(1000),
});
const changeSchema = z.object({ field: z.literal('messages'), value: valueSchema });

/** What one webhook brings: the changes of several numbers, each with several messages. */
export interface Hook {
  /** With the customer's id: the one made for this business when there is one, else their phone number. */
  readonly messages: readonly { readonly source: string; readonly message: HookMessage }[];
  readonly statuses: readonly HookStatus[];
  /** Codes of what went wrong on the platform's side. */
  readonly errors: readonly number[];
  /** What nobody could read, or what was for another number of the business. */
  readonly dropped: number;
}

/** Reads what is for this number; null when it is no webhook of the platform. One bad message does not spoil the others. */
export function readHook(body: unknown, phoneNumberId: string): Hook | null {
  const hook = hookSchema.safeParse(body).data;
  if (hook === undefined) return null;
  const read = { messages: [] as Hook['messages'][number][], statuses: [] as HookStatus[], errors: [] as number[] };
  let dropped = 0;
  for (const change of hook.entry.flatMap(({ changes }) => changes)) {
    const value = changeSchema.safeParse(change).data?.value;
    if (value === undefined || value.metadata.phone_number_id !== phoneNumberId) {
      dropped += 1;
      continue;
    }
    const contacts = value.contacts.flatMap((contact) => contactSchema.safeParse(contact).data ?? []);
    for (const each of value.messages) {
      const message = messageSchema.safeParse(each).data;
      const source = message && sourceOf(message, contacts);
      if (message && source !== undefined) read.messages.push({ source, message });
      else dropped += 1;
    }
    const statuses = value.statuses.flatMap((status) => statusSchema.safeParse(status).data ?? []);
    dropped += value.statuses.length - statuses.length;
    read.statuses.push(...statuses);
    read.errors.push(...value.errors.flatMap((error) => code.safeParse(error).data?.code ?? []));
  }
  return { ...read, dropped };
}

function sourceOf(message: HookMessage, contacts: readonly z.infer<typeof contactSchema>[]): string | undefined {
  const { from, from_user_id } = message;
  if (from_user_id !== undefined) return from_user_id;
  const known = contacts.find(({ wa_id }) => wa_id === from) ?? (from === undefined ? contacts[0] : undefined);
  return known?.user_id ?? from ?? known?.wa_id;
}

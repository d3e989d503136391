import { z } from 'zod';

const text = z.string();
const short = z.string().max(1000);
/** 52 bits. */
const id = z.int();
const fileId = z.string().regex(/^[\w-]{1,300}$/);

const userSchema = z.object({ id, is_bot: z.boolean().optional(), language_code: z.string().max(35).optional() });
const chatSchema = z.object({ id, type: z.string().max(20) });
const placeSchema = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });

const messageSchema = z.object({
  chat: chatSchema,
  from: userSchema.optional(),
  /** Seconds. */
  date: z.number().min(0).optional(),
  text: text.optional(),
  caption: text.optional(),
  /** The same picture in several sizes. */
  photo: z
    .array(z.object({ file_id: fileId, file_size: z.number().optional() }))
    .max(50)
    .optional(),
  document: z.object({ file_id: fileId, file_name: short.optional(), file_size: z.number().optional() }).optional(),
  voice: z.unknown().optional(),
  audio: z.unknown().optional(),
  video: z.unknown().optional(),
  video_note: z.unknown().optional(),
  contact: z.object({ first_name: short.optional() }).optional(),
  location: placeSchema.optional(),
  venue: z.object({ location: placeSchema, title: short.optional(), address: short.optional() }).optional(),
  /** Things that happened in a chat. */
  new_chat_members: z.unknown().optional(),
  pinned_message: z.unknown().optional(),
});
export type TelegramMessage = z.infer<typeof messageSchema>;

const buttonSchema = z.object({ text: short, callback_data: short.optional() });
const callbackSchema = z.object({
  id: z.string().min(1).max(100),
  from: userSchema,
  data: short.optional(),
  message: z
    .object({
      chat: chatSchema,
      reply_markup: z.object({ inline_keyboard: z.array(z.array(buttonSchema)).max(100) }).optional(),
    })
    .optional(),
});
const memberSchema = z.object({
  chat: chatSchema,
  from: userSchema,
  date: z.number().min(0).optional(),
  new_chat_member: z.object({ status: z.string().max(40) }),
});

const updateSchema = z.object({
  update_id: z.int().min(0),
  message: messageSchema.optional(),
  edited_message: messageSchema.optional(),
  callback_query: callbackSchema.optional(),
  my_chat_member: memberSchema.optional(),
});
export type Update = z.infer<typeof updateSchema>;
export type Callback = z.infer<typeof callbackSchema>;
export type Membership = z.infer<typeof memberSchema>;
/** What we ask Telegram for. */
export const UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** Null for what nobody can read. */
export function readUpdate(body: unknown): Update | null {
  return updateSchema.safeParse(body).data ?? null;
}

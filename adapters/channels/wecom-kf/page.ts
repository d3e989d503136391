import { createHash } from 'node:crypto';
import { z } from 'zod';

const text = z.string();
const userId = z.string().regex(/^[\w-]{1,128}$/);
const messageId = z.string().min(1).max(256);
/** A part that is not as we know it is left out: the message is one of a kind we cannot read. */
const part = <S extends z.core.$ZodLooseShape>(shape: S) => z.object(shape).optional().catch(undefined);
const media = part({ media_id: z.string().min(1).max(300) });

const eventSchema = z.object({
  event_type: z.string().max(60),
  external_userid: userId.optional(),
  welcome_code: z.string().min(1).max(300).optional().catch(undefined),
  fail_msgid: messageId.optional().catch(undefined),
  fail_type: z.number().int().optional().catch(undefined),
  recall_msgid: messageId.optional().catch(undefined),
});
export type KfEvent = z.infer<typeof eventSchema>;

const itemSchema = z.object({
  msgid: messageId.optional(),
  external_userid: userId.optional(),
  /** Seconds. */
  send_time: z.number().int().min(0).optional(),
  /** 3 the customer, 4 the platform, 5 somebody in the WeCom app. */
  origin: z.number().int().optional(),
  msgtype: z.string().min(1).max(60),
  text: part({ content: text, menu_id: z.string().max(200).optional() }),
  image: media,
  file: media,
  location: part({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: text.optional(),
    address: text.optional(),
  }),
  link: part({ title: text.optional(), desc: text.optional(), url: text.optional() }),
  miniprogram: part({ title: text.optional() }),
  channels: part({ nickname: text.optional(), title: text.optional() }),
  channels_shop_product: part({ title: text.optional() }),
  channels_shop_order: part({ product_titles: text.optional(), order_id: text.optional() }),
  merged_msg: part({ title: text.optional() }),
  event: eventSchema.optional(),
});
export type KfItem = z.infer<typeof itemSchema>;

const pageSchema = z.object({
  next_cursor: z.string().max(200).default(''),
  has_more: z.number().int().default(0),
  msg_list: z.array(z.unknown()).default([]),
});

/** One answer of `kf/sync_msg`. */
export interface Page {
  readonly items: readonly KfItem[];
  /** Empty when the platform gave none. */
  readonly next: string;
  readonly more: boolean;
  /** Entries that nobody could read. */
  readonly dropped: number;
}

/** Null when it is no such answer. One bad entry does not spoil the others. */
export function readPage(body: unknown): Page | null {
  const page = pageSchema.safeParse(body).data;
  if (page === undefined) return null;
  const items = page.msg_list.flatMap((entry) => itemSchema.safeParse(entry).data ?? []);
  const { next_cursor, has_more, msg_list } = page;
  return { items, next: next_cursor, more: has_more === 1, dropped: msg_list.length - items.length };
}

/** The customer an entry is about; events tell them inside. */
export function customerOf({ external_userid, event }: KfItem): string | null {
  return external_userid ?? event?.external_userid ?? null;
}

/** A copy gives the same. The platform's own ids are unique; an event without one is told by what it holds. */
export function idOf(item: KfItem): string {
  if (item.msgid !== undefined) return item.msgid;
  const parts = JSON.stringify([item.send_time, item.msgtype, customerOf(item), item.event]);
  return `event-${createHash('sha256').update(parts).digest('base64url').slice(0, 32)}`;
}

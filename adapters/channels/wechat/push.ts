import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../../../domain/ids.ts';
import type { ChannelMessage } from '../messaging/port.ts';
import { readXml } from '../tencent/xml.ts';

const text = z.string();
/** The elements we read of what the platform pushes; all others are dropped. */
const pushSchema = z.object({
  FromUserName: z.string().min(1).max(100),
  ToUserName: z.string().min(1).max(100),
  /** Seconds. */
  CreateTime: z.string().regex(/^\d{1,11}$/),
  MsgType: z.string().min(1).max(60),
  /** 64 bits. Events have none. */
  MsgId: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
  Event: z.string().max(100).optional(),
  EventKey: z.string().max(1000).optional(),
  Content: text.optional(),
  /** Of a pressed entry of a menu in the conversation; its label is the content. */
  bizmsgmenuid: z.string().max(100).optional(),
  MediaId: z.string().max(300).optional(),
  Recognition: text.optional(),
  Location_X: text.optional(),
  Location_Y: text.optional(),
  Label: text.optional(),
  Title: text.optional(),
  Description: text.optional(),
  Url: text.optional(),
});
export type Push = z.infer<typeof pushSchema>;

/** Null when the text is no push. */
export function readPush(xml: string): Push | null {
  return pushSchema.safeParse(readXml(xml)).data ?? null;
}

/** A copy of a push gives the same; events of one second by what they are. */
export function idOf(push: Push): string {
  if (push.MsgId !== undefined) return push.MsgId;
  const parts = [push.FromUserName, push.CreateTime, push.Event ?? push.MsgType, push.EventKey ?? ''];
  return `event-${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 32)}`;
}

const AN_HOUR_MS = 3_600_000;

/**
 * When it was sent: the platform tells whole seconds, of which the last instant is taken, so that each of two messages in
 * one second opens its own window. A time far from ours is not believed: the clocks of cases begin with it.
 */
export function timeOf({ CreateTime }: Push, now: Instant): Instant {
  const sent = Number(CreateTime) * 1000;
  return sent <= now && sent > now - AN_HOUR_MS ? Math.min(now, sent + 999) : now;
}

/** What a push is about, without the ids and times that all have. */
export type Meaning = Pick<ChannelMessage, 'kind' | 'text' | 'trigger'> &
  Partial<Pick<ChannelMessage, 'value' | 'location' | 'consent'>>;

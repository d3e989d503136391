import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type BotActivity, type InboundActivity, inboundActivitySchema } from '../../../bot/activity.ts';
import type { Inbound } from '../../../bot/conversations.ts';
import type { ConversationId, Instant, MessageId } from '../../../domain/ids.ts';

/** What we need of a channel's activity to answer it. */
export const channelActivitySchema = inboundActivitySchema.required({
  channelId: true,
  conversation: true,
  from: true,
  serviceUrl: true,
});
export type ChannelActivity = z.infer<typeof channelActivitySchema>;

const objectSchema = z.record(z.string(), z.unknown());

/** Some channels write `null` for "nothing": fields and their fields with null are left out before checking. */
export function withoutNulls(body: unknown): unknown {
  const top = objectSchema.safeParse(body);
  if (!top.success || Array.isArray(body)) return body;
  const fields = Object.entries(top.data).filter(([, value]) => value !== null);
  return Object.fromEntries(
    fields.map(([name, value]) => {
      const inner = Array.isArray(value) ? undefined : objectSchema.safeParse(value).data;
      if (inner === undefined || name === 'value' || name === 'channelData') return [name, value];
      return [name, Object.fromEntries(Object.entries(inner).filter(([, each]) => each !== null))];
    }),
  );
}

/** Our id of a channel's conversation: theirs may be long, personal, or of any form. */
export function azureConversation(channelId: string, conversation: string): ConversationId {
  const hash = createHash('sha256').update(`${channelId}\n${conversation}`).digest('base64url');
  return `az-${hash.slice(0, 32)}` as ConversationId;
}

export interface Received {
  readonly conversation: ConversationId;
  readonly inbound: Inbound;
  readonly shown: BotActivity | null;
}

/** What an activity becomes, or null when it tells the bot nothing: typing, and the bot's own arrival. */
export function received(activity: ChannelActivity, now: Instant): Received | null {
  const conversation = azureConversation(activity.channelId, activity.conversation.id);
  const id = (activity.id ?? randomUUID()) as MessageId;
  if (activity.type === 'typing') return null;
  const { membersAdded, ...rest } = activity;
  const others = membersAdded?.filter((member) => member.id !== activity.recipient?.id);
  if (activity.type === 'conversationUpdate' && (others ?? []).length === 0) return null;
  const own: InboundActivity = {
    ...rest,
    ...(others === undefined ? {} : { membersAdded: others }),
    timestamp: new Date(now).toISOString(),
  };
  return { conversation, inbound: { id, activity: own, at: now }, shown: shownOf(activity, now) };
}

function shownOf(activity: ChannelActivity, now: Instant): BotActivity | null {
  if (activity.type !== 'message') return null;
  return {
    type: 'message',
    timestamp: new Date(now).toISOString(),
    from: { id: activity.from.id, role: 'user' },
    text: activity.text ?? '',
    textFormat: 'plain',
    ...(activity.locale === undefined ? {} : { locale: activity.locale }),
  };
}

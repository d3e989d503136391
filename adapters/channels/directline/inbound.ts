import { createHash, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { type BotActivity, type InboundActivity, inboundActivitySchema, WEB_CHANNEL } from '../../../bot/activity.ts';
import type { Inbound } from '../../../bot/conversations.ts';
import type { ConversationId, Instant, MessageId } from '../../../domain/ids.ts';
import { HttpError } from '../../http/answer.ts';
import { explain } from '../../http/json.ts';
import { BOT_ID } from './ids.ts';

/** What a client may post; everything else of the protocol is said by channels, not by customers. */
const POSTABLE = new Set(['message', 'event', 'typing', 'endOfConversation', 'messageReaction']);
/** `channelData` of the echo, as JSON; more than that is cut down to what clients need to recognise their message. */
const CHANNEL_DATA_LIMIT = 4096;
/** `value` of an event or a button, as JSON. */
const VALUE_LIMIT = 8192;
const CLIENT_ID = 'clientActivityID';

/** What a message becomes: for the inbox, and, when it is shown in the transcript, for the log. */
export interface Posted {
  readonly inbound: Inbound;
  readonly shown: BotActivity | null;
}
export interface StoredFile {
  readonly contentType: string;
  readonly contentUrl: string;
  readonly name: string;
}

/** Checks an activity a client posted; 400 with what is wrong. */
export function readActivity(body: unknown): InboundActivity {
  const parsed: z.ZodSafeParseResult<InboundActivity> = inboundActivitySchema.safeParse(body);
  if (!parsed.success) throw new HttpError(400, 'BadArgument', explain(parsed.error));
  if (!POSTABLE.has(parsed.data.type)) {
    throw new HttpError(400, 'BadArgument', `type: one of ${[...POSTABLE].join(', ')}`);
  }
  if (JSON.stringify(parsed.data.value ?? null).length > VALUE_LIMIT) {
    throw new HttpError(400, 'BadArgument', `value: more than ${VALUE_LIMIT} characters as JSON`);
  }
  return parsed.data;
}

/**
 * Makes a client's activity ours: sender, conversation, channel and time are what we know, not what was sent. Its id is
 * the client's `clientActivityID` when given, so that a repeat is recognised.
 */
export function posted(
  conversation: ConversationId,
  user: string,
  activity: InboundActivity,
  files: readonly StoredFile[],
  now: Instant,
): Posted {
  const timestamp = new Date(now).toISOString();
  const channelData = kept(activity.channelData ?? {});
  const id = messageId(activity, user);
  const attachments = files.map((file) => ({ ...file }));
  const {
    serviceUrl: _,
    membersAdded: __,
    membersRemoved: ___,
    deliveryMode: ____,
    entities: _____,
    ...said
  } = activity;
  const own: InboundActivity = {
    ...said,
    id,
    timestamp,
    from: { id: user, role: 'user' },
    recipient: { id: BOT_ID },
    conversation: { id: conversation },
    channelId: WEB_CHANNEL,
    channelData,
    ...(files.length === 0 ? { attachments: [] } : { attachments }),
  };
  const shown: BotActivity = {
    type: 'message',
    timestamp,
    from: { id: user, role: 'user' },
    text: displayText(activity),
    textFormat: 'plain',
    channelData,
    ...(activity.locale === undefined ? {} : { locale: activity.locale }),
    ...(files.length === 0 ? {} : { attachments }),
  };
  return { inbound: { id, activity: own, at: now }, shown: activity.type === 'message' ? shown : null };
}

/** What starts a conversation: its visitor has come. The id is derived, so a second start has no effect. */
export function arrival(conversation: ConversationId, user: string, locale: string | undefined, now: Instant): Inbound {
  const id = `${conversation}:start` as MessageId;
  return {
    id,
    at: now,
    activity: {
      type: 'conversationUpdate',
      id,
      timestamp: new Date(now).toISOString(),
      from: { id: user, role: 'user' },
      recipient: { id: BOT_ID },
      conversation: { id: conversation },
      channelId: WEB_CHANNEL,
      membersAdded: [{ id: user }],
      ...(locale === undefined ? {} : { locale }),
    },
  };
}

/** A button with `messageBack` shows other words than it says. */
function displayText(activity: InboundActivity): string {
  const back = activity.channelData?.messageBack;
  const shown = typeof back === 'object' && back !== null && 'displayText' in back ? back.displayText : undefined;
  return typeof shown === 'string' ? shown.slice(0, 1000) : (activity.text ?? '');
}

function messageId(activity: InboundActivity, user: string): MessageId {
  const given = activity.channelData?.[CLIENT_ID];
  if (typeof given !== 'string' || given === '') return randomUUID() as MessageId;
  // Hashed: bounded, and no client can make the id of an event of ours or of another user.
  return createHash('sha256').update(`${user}\n${given}`).digest('base64url').slice(0, 32) as MessageId;
}

/** Leftovers of a failed copy would sort a repeated message into the past: dropped. */
function kept(channelData: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { 'webchat:sequence-id': _, webChat: __, shouwen: ___, ...rest } = channelData;
  if (JSON.stringify(rest).length <= CHANNEL_DATA_LIMIT) return rest;
  const id = rest[CLIENT_ID];
  return typeof id === 'string' ? { [CLIENT_ID]: id.slice(0, 200) } : {};
}

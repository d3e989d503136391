import { createHash } from 'node:crypto';
import type { BotActivity, InboundActivity } from '../../../bot/activity.ts';
import type { Inbound } from '../../../bot/conversations.ts';
import type { ConversationId, MessageId } from '../../../domain/ids.ts';
import type { ChannelMessage, ChannelName } from './port.ts';

/** Our id of a customer's conversation on an account: platform ids are personal and may be long. */
export function channelConversation(channel: ChannelName, account: string, source: string): ConversationId {
  const hash = createHash('sha256').update(`${channel}\n${account}\n${source}`).digest('base64url');
  return `${channel}-${hash.slice(0, 32)}` as ConversationId;
}

export interface Taken {
  readonly conversation: ConversationId;
  readonly inbound: Inbound;
  readonly shown: BotActivity | null;
}

/** A channel's message as an Activity for the inbox, and as a line of the log. `text` is what a menu's number stands for. */
export function taken(channel: ChannelName, account: string, message: ChannelMessage, text: string): Taken {
  const conversation = channelConversation(channel, account, message.source);
  const timestamp = new Date(message.at).toISOString();
  const from = { id: message.source, role: 'user' } as const;
  const attachments = message.files.map((file) => ({ ...file }));
  const activity: InboundActivity = {
    type: message.kind === 'message' ? 'message' : 'conversationUpdate',
    id: message.id,
    timestamp,
    channelId: channel,
    from,
    recipient: { id: account },
    conversation: { id: conversation },
    text,
    attachments,
    ...(message.locale === undefined ? {} : { locale: message.locale }),
    ...(message.value === undefined ? {} : { value: message.value }),
    ...(message.kind === 'arrival' ? { membersAdded: [{ id: message.source }] } : {}),
    ...(message.kind === 'departure' ? { membersRemoved: [{ id: message.source }] } : {}),
    ...(message.location === undefined ? {} : { entities: [{ type: 'GeoCoordinates', ...message.location }] }),
  };
  const shown: BotActivity = {
    type: 'message',
    timestamp,
    from,
    text,
    textFormat: 'plain',
    ...(attachments.length === 0 ? {} : { attachments }),
  };
  return {
    conversation,
    inbound: { id: message.id as MessageId, activity, at: message.at },
    shown: message.kind === 'message' ? shown : null,
  };
}

import { z } from 'zod';

/** Longest text of a message that is taken, in UTF-16 units; longer ones are refused at the border with a reason. */
export const TEXT_LIMIT = 10_000;

/** The web chat: its conversations fetch their replies themselves. */
export const WEB_CHANNEL = 'web';
/** Events that the product itself puts into an inbox (reminders, news of a case). */
export const INTERNAL_CHANNEL = 'shouwen.internal';
/** In place of the address of a file that stands in the log itself: the web chat puts a signed one there. */
export const MADE_FILE = '/made-here';
/** Names that no caller may claim: they decide who the customer is and what is believed. */
const RESERVED: ReadonlySet<string> = new Set([WEB_CHANNEL, INTERNAL_CHANNEL]);

const id = z.string().min(1).max(300);
const account = z.object({
  id: id,
  name: z.string().max(200).optional(),
  role: z.string().max(20).optional(),
  aadObjectId: z.string().max(100).optional(),
});
export const attachmentSchema = z.object({
  contentType: z.string().min(1).max(120),
  contentUrl: z.string().max(2000).optional(),
  name: z.string().max(200).optional(),
  thumbnailUrl: z.string().max(200_000).optional(),
  content: z.unknown().optional(),
});
const channelData = z.record(z.string().max(100), z.unknown());

/**
 * The part of a Bot Framework Activity that we take from a channel; anything else is dropped (channels send extra fields).
 * Source: Bot Framework Activity schema 3.0.
 */
export const inboundActivitySchema = z.object({
  type: z.enum([
    'message',
    'conversationUpdate',
    'event',
    'typing',
    'endOfConversation',
    'messageReaction',
    'invoke',
    'installationUpdate',
    'messageUpdate',
    'messageDelete',
  ]),
  id: id.optional(),
  timestamp: z.string().max(40).optional(),
  locale: z.string().max(35).optional(),
  text: z.string().max(TEXT_LIMIT).optional(),
  textFormat: z.string().max(20).optional(),
  name: z.string().max(100).optional(),
  value: z.unknown().optional(),
  from: account.optional(),
  recipient: account.optional(),
  conversation: z
    .object({
      id: id,
      name: z.string().max(200).optional(),
      isGroup: z.boolean().optional(),
      tenantId: z.string().max(100).optional(),
      conversationType: z.string().max(40).optional(),
    })
    .optional(),
  channelId: z
    .string()
    .max(60)
    .refine((name) => !RESERVED.has(name), 'a name that is kept for the product itself')
    .optional(),
  serviceUrl: z.string().max(500).optional(),
  replyToId: id.optional(),
  membersAdded: z.array(account).max(50).optional(),
  membersRemoved: z.array(account).max(50).optional(),
  attachments: z.array(attachmentSchema).max(10).optional(),
  entities: z.array(z.record(z.string(), z.unknown())).max(20).optional(),
  channelData: channelData.optional(),
  deliveryMode: z.string().max(40).optional(),
});
export type InboundActivity = z.infer<typeof inboundActivitySchema>;

export interface SuggestedAction {
  readonly type: 'imBack' | 'postBack' | 'messageBack';
  readonly title: string;
  readonly value: string;
}

/** An activity as it stands in the log: the customer's echo or a reply of the bot. */
export interface BotActivity {
  readonly type: 'message' | 'event' | 'typing';
  readonly id?: string;
  readonly timestamp?: string;
  readonly from: { readonly id: string; readonly name?: string; readonly role: 'bot' | 'user' };
  readonly text?: string;
  readonly textFormat?: 'plain';
  readonly locale?: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly attachments?: readonly {
    contentType: string;
    contentUrl?: string;
    name?: string;
    thumbnailUrl?: string;
    content?: unknown;
  }[];
  readonly suggestedActions?: { readonly actions: readonly SuggestedAction[] };
  readonly channelData?: Readonly<Record<string, unknown>>;
  readonly replyToId?: string;
}

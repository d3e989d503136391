import { TEXT_LIMIT, WEB_CHANNEL } from '../../bot/activity.ts';
import type { ConversationId, Instant } from '../../domain/ids.ts';
import type { ChannelCaps } from '../channels/messaging/caps.ts';
import type { ChannelStore } from '../channels/messaging/store.ts';

/** What a customer's channel can carry from an agent. */
export interface ChannelLimits {
  /** UTF-16 units of one message. */
  readonly textLimit: number;
  readonly images: boolean;
  readonly files: boolean;
  readonly typing: boolean;
  /** Messages left before the customer must write again; null = no such limit. */
  readonly quotaLeft: number | null;
  readonly windowEndsAt: Instant | null;
}

/** What the messaging channels tell of themselves. */
export interface ChannelKnowledge {
  readonly capsOf: (channel: string) => ChannelCaps | null;
  readonly window: ChannelStore['window'];
  /** The agent who has this conversation is writing. */
  readonly typing?: (conversation: ConversationId) => void;
}

const UNLIMITED = { quotaLeft: null, windowEndsAt: null } as const;
const WEB: ChannelLimits = { textLimit: TEXT_LIMIT, images: true, files: true, typing: true, ...UNLIMITED };
/** A channel of which nothing else is known: words only. */
const PLAIN: ChannelLimits = { textLimit: 2000, images: false, files: false, typing: false, ...UNLIMITED };
/** UTF-8 bytes of a Han character: the worst that agents write. */
const HAN_BYTES = 3;

/** What can be sent at all: by size and kind. */
export function limitsOf(channel: string, known: ChannelKnowledge | null): ChannelLimits {
  if (channel === WEB_CHANNEL) return WEB;
  const caps = known?.capsOf(channel) ?? null;
  if (caps === null) return PLAIN;
  const { text, media, typing } = caps;
  const units = text.max * text.maxParts;
  return {
    textLimit: text.unit === 'bytes' ? Math.floor(units / HAN_BYTES) : units,
    images: media.out.includes('image'),
    files: media.out.includes('file'),
    typing,
    ...UNLIMITED,
  };
}

/** And how much may be sent now: 0 left until the customer writes again. */
export async function limitsNow(
  channel: string,
  conversation: ConversationId,
  known: ChannelKnowledge | null,
  now: Instant,
): Promise<ChannelLimits> {
  const limits = limitsOf(channel, known);
  if (known?.capsOf(channel)?.windows === undefined) return limits;
  const open = await known.window(conversation, now);
  return { ...limits, quotaLeft: open === null ? 0 : open.left, windowEndsAt: open?.until ?? now };
}

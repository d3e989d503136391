import { TEXT_LIMIT, WEB_CHANNEL } from '../../bot/activity.ts';
import type { Instant } from '../../domain/ids.ts';

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

const UNLIMITED = { quotaLeft: null, windowEndsAt: null } as const;
const WEB: ChannelLimits = { textLimit: TEXT_LIMIT, images: true, files: true, typing: true, ...UNLIMITED };
/** A channel of which nothing else is known: words only. */
const PLAIN: ChannelLimits = { textLimit: 2000, images: false, files: false, typing: false, ...UNLIMITED };

export function limitsOf(channel: string): ChannelLimits {
  return channel === WEB_CHANNEL ? WEB : PLAIN;
}

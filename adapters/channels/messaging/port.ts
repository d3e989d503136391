import type { z } from 'zod';
import type { ConversationId, Instant } from '../../../domain/ids.ts';
import type { Log } from '../../http/log.ts';
import type { HttpServer } from '../../http/server.ts';
import type { Uploads } from '../../uploads/store.ts';
import type { ChannelCaps, Trigger } from './caps.ts';
import type { ChannelStore } from './store.ts';

export const CHANNEL_NAMES = ['wechat', 'wecom-kf', 'sms-smpp', 'sms-http', 'whatsapp', 'telegram'] as const;
export type ChannelName = (typeof CHANNEL_NAMES)[number];

export function isMessaging(channelId: string): channelId is ChannelName {
  return CHANNEL_NAMES.some((name) => name === channelId);
}

/** Something a customer did on a channel, verified and parsed. */
export interface ChannelMessage {
  /** The platform's id of the customer (openid, phone number, chat id). */
  readonly source: string;
  /** The platform's id of the message, unique for the account; made from what is stable when it has none. */
  readonly id: string;
  readonly at: Instant;
  /** `arrival`: came for the first time or again; `departure`: cannot be written to any more. */
  readonly kind: 'message' | 'arrival' | 'departure';
  readonly text: string;
  readonly locale?: string;
  /** The value of a pressed button, when the platform sends it apart from its label. */
  readonly value?: string;
  readonly files: readonly { readonly contentType: string; readonly contentUrl: string; readonly name: string }[];
  readonly location?: { readonly latitude: number; readonly longitude: number; readonly label: string | null };
  readonly trigger: Trigger;
  /** The customer's word on being written to (STOP, unsubscribe, a refusal the platform reports). */
  readonly consent?: boolean;
}

export type Received = 'accepted' | 'duplicate' | 'full';

/** One message to a customer after rendering: fits the channel's caps. */
export interface Outgoing {
  /** At most 32 of `[0-9a-zA-Z_-]`, the same for a repeat: an idempotency key where the platform takes one. */
  readonly id: string;
  readonly text: string;
  readonly actions: readonly { readonly label: string; readonly value: string }[];
  readonly media?: {
    readonly kind: 'image' | 'file';
    readonly contentType: string;
    readonly url: string;
    readonly name: string;
  };
}

export type Sent =
  | { readonly kind: 'sent'; readonly platformId?: string }
  /** Throttled, or the platform is away. `maybe`: it may have been taken all the same. */
  | { readonly kind: 'later'; readonly afterMs?: number; readonly code: string; readonly maybe?: boolean }
  /** The customer must write first; nothing was sent. */
  | { readonly kind: 'closed'; readonly code: string }
  /** The customer cannot be reached here any more (blocked, unsubscribed). */
  | { readonly kind: 'unreachable'; readonly code: string }
  /** This message will never be taken (refused content, settings); the rest goes on. */
  | { readonly kind: 'never'; readonly code: string };

/** What the product gives a channel. */
export interface ChannelHost {
  readonly server: HttpServer;
  readonly store: ChannelStore;
  readonly uploads: Uploads;
  readonly log: Log;
  readonly now: () => Instant;
  /** Takes a verified message: durable when it resolves. Rejects while the stores are away: let the platform send again. */
  receive(account: string, message: ChannelMessage): Promise<Received>;
  /** The conversation of a customer of an account, for whatever a channel keeps by conversation. */
  conversation(account: string, source: string): ConversationId;
}

/** One account of a channel, running. */
export interface ChannelAccount {
  readonly channel: ChannelName;
  /** The name in its webhook path. */
  readonly account: string;
  readonly caps: ChannelCaps;
  /** One message to one customer. Never throws for what the platform says. */
  send(to: string, message: Outgoing): Promise<Sent>;
  /**
   * The same in a text that the platform approved beforehand, for when no window is open (`proactive: 'template'`); without
   * one the message waits for the customer.
   */
  sendPrepared?(to: string, message: Outgoing): Promise<Sent>;
  /** Whether the platform knows a repeat of `send` by the message's id: what a crash leaves open is sent again. */
  readonly knowsRepeats?: boolean;
  /** Shows the customer for some seconds that somebody is writing to them. */
  readonly typing?: {
    /** How long it lasts, or so long that the platform does not mind a repeat. */
    readonly everyMs: number;
    /** Never throws for what the platform says. */
    show(to: string): Promise<void>;
  };
  /**
   * Takes the turn's first message as the answer to a webhook that still waits (channels with `caps.reply`); false when
   * none waits any more.
   */
  answerInline?(to: string, message: Outgoing): Promise<boolean>;
  /** Everything said to this customer so far was sent: a webhook that still waits has nothing to wait for. */
  settled?(to: string): void;
  /** The same, when a turn of the conversation had nothing to say. */
  silent?(conversation: ConversationId): void;
  stop(): Promise<void>;
}

/** A channel: reads an account of `channels.yaml`, mounts its webhook or opens its connection. One folder each. */
export interface Channel {
  readonly name: ChannelName;
  readonly caps: ChannelCaps;
  /** What an account of `channels.yaml` must hold; refusals never show a value. */
  readonly settings: z.ZodType;
  /** @throws z.ZodError when the account's settings have faults */
  start(settings: unknown, host: ChannelHost): Promise<ChannelAccount>;
}

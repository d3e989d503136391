import { z } from 'zod';
import type { Delivery } from '../../../bot/delivery.ts';
import type { Intake } from '../../../bot/intake.ts';
import type { ConversationId } from '../../../domain/ids.ts';
import type { AccountSettings } from './accounts.ts';
import { createMessagingDelivery } from './delivery.ts';
import { channelConversation, taken } from './inbound.ts';
import { picked } from './menu.ts';
import type { Channel, ChannelAccount, ChannelHost, ChannelMessage, Received } from './port.ts';

export interface Messaging {
  readonly delivery: Delivery;
  readonly accounts: readonly ChannelAccount[];
  /** A turn of this conversation ended without a reply: a webhook that still waits for one has nothing to wait for. */
  silent(conversation: ConversationId): void;
  stop(): Promise<void>;
}

/** An account whose settings have faults; the message names it and them, never a value. */
export class ChannelFaulty extends Error {
  override readonly name = 'ChannelFaulty';
}

export type MessagingHost = Omit<ChannelHost, 'receive' | 'conversation'> & {
  /** Marks the conversation as pushed before its first message. */
  readonly intake: Intake;
  /** The customer's word on being written to, on a channel. */
  readonly consent: (message: {
    channel: string;
    account: string;
    source: string;
    given: boolean;
    id: string;
    at: number;
  }) => Promise<void>;
};

/** Starts every account of the file. Throws `ChannelFaulty` with all faults before anything is mounted. */
export async function startMessaging(
  channels: readonly Channel[],
  accounts: readonly AccountSettings[],
  host: MessagingHost,
): Promise<Messaging> {
  const running: ChannelAccount[] = [];
  const faults: string[] = [];
  for (const settings of accounts) {
    const channel = channels.find(({ name }) => name === settings.channel);
    if (channel === undefined) {
      faults.push(`${settings.channel}: there is no such channel`);
      continue;
    }
    try {
      running.push(await channel.start(settings, hostOf(channel, host)));
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      const name = `${settings.channel}/${settings.account}`;
      faults.push(...error.issues.map(({ path, message }) => `${name}: ${path.join('.')}: ${message}`));
    }
  }
  if (faults.length > 0) {
    await Promise.all(running.map((account) => account.stop()));
    throw new ChannelFaulty(faults.join('\n'));
  }
  const accountOf = (channel: string, account: string) =>
    running.find((one) => one.channel === channel && one.account === account) ?? null;
  return {
    delivery: createMessagingDelivery({ accountOf, store: host.store, log: host.log, now: host.now }),
    accounts: running,
    silent(conversation) {
      for (const account of running) account.silent?.(conversation);
    },
    stop: async () => void (await Promise.all(running.map((account) => account.stop()))),
  };
}

function hostOf({ name, caps }: Channel, { intake, consent, ...host }: MessagingHost): ChannelHost {
  return {
    ...host,
    conversation: (account, source) => channelConversation(name, account, source),
    async receive(account: string, message: ChannelMessage): Promise<Received> {
      const conversation = channelConversation(name, account, message.source);
      if (message.consent !== undefined) {
        await consent({
          channel: name,
          account,
          source: message.source,
          given: message.consent,
          id: message.id,
          at: message.at,
        });
      }
      const window = caps.windows?.[message.trigger];
      if (window && message.kind !== 'departure') {
        await host.store.openWindow(conversation, message.trigger, window.quota, message.at + window.ms);
      }
      const choice = message.value === undefined ? picked(message.text, await host.store.menu(conversation)) : null;
      const { inbound, shown } = taken(name, account, message, choice?.label ?? message.text);
      const accepted = await intake(conversation, inbound, shown);
      return accepted.kind;
    },
  };
}

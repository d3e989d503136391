import type { Delivery } from '../../../bot/delivery.ts';
import type { Intake } from '../../../bot/intake.ts';
import type { Customers } from '../../../domain/customers/customer.ts';
import type { ConversationId } from '../../../domain/ids.ts';
import type { AccountSettings } from './accounts.ts';
import { createMessagingDelivery } from './delivery.ts';
import { channelConversation, taken } from './inbound.ts';
import { picked } from './menu.ts';
import type { Channel, ChannelAccount, ChannelHost, ChannelMessage, Received } from './port.ts';
import { tellingRefusals } from './refusals.ts';
import { createTyping } from './typing.ts';

export interface Messaging {
  readonly delivery: Delivery;
  readonly accounts: readonly ChannelAccount[];
  /** An agent who has this conversation is writing: shown to the customer where the channel can. */
  typing(conversation: ConversationId): void;
  /** A turn of this conversation ended without a reply: a webhook that still waits for one has nothing to wait for. */
  silent(conversation: ConversationId): void;
  stop(): Promise<void>;
}

/** An account whose settings have faults; the message names it and them, never a value. */
export class ChannelFaulty extends Error {
  override readonly name = 'ChannelFaulty';
}

export type MessagingHost = Omit<ChannelHost, 'receive' | 'conversation'> & {
  readonly customers: Pick<Customers, 'standing'>;
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

/** What each channel says of its accounts' settings; never a value. */
export function accountFaults(channels: readonly Channel[], accounts: readonly AccountSettings[]): readonly string[] {
  return accounts.flatMap((settings) => {
    const name = `${settings.channel}/${settings.account}`;
    const channel = channels.find((each) => each.name === settings.channel);
    if (channel === undefined) return [`${settings.channel}: there is no such channel`];
    const issues = channel.settings.safeParse(settings).error?.issues ?? [];
    return issues.map(({ path, message }) => `${name}: ${path.join('.')}: ${message}`);
  });
}

/** Starts every account of the file. Throws `ChannelFaulty` with all faults before anything is mounted. */
export async function startMessaging(
  channels: readonly Channel[],
  accounts: readonly AccountSettings[],
  host: MessagingHost,
): Promise<Messaging> {
  const faults = accountFaults(channels, accounts);
  if (faults.length > 0) throw new ChannelFaulty(faults.join('\n'));
  const running: ChannelAccount[] = [];
  for (const settings of accounts) {
    const channel = channels.find(({ name }) => name === settings.channel);
    if (channel !== undefined) running.push(await channel.start(settings, hostOf(channel, host)));
  }
  const accountOf = (channel: string, account: string) =>
    running.find((one) => one.channel === channel && one.account === account) ?? null;
  return {
    delivery: createMessagingDelivery({ accountOf, ...host }),
    accounts: running,
    typing: createTyping({ accountOf, ...host }),
    silent(conversation) {
      for (const account of running) account.silent?.(conversation);
    },
    stop: async () => void (await Promise.all(running.map((account) => account.stop()))),
  };
}

function hostOf({ name, caps }: Channel, { intake, consent, customers: _, ...host }: MessagingHost): ChannelHost {
  return {
    ...host,
    server: tellingRefusals(host.server, name, host.log, host.now),
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

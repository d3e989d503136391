import type { Channel, ChannelAccount, ChannelMessage } from '../../../adapters/channels/messaging/port.ts';
import type { Shop } from './shop.ts';

/** What a channel gave to the product, in order. */
export interface Spied {
  readonly channel: Channel;
  readonly received: ChannelMessage[];
  readonly receipts: { readonly id: string; readonly state: string }[];
}

export function spied(real: Channel): Spied {
  const received: ChannelMessage[] = [];
  const receipts: { id: string; state: string }[] = [];
  const channel: Channel = {
    ...real,
    start: (settings, host) =>
      real.start(settings, {
        ...host,
        store: {
          ...host.store,
          async receipt(id, state, at) {
            receipts.push({ id, state });
            await host.store.receipt(id, state, at);
          },
        },
        async receive(account, message) {
          const taken = await host.receive(account, message);
          if (taken === 'accepted') received.push(message);
          return taken;
        },
      }),
  };
  return { channel, received, receipts };
}

/** The running account of the first instance. */
export function accountOf(shop: Shop): ChannelAccount {
  const account = shop.instances[0]?.messaging.accounts[0];
  if (account === undefined) throw new Error('no account runs');
  return account;
}

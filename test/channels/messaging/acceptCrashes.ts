import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel } from '../../../adapters/channels/messaging/port.ts';
import type { Platform } from '../../simulators/platform.ts';
import { until } from '../directline/line.ts';
import type { ChannelHarness, Open } from './acceptance.ts';
import { echoing } from './echoing.ts';

/** A process that ends between the note that a message is sent and the note that it was. */
export function crashesOf<P extends Platform>(open: Open, { channel, knowsRepeats = false }: ChannelHarness<P>): void {
  for (const when of ['before', 'after'] as const) {
    it(`says nothing twice when it ends ${when} the platform has the message`, async () => {
      const { platform, shop, base } = await open({ respond: echoing, channel: ending(channel, when) });
      const customer = platform.customer();
      assert.equal(await customer.says('菜单甲')(base), 200);
      await until('it ended', () => shop.faults.length > 0);
      assert.equal(await customer.says('菜单乙')(base), 200);
      await until('the next is answered', () => customer.shown.some(({ text }) => text.startsWith('回声：菜单乙')));
      await sleep(100);
      const first = customer.shown.filter(({ text }) => text.startsWith('回声：菜单甲')).length;
      assert.equal(first, when === 'after' || knowsRepeats ? 1 : 0);
      shop.faults.length = 0;
    });
  }
}

/** Its first message meets the end. */
function ending(real: Channel, when: 'before' | 'after'): Channel {
  let ended = false;
  return {
    ...real,
    async start(settings, host) {
      const account = await real.start(settings, host);
      return {
        ...account,
        async send(to, message) {
          if (ended) return account.send(to, message);
          ended = true;
          if (when === 'after') await account.send(to, message);
          throw new Error('the process ended');
        },
      };
    },
  };
}

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from '../../simulators/platform.ts';
import { until } from '../directline/line.ts';
import type { ChannelHarness, Open } from './acceptance.ts';
import { echoing } from './echoing.ts';

/** An agent writes: shown where the channel can, and nowhere else. */
export function typingOf<P extends Platform>(open: Open, { channel, typed, overQuota }: ChannelHarness<P>): void {
  it(`${channel.caps.typing ? 'shows' : 'does not show'} that an agent is writing, and takes no message of the quota`, async () => {
    const { platform, shop, base } = await open({ instances: 2, respond: echoing });
    const customer = platform.customer();
    assert.equal(await customer.says('喂')(base), 200);
    await until('answered', () => customer.shown.length === 1);
    const conversation = shop.conversation(customer.source);
    const before = await shop.ledger.channelStore.window(conversation, 0);
    const [{ messaging } = assert.fail()] = shop.instances;
    const account = messaging.accounts[0];
    assert.equal(account?.typing !== undefined, channel.caps.typing);
    for (let stroke = 0; stroke < 5; stroke++) {
      messaging.typing(conversation);
      await sleep(20);
    }
    if (typed) await until('shown', () => typed(platform as P) > 0);
    await sleep(50);
    assert.equal(typed?.(platform as P) ?? 0, channel.caps.typing ? 1 : 0, 'seldom');
    assert.deepEqual(await shop.ledger.channelStore.window(conversation, 0), before);
    assert.equal(customer.shown.length, 1);
    assert.equal(overQuota?.(platform as P) ?? 0, 0);
  });

  it('is not hurt by a platform that shows no typing', async () => {
    const { platform, shop, base } = await open({ respond: echoing });
    const customer = platform.customer();
    assert.equal(await customer.says('喂')(base), 200);
    await until('answered', () => customer.shown.length === 1);
    const [{ messaging } = assert.fail()] = shop.instances;
    await platform.close();
    messaging.typing(shop.conversation(customer.source));
    messaging.typing(shop.conversation('nobody'));
    await sleep(50);
  });
}

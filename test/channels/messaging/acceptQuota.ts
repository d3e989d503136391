import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from '../../simulators/platform.ts';
import { until } from '../directline/line.ts';
import type { ChannelHarness, Open } from './acceptance.ts';
import { echoing } from './echoing.ts';

/** A platform that takes only so many messages for one of the customer's. */
export function quotaOf<P extends Platform>(open: Open, harness: ChannelHarness<P>): void {
  const quota = harness.channel.caps.windows?.message?.quota ?? null;
  const { overQuota } = harness;
  if (quota === null || !overQuota) return;

  it('sends no more than its quota, tells the customer with the last one, and goes on when they write', async () => {
    const { platform, shop, base } = await open({ respond: echoing });
    const customer = platform.customer();
    await customer.says(`很多${quota + 1}`)(base);
    await until('the quota is used', () => customer.shown.length === quota);
    await sleep(300);
    assert.equal(customer.shown.length, quota);
    assert.match(customer.shown.at(-1)?.text ?? '', /回复任意文字/);
    // a window of whole seconds
    await sleep(1100);
    await customer.says('继续')(base);
    await until('the rest', () => customer.shown.some(({ text }) => text === '回声：继续'));
    const texts = customer.shown.map(({ text }) => text);
    // a file that the words had to stand for comes with the rest
    const files = texts.flatMap((text) => /^\[(\d+)\.pdf\]/.exec(text)?.[1] ?? []);
    assert.deepEqual(
      files.map(Number),
      [...Array(quota + 1).keys()].map((at) => at + 1),
      texts.join(),
    );
    assert.deepEqual([texts[0], texts.at(-1)], [`回声：很多${quota + 1}`, '回声：继续']);
    assert.equal(texts.filter((text) => /回复任意文字/.test(text)).length, 1);
    const waits = shop.logged.filter((line) => line.startsWith('a message waits until the customer writes'));
    const facts = { channel: harness.channel.name, account: platform.account.account, code: 'quota' };
    assert.deepEqual(waits, [`a message waits until the customer writes ${JSON.stringify(facts)}`]);
    assert.equal(overQuota(platform as P), 0, 'the platform never had to refuse');
  });
}

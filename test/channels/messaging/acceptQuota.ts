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
    const { platform, base } = await open({ respond: echoing });
    const customer = platform.customer();
    await customer.says(`很多${quota + 1}`)(base);
    await until('the quota is used', () => customer.shown.length === quota);
    await sleep(300);
    assert.equal(customer.shown.length, quota);
    assert.match(customer.shown.at(-1)?.text ?? '', /回复任意文字/);
    // a window of whole seconds
    await sleep(1100);
    await customer.says('继续')(base);
    await until('the rest', () => customer.shown.length === quota + 3);
    assert.deepEqual(
      customer.shown.slice(quota).map(({ text }) => text),
      [`[${quota}.pdf]`, `[${quota + 1}.pdf]`, '回声：继续'],
    );
    assert.equal(overQuota(platform as P), 0, 'the platform never had to refuse');
  });
}

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from '../../simulators/platform.ts';
import { until } from '../directline/line.ts';
import type { ChannelHarness, Open, Trouble } from './acceptance.ts';
import { echoing } from './echoing.ts';

/** More than are sent before it is over. */
const FOR_LONG = 10_000;
const OUTAGE_MS = 2000;

/** A platform that takes nothing for a while: everything arrives afterwards, once, in order, and the log says why it was late. */
export function outagesOf<P extends Platform>(open: Open, { channel, mishap, codes }: ChannelHarness<P>): void {
  for (const kind of ['away', 'throttled'] as const satisfies readonly Trouble[]) {
    if (mishap === undefined) return;
    it(`outlasts a platform that is ${kind}: nothing twice, nothing lost, in order`, async () => {
      const { platform, shop, base } = await open({ respond: echoing });
      const customers = [platform.customer(), platform.customer()];
      mishap(platform as P, kind, FOR_LONG);
      for (const word of ['甲', '乙', '丙']) {
        for (const customer of customers) {
          // with choices below it is no answer to the webhook itself
          const push = customer.says(`菜单${word}`);
          // the platform repeats what it was not told in time that we have it
          assert.deepEqual([await push(base), await push(base)], [200, 200]);
        }
        await until('the turns are over', () => shop.worked.length % customers.length === 0);
        await sleep(OUTAGE_MS / 3);
      }
      mishap(platform as P, kind, 0);
      await until('all is shown', () => customers.every(({ shown }) => shown.length >= 3), 45_000);
      await sleep(200);
      for (const { shown } of customers) {
        // some channels write the choices below
        const texts = shown.map(({ text }) => text.split('\n\n')[0]);
        assert.deepEqual(texts, ['回声：菜单甲', '回声：菜单乙', '回声：菜单丙']);
      }
      assert.equal(shop.worked.length, 6);
      const line = (code: string) =>
        `a message was not sent {"channel":"${channel.name}","account":"${platform.account.account}","code":"${code}"`;
      const told = codes?.[kind].filter((code) => shop.logged.some((entry) => entry.startsWith(line(code))));
      assert.notDeepEqual(told ?? [], [], shop.logged.filter((entry) => entry.includes('not sent')).join('\n'));
    });
  }
}

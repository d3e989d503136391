import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel } from '../../../adapters/channels/messaging/port.ts';
import { smsHttp } from '../../../adapters/channels/sms/http/index.ts';
import { createSmsSmpp } from '../../../adapters/channels/sms/smpp/index.ts';
import type { Platform } from '../../simulators/platform.ts';
import { openGateway } from '../../simulators/sms-http.ts';
import { openSmpp } from '../../simulators/sms-smpp.ts';
import { until } from '../directline/line.ts';
import { echoing } from '../messaging/echoing.ts';
import { openShop } from '../messaging/shop.ts';
import { QUICK } from './quick.ts';

const channels: readonly (readonly [Channel, () => Promise<Platform>])[] = [
  [createSmsSmpp({ ...QUICK, answer: 5000 }), openSmpp],
  [smsHttp, openGateway],
];

for (const [channel, open] of channels) {
  describe(`${channel.name}: a customer who opts out`, () => {
    it('is not understood but obeyed: one goodbye, then nothing until they write', async () => {
      const platform = await open();
      const shop = await openShop({ channel, account: platform.account, respond: echoing });
      const [instance] = shop.instances;
      assert.ok(instance);
      try {
        const customer = platform.customer();
        const texts = () => customer.shown.map(({ text }) => text);
        const says = async (text: string) => assert.equal(await customer.says(text)(instance.base), 200);
        await says('喂');
        await until('answered', () => texts().length === 1);
        const stop = customer.says('ＴＤ。');
        await Promise.all([stop(instance.base), stop(instance.base)]);
        await until('a goodbye', () => texts().length >= 2);
        await stop(instance.base);
        assert.match(texts()[1] ?? '', /^您已退订/);
        assert.deepEqual(
          new Set(shop.consents.map(({ source, given }) => `${source} ${given}`)),
          new Set([`${customer.source} false`]),
        );
        // we would write first
        const [account] = instance.messaging.accounts;
        const first = { id: 'news', text: '有新套餐', actions: [] };
        assert.deepEqual(await account?.send(customer.source, first), { kind: 'closed', code: 'opted-out' });
        await sleep(100);
        assert.equal(texts().length, 2);
        assert.ok(texts().every((text) => !text.includes('ＴＤ')));
        await says('查话费');
        await until('answered again', () => texts().length === 3);
        assert.equal(texts()[2], '回声：查话费');
        assert.equal((await account?.send(customer.source, first))?.kind, 'sent');
        await says('恢复');
        await until('noted', () => shop.consents.at(-1)?.given === true);
        assert.deepEqual(shop.faults, []);
      } finally {
        await shop.close();
        await platform.close();
      }
    });

    it('is not brought back, nor sent away, by a repeat of what they said before', async () => {
      const platform = await open();
      const shop = await openShop({ channel, account: platform.account, respond: echoing });
      const base = shop.instances[0]?.base ?? '';
      const [account] = shop.instances[0]?.messaging.accounts ?? [];
      try {
        const customer = platform.customer();
        let news = 0;
        const isStopped = async () => {
          const sent = await account?.send(customer.source, { id: `news${++news}`, text: '有新套餐', actions: [] });
          return sent?.kind === 'closed';
        };
        const [hello, stop, start] = ['喂', 'TD', '恢复'].map((text) => customer.says(text));
        await hello?.(base);
        await until('answered', () => customer.shown.length === 1);
        await stop?.(base);
        assert.equal(await isStopped(), true);
        await hello?.(base);
        assert.equal(await isStopped(), true, 'said before the opt-out');
        await start?.(base);
        assert.equal(await isStopped(), false);
        await stop?.(base);
        assert.equal(await isStopped(), false, 'obeyed before they came back');
        await customer.says('退订')(base);
        await start?.(base);
        assert.equal(await isStopped(), true, 'they left again since');
        assert.deepEqual(shop.faults, []);
      } finally {
        await shop.close();
        await platform.close();
      }
    });
  });
}

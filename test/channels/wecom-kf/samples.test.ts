import assert from 'node:assert/strict';
import { readXml } from '../../../adapters/channels/tencent/xml.ts';
import { wecomKf } from '../../../adapters/channels/wecom-kf/index.ts';
import { meaningOf } from '../../../adapters/channels/wecom-kf/meaning.ts';
import { customerOf, idOf, readPage } from '../../../adapters/channels/wecom-kf/page.ts';
import { openWecomKf } from '../../simulators/wecom-kf.ts';
import { until } from '../directline/line.ts';
import { echoing } from '../messaging/echoing.ts';
import { openShop, shopNow } from '../messaging/shop.ts';
import { callbackSample, differences, hasSamples, jsonSample } from '../tencent/samples.ts';

describe('wecom-kf: the samples of another project', () => {
  before(function () {
    if (!hasSamples()) this.skip();
  });

  it('are read: a page of messages and events', () => {
    const page = readPage(jsonSample('CgibinKfSyncMessageResponse'));
    assert.ok(page);
    assert.deepEqual([page.next, page.more, page.dropped, page.items.length], ['4gw7MepFLfgF2VC5npN', true, 0, 7]);
    assert.deepEqual(
      page.items.map((item) => meaningOf(item)?.text ?? null),
      ['❔', null, null, 'TITLE', 'PRODUCT_TITLES\nORDER_ID', '视频号名称\n动态标题', '群聊的聊天记录'],
    );
    assert.deepEqual(page.items.map(customerOf).slice(0, 2), Array(2).fill('wmAJ2GCAAAme1XQRC-NI-q0_ZM9ukoAw'));
    assert.equal(page.items[1]?.event?.recall_msgid, 'RECALL_MSGID');
    assert.equal(new Set(page.items.map(idOf)).size, 7);
  });
  it('are read: the callback', () => {
    const callback = readXml(callbackSample());
    const { Event, Token, OpenKfId } = callback ?? {};
    assert.deepEqual([Event, OpenKfId], ['kf_msg_or_event', 'wkxxxxxxx']);
    assert.equal(Token, 'ENCApHxnGDNAVNY4AaSJKj4Tb5mwsEMzxhFmHVGcra996NR');
  });

  it('hold everything that we post', async () => {
    const platform = await openWecomKf(shopNow);
    const shop = await openShop({ channel: wecomKf, account: platform.account, respond: echoing });
    const base = shop.instances[0]?.base ?? '';
    try {
      const customer = platform.customer();
      await customer.says('菜单')(base);
      await until('answered', () => customer.shown.length > 0);
      await customer.says('喂')(base);
      await until('both', () => customer.shown.length > 1);
      const known: Readonly<Record<string, unknown>> = {
        'kf/sync_msg': jsonSample('CgibinKfSyncMessageRequest'),
        'kf/send_msg': jsonSample('CgibinKfSendMessageRequest'),
        'kf/service_state/get': jsonSample('CgibinKfServiceStateGetRequest'),
        'kf/service_state/trans': jsonSample('CgibinKfServiceStateTransferRequest'),
      };
      assert.deepEqual([...new Set(platform.api.posted.map(({ path }) => path))].sort(), Object.keys(known).sort());
      for (const { path, body } of platform.api.posted) assert.deepEqual(differences(body, known[path]), [], path);
      const account = shop.instances[0]?.messaging.accounts[0];
      const code = platform.api.enters('wkFirst/wmNew', 'CODE') ?? '';
      await shop.ledger.channelStore.saveToken(`welcome/${shop.conversation('wkFirst/wmNew')}`, code, shopNow() + 9000);
      await account?.send('wkFirst/wmNew', { id: 'a', text: '您好', actions: [{ label: '报修', value: '报修' }] });
      const greeting = platform.api.posted.at(-1);
      assert.equal(greeting?.path, 'kf/send_msg_on_event');
      assert.deepEqual(differences(greeting?.body, jsonSample('CgibinKfSendMessageOnEventRequest')), []);
    } finally {
      await shop.close();
      await platform.close();
    }
    assert.deepEqual(shop.faults, []);
  });
});

import assert from 'node:assert/strict';
import { smsHttp } from '../../../adapters/channels/sms/http/index.ts';
import { createHandset } from '../../simulators/handset.ts';
import { SECRET } from '../../simulators/sms-http.ts';
import { freePort } from '../../support/ports.ts';
import { until } from '../directline/line.ts';
import { echoing } from '../messaging/echoing.ts';
import { openShop, type Shop } from '../messaging/shop.ts';
import { forwarder } from './forwarder.ts';
import { type Kannel, openKannel, USER } from './kannel.ts';

const QUERY = 'from=%p&to=%P&text=%b&ts=%T&coding=%c&charset=%C&id=%I';

describe('sms-http: with Kannel', function () {
  this.timeout(120_000);
  let kannel: Kannel | null = null;
  let shop: Shop;
  let front: Awaited<ReturnType<typeof forwarder>>;
  before(async function () {
    front = await forwarder(await freePort());
    kannel = await openKannel(`${front.url}/channels/sms-http/main/mo?secret=${SECRET}&${QUERY}`);
    if (kannel === null) return this.skip();
    shop = await openShop({
      channel: smsHttp,
      respond: echoing,
      account: {
        ...{ channel: 'sms-http', account: 'main', from: '10086', secret: SECRET, signature: '首问', ...USER },
        ...{ apiBase: kannel.sendsms, publicUrl: front.url },
      },
    });
    front.to = shop.instances[0]?.base ?? '';
  });
  after(async () => {
    await shop?.close();
    await kannel?.close();
    await front?.close();
  });

  const answer = async (from: string, text: string, ucs2: boolean, total: number) => {
    assert.ok(kannel);
    const { parts } = kannel.handset(from, text, ucs2);
    await until(`${total} parts`, () => parts.length >= total, 20_000);
    const handset = createHandset();
    for (const { to, header, content } of parts) {
      assert.equal(to, '+8613800138000');
      handset.gets(header, content);
    }
    return { texts: handset.shown.map((shown) => shown.text), parts: handset.parts };
  };

  it('answers a short message in one part, signed', async () => {
    const { texts, parts } = await answer('13800138000', 'CXYE 查余额', false, 1);
    assert.deepEqual([texts, parts], [['【首问】回声：CXYE 查余额'], [1]]);
  });
  it('reads UCS-2 as it came, and its answer arrives whole in three parts', async () => {
    const text = `${'我想查一下上个月的话费，为什么比平时多了好多？😀'.repeat(6)}谢谢`;
    const { texts, parts } = await answer('+8613800138000', text, true, 3);
    assert.deepEqual(texts, [`【首问】回声：${text}`]);
    assert.deepEqual(parts, [3]);
  });
  it('gets its receipts', async () => {
    await until('receipts', () => front.paths.filter((path) => /\/dlr\?.*&type=1$/.test(path)).length >= 2, 10_000);
    assert.ok(
      front.statuses.every((status) => status === 200),
      front.statuses.join(),
    );
  });
});

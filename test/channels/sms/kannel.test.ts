import assert from 'node:assert/strict';
import { smsHttp } from '../../../adapters/channels/sms/http/index.ts';
import { createHandset, utf16be } from '../../simulators/handset.ts';
import { SECRET } from '../../simulators/sms-http.ts';
import { freePort } from '../../support/ports.ts';
import { until } from '../directline/line.ts';
import { echoing } from '../messaging/echoing.ts';
import { openShop, type Shop } from '../messaging/shop.ts';
import { unpacked } from './debian.ts';
import { forwarder } from './forwarder.ts';
import { KANNEL, type Kannel, openKannel, USER } from './kannel.ts';

const QUERY = 'from=%p&to=%P&text=%b&ts=%T&coding=%c&charset=%C&id=%I';

describe('sms-http: with Kannel', function () {
  this.timeout(120_000);
  let tree: ReturnType<typeof unpacked> = null;
  let kannel: Kannel;
  let shop: Shop;
  let front: Awaited<ReturnType<typeof forwarder>>;
  before(async function () {
    tree = unpacked(KANNEL);
    if (tree === null) return this.skip();
    front = await forwarder(await freePort());
    kannel = await openKannel(`${front.url}/channels/sms-http/main/mo?secret=${SECRET}&${QUERY}`, tree.root);
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
    tree?.remove();
  });

  const statuses = () => front.calls.map(({ status }) => status);
  const receipts = () => front.calls.filter(({ path }) => path.includes('/dlr?'));
  const answer = async (from: string, text: string, ucs2: boolean, total: number) => {
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
  it('calls again as long as the stores are away, so that nothing a customer wrote is lost', async () => {
    shop.storesAway = true;
    const { parts } = kannel.handset('13800138000', 'CXLL');
    await until('refused', () => statuses().includes(503), 10_000);
    shop.storesAway = false;
    await until('answered', () => parts.length > 0, 20_000);
    assert.equal(utf16be(parts[0]?.content.toString('hex') ?? ''), '【首问】回声：CXLL');
  });
  it('gets its receipts', async () => {
    await until('receipts', () => receipts().filter(({ path }) => path.endsWith('&type=1')).length >= 2, 10_000);
    assert.ok(receipts().every(({ status }) => status === 200));
  });
});

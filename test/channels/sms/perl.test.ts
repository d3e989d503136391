import assert from 'node:assert/strict';
import { createSmsSmpp } from '../../../adapters/channels/sms/smpp/index.ts';
import { LOGIN } from '../../simulators/smsc.ts';
import { until } from '../directline/line.ts';
import { echoing } from '../messaging/echoing.ts';
import { openShop, type Shop } from '../messaging/shop.ts';
import { unpacked } from './debian.ts';
import { openPerlSmsc, type PerlSmsc } from './perlSmsc.ts';
import { QUICK } from './quick.ts';

describe('sms-smpp: with an SMSC of Net::SMPP', function () {
  this.timeout(90_000);
  let tree: ReturnType<typeof unpacked> = null;
  let smsc: PerlSmsc;
  let shop: Shop;
  before(async function () {
    tree = unpacked(['libnet-smpp-perl']);
    if (tree === null) return this.skip();
    smsc = await openPerlSmsc(tree.root);
    shop = await openShop({
      channel: createSmsSmpp({ ...QUICK, answer: 5000 }),
      respond: echoing,
      account: {
        ...{ channel: 'sms-smpp', account: 'main', host: '127.0.0.1', port: smsc.port, ...LOGIN },
        ...{ source_addr: '10086', signature: '首问' },
      },
    });
    await until('bound', () => smsc.lines.includes('bind shouwen secret12 52'), 10_000);
  });
  after(async () => {
    await shop?.close();
    await smsc?.close();
    tree?.remove();
  });
  const handset = () => smsc.handset('8613800138000');
  const hexOf = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');

  it('is understood, and understands: CXYE in, UCS-2 out', async () => {
    smsc.deliver(0, hexOf('CXYE'));
    await until('answered', () => handset().shown.length === 1, 10_000);
    assert.equal(handset().shown[0]?.text, '【首问】回声：CXYE');
    assert.ok(smsc.lines.includes('delivered 0'));
  });
  it('puts a message of three parts together, and answers in three', async () => {
    const text = '话'.repeat(150);
    const header = (number: number) => Buffer.from([5, 0, 3, 99, 3, number]).toString('hex');
    for (const at of [2, 0, 1]) smsc.deliver(0x40, header(at + 1) + hexOf(text.slice(at * 67, (at + 1) * 67)));
    await until('answered', () => handset().shown.length === 2, 10_000);
    assert.equal(handset().shown[1]?.text, `【首问】回声：${text}`);
    assert.equal(handset().parts[1], 3);
  });
  it('is asked whether it is there, and told when we go', async () => {
    await until('an enquiry', () => smsc.lines.includes('enquire'), 10_000);
    await shop.instances[0]?.messaging.stop();
    await until('an unbind', () => smsc.lines.includes('unbind'), 10_000);
  });
});

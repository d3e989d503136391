import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createSmsSmpp } from '../../../adapters/channels/sms/smpp/index.ts';
import { createHandset } from '../../simulators/handset.ts';
import { LOGIN } from '../../simulators/smsc.ts';
import { freePort } from '../../support/ports.ts';
import { until } from '../directline/line.ts';
import { echoing } from '../messaging/echoing.ts';
import { openShop, type Shop } from '../messaging/shop.ts';
import { unpacked } from './debian.ts';
import { QUICK } from './quick.ts';

const SCRIPT = fileURLToPath(new URL('smsc.pl', import.meta.url));

describe('sms-smpp: with an SMSC of Net::SMPP', function () {
  this.timeout(90_000);
  const lines: string[] = [];
  const handset = createHandset();
  let tree: ReturnType<typeof unpacked> = null;
  let smsc: ChildProcessWithoutNullStreams | null = null;
  let shop: Shop;
  before(async function () {
    tree = unpacked(['libnet-smpp-perl']);
    if (tree === null) return this.skip();
    const port = await freePort();
    smsc = spawn('perl', [`-I${join(tree.root, 'usr/share/perl5')}`, SCRIPT, String(port)]);
    smsc.stderr.pipe(process.stderr);
    createInterface(smsc.stdout).on('line', (line) => {
      lines.push(line);
      const [what, to, esmClass, coding, hex = ''] = line.split(' ');
      if (what !== 'submit') return;
      assert.deepEqual([to, coding], ['8613800138000', '8']);
      const header = Number(esmClass) & 0x40 ? hex.slice(0, 12) : '';
      handset.gets(header, Buffer.from(hex.slice(header.length), 'hex'));
    });
    await until('listening', () => lines.includes('listening'), 10_000);
    shop = await openShop({
      channel: createSmsSmpp({ ...QUICK, answer: 5000 }),
      respond: echoing,
      account: {
        ...{ channel: 'sms-smpp', account: 'main', host: '127.0.0.1', port, ...LOGIN },
        ...{ source_addr: '10086', signature: '首问' },
      },
    });
    await until('bound', () => lines.includes('bind shouwen secret12 52'), 10_000);
  });
  after(async () => {
    await shop?.close();
    if (smsc && smsc.exitCode === null) {
      smsc.kill();
      await once(smsc, 'exit');
    }
    tree?.remove();
  });
  const delivers = (esmClass: number, hex: string) => smsc?.stdin.write(`deliver 8613800138000 ${esmClass} 8 ${hex}\n`);
  const hexOf = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');

  it('is understood, and understands: CXYE in, UCS-2 out', async () => {
    delivers(0, hexOf('CXYE'));
    await until('answered', () => handset.shown.length === 1, 10_000);
    assert.equal(handset.shown[0]?.text, '【首问】回声：CXYE');
    assert.ok(lines.includes('delivered 0'));
  });
  it('puts a message of three parts together, and answers in three', async () => {
    const text = '话'.repeat(150);
    const header = (number: number) => Buffer.from([5, 0, 3, 99, 3, number]).toString('hex');
    for (const at of [2, 0, 1]) delivers(0x40, header(at + 1) + hexOf(text.slice(at * 67, (at + 1) * 67)));
    await until('answered', () => handset.shown.length === 2, 10_000);
    assert.equal(handset.shown[1]?.text, `【首问】回声：${text}`);
    assert.equal(handset.parts[1], 3);
  });
  it('is asked whether it is there, and told when we go', async () => {
    await until('an enquiry', () => lines.includes('enquire'), 10_000);
    await shop.instances[0]?.messaging.stop();
    await until('an unbind', () => lines.includes('unbind'), 10_000);
  });
});

import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSmsSmpp } from '../../../adapters/channels/sms/smpp/index.ts';
import { openSmpp, type SmppPlatform } from '../../simulators/sms-smpp.ts';
import { LOGIN } from '../../simulators/smsc.ts';
import { until } from '../directline/line.ts';
import { type Office, openOffice } from './line.ts';
import { QUICK } from './quick.ts';

const channel = createSmsSmpp(QUICK);

describe('sms-smpp: the bind', () => {
  let office: Office;
  let platform: SmppPlatform;
  beforeEach(async () => {
    platform = await openSmpp();
    office = await openOffice();
  });
  afterEach(async () => {
    await office.close();
    await platform.close();
  });

  it('is one for all instances; the others say why, and take over', async () => {
    const first = await office.line(channel, platform.account);
    await until('bound', () => platform.smsc.bound.length === 1);
    const second = await office.line(channel, platform.account);
    await until('it says why not', () => second.logged.some((line) => line.startsWith('another instance is bound')));
    // longer than the lock lasts
    await sleep(2 * QUICK.lock);
    assert.deepEqual([platform.smsc.bound.length, platform.smsc.binds.length], [1, 1]);
    await first.account.stop();
    await until('the second is bound', () => platform.smsc.binds.length === 2 && platform.smsc.bound.length === 1);
  });
  it('is made again after the line broke, or went dead', async () => {
    await office.line(channel, platform.account);
    await until('bound', () => platform.smsc.bound.length === 1);
    platform.smsc.cutAll();
    await until('bound again', () => platform.smsc.binds.length === 2 && platform.smsc.bound.length === 1);
    platform.smsc.deaf = true;
    await until('bound once more', () => platform.smsc.binds.length === 3);
    assert.ok(platform.smsc.enquiries > 0);
  });
  it('is tried again with a wrong password, which no log has', async () => {
    const { logged } = await office.line(channel, { ...platform.account, password: 'wrong-pw' });
    await until('refused twice', () => platform.smsc.binds.length >= 2);
    assert.deepEqual(
      logged.map((line) => line.split(' {')[0]),
      ['the SMSC refuses the bind'],
    );
    assert.ok(!logged.join().includes('wrong-pw'));
  });
  it('survives what is no SMPP', async () => {
    let connections = 0;
    const server = createServer((socket) => {
      socket.on('error', () => {}).resume();
      const bytes = [
        Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'),
        Buffer.from('0000000500', 'hex'),
        Buffer.alloc(40),
        // a PDU of 1 MB, and the beginning of one of 4 GB
        Buffer.concat([Buffer.from('0010000000000005', 'hex'), Buffer.alloc(1 << 20)]),
        Buffer.from('ffffffff00000005', 'hex'),
      ];
      socket.end(bytes[connections++ % bytes.length] ?? '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { account } = await office.line(channel, { ...platform.account, port, ...LOGIN });
    await until('tried all of them twice', () => connections >= 10, 10_000);
    assert.deepEqual(await account.send('+8613800138000', { id: 'x', text: 'x', actions: [] }), {
      ...{ kind: 'later', code: 'not-bound' },
    });
    await account.stop();
    await new Promise((resolve) => server.close(resolve));
  });
});

import assert from 'node:assert/strict';
import { createSmsSmpp } from '../../../adapters/channels/sms/smpp/index.ts';
import { openSmpp, type SmppPlatform } from '../../simulators/sms-smpp.ts';
import { until } from '../directline/line.ts';
import { type Line, type Office, openOffice } from './line.ts';
import { QUICK } from './quick.ts';

const TO = '+8613800138000';
const channel = createSmsSmpp(QUICK);
let count = 0;
const message = (text: string) => ({ id: `m${++count}`, text, actions: [] });

describe('sms-smpp: sending', () => {
  let office: Office;
  let platform: SmppPlatform;
  let line: Line;
  // the SMSC knows of a bind before we do
  const binds = () => line.logged.filter((entry) => entry.startsWith('bound to the SMSC')).length;
  beforeEach(async () => {
    platform = await openSmpp();
    office = await openOffice();
    line = await office.line(channel, { ...platform.account, signature: '首问' });
    await until('bound', () => binds() === 1);
  });
  afterEach(async () => {
    await office.close();
    await platform.close();
  });
  const shown = () => platform.customer(TO).shown.map(({ text }) => text);

  it('makes four parts of 202 units, rebuilt from their octets', async () => {
    const text = `${'话'.repeat(196)}😀`;
    const sent = await line.account.send(TO, message(text));
    assert.equal(sent.kind, 'sent');
    assert.deepEqual([shown(), platform.customer(TO).parts], [[`【首问】${text}`], [4]]);
    assert.deepEqual(
      platform.smsc.submitted.map(({ hex }) => [hex.slice(0, 6), hex.slice(8, 12)]),
      [1, 2, 3, 4].map((number) => ['050003', `040${number}`]),
    );
  });
  it('submits UCS-2 to an international number and asks for a receipt', async () => {
    await line.account.send(TO, message('好'));
    const { hex, fields } = platform.smsc.submitted[0] ?? {};
    assert.equal(hex, '3010999695ee3011597d');
    assert.deepEqual(fields, {
      ...{ destination_addr: '8613800138000', source_addr: '10086', data_coding: 8, esm_class: 0 },
      ...{ registered_delivery: 1 },
    });
  });
  for (const early of [false, true]) {
    it(`knows what was delivered${early ? ', when the receipt overtakes the answer' : ''}`, async () => {
      if (early) platform.smsc.mishaps.push('early receipt');
      const sent = await line.account.send(TO, message('好'));
      assert.deepEqual(sent, { kind: 'sent', platformId: 'sms-smpp/main/m1' });
      await until('the receipt is noted', () => office.stateOf('sms-smpp/main/m1') === 'delivered');
      assert.deepEqual(line.received, []);
    });
  }
  it('gives up a wrong number, and tries again what is only late', async () => {
    platform.smsc.mishaps.push(0x0b, 0x14, 0x58, 0x08);
    const kinds = [];
    for (let at = 0; at < 5; at++) {
      const sent = await line.account.send(TO, message('好'));
      kinds.push(sent.kind === 'sent' ? 'sent' : `${sent.kind} ${sent.code}`);
    }
    assert.deepEqual(kinds, ['never 0x0b', 'later 0x14', 'later 0x58', 'later 0x08', 'sent']);
  });
  it('sends only the missing parts of a message that was stopped half way', async () => {
    const long = message('话'.repeat(150));
    platform.smsc.mishaps.push(...['early receipt' as const, 0x58]);
    assert.deepEqual(await line.account.send(TO, long), { kind: 'later', code: '0x58' });
    assert.equal((await line.account.send(TO, long)).kind, 'sent');
    assert.deepEqual(shown(), [`【首问】${'话'.repeat(150)}`]);
    assert.equal(platform.smsc.submitted.length, 3);
  });
  it('does not know whether a part without an answer was taken, and sends the others', async () => {
    platform.smsc.mishaps.push('no answer');
    assert.deepEqual(await line.account.send(TO, message('好')), { kind: 'later', code: 'lost', maybe: true });
    platform.smsc.mishaps.push('cut');
    const long = message('话'.repeat(100));
    assert.deepEqual(await line.account.send(TO, long), { kind: 'later', code: 'not-bound' });
    await until('bound again', () => binds() === 2);
    assert.equal((await line.account.send(TO, long)).kind, 'sent');
    assert.deepEqual(
      platform.smsc.submitted.map(({ hex }) => hex.slice(8, 12)),
      ['0202'],
    );
  });
  it('asks an SMSC to wait for nothing while it is away', async () => {
    platform.smsc.refuse = 0x0d;
    platform.smsc.cutAll();
    await until('refused', () => line.logged.some((entry) => entry.includes('refuses the bind {')));
    assert.deepEqual(await line.account.send(TO, message('好')), { kind: 'later', code: 'not-bound' });
  });
});

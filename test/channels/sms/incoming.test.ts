import assert from 'node:assert/strict';
import { createSmsSmpp } from '../../../adapters/channels/sms/smpp/index.ts';
import { openSmpp, type SmppPlatform } from '../../simulators/sms-smpp.ts';
import { until } from '../directline/line.ts';
import { type Line, type Office, openOffice } from './line.ts';
import { QUICK } from './quick.ts';

const channel = createSmsSmpp(QUICK);
const FROM = { source_addr: '13800138000', destination_addr: '10086' };
const be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const TRY_AGAIN = 0x64;

describe('sms-smpp: what the SMSC delivers', () => {
  let office: Office;
  let platform: SmppPlatform;
  let line: Line;
  beforeEach(async () => {
    platform = await openSmpp();
    office = await openOffice();
    line = await office.line(channel, platform.account);
  });
  afterEach(async () => {
    await office.close();
    await platform.close();
  });
  const deliver = (fields: object) => platform.smsc.deliver({ ...FROM, data_coding: 8, ...fields });
  const texts = () => line.received.map(({ text }) => text);
  const part = (header: readonly number[], text: string) => ({
    ...{ esm_class: 0x40, short_message: { udh: Buffer.from(header), message: be(text) } },
  });

  it('is a message of a number in E.164', async () => {
    assert.equal(await deliver({ short_message: be('查话费') }), 0);
    assert.deepEqual(
      line.received.map(({ source, text, kind }) => [source, text, kind]),
      [['+8613800138000', '查话费', 'message']],
    );
  });
  it('is put together from parts in any order, by header or TLV, and parts again are nothing new', async () => {
    const kinds: readonly ((number: number, text: string) => object)[] = [
      (number, text) => part([5, 0, 3, 7, 3, number], text),
      (number, text) => part([6, 8, 4, 1, 7, 3, number], text),
      (number, text) => ({
        ...{ sar_msg_ref_num: 263, sar_total_segments: 3, sar_segment_seqnum: number, short_message: be(text) },
      }),
    ];
    for (const [at, kind] of kinds.entries()) {
      const whole = ['第一', '第二', `第三，${at}`];
      for (const number of [3, 1, 1, 2, 2, 3, 1]) {
        assert.equal(await deliver(kind(number, whole[number - 1] ?? '')), 0);
      }
      assert.equal(line.received.length, at + 1);
      assert.equal(texts()[at], whole.join(''));
    }
  });
  it('keeps parts of different messages and senders apart, and forgets the old', async () => {
    await deliver(part([5, 0, 3, 1, 2, 1], '甲'));
    await deliver(part([5, 0, 3, 2, 2, 2], '丁'));
    await deliver({ ...part([5, 0, 3, 1, 2, 2], '乙'), source_addr: '13900139000' });
    assert.deepEqual(texts(), []);
    office.ahead = 11 * 60_000;
    await deliver(part([5, 0, 3, 1, 2, 2], '新'));
    assert.deepEqual(texts(), []);
    await deliver(part([5, 0, 3, 1, 2, 1], '很'));
    assert.deepEqual(texts(), ['很新']);
  });
  it('loses no part while the stores are away, and puts the rest together after a restart', async () => {
    await deliver(part([5, 0, 3, 9, 2, 1], '前'));
    await line.account.stop();
    await until('unbound', () => platform.smsc.bound.length === 0);
    const second = await office.line(channel, platform.account);
    office.away = true;
    assert.equal(await deliver(part([5, 0, 3, 9, 2, 2], '后')), TRY_AGAIN);
    office.away = false;
    assert.equal(await deliver(part([5, 0, 3, 9, 2, 2], '后')), 0);
    assert.deepEqual(
      second.received.map(({ text }) => text),
      ['前后'],
    );
  });
  it('is one message when it is repeated, and two when it is written twice', async () => {
    const push = () => deliver({ short_message: be('1') });
    await Promise.all([push(), push(), push()]);
    await push();
    assert.equal(line.received.length, 1);
    office.ahead = 15_000;
    await push();
    assert.equal(line.received.length, 2);
    // what came on a line that broke is repeated on the next one, later
    office.ahead = 60_000;
    platform.smsc.cutAll();
    await until('bound again', () => platform.smsc.bound.length === 0);
    await push();
    assert.equal(line.received.length, 2);
    office.ahead = 3_600_000;
    await push();
    assert.equal(line.received.length, 3);
  });
  it('is two when our words to the customer were between, on any line', async () => {
    const push = () => deliver({ short_message: be('5') });
    const answer = (id: string) => line.account.send('+8613800138000', { id, text: '第二题？', actions: [] });
    await push();
    assert.equal((await answer('a'))?.kind, 'sent');
    await push();
    assert.equal(line.received.length, 2);
    // what nobody took is no answer
    platform.smsc.mishaps.push(0x58);
    await answer('b');
    await push();
    assert.equal(line.received.length, 2);
    assert.equal((await answer('c'))?.kind, 'sent');
    platform.smsc.cutAll();
    await until('cut', () => platform.smsc.bound.length === 0);
    await push();
    assert.equal(line.received.length, 3);
  });
  it('is kept in mind for no longer than copies come', async () => {
    await deliver({ short_message: be('1') });
    const kept = () => office.count("SELECT count(*) AS n FROM channel_tokens WHERE name LIKE 'sms-%'");
    assert.equal(kept(), 1);
    assert.equal(office.count("SELECT count(*) AS n FROM channel_cursors WHERE name LIKE 'sms-seen%'"), 0);
    office.ahead = 11 * 60_000;
    await office.expire();
    assert.equal(kept(), 0);
  });
  it('is no turn when it is no text, or from no person', async () => {
    for (const fields of [
      { data_coding: 4, short_message: Buffer.from([1, 2, 3]) },
      { short_message: be('   ') },
      { short_message: Buffer.alloc(0) },
      { short_message: be('喂'), source_addr: '10690' },
      { short_message: be('喂'), source_addr: 'BANK' },
      { short_message: be('喂'), esm_class: 0x20 },
      { short_message: be('nothing of a receipt'), esm_class: 0x04 },
      part([5, 0, 3, 1, 2, 3], ''),
      { esm_class: 0x40, short_message: { udh: Buffer.from([3, 0]), message: be('') } },
    ]) {
      assert.equal(await deliver(fields), 0);
    }
    assert.deepEqual(line.received, []);
  });
  it('is read in GSM 7 and GB 18030 as well', async () => {
    await deliver({ data_coding: 0, short_message: Buffer.from('CXYE') });
    await deliver({ data_coding: 15, short_message: Buffer.from([0xd3, 0xe0, 0xb6, 0xee]) });
    assert.deepEqual(texts(), ['CXYE', '余额']);
  });
});

import assert from 'node:assert/strict';
import { split } from '../../../adapters/channels/messaging/split.ts';
import { capsOf } from '../../../adapters/channels/sms/caps.ts';
import { decodeText } from '../../../adapters/channels/sms/http/query.ts';
import { e164 } from '../../../adapters/channels/sms/numbers.ts';
import { optOutOf } from '../../../adapters/channels/sms/optOut.ts';
import { partsOf } from '../../../adapters/channels/sms/parts.ts';
import { wordsOf } from '../../../adapters/channels/sms/words.ts';
import { seeded } from '../../support/stores.ts';

describe('sms: texts', () => {
  it('take 70 units in one part, 67 in several, and no character is cut', () => {
    assert.deepEqual(
      [70, 71, 134, 135].map((length) => partsOf('字'.repeat(length)).map((part) => part.length)),
      [[70], [67, 4], [67, 67], [67, 67, 1]],
    );
    assert.deepEqual(
      partsOf(`字${'😀'.repeat(66)}`).map((part) => part.length),
      [67, 66],
    );
    assert.deepEqual(
      partsOf('😀'.repeat(67)).map((part) => part.length),
      [66, 66, 2],
    );
  });
  it('never take more parts than the account allows, whatever is in them, signed', () => {
    const random = seeded(7);
    for (let round = 0; round < 300; round++) {
      const maxParts = 1 + Math.floor(random() * 5);
      const signature = random() < 0.5 ? '【首问】' : undefined;
      const text = Array.from({ length: 500 }, () => (random() < 0.5 ? '😀' : '字')).join('');
      const [only = '', ...more] = split(text, capsOf({ signature, maxParts }));
      const parts = partsOf(wordsOf(only, signature));
      assert.equal(more.length, 0);
      assert.ok(parts.length <= maxParts, `${parts.length} of ${maxParts}`);
      assert.ok(parts.every((part) => part.isWellFormed()));
      assert.ok(parts.join('').startsWith(signature ?? ''));
    }
  });
  it('carry nothing personal in links', () => {
    const cases = {
      '详见 https://a.example/plan?id=5': '详见 https://a.example/plan?id=5',
      '详见 https://a.example/b?phone=13800138000&id=5。': '详见 https://a.example/b?id=5。',
      'https://a.example/u/13800138000/x': 'https://a.example/',
      'https://a.example/x?mail=a%40b.cn': 'https://a.example/x',
      'https://user:pw@a.example/x': 'https://a.example/x',
      'https://a.example/x#110101199001011234': 'https://a.example/x',
      拨打13800138000: '拨打13800138000',
    };
    for (const [text, right] of Object.entries(cases)) assert.equal(wordsOf(text, undefined), right);
  });
});

describe('sms: what customers send', () => {
  it('comes from a number in E.164, or from nobody', () => {
    const cases: readonly (readonly [string, string | null])[] = [
      ...([
        ['13800138000', '+8613800138000'],
        ['8613800138000', '+8613800138000'],
        ['+8613800138000', '+8613800138000'],
        ['008613800138000', '+8613800138000'],
        ['+1 (202) 555-0143', '+12025550143'],
        ['10086', null],
        ['106900001', '+86106900001'],
        ['BANK', null],
        ['', null],
        ['+0123456789', null],
        ['1234567890123456', null],
      ] as const),
    ];
    for (const [given, right] of cases) assert.equal(e164(given, '86'), right, given);
    assert.equal(e164('447700900123', '86', true), '+447700900123');
    assert.equal(e164('91234567', '852'), '+85291234567');
    assert.equal(e164('0912345678', '886'), '+886912345678');
  });
  it('is an opt-out only as a whole message', () => {
    for (const text of ['TD', 'td', ' Ｔ ', '退订', '退订。', '退訂', 'Stop', 'STOP!', '“TD”', '回T', 'unsubscribe']) {
      assert.equal(optOutOf(text)?.given, false, text);
    }
    for (const text of ['START', '恢复', '恢復', 'unstop']) assert.equal(optOutOf(text)?.given, true, text);
    for (const text of ['我要退订彩铃', 'please stop', 'N', '取消', 'cancel', '1', '', 'T恤', '恢复上网']) {
      assert.equal(optOutOf(text), null, text);
    }
    assert.equal(optOutOf('退訂')?.language, 'zh-Hant');
  });
  it('is read in the charset it came in, or not at all', () => {
    const be = Buffer.from('余额', 'utf16le').swap16();
    assert.equal(decodeText(be, '2', 'UTF-16BE'), '余额');
    assert.equal(decodeText(be, '2', ''), '余额');
    assert.equal(decodeText(Buffer.from('余额'), '0', 'UTF-8'), '余额');
    assert.equal(decodeText(Buffer.from([0xe9]), '0', 'ISO-8859-1'), 'é');
    assert.equal(decodeText(be.subarray(1), '2', 'UTF-16BE'), null);
    assert.equal(decodeText(Buffer.from([0xff]), '0', 'UTF-8'), null);
    assert.equal(decodeText(be, '1', 'UTF-16BE'), null);
  });
});

import assert from 'node:assert/strict';
import { newNumber } from '../../../domain/cases/number.ts';
import { EN, found, HANS, HANT, NOW } from './support.ts';

const values = (type: 'phone' | 'account', text: string, context = HANS): string[] =>
  found(type, text, context).map(({ value }) => value);
const money = (text: string, context = HANS): string[] =>
  found('money', text, context).map(({ fen, currency }) => `${fen} ${currency}`);

describe('Telephone numbers', () => {
  for (const [text, wanted] of [
    ['电话13800138000', '+8613800138000'],
    ['138 0013 8000', '+8613800138000'],
    ['138-0013-8000找我', '+8613800138000'],
    ['+86 138 0013 8000', '+8613800138000'],
    ['008613800138000', '+8613800138000'],
    ['１３８００１３８０００', '+8613800138000'],
    ['一三八零零一三八零零零', '+8613800138000'],
    ['幺三八零零幺三八零零零', '+8613800138000'],
    ['座机0755-88881234', '+8675588881234'],
    ['(010) 8888 1234', '+861088881234'],
    ['0912345678', '+886912345678'],
    ['0912-345-678', '+886912345678'],
    ['+852 9123 4567', '+85291234567'],
    ['香港电话91234567', '+85291234567'],
    ['+1 415 555 0100', '+14155550100'],
  ] as const) {
    it(`reads ${text}`, () => assert.deepEqual(values('phone', text), [wanted]));
  }

  it('reads eight digits in Hong Kong only', () => {
    assert.deepEqual(values('phone', '電話 9123 4567', HANT), ['+85291234567']);
    assert.deepEqual(values('phone', '订单 9123 4567'), []);
  });

  for (const text of [
    '400-800-8888',
    '10000',
    '95588',
    '192.168.10.100',
    '20261205',
    '1380013800',
    '123456789012345',
  ]) {
    it(`takes ${text} for none`, () => assert.deepEqual(values('phone', text, HANT), []));
  }

  it('gives the raw span', () => {
    const text = '😀电话 138 0013 8000。';
    const [phone] = found('phone', text);
    assert.equal(text.slice(phone?.start, phone?.end), '138 0013 8000');
  });
});

describe('Accounts', () => {
  for (const [text, wanted] of [
    ['宽带账号 ad12345678', 'AD12345678'],
    ['寬頻賬號：ad12345678', 'AD12345678'],
    ['我的户号是 88213456', '88213456'],
    ['account no. 91234567', '91234567'],
    ['ＡＤ１２３４５６７８', 'AD12345678'],
    ['账号13800138000', '13800138000'],
  ] as const) {
    it(`reads ${text}`, () => {
      assert.deepEqual(values('account', text), [wanted]);
      assert.deepEqual(values('phone', text), []);
    });
  }

  for (const text of ['账号密码忘记了', '账号是什么呀', 'account has 3 lines', 'iphone 12345678']) {
    it(`reads none in ${text}`, () => assert.deepEqual(values('account', text), []));
  }
});

describe('Case numbers in an utterance', () => {
  const number = newNumber('TS', NOW);
  const bare = number.replaceAll('-', '');

  for (const said of [
    number,
    number.toLowerCase(),
    bare,
    `${bare.slice(0, 2)} ${bare.slice(2, 10)} ${bare.slice(10)}`,
  ]) {
    it(`finds it as ${said.replaceAll(/[A-Z0-9]/gi, 'x')}`, () => {
      const text = `查一下${said} 进度`;
      const [hit, ...more] = found('caseNumber', text);
      assert.deepEqual([hit?.value, hit?.valid, more.length], [number, true, 0]);
      assert.equal(text.slice(hit?.start, hit?.end), said);
    });
  }

  it('finds it in full width', () => {
    const wide = [...number].map((c) => (c === '-' ? c : String.fromCharCode(c.charCodeAt(0) + 0xfee0))).join('');
    assert.equal(found('caseNumber', `单号${wide}`)[0]?.value, number);
  });

  it('tells a mistyped one', () => {
    const last = number.at(-1) === 'X' ? 'Y' : 'X';
    const [hit] = found('caseNumber', `单号 ${number.slice(0, -1)}${last}。`);
    assert.equal(hit?.valid, false);
  });

  it('keeps the words behind out', () => assert.equal(found('caseNumber', `${number} please`, EN)[0]?.text, number));
});

describe('Money', () => {
  for (const [text, wanted] of [
    ['三十块五', '3050 CNY'],
    ['三块五毛八', '358 CNY'],
    ['多扣了30.5元', '3050 CNY'],
    ['¥30.5', '3050 CNY'],
    ['1,200元', '120000 CNY'],
    ['一千二百块', '120000 CNY'],
    ['1.5万元', '1500000 CNY'],
    ['五毛', '50 CNY'],
    ['30 bucks', '3000 CNY'],
    ['HK$20', '2000 HKD'],
    ['NT$599', '59900 TWD'],
    ['20蚊', '2000 HKD'],
    ['$30', '3000 USD'],
    ['twenty dollars', '2000 USD'],
  ] as const) {
    it(`reads ${text}`, () => assert.deepEqual(money(text), [wanted]));
  }

  it('takes the coin of the place', () => {
    assert.deepEqual(money('30元', HANT), ['3000 HKD']);
    assert.deepEqual(money('30元', { ...HANT, timeZone: 'Asia/Taipei' }), ['3000 TWD']);
  });

  for (const text of ['三十兆', '5G', '3个', '五分钟']) {
    it(`reads none in ${text}`, () => assert.deepEqual(money(text), []));
  }
});

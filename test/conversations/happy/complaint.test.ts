import assert from 'node:assert/strict';
import { inEachLanguage, pressed, recordsOf, said, same } from '../inEachLanguage.ts';

describe('happy: a complaint', () => {
  inEachLanguage(
    'is told first, classified, and registered with what the customer wants',
    [
      said('我要投诉', '我要投訴', 'I want to make a complaint', 'tellMe'),
      said(
        '你们上个月多扣了我五十块钱套餐费',
        '你們上個月多收了我五十元的方案費',
        'My bill for the plan last month was fifty yuan too high',
        'heardYou',
        'askRemedy',
      ),
      said('退钱', '退錢', 'I want my money back', 'askConsent'),
      pressed(0, 'askContact'),
      said('陈先生 13800138000', '陳先生 13800138000', 'Mr Brown 13800138000', 'summary'),
      said('没错', '沒錯', 'correct', 'complaintTaken', 'nextInstance'),
    ],
    async (world) => {
      const [filed] = (await recordsOf(world)).cases;
      assert.equal(filed?.category, 'billing-plan');
      assert.equal(filed?.answers.remedy, 'refund');
      assert.equal(filed?.answers.phone, '+8613800138000');
      assert.ok(filed && filed.clocks.length > 0 && filed.owner !== '');
    },
  );

  inEachLanguage(
    'told in one message leads straight to consent and summary',
    [
      said(
        '我要投诉，客服态度很差，要求道歉，我叫李华，电话13800138000',
        '我要投訴，客服態度很差，要求道歉，我叫李華，電話13800138000',
        'I want to complain, your staff had a bad attitude, I want an apology. My name is Anna Smith and my number is 13800138000',
        'heardYou',
        'askConsent',
      ),
      said('同意', '同意', 'I agree', 'summary'),
      said('确认', '確認', 'confirm', 'complaintTaken', 'nextInstance'),
    ],
    async (world) => {
      const [filed] = (await recordsOf(world)).cases;
      assert.equal(filed?.category, 'service-quality');
      assert.equal(filed?.answers.remedy, 'apology');
    },
  );

  inEachLanguage(
    'without consent is filed without a contact',
    [
      said(
        '投诉你们乱扣费，要求退费',
        '投訴你們亂扣費，要求退費',
        'I want to complain about being overcharged, I want a refund',
        'heardYou',
        'askConsent',
      ),
      said('不同意', '不同意', 'I do not agree', 'consentRefused', 'summary'),
      pressed(0, 'complaintTaken', 'nextInstance'),
    ],
    async (world) => assert.equal((await recordsOf(world)).cases[0]?.answers.phone, null),
  );

  inEachLanguage(
    'goes on being told while something else is asked',
    [
      said(
        '我要投诉，你们乱扣费',
        '我要投訴，你們亂扣費',
        'I want to complain, you overcharged me',
        'heardYou',
        'askRemedy',
      ),
      said('退费', '退費', 'refund', 'askConsent'),
      said(
        '我要投诉你们客服态度也很差',
        '我要投訴你們客服態度也很差',
        'I also want to complain about the bad attitude of your staff',
        'noted',
        'askConsent',
      ),
      pressed(1, 'consentRefused', 'summary'),
      pressed(0, 'complaintTaken', 'nextInstance'),
    ],
    async (world) =>
      assert.match(
        String((await recordsOf(world)).cases[0]?.answers.story),
        /[扣]|overcharged[\s\S]*(态度|態度|attitude)/,
      ),
  );

  inEachLanguage(
    'of a known customer asks no contact again but shows it',
    [
      said(
        '投诉你们乱扣费，要求退费',
        '投訴你們亂扣費，要求退費',
        'I want to complain about being overcharged, I want a refund',
        'heardYou',
        'askConsent',
      ),
      pressed(0, 'askContact'),
      same('13800138000', 'summary'),
      pressed(0, 'complaintTaken', 'nextInstance'),
      said(
        '我要投诉客服态度差，要求道歉',
        '我要投訴客服態度差，要求道歉',
        'I want to complain about the bad attitude of your staff, I want an apology',
        'heardYou',
        'summary',
      ),
      said('不对，电话是13900139000', '不對，電話是13900139000', 'no, my number is 13900139000', 'changed', 'summary'),
      pressed(0, 'complaintTaken', 'nextInstance'),
    ],
    async (world) => {
      const { cases, contact } = await recordsOf(world);
      assert.deepEqual(cases.map((c) => c.answers.phone).sort(), ['+8613800138000', '+8613900139000']);
      assert.equal(contact.phone, '+8613900139000');
    },
  );
});

import assert from 'node:assert/strict';
import { inEachLanguage, pressed, recordsOf, said, same } from '../inEachLanguage.ts';
import { talk } from '../talk.ts';

const overcharged = said(
  '我要投诉，上个月多扣了我三十块',
  '我要投訴，上個月多扣了我三十元',
  'I want to complain, you charged me thirty yuan too much',
  'heardYou',
  'askRemedy',
);
const refund = said('退费', '退費', 'a refund', 'askConsent');

describe('corrections: what was told early is not asked again', () => {
  inEachLanguage(
    'name and number before consent wait for it',
    [
      overcharged,
      said('张三，13812345678', '張三，13812345678', 'John Smith, 13812345678', 'noted', 'askRemedy'),
      refund,
      pressed(0, 'summary'),
      pressed(0, 'complaintTaken', 'nextInstance'),
    ],
    async (world) => {
      const { contact } = await recordsOf(world);
      assert.equal(contact.phone, '+8613812345678');
      assert.match(contact.name ?? '', /^(张三|張三|John Smith)$/);
    },
  );

  inEachLanguage(
    'without consent neither is kept',
    [
      overcharged,
      said('张三，13812345678', '張三，13812345678', 'John Smith, 13812345678', 'noted', 'askRemedy'),
      refund,
      pressed(1, 'consentRefused', 'summary'),
      pressed(0, 'complaintTaken', 'nextInstance'),
    ],
    async (world) => {
      const { contact, cases } = await recordsOf(world);
      assert.equal(contact.phone, null);
      assert.equal(cases[0]?.answers.phone, null);
      assert.equal(cases[0]?.answers.name, null);
    },
  );

  it('a name written right before the number, without a blank', () =>
    talk()
      .customer('宽带断了，天河路12号301，从早上8点开始，全家都不能用，张三13812345678，快点派人')
      .customer('别问了，直接登记')
      .bot('leftRest', 'askConsent')
      .customer('同意')
      .bot('summary')
      .says('张三 138****5678'));

  it('a name at the beginning of a complaint', () =>
    talk({ locale: 'en' })
      .customer('My name is John Smith and I want to complain about rude staff at your branch')
      .bot('heardYou', 'askRemedy')
      .customer('An apology')
      .customer('I agree')
      .bot('askPhone')
      .customer('13812345678')
      .bot('summary')
      .says('John Smith 138****5678', 'Service quality'));

  inEachLanguage(
    'the number is no story, nor is a bare yes',
    [
      said('我要投诉', '我要投訴', 'I want to complain', 'tellMe'),
      said('同意', '同意', 'yes', 'answerNotUnderstood', 'tellMe'),
      said('我的电话是13712345678', '我的電話是13712345678', 'my phone is 13712345678', 'noted', 'tellMe'),
      said('上个月多扣了三十块', '上個月多扣了三十元', 'you overcharged me last month', 'heardYou', 'askRemedy'),
      refund,
      pressed(0, 'summary'),
    ],
    ({ state }) => {
      const { story, contact } = state?.dialog.form?.answers ?? {};
      assert.match(String(story), /^(上个月多扣了三十块|上個月多扣了三十元|you overcharged me last month)$/);
      assert.deepEqual(contact, { phone: '+8613712345678', name: null });
    },
  );
});

describe('corrections: a name', () => {
  inEachLanguage(
    'misspelled is asked anew, and the number stands',
    [
      overcharged,
      refund,
      pressed(0, 'askContact'),
      said('王小明 13812345678', '王小明 13812345678', 'Jon Smith 13812345678', 'summary'),
      said('名字写错了', '名字寫錯了', 'the name is spelled wrong', 'askNewValue'),
      said('王晓明', '王曉明', 'John Smith', 'summary'),
    ],
    ({ state }) => {
      const contact = state?.dialog.form?.answers.contact as { phone: string; name: string };
      assert.equal(contact.phone, '+8613812345678');
      assert.match(contact.name, /^(王晓明|王曉明|John Smith)$/);
    },
  );

  inEachLanguage('is not a time, nor words around what is wrong', [
    overcharged,
    refund,
    pressed(0, 'askContact'),
    said('明天上午', '明天上午', 'tomorrow morning', 'answerNotUnderstood', 'askContact'),
    said('王先生', '王先生', 'Mr Smith', 'noted', 'askPhone'),
    same('13812345678', 'summary'),
  ]);

  it('of a field that is wrong is asked, not taken as the name', () =>
    talk({ locale: 'en' })
      .customer('book a repair visit for my broadband')
      .customer('20 Nathan Road, Kowloon flat 3')
      .customer('Monday')
      .customer('the last one')
      .customer('I agree')
      .customer('Sue 13812345678')
      .bot('summary')
      .customer('wait, the address is wrong')
      .bot('askAddress')
      .customer('22 Nathan Road, Kowloon flat 3')
      .bot('summary')
      .says('22 Nathan Road', 'Sue 138****5678'));
});

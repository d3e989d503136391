import assert from 'node:assert/strict';
import { inEachLanguage, pressed, recordsOf, said } from '../inEachLanguage.ts';
import type { World } from '../talk.ts';

const answersOf = ({ state }: World) => state?.dialog.form?.answers ?? {};
const lines = (world: World) => String(answersOf(world).story).split('\n');

const overcharged = said(
  '投诉你们乱扣费',
  '投訴你們亂扣費',
  'I want to complain about being overcharged',
  'heardYou',
  'askRemedy',
);
const nobodyAnswered = said(
  '打了三次客服电话都没人接',
  '打了三次客服電話都沒人接',
  'I called your hotline three times and nobody answered',
  'noted',
  'askRemedy',
);

describe('happy: a complaint is listened to', () => {
  inEachLanguage(
    'an outburst is met with the question what happened, and files nothing by itself',
    [
      said('你们什么破公司', '你們太誇張了吧', 'you people are a joke', 'upset', 'tellMe'),
      said(
        '上个月套餐说好59，这个月扣了我129',
        '上個月方案說好499，這個月扣了我899',
        'I was promised 59 a month and you charged me 129',
        'heardYou',
        'askRemedy',
      ),
    ],
    (world) => assert.match(String(answersOf(world).story), /^(上个月|上個月|I was promised)/),
  );

  inEachLanguage(
    'an angry face is an outburst too, and a fault told after it is a fault',
    [
      said('😡😡', '😡😡', '😡😡', 'upset', 'tellMe'),
      said('宽带上不了网', '寬頻無法上網', 'My broadband is down', 'sorryForFault', 'selfCheck'),
    ],
    undefined,
  );

  inEachLanguage('what is told instead of a wish goes on with the story', [overcharged, nobodyAnswered], (world) => {
    assert.equal(lines(world).length, 2);
    assert.equal(answersOf(world).remedy, undefined);
  });

  inEachLanguage(
    'the story is put right while something else is asked',
    [
      overcharged,
      said('退钱', '退錢', 'a refund', 'askConsent'),
      said('不对，是扣了139', '不對，是扣了909', 'no, it was 139', 'noted', 'askConsent'),
    ],
    (world) => {
      assert.match(lines(world).at(-1) ?? '', /139|909/);
      assert.equal(answersOf(world).remedy, 'refund');
    },
  );

  inEachLanguage(
    'what is understood of it is understood anew from the whole story',
    [
      said(
        '投诉营业员态度很差',
        '投訴門市人員態度很差',
        'I want to complain about the rude staff at your branch',
        'heardYou',
        'askRemedy',
      ),
      said(
        '他还把我的身份证信息泄露给了别人，我被骚扰了一个月',
        '他還把我的身分證資料外洩給別人，我被騷擾了一個月',
        'He also leaked my identity card to strangers and they have harassed me for a month',
        'noted',
        'askRemedy',
      ),
    ],
    (world) => assert.equal(answersOf(world).severity, 'major'),
  );

  inEachLanguage(
    'a category put right by the customer stays when the story goes on',
    [
      overcharged,
      said('退费', '退費', 'a refund', 'askConsent'),
      said('不对，是服务态度', '不對，是服務態度', 'no, it is about the attitude', 'changed', 'askConsent'),
      said(
        '打了三次客服电话都没人接',
        '打了三次客服電話都沒人接',
        'I called your hotline three times and nobody answered',
        'noted',
        'askConsent',
      ),
    ],
    (world) => assert.equal(answersOf(world).category, 'service-quality'),
  );

  inEachLanguage(
    'another wish said later takes the place of the first',
    [
      overcharged,
      said('道歉', '道歉', 'an apology', 'askConsent'),
      said('还是退钱', '還是退錢', 'refund', 'changed', 'askConsent'),
    ],
    (world) => assert.equal(answersOf(world).remedy, 'refund'),
  );

  inEachLanguage(
    'several wishes at once stand in the own words of the customer',
    [
      overcharged,
      said('退钱，还要道歉', '退錢，還要道歉', 'a refund and an apology', 'askConsent'),
      pressed(1, 'consentRefused', 'summary'),
      pressed(0, 'complaintTaken', 'nextInstance'),
    ],
    async (world) =>
      assert.match(String((await recordsOf(world)).cases[0]?.answers.remedy), /道歉|refund and an apology/),
  );

  inEachLanguage(
    'nobody is told that their complaint is minor',
    [
      overcharged,
      said('不知道', '不知道', "I don't know", 'leftOpen', 'askConsent'),
      pressed(1, 'consentRefused', 'summary'),
    ],
    ({ transcript }) => assert.doesNotMatch(transcript.join('\n'), /轻微|輕微|[Mm]inor/),
  );

  inEachLanguage(
    'a complaint in the middle of praise is not swallowed by it',
    [
      said(
        '我要表扬张师傅，服务非常热心',
        '我要表揚張師傅，服務非常熱心',
        'I want to praise your technician, he was very kind and helpful',
        'summary',
      ),
      said('投诉你们乱扣费', '投訴你們亂扣費', 'I want to complain about being overcharged', 'heardYou', 'askRemedy'),
    ],
    (world) => assert.equal(world.state?.dialog.suspended[0]?.name, 'feedback'),
  );
});

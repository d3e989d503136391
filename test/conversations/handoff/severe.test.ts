import assert from 'node:assert/strict';
import { moodOf } from '../../../dialogs/mood.ts';
import { inEachLanguage, pressed, recordsOf, said } from '../inEachLanguage.ts';
import { EVENING, talk } from '../talk.ts';
import { handoffOf } from './atDesk.ts';

const again = { repeated: true };

describe('handoff: what is grave, and anger', () => {
  inEachLanguage(
    'a major complaint is filed, and then goes to the duty manager in person',
    [
      said('我要投诉', '我要投訴', 'I want to make a complaint', 'tellMe'),
      said(
        '你们泄露了我的个人信息，我要曝光给媒体，还要起诉你们',
        '你們洩漏了我的個人資料，我要向媒體爆料，還要提告',
        'you leaked my personal data, I am going to the media and I will sue you',
        'heardYou',
        'askRemedy',
      ),
      said('赔偿', '賠償', 'compensation', 'askConsent'),
      pressed(1, 'consentRefused', 'summary'),
      pressed(0, 'complaintTaken', 'nextInstance', 'handoffSought'),
    ],
    async (world) => {
      const [filed] = (await recordsOf(world)).cases;
      const handoff = await handoffOf(world);
      assert.equal(filed?.severity, 'major');
      assert.equal(handoff.reason, 'major-complaint');
      assert.equal(handoff.severity, 'major');
      assert.equal(handoff.team, 'duty-manager');
      assert.equal(handoff.briefing.answers.case, filed?.number);
    },
    again,
  );

  inEachLanguage(
    'a security report is filed, and then goes to the security desk in person',
    [
      said(
        '有人冒充客服骗走了我的验证码',
        '有人冒充客服騙走了我的驗證碼',
        'someone pretended to be your support and got my verification code',
        'securityFirst',
        'askConsent',
      ),
      pressed(1, 'consentRefused', 'summary'),
      pressed(0, 'securityTaken', 'handoffSought'),
    ],
    async (world) => {
      const handoff = await handoffOf(world);
      assert.equal(handoff.reason, 'security');
      assert.equal(handoff.team, 'security-desk');
      assert.equal(handoff.briefing.answers.case, (await recordsOf(world)).cases[0]?.number);
    },
    again,
  );

  it('out of hours what was filed has its owner: no call-back is asked for', () =>
    talk({ now: EVENING, repeated: true })
      .customer('有人冒充客服骗走了我的验证码')
      .customer('不同意')
      .customer('确认提交')
      .bot('securityTaken')
      .check(async (world) => assert.equal((await world.ledger.handoffs.open()).length, 0)));

  inEachLanguage(
    'the first angry message is answered with a person offered, the second with a person',
    [
      said('我要预约', '我要預約', 'I want to book an appointment', 'askKind'),
      said('烦死了', '煩死了', 'Ridiculous', 'upset', 'askKind'),
      said('受够了', '受夠了', 'I am fed up', 'handoffSought'),
    ],
    async (world) => {
      const { reason, briefing } = await handoffOf(world);
      assert.equal(reason, 'anger');
      assert.equal(briefing.mood, 'upset');
      assert.equal(briefing.form, 'appointment');
      assert.equal(world.state?.dialog.anger, 0);
    },
    again,
  );

  inEachLanguage('an outburst calls a person at once', [
    said('你们这个垃圾公司！！！', '你們這個垃圾公司！！！', 'you idiots, this is bullshit!!!', 'handoffSought'),
  ]);

  it('the offer is a quick reply beside the answer', () =>
    talk(again)
      .customer('我要投诉')
      .customer('你们太离谱了，上个月多扣了我五十块钱')
      .bot('upset', 'heardYou', 'askRemedy')
      .check(({ replies }) => assert.equal(replies.at(-1)?.suggestedActions?.actions.at(-1)?.title, '转人工')));

  it('a telling in a calm voice is never interrupted', () => {
    const telling =
      '上周三下午我去营业厅办理业务，前台的工作人员当着很多人的面骂我是混蛋，还说让我滚蛋，我当时没有回嘴，回家以后越想越难受，希望你们调查。';
    return talk(again).customer('我要投诉').customer(telling).bot('heardYou', 'askRemedy');
  });

  for (const calm of [
    '宽带上不了网',
    '客服态度很差',
    '你们乱扣费，上个月多扣了五十',
    '生活垃圾分类那栋楼没信号',
    'my phone is useless without signal since the storm began on Monday and nobody could tell me when it comes back, so please send somebody',
    'the signal is bad',
    '請問妈妈的手机能一起办吗',
    '妈的手机没信号',
  ])
    it(`"${calm.slice(0, 30)}" is calm`, () => assert.equal(moodOf(calm), calm.startsWith('生活') ? 'upset' : 'calm'));
});

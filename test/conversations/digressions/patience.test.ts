import assert from 'node:assert/strict';
import { ANYTHING, inEachLanguage, pressed, recordsOf, said } from '../inEachLanguage.ts';
import { talk } from '../talk.ts';

const complaint = said(
  '投诉你们乱扣费，要求退费',
  '投訴你們亂扣費，要求退費',
  'I want to complain about being overcharged, I want a refund',
  'heardYou',
  'askConsent',
);

describe('digressions: a wish given up for another', () => {
  inEachLanguage(
    'is dropped, not put aside',
    [
      said('我要装宽带', '我要裝寬頻', 'I want to sign up for broadband', 'askConsent'),
      said(
        '算了，先不装了，我要投诉',
        '算了，先不裝了，我要投訴',
        'never mind, I want to complain',
        'dropped',
        'tellMe',
      ),
    ],
    ({ state }) => assert.deepEqual(state?.dialog.suspended, []),
  );

  inEachLanguage('also in fewer words', [
    said('我想退租宽带', '我想退租寬頻', 'I want to cancel my broadband contract', ANYTHING),
    said('等等，先不要', '等等，先不要', 'never mind', 'dropped'),
  ]);

  inEachLanguage('what was registered is withdrawn when it is no longer wanted', [
    complaint,
    pressed(1, 'consentRefused', 'summary'),
    pressed(0, 'complaintTaken', 'nextInstance'),
    said('我不投诉了', '我不投訴了', "I don't want to complain any more", 'sureToWithdraw'),
  ]);
});

describe('digressions: nobody is scolded', () => {
  inEachLanguage('for naming the wish that is under way', [
    complaint,
    said('我要投诉', '我要投訴', 'I want to complain', 'askConsent'),
  ]);

  inEachLanguage('for having enough of questions where only needed ones are left', [
    complaint,
    said('别问了', '不要問了啦', 'stop asking', 'leftRest', 'askConsent'),
  ]);

  inEachLanguage('for handing it in before all is asked', [
    said('宽带网速很慢', '寬頻網速很慢', 'my wifi is slow', 'sorryForFault', 'selfCheck'),
    said('提交', '送出', 'submit it', 'leftRest', 'askPlace'),
  ]);

  it('for telling the same again', () =>
    talk()
      .customer('宽带网速很慢，天河路12号301')
      .customer('还是不行')
      .bot('askSince')
      .customer('还是很慢')
      .bot('noted', 'askSince'));

  it('for saying again what was noted', () =>
    talk()
      .customer('宽带断了，昨天开始，一直这样，天河路12号301，全家都不能用')
      .customer('还是不行')
      .bot('askBefore')
      .customer('完全不能用')
      .bot('noted', 'askBefore'));

  inEachLanguage(
    'for keeping their number to themselves before it is asked',
    [
      said('宽带断了', '寬頻斷線了', 'my broadband is down', ANYTHING),
      said('我不想留电话', '我不想留電話', "I'd rather not give my number", ANYTHING),
    ],
    ({ state }) => assert.equal(state?.dialog.form?.answers.consent, 'no'),
  );
});

describe('digressions: after it was registered', () => {
  inEachLanguage('how long it takes is told from the clocks', [
    complaint,
    pressed(1, 'consentRefused', 'summary'),
    pressed(0, 'complaintTaken', 'nextInstance'),
    said('多久能退', '多久能退', 'how long will it take', 'caseIs'),
    said('处理好了吗', '處理好了嗎', 'is it fixed yet?', 'caseIs'),
  ]);

  it('in Cantonese too', () =>
    talk({ locale: 'zh-HK' })
      .customer('我要投訴你哋職員好冇禮貌')
      .customer('道歉')
      .customer('唔同意')
      .customer('確認')
      .customer('搞掂未')
      .bot('caseIs'));
});

describe('digressions: another wish beside the wish for a person', () => {
  inEachLanguage('calls the person, who reads both', [
    said(
      '怎么查话费，另外帮我转人工',
      '怎麼查話費，另外幫我轉真人',
      'how do I check my bill, and get me a person',
      'handoffSought',
    ),
  ]);
});

describe('digressions: personal data', () => {
  inEachLanguage(
    'misused is a major complaint, not a request',
    [
      said(
        '我要投诉你们滥用我的个人信息',
        '我要投訴你們濫用我的個人資料',
        'I want to complain that you sold my data',
        'heardYou',
        'askRemedy',
      ),
      said('道歉', '道歉', 'an apology', 'askConsent'),
      pressed(1, 'consentRefused', 'summary'),
      pressed(0, 'complaintTaken', 'nextInstance', 'handoffSought'),
    ],
    async (world) => assert.equal((await recordsOf(world)).cases[0]?.severity, 'major'),
  );

  it('is answered in the script of the request, whatever the page was opened in', () =>
    talk({ locale: 'zh-Hans' }).customer('刪除我的個人資料').bot('sureToDelete').says('確定要刪除'));

  it('and an address or a name in the other script changes nothing', () =>
    talk({ locale: 'zh-Hans' })
      .customer('我要约师傅上门修宽带')
      .customer('臺北市大安區和平東路二段106號')
      .says('请问')
      .customer('明天下午')
      .press(0)
      .press(0)
      .customer('張偉')
      .says('请再留'));
});

import assert from 'node:assert/strict';
import { inEachLanguage, pressed, recordsOf, said } from '../inEachLanguage.ts';

const complaint = [
  said(
    '投诉你们乱扣费，要求退费',
    '投訴你們亂扣費，要求退費',
    'I want to complain about being overcharged, I want a refund',
    'heardYou',
    'askConsent',
  ),
  pressed(1, 'consentRefused', 'summary'),
  pressed(0, 'complaintTaken', 'nextInstance'),
];
const praise = [
  said(
    '表扬一下张师傅，非常热心',
    '表揚一下張師傅，非常熱心',
    'I want to praise your technician, he was very kind and helpful',
    'summary',
  ),
  pressed(0, 'feedbackTaken'),
];

describe('happy: an open case', () => {
  inEachLanguage(
    'is looked up, urged, added to and withdrawn',
    [
      complaint,
      said('查询进度', '查詢進度', 'Check progress', 'caseIs'),
      said('催办', '催辦', 'Ask to hurry up', 'urged'),
      said('补充信息', '補充資料', 'Add to a case', 'askAmendment'),
      said(
        '上上个月也多扣了二十块',
        '上上個月也多扣了二十元',
        'You also took twenty yuan too much two months ago',
        'summary',
      ),
      pressed(0, 'amended'),
      said('撤销工单', '撤銷案件', 'Withdraw a case', 'sureToWithdraw'),
      pressed(1, 'kept'),
      said('撤销工单', '撤銷案件', 'Withdraw a case', 'sureToWithdraw'),
      said('是的', '是的', 'yes', 'withdrawn'),
    ],
    async (world) => {
      const [filed] = (await recordsOf(world)).cases;
      assert.equal(filed?.stage, 'withdrawn');
      assert.deepEqual(
        filed?.history.map((h) => h.what).filter((what) => what === 'urged' || what === 'amended'),
        ['urged', 'amended'],
      );
    },
  );

  inEachLanguage('among several is chosen by button, place or kind', [
    complaint,
    praise,
    said('查询进度', '查詢進度', 'Check progress', 'whichCase'),
    pressed(0, 'caseIs'),
    said('查询进度', '查詢進度', 'Check progress', 'whichCase'),
    said('第二个', '第二個', 'the second one', 'caseIs'),
    said('查询进度', '查詢進度', 'Check progress', 'whichCase'),
    said('投诉那个', '投訴那個', 'the complaint', 'caseIs'),
  ]);
});

describe('happy: other wishes', () => {
  inEachLanguage(
    'a service is applied for, with the material needed',
    [
      said('我想办理新装宽带', '我想申辦新裝寬頻', 'I want to sign up for broadband', 'askConsent'),
      pressed(0, 'askContact'),
      said('王五 13800138000', '王五 13800138000', 'Ann 13800138000', 'summary'),
      pressed(0, 'applicationTaken', 'materials'),
    ],
    async (world) => assert.equal((await recordsOf(world)).cases[0]?.kind, 'application'),
  );

  inEachLanguage(
    'personal data are shown, corrected, deleted, and consent is taken back',
    [
      said('我的个人信息', '我的個人資料', 'My personal data', 'askPrivacy'),
      pressed(0, 'privacyShown'),
      said('我的个人信息', '我的個人資料', 'My personal data', 'askPrivacy'),
      pressed(1, 'askCorrection'),
      said('我的名字应该是张明', '我的名字應該是張明', 'My name should be Ann Lee', 'nothingToCorrect'),
      said('我的个人信息', '我的個人資料', 'My personal data', 'askPrivacy'),
      pressed(3, 'sureToDelete'),
      pressed(1, 'kept'),
      said('我的个人信息', '我的個人資料', 'My personal data', 'askPrivacy'),
      pressed(4, 'sureToWithdrawConsent'),
      pressed(0, 'consentWithdrawn'),
    ],
    async (world) => {
      const { cases, contact } = await recordsOf(world);
      assert.deepEqual(cases, [], 'nothing is left to a person');
      assert.equal(contact.phone, null);
    },
  );

  inEachLanguage(
    'a fraud is answered by what protects the customer first',
    [
      said(
        '有人冒充你们客服骗走了我的验证码',
        '有人冒充你們客服騙走了我的驗證碼',
        'I want to report fraud, someone stole my verification code',
        'securityFirst',
        'askConsent',
      ),
      pressed(0, 'askContact'),
      said('13800138000', '13800138000', '13800138000', 'summary'),
      pressed(0, 'securityTaken', 'handoffSought'),
    ],
    async (world) => assert.equal((await recordsOf(world)).cases[0]?.level, 'major'),
  );

  inEachLanguage('small talk is answered', [
    said('你好', '你好', 'hello', 'greeting'),
    said('你能做什么', '你可以做什麼', 'What can you do', 'help'),
    said('谢谢', '謝謝', 'thank you', 'youAreWelcome'),
    said('你们几点上班', '你們幾點上班', 'What are your opening hours?', 'openingHours'),
    said('再见', '再見', 'goodbye', 'goodbye'),
  ]);
});

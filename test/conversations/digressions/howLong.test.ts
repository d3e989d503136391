import assert from 'node:assert/strict';
import { inEachLanguage, pressed, recordsOf, said, same } from '../inEachLanguage.ts';

const fault = said('宽带上不了网', '寬頻無法上網', 'My broadband is down', 'sorryForFault', 'selfCheck');
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

describe('digressions: how long, and how it stands', () => {
  inEachLanguage(
    'asked while it is being filled in, the clock of the manual answers, and the question comes again',
    [fault, said('多久能修好？', '多久會修好？', 'how long will it take to fix?', 'notYetFiled', 'selfCheckAgain')],
    ({ replies }) => assert.match(replies[0]?.text ?? '', /11月23日|23 November/),
  );

  inEachLanguage(
    'a fault of a whole area is promised by its own clock',
    [
      said(
        '整个小区宽带都断了',
        '整個社區寬頻都斷了',
        'The broadband is down in the whole building',
        'majorFault',
        'askSince',
      ),
      said('多久能修好？', '多久會修好？', 'how long will it take to fix?', 'notYetFiled', 'askSince'),
    ],
    ({ replies }) => assert.match(replies[0]?.text ?? '', /12:00/),
  );

  inEachLanguage('asked after it was registered, it is looked up', [
    complaint,
    said('多久给我答复', '多久會給我答覆', 'how long will it take?', 'caseIs'),
  ]);

  inEachLanguage('an appointment that is not booked yet is said to be so', [
    said('我要预约上门安装', '我要預約到府安裝', 'I want to book an installation visit', 'askService'),
    said('查询预约', '查詢預約', 'See my appointments', 'notYetFiled', 'askService'),
  ]);

  inEachLanguage('a fault that is not registered yet is not searched for', [
    fault,
    said('查询进度', '查詢進度', 'Check progress', 'notYetFiled', 'selfCheckAgain'),
  ]);

  inEachLanguage(
    'branches have their own hours',
    [said('营业厅几点关门', '門市幾點關門', 'what time does your branch close?', 'branchHours')],
    ({ replies }) => assert.match(replies[0]?.text ?? '', /09:00–18:00.*10:00–17:00/),
  );

  inEachLanguage('the material needed comes from the manual', [
    said('办宽带需要什么材料', '辦寬頻需要什麼證件', 'what documents do I need to open broadband?', 'materials'),
  ]);

  inEachLanguage(
    'a second fault told in the middle waits for its turn',
    [
      fault,
      pressed(0, 'askSince'),
      pressed(1, 'askPattern'),
      said(
        '对了，我手机也没信号',
        '對了，我手機也沒訊號',
        'By the way, my mobile has no signal either',
        'alsoLater',
        'askPattern',
      ),
      pressed(0, 'askPlace'),
      same('浦东新区张江路88号', 'askExtent'),
      pressed(1, 'askBefore'),
      pressed(0, 'askConsent'),
      pressed(1, 'consentRefused', 'summary'),
      pressed(0, 'faultTaken', 'alsoWanted'),
      pressed(0, 'sorryForFault', 'selfCheck'),
    ],
    async (world) => assert.equal((await recordsOf(world)).cases.length, 1),
  );

  inEachLanguage(
    'whoever asks for a language is answered in it, and the question comes again',
    [fault, said('can you speak English?', '請說英文', '可以说中文吗', 'languageSet', 'selfCheckAgain')],
    ({ replies, state }) => {
      assert.ok(state);
      assert.equal(replies[0]?.locale, state.language);
      assert.match(state.language, /en|zh-Hans/);
    },
  );

  inEachLanguage('an answer to the form put aside goes back to it, when the other has only just begun', [
    fault,
    pressed(0, 'askSince'),
    said('我的个人信息', '我的個人資料', 'My personal data', 'askPrivacy'),
    said('昨天晚上', '昨天晚上', 'yesterday evening', 'backTo', 'askPattern'),
  ]);
});

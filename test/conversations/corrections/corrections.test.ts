import assert from 'node:assert/strict';
import { inEachLanguage, pressed, recordsOf, said, same, slotOf } from '../inEachLanguage.ts';
import { EVENING, type World } from '../talk.ts';

const booking = said(
  '预约后天下午3点上门维修宽带，地址浦东新区张江路88号，我叫王芳，电话13800138000',
  '預約後天下午3點到府維修寬頻，地址浦東新區張江路88號，我叫王芳，電話13800138000',
  'Book a repair visit for my broadband the day after tomorrow at 3 pm at 88 Zhangjiang Road, Pudong. My name is Anna Smith, 13800138000',
  'askConsent',
);
const answersOf = ({ state }: World) => state?.dialog.form?.answers ?? {};
const phoneOf = (world: World) => (answersOf(world).contact as { phone: string } | undefined)?.phone;

describe('corrections', () => {
  inEachLanguage(
    '"no, …" on the summary changes the phone and keeps the name',
    [
      booking,
      pressed(0, 'summary'),
      said('不对，电话是13900139000', '不對，電話是13900139000', 'no, my number is 13900139000', 'changed', 'summary'),
      pressed(0, 'booked'),
    ],
    async (world) => {
      const contact = (await recordsOf(world)).bookings[0]?.contact;
      assert.equal(contact?.phone, '+8613900139000');
      assert.match(String(contact?.name), /王芳|Anna Smith/);
    },
  );

  inEachLanguage(
    'a clock time on the summary moves the slot',
    [
      booking,
      pressed(0, 'summary'),
      said('改成大后天上午九点', '改成大後天上午九點', 'make it Tuesday at 9 am', 'changed', 'summary'),
    ],
    (world) => assert.equal(slotOf(world), '2026-11-24T08:00'),
  );

  inEachLanguage(
    'a part of a day on the summary offers its slots',
    [
      booking,
      pressed(0, 'summary'),
      said('改成大后天上午', '改成大後天上午', 'make it Tuesday morning', 'askSlot'),
      said('第二个', '第二個', 'the second one', 'summary'),
    ],
    (world) => assert.equal(slotOf(world), '2026-11-24T10:00'),
  );

  inEachLanguage(
    'a day alone keeps the hour',
    [booking, said('不对，是大后天', '不對，是大後天', 'no, Tuesday', 'changed', 'askConsent')],
    (world) => assert.equal(slotOf(world), '2026-11-24T15:00'),
  );

  inEachLanguage(
    'a bare time corrects without a word for it',
    [booking, said('大后天上午九点', '大後天上午九點', 'Tuesday at 9 am', 'changed', 'askConsent')],
    (world) => assert.equal(slotOf(world), '2026-11-24T08:00'),
  );

  inEachLanguage(
    '"change something" leads to the field and back',
    [
      booking,
      pressed(0, 'summary'),
      pressed(1, 'whatToChange'),
      said('联系方式', '聯絡方式', 'contact', 'askContact'),
      same('13900139000', 'summary'),
    ],
    (world) => assert.equal(phoneOf(world), '+8613900139000'),
  );

  inEachLanguage(
    'what to change may be answered by the change itself',
    [booking, pressed(0, 'summary'), pressed(1, 'whatToChange'), same('13900139000', 'changed', 'summary')],
    (world) => assert.equal(phoneOf(world), '+8613900139000'),
  );

  inEachLanguage(
    'an address is corrected in the middle',
    [
      said('预约上门维修宽带', '預約到府維修寬頻', 'Book a repair visit for my broadband', 'askAddress'),
      said('徐汇区漕溪北路100号', '徐匯區漕溪北路100號', '100 North Caoxi Road, Xuhui', 'askSlot'),
      said(
        '不对，地址是浦东新区张江路88号',
        '不對，地址是浦東新區張江路88號',
        'no, the address is 88 Zhangjiang Road, Pudong',
        'changed',
        'askSlot',
      ),
    ],
    (world) => assert.match(String(answersOf(world).address), /张江路88号|張江路88號|88 Zhangjiang Road/),
  );

  inEachLanguage(
    'the answer before is asked again by "back"',
    [
      said('宽带上不了网', '寬頻無法上網', 'My broadband is down', 'sorryForFault', 'selfCheck'),
      pressed(0, 'askSince'),
      said('昨天', '昨天', 'yesterday', 'askPattern'),
      said('上一步', '回上一步', 'go back', 'askSince'),
      said('今天早上', '今天早上', 'this morning', 'askPattern'),
    ],
    (world) => assert.match(String((answersOf(world).since as { text: string }).text), /今天早上|this morning/),
  );

  inEachLanguage(
    'a complaint is put under another category',
    [
      said(
        '投诉你们乱扣费，要求退费',
        '投訴你們亂扣費，要求退費',
        'I want to complain about being overcharged, I want a refund',
        'heardYou',
        'askConsent',
      ),
      pressed(1, 'consentRefused', 'summary'),
      said('不是资费，是服务态度', '不是資費，是服務態度', 'no, it is about the attitude', 'changed', 'summary'),
      pressed(0, 'complaintTaken', 'nextInstance'),
    ],
    async (world) => assert.equal((await recordsOf(world)).cases[0]?.category, 'service-quality'),
  );

  inEachLanguage(
    'telling a complaint anew classifies it anew',
    [
      said(
        '投诉你们乱扣费，要求退费',
        '投訴你們亂扣費，要求退費',
        'I want to complain about being overcharged, I want a refund',
        'heardYou',
        'askConsent',
      ),
      pressed(1, 'consentRefused', 'summary'),
      pressed(1, 'whatToChange'),
      pressed(0, 'tellMe'),
      said(
        '其实是你们客服的服务态度很恶劣',
        '其實是你們客服的服務態度很惡劣',
        'Actually your staff were rude to me and had a terrible attitude',
        'heardYou',
        'summary',
      ),
    ],
    (world) => assert.equal(answersOf(world).category, 'service-quality'),
  );

  inEachLanguage(
    'the name may come before the number',
    [
      said('转人工', '轉真人客服', 'Talk to a person', 'deskClosed', 'callbackOpen'),
      pressed(0, 'askContact'),
      said('张三', '張三', 'Ann Brown', 'noted', 'askPhone'),
      same('13800138000', 'summary'),
      pressed(0, 'callbackTaken'),
    ],
    async (world) => {
      const [filed] = (await recordsOf(world)).cases;
      assert.match(String(filed?.answers.name), /张三|張三|Ann Brown/);
      assert.equal(filed?.answers.phone, '+8613800138000');
    },
    { now: EVENING },
  );

  inEachLanguage('"no" to a summary asks what to change and never files', [
    booking,
    pressed(0, 'summary'),
    said('不对', '不對', 'no', 'whatToChange'),
    said('没错', '沒錯', 'that is correct', 'booked'),
  ]);
});

import assert from 'node:assert/strict';
import { inEachLanguage, pressed, recordsOf, said } from '../inEachLanguage.ts';
import { EVENING } from '../talk.ts';

const complaint = [
  said(
    '投诉你们乱扣费，要求退费',
    '投訴你們亂扣費，要求退費',
    'I want to complain about being overcharged, I want a refund',
    'heardYou',
    'askConsent',
  ),
  pressed(1, 'consentRefused', 'summary'),
];
const visit = [
  said(
    '预约后天下午3点上门维修宽带，地址浦东新区张江路88号，我叫王芳，电话13800138000',
    '預約後天下午3點到府維修寬頻，地址浦東新區張江路88號，我叫王芳，電話13800138000',
    'Book a repair visit for my broadband the day after tomorrow at 3 pm at 88 Zhangjiang Road, Pudong. My name is Anna Smith, 13800138000',
    'askConsent',
  ),
  pressed(0, 'summary'),
];

describe('cancellations in the words of customers', () => {
  inEachLanguage(
    'a sentence of giving up files nothing, also on the summary',
    [
      visit,
      said(
        '算了，这个预约我不要了',
        '算了，這個預約我不要了',
        "never mind, I don't want this appointment anymore",
        'dropped',
      ),
    ],
    async (world) => assert.equal((await recordsOf(world)).bookings.length, 0),
  );

  inEachLanguage('"oh well, leave it"', [complaint, said('还是算了吧', '還是算了吧', 'forget it', 'dropped')]);

  inEachLanguage(
    'with nothing under way the only booking is meant, and asked about once more',
    [
      visit,
      pressed(0, 'booked'),
      said('算了，这个预约我不要了，取消', '算了，這個預約我不要了，取消', 'cancel it', 'sureToCancel'),
      pressed(0, 'bookingCancelled'),
    ],
    async (world) => assert.equal((await recordsOf(world)).bookings.length, 0),
  );

  inEachLanguage(
    'so is the only case',
    [
      complaint,
      pressed(0, 'complaintTaken', 'nextInstance'),
      said('取消', '取消', 'cancel', 'sureToWithdraw'),
      pressed(1, 'kept'),
    ],
    async (world) => assert.equal((await recordsOf(world)).cases[0]?.stage, 'registered'),
  );

  inEachLanguage('what was only offered is declined by a cancel', [
    said('查询预约', '查詢預約', 'See my appointments', 'noBookings'),
    said('算了', '算了', 'never mind', 'anythingElse'),
  ]);

  inEachLanguage(
    'a call-back that is registered is not registered again; what was said is added to it',
    [
      said('转人工', '轉真人客服', 'Talk to a person', 'deskClosed', 'callbackOpen'),
      pressed(0, 'askContact'),
      said('陈明 13800138000', '陳明 13800138000', 'Ann Brown 13800138000', 'summary'),
      pressed(0, 'callbackTaken'),
      said('转人工', '轉真人客服', 'Talk to a person', 'deskClosed', 'callbackPending'),
      said(
        '套餐的事我要找人工客服说清楚',
        '方案的事我要找真人客服說清楚',
        'I need a real person about my bill, let me talk to a human',
        'deskClosed',
        'callbackPending',
      ),
    ],
    async (world) => {
      const { cases } = await recordsOf(world);
      assert.equal(cases.length, 1);
      const notes = cases[0]?.history.flatMap(({ what, note }) => (what === 'amended' ? [note] : []));
      assert.equal(notes?.length, 1);
    },
    { now: EVENING, repeated: true },
  );

  inEachLanguage('what was told so far is still there when asked for', [
    complaint.slice(0, 1),
    said('我刚才说的还在吗', '我剛才說的還在嗎', 'what have I told you', 'recap', 'askConsent'),
  ]);
});

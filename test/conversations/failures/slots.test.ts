import assert from 'node:assert/strict';
import { inEachLanguage, pressed, said, slotOf } from '../inEachLanguage.ts';
import { memoryLedger, START, talk } from '../talk.ts';

const whole = '预约后天下午3点上门维修宽带，地址浦东新区张江路88号，电话13800138000';
const begun = said(
  '预约上门维修宽带，地址浦东新区张江路88号',
  '預約到府維修寬頻，地址浦東新區張江路88號',
  'Book a repair visit for my broadband at 88 Zhangjiang Road, Pudong',
  'askSlot',
);

describe('failures: times', () => {
  inEachLanguage('a time gone by is said so and asked again', [
    begun,
    said('昨天下午', '昨天下午', 'yesterday afternoon', 'slotPast', 'askSlot'),
    said('今天早上八点', '今天早上八點', 'today at 8 am', 'slotPast', 'askSlot'),
  ]);

  inEachLanguage('a time beyond the calendar', [
    begun,
    said('三个月以后', '三個月以後', 'in three months', 'slotTooFar', 'askSlot'),
    said('后天下午三点', '後天下午三點', 'the day after tomorrow at 3 pm', 'askConsent'),
  ]);

  inEachLanguage(
    'a part of a day offers its slots',
    [
      begun,
      said('后天下午', '後天下午', 'the day after tomorrow in the afternoon', 'askSlot'),
      pressed(1, 'askConsent'),
    ],
    (world) => assert.equal(slotOf(world), '2026-11-23T15:00'),
  );

  inEachLanguage('an hour when nobody works offers the nearest', [
    begun,
    said('后天凌晨三点', '後天凌晨三點', 'the day after tomorrow at 3 am', 'askSlot'),
    pressed(0, 'askConsent'),
  ]);

  it('a slot that runs out meanwhile is told, and another one offered', async () => {
    const ledger = await memoryLedger();
    try {
      for (const from of ['a', 'b']) await talk({ ledger, from }).customer(whole).press(0).press(0).bot('booked');
      const late = talk({ ledger, from: 'late' }).customer(whole).press(0).bot('summary');
      await late
        .check(async () => {
          await talk({ ledger, from: 'c' }).customer(whole).press(0).press(0).bot('booked');
        })
        .press(0)
        .bot('slotTaken', 'askSlot')
        .press(0)
        .bot('summary')
        .press(0)
        .bot('booked');
      await talk({ ledger, from: 'd' }).customer(whole).bot('askSlot').says('没有空档');
    } finally {
      await ledger.close();
    }
  });

  it('a slot that was refused may be had once it is free again', async () => {
    const ledger = await memoryLedger();
    try {
      for (const from of ['a', 'b']) await talk({ ledger, from }).customer(whole).press(0).press(0).bot('booked');
      await talk({ ledger, from: 'late' })
        .customer(whole)
        .press(0)
        .bot('summary')
        .check(async () => {
          await talk({ ledger, from: 'c' }).customer(whole).press(0).press(0).bot('booked');
        })
        .press(0)
        .bot('slotTaken', 'askSlot')
        .check(async () => {
          await talk({ ledger, from: 'a' }).customer('取消预约').press(0).bot('bookingCancelled');
        })
        .customer('后天下午3点')
        .bot('summary')
        .press(0)
        .bot('booked');
    } finally {
      await ledger.close();
    }
  });

  it('a chosen slot that passes while the customer is away is asked again', () =>
    talk()
      .customer(whole)
      .press(0)
      .bot('summary')
      .later(5 * 24 * 3_600_000)
      .customer('确认')
      .bot('resumed', 'askSlot'));

  it('slots of the day end before the office closes', () =>
    talk({ now: START + 8.5 * 3_600_000 })
      .customer('预约上门维修宽带，地址浦东新区张江路88号')
      .check(({ replies }) => {
        const first = replies.at(-1)?.suggestedActions?.actions[0]?.title ?? '';
        assert.match(first, /11月22日/);
      }));
});

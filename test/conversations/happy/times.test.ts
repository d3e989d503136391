import assert from 'node:assert/strict';
import { inEachLanguage, pressed, recordsOf, said, same, slotOf } from '../inEachLanguage.ts';
import { EVENING } from '../talk.ts';

const install = said(
  '预约上门安装宽带，地址浦东新区张江路88号',
  '預約到府安裝寬頻，地址浦東新區張江路88號',
  'Book an installation visit for my broadband at 88 Zhangjiang Road, Pudong',
  'askSlot',
);
const monday = said('下下周一', '下下禮拜一', 'Monday 30 November', 'askSlot');
const booked = [
  said(
    '预约11月30日下午4点上门安装宽带，地址浦东新区张江路88号，我叫王芳，电话13800138000',
    '預約11月30日下午4點到府安裝寬頻，地址浦東新區張江路88號，我叫王芳，電話13800138000',
    'Book an installation visit for my broadband on 30 November at 4 pm at 88 Zhangjiang Road, Pudong. My name is Anna Smith, 13800138000',
    'askConsent',
  ),
  pressed(0, 'summary'),
  pressed(0, 'booked'),
];

describe('happy: times as customers say them', () => {
  inEachLanguage(
    'a part of the day lies on the day talked about, not on today',
    [
      install,
      monday,
      said('有没有下午的', '有沒有下午的', 'in the afternoon', 'askSlot'),
      said('第一个', '第一個', 'the first one', 'askConsent'),
    ],
    (world) => assert.equal(slotOf(world), '2026-11-30T14:00'),
  );

  inEachLanguage(
    'so does a clock time',
    [install, monday, said('九点半那个', '九點半那個', 'at 9:30 am', 'askConsent')],
    (world) => assert.equal(slotOf(world), '2026-11-30T09:00'),
  );

  inEachLanguage(
    'the earliest is taken when the choice is left to us',
    [install, monday, said('最早的就行', '最早的那個', 'the earliest one', 'askConsent')],
    (world) => assert.equal(slotOf(world), '2026-11-30T09:00'),
  );

  inEachLanguage(
    'whoever does not mind gets the first free time',
    [install, said('随便，都行', '都可以', 'any time, up to you', 'askConsent')],
    (world) => assert.equal(slotOf(world), '2026-11-22T14:00'),
  );

  inEachLanguage(
    'a visit is moved within its day',
    [
      booked,
      said('能改到上午吗', '可以改到上午嗎', 'can you move it to the morning?', 'askSlot'),
      pressed(0, 'summary'),
      pressed(0, 'bookingMoved'),
    ],
    async (world) => assert.equal((await recordsOf(world)).bookings[0]?.slot.id, '2026-11-30T09:00'),
  );

  inEachLanguage(
    'a visit is moved by so many days',
    [
      booked,
      said(
        '等一下，预约能往后一天吗',
        '等一下，預約可以往後一天嗎',
        'can we move the appointment a day later?',
        'askSlot',
      ),
      pressed(0, 'summary'),
      pressed(0, 'bookingMoved'),
    ],
    async (world) => assert.equal((await recordsOf(world)).bookings[0]?.slot.id, '2026-12-01T09:00'),
  );

  inEachLanguage(
    'when somebody was asked to come, told with the fault, is not asked again',
    [
      said(
        '我家宽带从今天下午五点就断网了，一直上不了，光猫重启过了，地址浦东新区张江路88号3栋502，全家都上不了，之前没什么变化，我叫王芳，电话13800138000，明天上午能派师傅来看看吗',
        '我家寬頻從今天下午五點就斷了，一直無法上網，數據機重開過了，地址浦東新區張江路88號3棟502，全家都上不了，之前沒什麼變動，我叫王芳，電話13800138000，明天早上可以派師傅來看嗎',
        'My broadband has been down since 5 pm today at 88 Zhangjiang Road, Pudong, nothing at home gets online, nothing changed before and I already restarted the modem. My name is Anna Smith, 13800138000. Can a technician come tomorrow morning?',
        'sorryForFault',
        'askConsent',
      ),
      pressed(0, 'summary'),
      pressed(0, 'faultTaken', 'offerVisit'),
      said('好的，谢谢', '好，麻煩你', 'yes please', 'askSlot'),
      // one time is free then: a yes takes it
      said('可以', '可以', 'yes', 'summary'),
    ],
    (world) => {
      assert.equal(slotOf(world), '2026-11-22T09:00');
      assert.doesNotMatch(world.transcript.join('\n'), /(开始时间：|開始時間：|Since: )[^/]*(明天|tomorrow)/);
    },
    { now: EVENING },
  );

  inEachLanguage('an offered visit is taken by "as soon as possible"', [
    said('光猫坏了', '數據機壞了', 'my modem is broken', 'sorryForFault', 'askSince'),
    said('别问了', '別再問了', 'enough questions', 'leftRest', 'askPlace'),
    same('浦东新区张江路88号', 'askConsent'),
    pressed(0, 'askContact'),
    same('13800138000', 'summary'),
    pressed(0, 'faultTaken', 'offerVisit'),
    said('越快越好', '越快越好', 'as soon as possible please', 'summary'),
    pressed(0, 'booked'),
  ]);
});

import assert from 'node:assert/strict';
import { inEachLanguage, pressed, recordsOf, said, same } from '../inEachLanguage.ts';
import { talk } from '../talk.ts';

describe('happy: a fault', () => {
  inEachLanguage(
    'is asked by 5W1H, filed, and leads to a visit',
    [
      said('我要报修宽带上不了网', '我要報修，寬頻無法上網', 'My broadband is down', 'sorryForFault', 'selfCheck'),
      pressed(0, 'askSince'),
      said('昨天晚上', '昨天晚上', 'yesterday evening', 'askPattern'),
      pressed(0, 'askPlace'),
      same('浦东新区张江路88号3栋502', 'askExtent'),
      pressed(1, 'askBefore'),
      pressed(0, 'askConsent'),
      pressed(0, 'askContact'),
      said('陈明 13800138000', '陳明 13800138000', 'Ann Lee 13800138000', 'summary'),
      pressed(0, 'faultTaken', 'offerVisit'),
      pressed(0, 'askSlot'),
      pressed(2, 'summary'),
      pressed(0, 'booked'),
    ],
    async (world) => {
      const { cases, bookings, contact } = await recordsOf(world);
      const filed = cases[0];
      assert.ok(filed);
      assert.equal(filed.kind, 'fault');
      assert.equal(filed.area, 'sh-pudong');
      const { service, selfCheck, pattern, place, extent, impact, before, phone } = filed.answers;
      assert.deepEqual(
        { service, selfCheck, pattern, place, extent, impact, before, phone },
        {
          service: 'broadband',
          selfCheck: 'failed',
          pattern: 'always',
          place: '浦东新区张江路88号3栋502',
          extent: 'home',
          impact: 'none',
          before: 'nothing',
          phone: '+8613800138000',
        },
      );
      assert.equal(contact.phone, '+8613800138000');
      assert.equal(bookings[0]?.case, filed.number);
      assert.equal(bookings[0]?.kind, 'repair');
    },
  );

  inEachLanguage(
    'told in one message leads straight to consent and summary',
    [
      said(
        '我家宽带从昨天开始就连不上网，地址是浦东新区张江路88号3栋502，全家都上不了，一直这样，光猫重启过了，之前没什么变化，我叫王芳，电话13800138000',
        '我家寬頻從昨天開始就連不上網，地址是浦東新區張江路88號3棟502，全家都上不了，一直這樣，重開過數據機了，之前沒什麼變動，我叫王芳，電話13800138000',
        'My broadband has been down since yesterday at 88 Zhangjiang Road, Pudong, all my devices, all the time, nothing changed before and I already restarted the modem. My name is Anna Smith, 13800138000',
        'sorryForFault',
        'askConsent',
      ),
      pressed(0, 'summary'),
      said('确认', '確認', 'confirm', 'faultTaken', 'offerVisit'),
      said('不用', '不用', 'no thanks', 'anythingElse'),
    ],
    async (world) => {
      const [filed] = (await recordsOf(world)).cases;
      assert.equal(filed?.answers.phone, '+8613800138000');
      assert.equal(filed?.answers.extent, 'home');
      assert.equal(filed?.answers.selfCheck, 'failed');
      assert.match(String(filed?.answers.name), /王芳|Anna Smith/);
    },
  );

  inEachLanguage(
    'ends when the self-check helped',
    [
      said('宽带上不了网', '寬頻無法上網', 'My broadband is down', 'sorryForFault', 'selfCheck'),
      said('好了，可以上网了', '好了，恢復了', 'it works now', 'selfCheckWorked'),
    ],
    async (world) => assert.equal((await recordsOf(world)).cases.length, 0),
  );

  inEachLanguage(
    'of a whole area is major and skips the self-check',
    [
      said(
        '整个小区宽带都断了',
        '整個社區寬頻都斷了',
        'The broadband is down in the whole building',
        'majorFault',
        'askSince',
      ),
      said('今天早上', '今天早上', 'this morning', 'askPattern'),
      pressed(0, 'askPlace'),
      same('浦东新区张江路88号', 'askBefore'),
      pressed(0, 'askConsent'),
      pressed(1, 'consentRefused', 'summary'),
      pressed(0, 'faultTaken'),
    ],
    async (world) => {
      const { cases, consents } = await recordsOf(world);
      assert.equal(cases[0]?.level, 'major');
      assert.equal(cases[0]?.answers.phone, null);
      assert.equal(consents.at(-1)?.given, false);
    },
  );

  inEachLanguage(
    'that endangers people puts safety first and asks only place and contact',
    [
      said(
        '门口电线杆倒了，光缆掉在马路上',
        '門口電線桿倒了，光纜掉在馬路上',
        'A pole is down and a cable is lying across the road',
        'safetyFirst',
        'majorFault',
        'askPlace',
      ),
      same('浦东新区张江路88号门口', 'askConsent'),
      pressed(0, 'askContact'),
      same('13800138000', 'summary'),
      pressed(0, 'faultTaken'),
    ],
    async (world) => assert.equal((await recordsOf(world)).cases[0]?.level, 'major'),
  );

  inEachLanguage('of a broken device asks no frequency', [
    said('光猫坏了', '數據機壞了', 'my modem is broken', 'sorryForFault', 'askSince'),
    pressed(2, 'askPlace'),
    same('浦东新区张江路88号', 'askExtent'),
    pressed(1, 'askBefore'),
    said('停过电', '停過電', 'there was a power cut', 'askConsent'),
    pressed(0, 'askContact'),
    same('13800138000', 'summary'),
    pressed(0, 'faultTaken', 'offerVisit'),
    said('后天上午九点', '後天上午九點', 'the day after tomorrow at 9 am', 'summary'),
    pressed(0, 'booked'),
  ]);

  it('in an area with a known outage tells it and registers the customer with it', () =>
    talk()
      .check(async ({ ledger, now }) => {
        const outage = {
          area: 'sh-pudong',
          service: 'broadband',
          since: now - 3_600_000,
          expectedRepair: now + 3_600_000,
        };
        await ledger.outages.open(outage, 'test/outage' as Parameters<typeof ledger.outages.open>[1], now);
      })
      .customer('宽带断网了，地址浦东新区张江路88号')
      .bot('sorryForFault', 'askSince')
      .press(1)
      .bot('askPattern')
      .press(0)
      .bot('knownOutage')
      .says('上海浦东', '11:00')
      .press(0)
      .bot('askExtent')
      .press(1)
      .bot('askBefore')
      .press(0)
      .press(0)
      .customer('13800138000')
      .bot('summary')
      .press(0)
      .bot('faultTaken')
      .check(async (world) => assert.equal((await recordsOf(world)).cases[0]?.links.length, 1)));
});

import assert from 'node:assert/strict';
import { inEachLanguage, pressed, recordsOf, said, same, slotOf } from '../inEachLanguage.ts';

const address = '浦东新区张江路88号';
describe('happy: an appointment', () => {
  inEachLanguage('begun by its quick reply, which names several kinds, asks for the kind', [
    said('预约上门或到店', '預約到府或臨櫃', 'Book an appointment', 'askKind'),
  ]);

  inEachLanguage(
    'is asked step by step and booked',
    [
      said('我要预约', '我要預約', 'I want to book an appointment', 'askKind'),
      pressed(1, 'askService'),
      pressed(0, 'askAddress'),
      same(address, 'askSlot'),
      said('后天下午三点', '後天下午三點', 'the day after tomorrow at 3 pm', 'askConsent'),
      pressed(0, 'askContact'),
      same('13800138000', 'summary'),
      pressed(0, 'booked'),
      said('查询预约', '查詢預約', 'See my appointments', 'bookingIs'),
    ],
    async (world) => {
      const [booking] = (await recordsOf(world)).bookings;
      assert.equal(booking?.kind, 'repair');
      assert.equal(booking?.service, 'broadband');
      assert.equal(booking?.place, 'sh-pudong');
      assert.equal(booking?.slot.id, '2026-11-23T15:00');
      assert.equal(booking?.contact.phone, '+8613800138000');
    },
  );

  inEachLanguage(
    'told in one message leads straight to consent and summary',
    [
      said(
        `帮我预约后天下午3点上门维修宽带，地址${address}，我叫王芳，电话13800138000`,
        '幫我預約後天下午3點到府維修寬頻，地址浦東新區張江路88號，我叫王芳，電話13800138000',
        'Please book a repair visit for my broadband the day after tomorrow at 3 pm at 88 Zhangjiang Road, Pudong. My name is Anna Smith, 13800138000',
        'askConsent',
      ),
      pressed(0, 'summary'),
      said('好的', '好的', 'yes', 'booked'),
    ],
    async (world) => {
      const [booking] = (await recordsOf(world)).bookings;
      assert.equal(booking?.slot.id, '2026-11-23T15:00');
      assert.match(String(booking?.contact.name), /王芳|Anna Smith/);
    },
  );

  inEachLanguage(
    'keeps a time that was named before the place was known',
    [
      said(
        '帮我约后天下午三点上门维修宽带',
        '幫我約後天下午三點到府維修寬頻',
        'Book a repair visit for my broadband the day after tomorrow at 3 pm',
        'askAddress',
      ),
      same(address, 'askConsent'),
    ],
    (world) => assert.equal(slotOf(world), '2026-11-23T15:00'),
  );

  inEachLanguage(
    'at a branch asks the branch',
    [
      said(
        '我想预约营业厅办手机业务',
        '我想預約門市辦手機門號',
        'I would like a branch appointment about my mobile phone',
        'askBranch',
      ),
      pressed(1, 'askSlot'),
      said('下周二上午十点半', '下週二上午十點半', 'next Tuesday at 10:30', 'askConsent'),
      pressed(1, 'consentRefused', 'summary'),
      pressed(0, 'booked'),
    ],
    async (world) => {
      const [booking] = (await recordsOf(world)).bookings;
      assert.equal(booking?.place, 'bj-zhongguancun');
      assert.equal(booking?.slot.id, '2026-11-24T10:00');
      assert.equal(booking?.contact.phone, null);
    },
  );

  inEachLanguage(
    'is moved and cancelled',
    [
      said(
        `预约后天下午3点上门维修宽带，地址${address}，电话13800138000`,
        '預約後天下午3點到府維修寬頻，地址浦東新區張江路88號，電話13800138000',
        'Book a repair visit for my broadband the day after tomorrow at 3 pm, 88 Zhangjiang Road, Pudong, 13800138000',
        'askConsent',
      ),
      pressed(0, 'summary'),
      pressed(0, 'booked'),
      said('更改预约', '更改預約', 'Move an appointment', 'askSlot'),
      said('大后天上午九点', '大後天上午九點', 'Tuesday at 9 am', 'summary'),
      pressed(0, 'bookingMoved'),
      said('取消预约', '取消預約', 'Cancel an appointment', 'sureToCancel'),
      pressed(1, 'kept'),
      said('取消预约', '取消預約', 'Cancel an appointment', 'sureToCancel'),
      pressed(0, 'bookingCancelled'),
      said('查询预约', '查詢預約', 'See my appointments', 'noBookings'),
      said('好', '好', 'yes', 'askKind'),
    ],
    async (world) => assert.equal((await recordsOf(world)).bookings.length, 0),
  );
});

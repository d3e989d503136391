import assert from 'node:assert/strict';
import { inEachLanguage, pressed, recordsOf, said } from '../inEachLanguage.ts';
import type { World } from '../talk.ts';

const nothingFiled = async (world: World) => {
  const { cases, bookings } = await recordsOf(world);
  assert.equal(cases.length + bookings.length, 0);
  assert.equal(world.state?.dialog.form, null);
};

describe('cancellations', () => {
  inEachLanguage(
    '"cancel" gives up the form and files nothing',
    [said('我要投诉', '我要投訴', 'I want to make a complaint', 'tellMe'), said('取消', '取消', 'cancel', 'dropped')],
    nothingFiled,
  );

  inEachLanguage(
    '"I do not want to … any more" gives up inside a telling',
    [
      said('我要投诉', '我要投訴', 'I want to make a complaint', 'tellMe'),
      said('不投诉了', '不投訴了', "I don't want to complain anymore", 'dropped'),
    ],
    nothingFiled,
  );

  inEachLanguage(
    '"never mind" on the summary',
    [
      said(
        '投诉你们乱扣费，要求退费',
        '投訴你們亂扣費，要求退費',
        'I want to complain about being overcharged, I want a refund',
        'heardYou',
        'askConsent',
      ),
      pressed(1, 'consentRefused', 'summary'),
      pressed(2, 'dropped'),
    ],
    nothingFiled,
  );

  inEachLanguage('a cancelled form is forgotten', [
    said('投诉你们乱扣费', '投訴你們亂扣費', 'I want to complain about being overcharged', 'heardYou', 'askRemedy'),
    said('算了', '算了', 'forget it', 'dropped'),
    said('投诉', '投訴', 'Make a complaint', 'tellMe'),
  ]);

  inEachLanguage(
    '"cancel the appointment" while it is being made',
    [
      said('我要预约上门安装', '我要預約到府安裝', 'I want to book an installation visit', 'askService'),
      said('取消预约', '取消預約', 'Cancel an appointment', 'dropped'),
    ],
    nothingFiled,
  );

  inEachLanguage('the inner form is cancelled, the outer one goes on', [
    said('投诉你们乱扣费', '投訴你們亂扣費', 'I want to complain about being overcharged', 'heardYou', 'askRemedy'),
    said('故障报修', '故障報修', 'Report a fault', 'tellFault'),
    said('取消', '取消', 'cancel', 'dropped', 'backTo', 'askRemedy'),
  ]);

  inEachLanguage(
    '"start over" forgets everything',
    [
      said('投诉你们乱扣费', '投訴你們亂扣費', 'I want to complain about being overcharged', 'heardYou', 'askRemedy'),
      said('故障报修', '故障報修', 'Report a fault', 'tellFault'),
      said('重新开始', '重新開始', 'start over', 'startedOver'),
      said('取消', '取消', 'cancel', 'nothingToDrop'),
    ],
    nothingFiled,
  );

  inEachLanguage(
    'without consent no visit is arranged',
    [
      said(
        '预约后天下午3点上门维修宽带，地址浦东新区张江路88号',
        '預約後天下午3點到府維修寬頻，地址浦東新區張江路88號',
        'Book a repair visit for my broadband the day after tomorrow at 3 pm at 88 Zhangjiang Road, Pudong',
        'askConsent',
      ),
      said('不同意', '不同意', 'I do not agree', 'consentNeeded'),
    ],
    nothingFiled,
  );
});

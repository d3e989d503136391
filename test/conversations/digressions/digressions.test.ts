import assert from 'node:assert/strict';
import { inEachLanguage, pressed, recordsOf, said, same } from '../inEachLanguage.ts';

const fault = said('宽带上不了网', '寬頻無法上網', 'My broadband is down', 'sorryForFault', 'selfCheck');
describe('digressions', () => {
  inEachLanguage('a price asked in between is answered for and the question comes again', [
    fault,
    pressed(0, 'askSince'),
    said(
      '你们100兆宽带多少钱一个月？',
      '請問你們100M寬頻一個月多少錢？',
      'What is the price of 100M broadband per month?',
      'cannotAnswer',
      'askSince',
    ),
    said('昨天', '昨天', 'yesterday', 'askPattern'),
  ]);

  inEachLanguage('a short question in place of a telling is answered, and the telling is asked for again', [
    said('我要投诉', '我要投訴', 'I want to make a complaint', 'tellMe'),
    said('你们几点下班', '你們幾點下班', 'What are your opening hours?', 'openingHours', 'tellMe'),
    said('你们乱扣费', '你們亂扣費', 'You overcharged me', 'heardYou', 'askRemedy'),
  ]);

  inEachLanguage('opening hours in between', [
    fault,
    said('你们几点上班', '你們幾點上班', 'What are your opening hours?', 'openingHours', 'selfCheckAgain'),
  ]);

  inEachLanguage('thanks and hello in between do not become answers', [
    said('投诉你们乱扣费', '投訴你們亂扣費', 'I want to complain about being overcharged', 'heardYou', 'askRemedy'),
    said('谢谢', '謝謝', 'thank you', 'youAreWelcome', 'askRemedy'),
    said('你好', '你好', 'hello', 'greeting', 'askRemedy'),
    said('退费', '退費', 'refund', 'askConsent'),
  ]);

  inEachLanguage('goodbye in the middle keeps the form', [
    fault,
    pressed(0, 'askSince'),
    said('再见', '再見', 'goodbye', 'goodbyeForNow'),
    said('昨天', '昨天', 'yesterday', 'askPattern'),
  ]);

  inEachLanguage('another wish puts the form aside and comes back to it', [
    said('投诉你们乱扣费', '投訴你們亂扣費', 'I want to complain about being overcharged', 'heardYou', 'askRemedy'),
    said('查询预约', '查詢預約', 'See my appointments', 'noBookings'),
    said('不用', '不用', 'no', 'backTo', 'askRemedy'),
    said('退费', '退費', 'refund', 'askConsent'),
  ]);

  inEachLanguage('two forms deep and back', [
    said('投诉你们乱扣费', '投訴你們亂扣費', 'I want to complain about being overcharged', 'heardYou', 'askRemedy'),
    said('我要报修', '我要報修', 'Report a fault', 'tellFault'),
    said('宽带上不了网', '寬頻無法上網', 'My broadband is down', 'sorryForFault', 'selfCheck'),
    said('好了，恢复了', '好了，恢復了', 'It works again', 'selfCheckWorked', 'backTo', 'askRemedy'),
  ]);

  inEachLanguage('"what did I tell you so far"', [
    fault,
    pressed(0, 'askSince'),
    said('我刚才都说了什么', '我剛才說了什麼', 'what did I tell you so far', 'recap', 'askSince'),
  ]);

  inEachLanguage('help in the middle', [
    said('我要预约', '我要預約', 'I want to book an appointment', 'askKind'),
    said('你能做什么', '你可以做什麼', 'What can you do', 'help', 'askKind'),
  ]);

  inEachLanguage('an answer to a later question is taken and not asked again', [
    fault,
    same('浦东新区张江路88号', 'noted', 'selfCheckAgain'),
    pressed(0, 'askSince'),
    said('昨天，一直这样', '昨天，一直這樣', 'yesterday, all the time', 'askExtent'),
  ]);

  inEachLanguage(
    'a second wish of one message is offered afterwards',
    [
      said(
        '我要表扬张师傅，服务非常热心',
        '我要表揚張師傅，服務非常熱心',
        'I want to praise your technician, he was very kind and helpful',
        'summary',
      ),
      pressed(0, 'feedbackTaken'),
    ],
    async (world) => assert.equal((await recordsOf(world)).cases[0]?.category, 'praise'),
  );
});

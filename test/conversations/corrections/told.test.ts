import assert from 'node:assert/strict';
import { inEachLanguage, pressed, recordsOf, said, same } from '../inEachLanguage.ts';
import type { World } from '../talk.ts';

const answersOf = ({ state }: World) => state?.dialog.form?.answers ?? {};
const symptomOf = (world: World) => answersOf(world).symptom as { id: string; text: string };
const noSignal = said('手机没信号', '手機沒訊號', 'My mobile phone has no signal', 'sorryForFault', 'selfCheck');

describe('corrections of what was told', () => {
  inEachLanguage(
    'another symptom takes the place of the first, with its service, and both tellings stay',
    [
      noSignal,
      said(
        '不对，是家里的宽带上不了网',
        '不對，是家裡的寬頻無法上網',
        'no, it is my broadband that is down',
        'changed',
        'changed',
        'selfCheck',
      ),
    ],
    (world) => {
      assert.equal(symptomOf(world).id, 'no-internet');
      assert.equal(symptomOf(world).text.split('\n').length, 2);
      assert.equal(answersOf(world).service, 'broadband');
    },
  );

  inEachLanguage('"back" passes over a service that the telling showed by itself', [
    noSignal,
    said('上一步', '回上一步', 'go back', 'tellFault'),
    said('家里的宽带上不了网', '家裡的寬頻無法上網', 'My broadband is down', 'sorryForFault', 'selfCheck'),
  ]);

  inEachLanguage(
    'what changes the symptom does not keep another service in its place',
    [
      said('特别卡', '真的好慢', 'everything is slow', 'sorryForFault', 'askService'),
      said('家里的网', '家裡的網路', 'the internet at home', 'selfCheck'),
    ],
    (world) => assert.equal(answersOf(world).service, 'broadband'),
  );

  inEachLanguage(
    'a part of the day answers how often, and does not become the beginning',
    [
      said('宽带很慢', '寬頻很慢', 'My broadband is slow', 'sorryForFault', 'selfCheck'),
      pressed(0, 'askSince'),
      said('昨天', '昨天', 'yesterday', 'askPattern'),
      said('晚上比较卡', '晚上比較慢', 'slow in the evening', 'askPlace'),
    ],
    (world) => {
      assert.equal(answersOf(world).pattern, 'sometimes');
      assert.match(String((answersOf(world).since as { text: string }).text), /昨天|yesterday/i);
    },
  );

  inEachLanguage(
    'once it is registered, what was told wrong is added to it after a look',
    [
      said(
        '宽带断网了，地址浦东新区张江路88号，昨天开始，一直这样，全家都上不了，没变化，重启过了',
        '寬頻斷了，地址浦東新區張江路88號，昨天開始，一直這樣，全家都上不了，沒什麼變動，重開過了',
        'My broadband is down at 88 Zhangjiang Road, Pudong since yesterday, all the time, all my devices, nothing changed, I already restarted it',
        'sorryForFault',
        'askConsent',
      ),
      pressed(1, 'consentRefused', 'summary'),
      pressed(0, 'faultTaken'),
      said(
        '补充一下，门牌写错了，是89号',
        '補充一下，門牌寫錯了，是89號',
        'I want to add something: it is number 89',
        'summary',
      ),
      pressed(0, 'amended'),
    ],
    async (world) => assert.match(String((await recordsOf(world)).cases[0]?.history.at(-1)?.note), /89/),
  );

  inEachLanguage(
    'the details of a plan go with the request while something else is asked',
    [
      said('我想办宽带', '我想申辦寬頻', 'I would like to get broadband', 'askConsent'),
      said('300兆的套餐', '300M的方案', 'the 300M plan', 'noted', 'askConsent'),
    ],
    (world) => assert.match(String(answersOf(world).what), /300/),
  );

  inEachLanguage(
    'a name beside the number in a long message is taken',
    [
      said(
        '预约后天下午3点上门维修宽带，地址浦东新区张江路88号，林太太 13800138000',
        '預約後天下午3點到府維修寬頻，地址浦東新區張江路88號，林太太 13800138000',
        'Book a repair visit for my broadband the day after tomorrow at 3 pm at 88 Zhangjiang Road, Pudong, Mia Wong 13800138000',
        'askConsent',
      ),
    ],
    (world) => assert.match(String((answersOf(world).contact as { name: string }).name), /^(林太太|Mia Wong)$/),
  );

  inEachLanguage('what failed again after the self-check is registered with what was told before', [
    said('宽带上不了网', '寬頻無法上網', 'My broadband is down', 'sorryForFault', 'selfCheck'),
    pressed(1, 'selfCheckWorked'),
    said('好的，谢谢', '好的，謝謝', 'ok, thank you', 'youAreWelcome'),
  ]);

  inEachLanguage(
    'it may fail again at once',
    [
      said('宽带上不了网', '寬頻無法上網', 'My broadband is down', 'sorryForFault', 'selfCheck'),
      said('好了', '好了', 'it works now', 'selfCheckWorked'),
      said('又不行了', '又不行了', 'it is down again', 'askSince'),
      same('😀😀', 'answerNotUnderstood', 'askSince'),
    ],
    (world) => assert.equal(answersOf(world).selfCheck, 'failed'),
  );

  inEachLanguage(
    'another place changes no service',
    [
      said('我家电视老是卡住', '我家電視老是卡住', 'My TV at home keeps freezing', 'sorryForFault', 'selfCheck'),
      same('浦东新区张江路88号', 'noted', 'selfCheckAgain'),
      same('徐汇区漕溪北路100号', 'changed', 'selfCheckAgain'),
    ],
    (world) => assert.equal(answersOf(world).service, 'iptv'),
  );

  inEachLanguage(
    'a number given instead of a wish is a contact',
    [
      said('投诉你们乱扣费', '投訴你們亂扣費', 'I want to complain about being overcharged', 'heardYou', 'askRemedy'),
      same('13800138000', 'noted', 'askRemedy'),
    ],
    (world) => assert.equal(answersOf(world).remedy, undefined),
  );
});

import assert from 'node:assert/strict';
import type { Heard, Understand } from '../../../nlu/heard.ts';
import { inEachLanguage, pressed, said } from '../inEachLanguage.ts';
import { understand, type World } from '../talk.ts';

const answersOf = ({ state }: World) => state?.dialog.form?.answers ?? {};

/** An understanding that is sure of nothing but commands and answers: what is said of wishes must do without it. */
const unsure =
  (ranked: Heard['ranked'], band: Heard['band'] = 'unknown'): Understand =>
  (text, context) => {
    const heard = understand(text, context);
    return text.length < 4 || /^(yes|no)$/.test(text)
      ? heard
      : { ...heard, band, intent: ranked[0]?.intent ?? 'out-of-scope', confidence: 0.45, ranked, also: [] };
  };
const faultFirst = unsure([
  { intent: 'fault.report', confidence: 0.45 },
  { intent: 'complaint.file', confidence: 0.2 },
]);
const complaintFirst = unsure([
  { intent: 'complaint.file', confidence: 0.55 },
  { intent: 'fault.report', confidence: 0.3 },
]);
const nothing = unsure([]);

describe('failures: words that are not understood for sure', () => {
  inEachLanguage(
    'a long telling with a symptom is a fault, and nothing of it is asked again',
    [
      said(
        '喂你好，我妈一个人住，她那个网络电视昨天晚上说打不开了，黑的什么都没有，她也不会弄，地址是广州天河区体育西路101号',
        '喂你好，我媽一個人住，她那台網路電視昨天晚上說黑屏了，什麼都看不到，她也不會弄，地址是廣州天河區體育西路101號',
        'hello so my mother lives alone and her tv went black yesterday evening, she cannot do anything about it, the address is 101 Tiyu Road, Tianhe',
        'sorryForFault',
        'selfCheck',
      ),
    ],
    (world) => {
      const { service, place, since } = answersOf(world) as Record<string, unknown>;
      assert.equal(service, 'iptv');
      assert.match(String(place), /101/);
      assert.ok(since);
      assert.notEqual(answersOf(world).before, 'nothing');
    },
    { understand: faultFirst },
  );

  inEachLanguage(
    'a symptom told calmly is a fault, although a complaint seems likelier',
    [said('我的电话打不出去', '我的電話打不出去', 'I cannot make calls', 'sorryForFault', 'askService')],
    undefined,
    { understand: complaintFirst },
  );

  inEachLanguage(
    'a telling without a symptom is asked about, and its words are kept',
    [
      said(
        '从上周开始每天晚上一看剧画面就糊成一团，孩子作业也交不上去，真的没办法',
        '從上禮拜開始每天晚上一看劇畫面就糊成一團，孩子作業也交不出去，真的沒辦法',
        'since last week whenever we watch a film in the evening the picture turns to mush and my kids cannot hand in their homework',
        'didYouMean',
      ),
      said('广州天河区体育西路101号', '廣州天河區體育西路101號', '101 Tiyu Road, Tianhe', 'didYouMean'),
      pressed(1, 'sorryForFault', 'askService'),
    ],
    (world) => assert.match(String(answersOf(world).place), /101/),
    { understand: complaintFirst },
  );

  inEachLanguage(
    'a wish said again in other words belongs to what was said before',
    [
      said(
        '地址是广州天河区体育西路101号，家里老人很着急，麻烦你们帮忙看看到底怎么回事吧',
        '地址是廣州天河區體育西路101號，家裡老人很著急，麻煩你們幫忙看看到底怎麼回事吧',
        'we are at 101 Tiyu Road, Tianhe and my grandmother is quite desperate, would you kindly look into it',
        'didYouMean',
      ),
      said('宽带断网了', '寬頻斷了', 'broadband is down', 'sorryForFault', 'selfCheck'),
    ],
    (world) => assert.match(String(answersOf(world).place), /101/),
    {
      understand: (text, context) => (text.length < 20 ? understand(text, context) : complaintFirst(text, context)),
    },
  );

  inEachLanguage(
    'the name of a service alone is asked about',
    [said('宽带', '寬頻', 'broadband', 'didYouMean'), pressed(0, 'tellFault')],
    (world) => assert.equal(answersOf(world).service, 'broadband'),
    { understand: nothing },
  );

  inEachLanguage('a cry is a fault', [said('没网', '沒網', 'slow', 'sorryForFault', 'askService')], undefined, {
    understand: (text, context) => ({ ...understand(text, context), band: 'unknown', ranked: [], entities: [] }),
  });

  inEachLanguage(
    'a device that was restarted restarts no conversation',
    [
      said('宽带上不了网', '寬頻無法上網', 'My broadband is down', 'sorryForFault', 'selfCheck'),
      said('我重启过它了', '我有重開機了', 'I did restart it', 'askSince'),
    ],
    undefined,
    {
      understand: (text, context) => {
        const heard = understand(text, context);
        return /重|restart/.test(text) ? { ...heard, intent: 'restart', band: 'act', confidence: 1 } : heard;
      },
    },
  );

  inEachLanguage(
    'an impatient question is urging, and a call at a time is a booking',
    [
      said('怎么还没修好', '怎麼還沒修好', 'why is it still not fixed', 'askCaseNumber'),
      said('取消', '取消', 'cancel', 'dropped'),
      said('明天上午给我打电话', '明天早上打給我', 'call me back tomorrow morning', 'askService'),
    ],
    (world) => assert.equal(answersOf(world).kind, 'callback'),
    { understand: nothing },
  );

  inEachLanguage(
    'whoever wants their money back complains',
    [
      said(
        '这个月就是多扣了我的钱',
        '這個月就是多扣了我的錢',
        'you simply took too much money this month',
        'didYouMean',
      ),
      said('把钱退给我', '把錢退給我', 'give me a refund', 'heardYou', 'askConsent'),
    ],
    (world) => assert.match(String(answersOf(world).story), /多扣|too much/),
    { understand: complaintFirst },
  );

  inEachLanguage(
    'a second wish beside a symptom is not lost',
    [
      said(
        '固话没有拨号音，另外还要投诉客服',
        '市話沒有撥號音，另外還要投訴客服',
        'my landline has no dial tone, and I also want to complain',
        'sorryForFault',
        'selfCheck',
      ),
      pressed(1, 'selfCheckWorked', 'alsoWanted'),
    ],
    undefined,
    { understand: (text, context) => ({ ...faultFirst(text, context), also: ['complaint.file'] }) },
  );
});

import assert from 'node:assert/strict';
import { inEachLanguage, pressed, recordsOf, said, same } from '../inEachLanguage.ts';
import { talk, type World } from '../talk.ts';

const answersOf = ({ state }: World) => state?.dialog.form?.answers ?? {};
const fault = said('宽带上不了网', '寬頻無法上網', 'My broadband is down', 'sorryForFault', 'selfCheck');
const place = same('浦东新区张江路88号', 'askExtent');

describe('failures: customers who cannot answer', () => {
  inEachLanguage(
    'what they do not know is left open and filed as nothing',
    [
      fault,
      pressed(0, 'askSince'),
      said('不知道', '不知道', "I don't know", 'leftOpen', 'askPattern'),
      said('说不清，没注意', '說不清，沒注意', 'not sure', 'leftOpen', 'askPlace'),
      place,
      said('不清楚啊', '唔清楚', 'no idea', 'leftOpen', 'askBefore'),
      said('忘了', '忘記了', "I can't remember", 'leftOpen', 'askConsent'),
      pressed(1, 'consentRefused', 'summary'),
      pressed(0, 'faultTaken'),
    ],
    async (world) => {
      const { since, pattern, extent, before } = (await recordsOf(world)).cases[0]?.answers ?? {};
      assert.deepEqual({ since, pattern, extent, before }, { since: null, pattern: null, extent: null, before: null });
      assert.doesNotMatch(world.transcript.join('\n'), /unknown/);
    },
  );

  inEachLanguage('a question is passed over by "skip"', [
    fault,
    said('跳过', '跳過', 'skip', 'leftOpen', 'askSince'),
    pressed(1, 'askPattern'),
    said('跳过这题', '跳過這題', 'skip this', 'leftOpen', 'askPlace'),
  ]);

  inEachLanguage('who has had enough of questions is asked only what is needed', [
    fault,
    said('别问了，直接登记吧', '別再問了，直接登記', 'stop asking, just register it', 'leftRest', 'askPlace'),
    same('浦东新区张江路88号', 'askConsent'),
    pressed(1, 'consentRefused', 'summary'),
  ]);

  inEachLanguage('an answer misunderstood twice is left open, with a person beside the next question', [
    fault,
    pressed(0, 'askSince'),
    pressed(1, 'askPattern'),
    same('😀😀', 'answerNotUnderstood', 'askPattern'),
    same('😀😀', 'leftOpen', 'askPlace'),
    said('转人工', '轉真人客服', 'Talk to a person', 'handoffSought'),
  ]);

  inEachLanguage('who cannot do the self-check is not asked for it again', [
    fault,
    said(
      '我不知道什么是光猫，不会弄',
      '我不會弄，看不懂',
      'I do not know what a modem is, I cannot do that',
      'askSince',
    ),
  ]);

  inEachLanguage('who is going to try it gets the time', [
    fault,
    said('好的，我试试', '好，我試試看', 'ok, let me try', 'takeYourTime', 'selfCheckAgain'),
    said('红灯还亮着，不行', '紅燈還亮著，不行', 'the light is still red', 'askSince'),
  ]);

  inEachLanguage('plain words answer who is affected and how often', [
    fault,
    pressed(0, 'askSince'),
    pressed(1, 'askPattern'),
    said('主要是晚上', '主要是晚上', 'mostly in the evening', 'askPlace'),
    place,
    said('全部', '成間屋都係', 'everything', 'askBefore'),
  ]);

  inEachLanguage('words that are no time are not filed as the beginning', [
    fault,
    pressed(0, 'askSince'),
    said('你猜', '你猜', 'guess', 'answerNotUnderstood', 'askSince'),
    said('昨天', '昨天', 'yesterday', 'askPattern'),
  ]);

  inEachLanguage('dots and "let me think" are no mistakes', [
    same('。。。', 'stillHere'),
    said('我要预约', '我要預約', 'I want to book an appointment', 'askKind'),
    same('...', 'stillHere', 'askKind'),
    said('等等，我想想', '等等，我想想', 'hmm, let me think', 'stillHere', 'askKind'),
    pressed(1, 'askService'),
  ]);

  inEachLanguage('whoever is frightened is calmed before the question comes again, and a person is near', [
    said(
      '有人冒充你们客服骗我转了五千块',
      '有人冒充你們客服騙我匯了三萬元',
      'Someone pretended to be you and tricked me into sending money',
      'securityFirst',
      'askConsent',
    ),
    said('怎么办啊，我好害怕', '怎麼辦，我好害怕', "what do I do, I'm so scared", 'reassure', 'askConsent'),
    pressed(3, 'handoffSought'),
  ]);

  it('the first words about fraud name the bank and the police', () =>
    talk().customer('有人冒充你们客服骗我转了五千块').bot('securityFirst', 'askConsent').says('银行', '110'));

  inEachLanguage(
    'whoever has no number at hand is told so',
    [
      said('查询进度', '查詢進度', 'Check progress', 'askCaseNumber'),
      said('我没有单号', '沒有', "I don't have one", 'caseNotFound'),
    ],
    ({ state }) => assert.equal(state?.dialog.form, null),
  );

  inEachLanguage(
    'a yes is nobody’s name',
    [
      fault,
      said('别问了', '別再問了', 'stop asking', 'leftRest', 'askPlace'),
      same('浦东新区张江路88号', 'askConsent'),
      pressed(0, 'askContact'),
      said('同意', '同意', 'I agree', 'answerNotUnderstood', 'askContact'),
    ],
    (world) => assert.equal(answersOf(world).name, undefined),
  );
});

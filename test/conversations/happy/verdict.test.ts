import assert from 'node:assert/strict';
import { movesCase } from '../handoff/atDesk.ts';
import { hoursLater, inEachLanguage, pressed, recordsOf, said, told } from '../inEachLanguage.ts';
import type { World } from '../talk.ts';

const again = { repeated: true };
const complaint = [
  said(
    '投诉你们乱扣费，要求退费',
    '投訴你們亂扣費，要求退費',
    'I want to complain about being overcharged, I want a refund',
    'heardYou',
    'askConsent',
  ),
  pressed(1, 'consentRefused', 'summary'),
  pressed(0, 'complaintTaken', 'nextInstance'),
];
const solved = told(movesCase('classified', 'investigating', 'resolved'), 'stageChanged', 'offerSurvey');

const stageIs = (stage: string) => async (world: World) => {
  const [filed] = (await recordsOf(world)).cases;
  assert.equal(filed?.stage, stage);
  assert.equal(filed?.history.at(-1)?.by, 'customer');
};
const surveysOf = ({ ledger, now }: World) => ledger.surveys.between(0, now + 1);

describe('happy: the customer has the last word on what was solved', () => {
  inEachLanguage(
    'a yes in their own words confirms and closes, and begins the survey that was offered',
    [
      complaint,
      solved,
      said('已经好了，谢谢', '已經好了，謝謝', 'OK it works now', 'caseConfirmed', 'askRating'),
      said('不评了', '不評了', 'skip', 'surveyEnded'),
    ],
    async (world) => {
      await stageIs('closed')(world);
      assert.equal((await surveysOf(world))[0]?.answers.solved, true);
    },
    again,
  );

  inEachLanguage(
    'closes as soon as it is said, also when the rest of the survey is never answered',
    [
      complaint,
      solved,
      pressed(0, 'askSolved'),
      said('解决了', '解決了', 'yes, it is solved', 'caseConfirmed', 'askRating'),
    ],
    stageIs('closed'),
    again,
  );

  inEachLanguage(
    'the survey is not offered again to who declined it',
    [
      complaint,
      solved,
      said('不用了', '不用了', 'no, thank you', 'anythingElse'),
      hoursLater(30, ['修好了', '修好了', 'it works again'], 'caseConfirmed'),
    ],
    stageIs('closed'),
    again,
  );

  inEachLanguage(
    'a no opens it again and goes to a person, with the next step of a complaint and no questions',
    [complaint, solved, said('还没好', '還沒好', 'still not fixed', 'caseReopened', 'nextInstance', 'handoffSought')],
    async (world) => {
      await stageIs('reopened')(world);
      assert.equal((await surveysOf(world))[0]?.answers.solved, false);
    },
    again,
  );

  inEachLanguage(
    'a no after the yes opens it again within a week',
    [
      complaint,
      solved,
      said('修好了', '修好了', 'it is fixed', 'caseConfirmed', 'askRating'),
      said('不评了', '不評了', 'skip', 'surveyEnded'),
      hoursLater(
        72,
        ['还是没解决', '還是沒解決', 'it is still not fixed'],
        'caseReopened',
        'nextInstance',
        'handoffSought',
      ),
    ],
    stageIs('reopened'),
    again,
  );

  inEachLanguage(
    'a question is no yes',
    [complaint, solved, said('修好了吗', '修好了嗎', 'is it fixed?', 'caseIs')],
    async (world) => assert.equal((await recordsOf(world)).cases[0]?.stage, 'resolved'),
    again,
  );

  inEachLanguage(
    'a fault that is back is opened again, and not told anew',
    [
      said(
        '宽带断了，昨天开始，一直这样，天河路12号301，全家都不能用',
        '寬頻斷線了，昨天開始，一直這樣，和平東路二段106號，全家都不能用',
        'my broadband is down at 20 Nathan Road since yesterday, all devices',
        'sorryForFault',
        'selfCheck',
      ),
      pressed(0, 'askBefore'),
      pressed(0, 'askConsent'),
      pressed(1, 'consentRefused', 'summary'),
      pressed(0, 'faultTaken'),
      solved,
      said('好了，可以用了', '好了，可以用了', 'it is working again', 'caseConfirmed', 'askRating'),
      said('不评了', '不評了', 'skip', 'surveyEnded'),
      hoursLater(24, ['宽带又断了', '寬頻又斷了', 'my broadband is down again'], 'caseReopened', 'handoffSought'),
    ],
    stageIs('reopened'),
    again,
  );

  inEachLanguage(
    'what is still being handled is chased, not opened again',
    [complaint, said('怎么还没好', '怎麼還沒好', 'still not fixed', 'urged')],
    async (world) => assert.equal((await recordsOf(world)).cases[0]?.stage, 'registered'),
    again,
  );
});

describe('happy: a result that is not accepted (CSG 7.2.3)', () => {
  inEachLanguage(
    'opens the case again, names the next step and calls a person',
    [
      complaint,
      solved,
      said(
        '我不接受处理结果',
        '我不接受處理結果',
        'I do not accept the result',
        'caseReopened',
        'nextInstance',
        'handoffSought',
      ),
    ],
    stageIs('reopened'),
    again,
  );

  inEachLanguage(
    'so it does when the case was closed already',
    [
      complaint,
      solved,
      said('修好了', '修好了', 'it is fixed', 'caseConfirmed', 'askRating'),
      said('不评了', '不評了', 'skip', 'surveyEnded'),
      said(
        '我对这个处理结果不满意',
        '我對這個處理結果不滿意',
        'I am not satisfied with the outcome',
        'caseReopened',
        'nextInstance',
        'handoffSought',
      ),
    ],
    stageIs('reopened'),
    again,
  );

  inEachLanguage(
    'a question about it is answered, and opens nothing',
    [
      complaint,
      solved,
      said(
        '对结果不满意怎么办',
        '對結果不滿意怎麼辦',
        'What can I do if I do not accept the result?',
        'nextInstance',
        'surveySorry',
      ),
      pressed(1, 'anythingElse'),
    ],
    async (world) => assert.equal((await recordsOf(world)).cases[0]?.stage, 'resolved'),
    again,
  );

  inEachLanguage(
    'nobody needs a case to be told, and a case that is open again is not opened twice',
    [
      said('我不接受处理结果', '我不接受處理結果', 'I do not accept the result', 'nextInstance', 'surveySorry'),
      pressed(1, 'anythingElse'),
      complaint,
      said('我不接受处理结果', '我不接受處理結果', 'I do not accept the result', 'nextInstance', 'surveySorry'),
    ],
    async (world) => assert.equal((await recordsOf(world)).cases[0]?.stage, 'registered'),
    again,
  );

  inEachLanguage('in the middle of a complaint it is told, and the question asked again', [
    said('投诉你们乱扣费', '投訴你們亂扣費', 'I want to complain about being overcharged', 'heardYou', 'askRemedy'),
    said(
      '如果对处理结果不满意怎么办',
      '如果對處理結果不滿意怎麼辦',
      'What can I do if I do not accept the result?',
      'nextInstance',
      'askRemedy',
    ),
  ]);

  inEachLanguage(
    'a low score names it too, and offers a person',
    [
      complaint,
      solved,
      said('解决了', '解決了', 'it is solved', 'caseConfirmed', 'askRating'),
      said('1', '1', '1', 'askRating'),
      said('1', '1', '1', 'askRating'),
      said('1', '1', '1', 'askRating'),
      said('1', '1', '1', 'askRecommend'),
      said('0', '0', '0', 'askSurveyWords'),
      said('没有', '沒有', 'no', 'nextInstance', 'surveySorry'),
    ],
    stageIs('reopened'),
    again,
  );
});

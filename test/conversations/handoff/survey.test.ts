import assert from 'node:assert/strict';
import { pointsIn, ratingIn, solvedIn } from '../../../dialogs/surveyWords.ts';
import { inEachLanguage, pressed, recordsOf, said, told } from '../inEachLanguage.ts';
import { talk, type World } from '../talk.ts';
import { accepts, handoffOf, movesCase, returns } from './atDesk.ts';

const again = { repeated: true };
const returned = [
  said('转人工', '轉真人', 'I want to talk to a person', 'handoffSought'),
  told(accepts('小李'), 'agentJoined'),
  told(returns(), 'botBack', 'askSolved'),
];

async function surveyOf({ ledger, now }: World) {
  return ledger.surveys.between(0, now + 1);
}

/** A complaint, moved on until it is solved. */
const solvedComplaint = () =>
  talk(again)
    .customer('投诉你们乱扣费')
    .customer('退费')
    .customer('不同意')
    .customer('确认提交')
    .bot('complaintTaken', 'nextInstance')
    .news(movesCase('classified', 'investigating', 'resolved'))
    .bot('stageChanged', 'offerSurvey');

describe('handoff: the survey', () => {
  inEachLanguage(
    'takes ratings as they are said',
    [
      returned,
      said('解决了', '解決了', 'yes it is solved', 'askRating'),
      said('五分', '五分', 'five', 'askRating'),
      said('很好', '很好', 'excellent', 'askRating'),
      said('4分', '４分', '4 stars', 'askRating'),
      said('一般', '普通', 'average', 'askRecommend'),
      said('10', '十分', 'ten', 'askSurveyWords'),
      said('师傅服务很热心', '師傅服務很熱心', 'the agent was really kind and fast', 'surveyThanks'),
    ],
    async (world) => {
      const [survey, ...more] = await surveyOf(world);
      assert.equal(more.length, 0);
      const { words, ...points } = survey?.answers ?? { words: null };
      assert.deepEqual(points, { solved: true, quality: 5, efficiency: 5, attitude: 4, response: 3, recommend: 10 });
      assert.match(words ?? '', /热心|熱心|kind/);
    },
    again,
  );

  inEachLanguage(
    'every question may be left out, and a number out of range is asked again',
    [
      returned,
      pressed(2, 'askRating'),
      said('6', '6', '6', 'ratingOut', 'askRating'),
      said('跳过这题', '跳過這題', 'skip this one', 'askRating'),
      said('0', '0', '0', 'ratingOut', 'askRating'),
      pressed(5, 'askRating'),
      said('3', '3', '3', 'askRating'),
      pressed(5, 'askRecommend'),
      said('11', '11', '11', 'ratingOut', 'askRecommend'),
      said('0分', '0分', '0', 'askSurveyWords'),
      said('没有', '沒有', 'no', 'surveyThanks'),
    ],
    async (world) => {
      const [survey] = await surveyOf(world);
      const none = { solved: null, quality: null, efficiency: null, attitude: 3, response: null, words: null };
      assert.deepEqual(survey?.answers, { ...none, recommend: 0 });
    },
    again,
  );

  inEachLanguage(
    'ends politely and keeps what was given',
    [returned, pressed(0, 'askRating'), pressed(4, 'askRating'), said('不评了', '不評了', 'skip', 'surveyEnded')],
    async (world) => {
      const [survey] = await surveyOf(world);
      assert.equal(survey?.answers.quality, 5);
      assert.equal(survey?.answers.efficiency, null);
    },
    again,
  );

  for (const words of ['取消', '算了', '跳过', '不评了', 'skip', 'never mind'])
    it(`"${words}" before anything was given records nothing`, () =>
      talk(again)
        .customer('转人工')
        .news(accepts('小李'))
        .news(returns())
        .customer(words)
        .bot('surveyEnded')
        .check(async (world) => assert.equal((await surveyOf(world)).length, 0)));

  inEachLanguage(
    'not solved: an apology and a person',
    [returned, pressed(1, 'askRating'), said('不评了', '不評了', 'skip', 'surveySorry'), pressed(0, 'handoffSought')],
    async (world) => assert.equal((await surveyOf(world)).length, 1),
    again,
  );

  it('a low mean: an apology and a person, and a no lets the form go on', () =>
    talk(again)
      .customer('投诉你们乱扣费')
      .customer('转人工')
      .news(accepts('小李'))
      .news(returns())
      .customer('解决了')
      .customer('1')
      .customer('2')
      .customer('很差')
      .customer('3')
      .customer('5')
      .customer('没有了')
      .bot('surveySorry')
      .customer('不用了')
      .bot('backTo', 'askRemedy'));

  it('a better mean is thanked for', () =>
    talk(again)
      .customer('转人工')
      .news(accepts('小李'))
      .news(returns())
      .customer('解决了')
      .customer('3')
      .customer('2')
      .customer('2')
      .customer('2')
      .customer('5')
      .customer('没有了')
      .bot('surveyThanks'));

  it('another wish ends it with what was given', () =>
    talk(again)
      .customer('转人工')
      .news(accepts('小李'))
      .news(returns())
      .customer('解决了')
      .customer('4')
      .customer('我要投诉')
      .bot('tellMe')
      .check(async (world) => {
        const [survey] = await surveyOf(world);
        assert.equal(survey?.answers.quality, 4);
        assert.deepEqual(world.state?.dialog.suspended, []);
      }));

  inEachLanguage(
    'a complaint in the middle of it is taken as one',
    [
      returned,
      said(
        '你们客服骂人，我要投诉他',
        '你們客服罵人，我要投訴他',
        'I want to complain about your agent, he shouted at me',
        'heardYou',
        'askRemedy',
      ),
    ],
    undefined,
    again,
  );

  it('but what is said at its end stays a word of it', () =>
    talk(again)
      .customer('转人工')
      .news(accepts('小李'))
      .news(returns())
      .customer('解决了')
      .customer('4')
      .customer('4')
      .customer('4')
      .customer('4')
      .customer('9')
      .bot('askSurveyWords')
      .customer('你们客服骂人，我要投诉他')
      .bot('surveyThanks'));

  it('a person asked for in the middle of it', () =>
    talk(again)
      .customer('转人工')
      .news(accepts('小李'))
      .news(returns())
      .customer('没解决')
      .bot('askRating')
      .customer('转人工')
      .bot('handoffSought')
      .check(async (world) => {
        assert.equal((await surveyOf(world))[0]?.answers.solved, false);
        assert.deepEqual(world.state?.dialog.suspended, []);
      }));

  it('is not asked of somebody who never had an agent', () =>
    talk(again)
      .customer('转人工')
      .customer('不等了')
      .bot('handoffLeft')
      .check(({ state }) => assert.equal(state?.dialog.form, null)));

  describe('of a case', () => {
    it('is offered with the news that it is solved', () =>
      solvedComplaint()
        .press(0)
        .bot('askSolved')
        .says(/TS\d{8}/)
        .customer('解决了')
        .customer('不评了')
        .bot('surveyEnded')
        .check(async (world) => {
          const [survey] = await surveyOf(world);
          assert.equal(survey?.agent, null);
          assert.equal(survey?.subject, (await recordsOf(world)).cases[0]?.number);
        }));

    it('may be answered at once', () => solvedComplaint().customer('已经解决了').bot('caseConfirmed', 'askRating'));

    it('may be declined', () => solvedComplaint().press(1).bot('anythingElse'));

    it('is not in the way of another wish', () => solvedComplaint().customer('我要报修').bot('tellFault'));

    it('opens the case again when it is not solved', () =>
      solvedComplaint()
        .customer('还没解决')
        .bot('caseReopened', 'nextInstance', 'handoffSought')
        .says('重新受理')
        .check(async (world) => {
          assert.equal((await recordsOf(world)).cases[0]?.stage, 'reopened');
          assert.equal((await surveyOf(world))[0]?.answers.solved, false);
        }));

    it('comes after what is under way', () =>
      talk(again)
        .customer('投诉你们乱扣费')
        .customer('退费')
        .customer('不同意')
        .customer('确认提交')
        .customer('我要提建议')
        .bot('tellFeedback')
        .news(movesCase('classified', 'investigating', 'resolved'))
        .bot('stageChanged')
        .customer('希望营业厅晚点关门')
        .customer('确认提交')
        .bot('feedbackTaken', 'askSolved'));

    it('is not asked beside that of an agent', () =>
      talk(again)
        .customer('投诉你们乱扣费')
        .customer('退费')
        .customer('不同意')
        .customer('确认提交')
        .customer('转人工')
        .news(accepts('小李'))
        .news(movesCase('classified', 'investigating', 'resolved'))
        .bot('stageChanged')
        .news(returns())
        .customer('不评了')
        .bot('surveyEnded')
        .check(async (world) => assert.ok(await handoffOf(world))));
  });

  it('words of ratings', () => {
    for (const [text, points] of [
      ['5', 5],
      ['５分', 5],
      ['五分', 5],
      ['打四分', 4],
      ['five stars', 5],
      ['3/5', 3],
      ['很好', 5],
      ['满意', 4],
      ['不满意', 2],
      ['很不满意', 1],
      ['一般般', 3],
      ['not good', 2],
      ['very bad', 1],
      ['7', 'out'],
      ['宽带断了', null],
    ] as const)
      assert.equal(ratingIn(text), points, text);
    assert.equal(pointsIn('十分'), 10);
    assert.equal(solvedIn('还没解决'), false);
    assert.equal(solvedIn('已经解决了'), true);
    assert.equal(solvedIn('not solved yet'), false);
    assert.equal(solvedIn('宽带断了'), null);
  });
});

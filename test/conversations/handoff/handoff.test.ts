import assert from 'node:assert/strict';
import { ANYTHING, inEachLanguage, pressed, said, told } from '../inEachLanguage.ts';
import { talk } from '../talk.ts';
import { accepts, deskEvents, handoffOf, returns, stands, writes } from './atDesk.ts';

const again = { repeated: true };

describe('handoff: a person is called', () => {
  inEachLanguage(
    'asked for in the middle of a fault report, who comes, what they say, and the report goes on after the survey',
    [
      said('宽带上不了网', '寬頻連不上網路', 'my broadband is not working', 'sorryForFault', 'selfCheck'),
      said('转人工', '轉真人', 'I want to talk to a person', 'handoffSought'),
      told(stands(2, 180), 'handoffPlace'),
      said('是昨天晚上开始的', '是昨天晚上開始的', 'it began last night', 'passedOn'),
      said('光猫红灯', '數據機亮紅燈', 'the modem shows a red light'),
      told(accepts('小李'), 'agentJoined'),
      told(writes('您好，我看到了'), 'agentMessage'),
      said('好的谢谢', '好的謝謝', 'thank you'),
      told(returns(), 'botBack', 'askSolved'),
      pressed(0, 'askRating'),
      pressed(4, 'askRating'),
      pressed(4, 'askRating'),
      pressed(4, 'askRating'),
      pressed(3, 'askRecommend'),
      pressed(9, 'askSurveyWords'),
      pressed(0, 'surveyThanks', 'backTo', 'selfCheckAgain'),
    ],
    async (world) => {
      const handoff = await handoffOf(world);
      assert.equal(handoff.reason, 'asked');
      assert.equal(handoff.briefing.form, 'fault');
      assert.equal(handoff.briefing.mood, 'calm');
      assert.ok('symptom' in handoff.briefing.answers);
      assert.ok(handoff.team in world.ledger || handoff.team !== 'customer-care', 'the team of the fault');
      assert.equal((await deskEvents(world, 'message')).length, 4);
      const [survey] = await world.ledger.surveys.between(0, world.now + 1);
      assert.deepEqual(survey?.answers, {
        ...{ solved: true, quality: 5, efficiency: 5, attitude: 5, response: 4, recommend: 9, words: null },
      });
      assert.equal(survey?.agent, handoff.former.at(-1));
      assert.equal(survey?.subject, handoff.id);
    },
    again,
  );

  it('the page and the hand-off protocol of Bot Framework are told', () =>
    talk(again)
      .customer('转人工')
      .page('handoff.initiate', 'waiting')
      .check(async (world) => {
        const { id, team } = await handoffOf(world);
        const [initiate] = world.replies;
        assert.deepEqual(initiate?.value, { handoff: id, team, language: 'zh-Hans', reason: 'asked' });
        assert.equal(initiate?.from.role, 'bot');
      })
      .news(stands(1, 0))
      .page('waiting')
      .bot('handoffPlace')
      .check(({ replies }) =>
        assert.deepEqual(
          { ...(replies[0]?.value as object), handoff: '' },
          {
            ...{ handoff: '', state: 'waiting', position: 1, waitSeconds: 0 },
          },
        ),
      )
      .news(stands(1, 5))
      .page('waiting')
      .bot()
      .news(accepts('小李'))
      .page('accepted')
      .bot('agentJoined')
      .says('小李')
      .news(returns())
      .page('completed'));

  it('an agent speaks in their own name and words', () =>
    talk(again)
      .customer('转人工')
      .news(accepts('小李'))
      .news(
        writes('  <b>原样</b> ', {
          files: [{ contentType: 'image/png', contentUrl: 'https://desk.example/1.png', name: '1.png' }],
        }),
      )
      .bot('agentMessage')
      .check(({ replies: [reply] }) => {
        assert.equal(reply?.text, '  <b>原样</b> ');
        assert.equal(reply?.from.name, '小李');
        assert.equal(reply?.attachments?.[0]?.name, '1.png');
        const { agent, clientId } = reply?.channelData?.shouwen as { agent: { name: string }; clientId: string };
        assert.equal(agent.name, '小李');
        assert.equal(clientId, 'k-  <b>原样</b> ');
      }));

  inEachLanguage(
    'inside a telling, which goes on when the customer comes back',
    [
      said('我要投诉', '我要投訴', 'I want to make a complaint', 'tellMe'),
      said('给我转人工', '幫我轉真人', 'let me talk to a human', 'handoffSought'),
      said('返回机器人', '返回機器人', 'back to the bot', 'handoffLeft', 'backTo', 'tellMe'),
    ],
    undefined,
    again,
  );

  inEachLanguage(
    'two misunderstandings outside a form offer a person, and a yes takes it',
    [
      said('阿巴阿巴', '阿巴阿巴', 'blargh fnord', ANYTHING),
      said('呜呜渣渣', '嗚嗚渣渣', 'zzyzx qwrt', 'notUnderstoodTwice'),
      said('好的', '好的', 'yes please', 'handoffSought'),
    ],
    async (world) => {
      const { reason, briefing } = await handoffOf(world);
      assert.equal(reason, 'not-understood');
      assert.match(briefing.words, /渣|zzyzx/);
    },
    again,
  );

  inEachLanguage('two misunderstandings in a form offer a person beside its answers', [
    said('我要预约', '我要預約', 'I want to book an appointment', 'askKind'),
    said('😀😀', '😀😀', '😀😀', 'answerNotUnderstood', 'askKind'),
    said('？？？', '？？？', '???', 'notUnderstoodTwice', 'askKind'),
    pressed(4, 'handoffSought'),
  ]);

  inEachLanguage('a question without an answer offers a person', [
    said('你们5G套餐多少钱', '請問你們的5G方案多少錢', 'How much is your 5G plan?', 'cannotAnswer'),
    said('好', '好', 'yes', 'handoffSought'),
  ]);

  for (const words of [
    '转人工',
    '人工客服',
    '我要找人工',
    '帮我转人工客服',
    '请转人工',
    '轉真人',
    '我要真人客服',
    '找個真人',
    'agent',
    'human',
    'speak to a human',
    'I need a real person',
    'can I talk to someone',
    'this is useless, I want a human',
  ]) {
    it(`"${words}" at any point`, () =>
      talk()
        .customer(words)
        .bot('handoffSought')
        .customer('取消')
        .bot('handoffLeft')
        .customer('投诉你们乱扣费')
        .customer(words)
        .bot('handoffSought'));
  }
});

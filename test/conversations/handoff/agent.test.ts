import assert from 'node:assert/strict';
import { inEachLanguage, said, told } from '../inEachLanguage.ts';
import { talk, type World } from '../talk.ts';
import { accepts, deskEvents, filesFault, handoffOf, isLost, type News, returns, transfers, writes } from './atDesk.ts';

const again = { repeated: true };
const called = said('转人工', '轉真人', 'I want to talk to a person', 'handoffSought');

/** News that are made now and delivered later. */
function later(of: (world: World) => Promise<News>) {
  let made: News | null = null;
  return {
    happens: async (world: World) => {
      made = await of(world);
    },
    arrives: async () => {
      assert.ok(made);
      return made;
    },
  };
}

describe('handoff: with an agent', () => {
  inEachLanguage(
    'the bot is silent, whatever is said',
    [
      called,
      told(accepts('小李'), 'agentJoined'),
      said('我要投诉', '我要投訴', 'I want to complain'),
      said('取消', '取消', 'cancel'),
      said('转人工', '轉真人', 'talk to a person'),
      said('气死我了！！', '氣死我了！！', 'you idiots!!'),
      said('还要等多久', '還要等多久', 'how long will it take'),
    ],
    async (world) => {
      assert.equal(world.state?.with.kind, 'agent');
      assert.equal((await deskEvents(world, 'message')).length, 5);
    },
    again,
  );

  for (const words of ['退出', '返回机器人', '返回機器人', '结束对话', 'back to the bot', 'end chat']) {
    it(`"${words}" leaves the agent`, () =>
      talk(again).customer('转人工').news(accepts('小李')).customer(words).bot('handoffLeft').page('completed'));
  }

  inEachLanguage(
    'an agent who is lost: back to the head, nothing said is lost, a second one comes',
    [
      called,
      told(accepts('小李'), 'agentJoined'),
      said('宽带断了', '寬頻斷線', 'my broadband is down'),
      told(isLost(), 'agentGone'),
      said('还在吗', '還在嗎', 'hello', 'passedOn'),
      told(accepts('小张'), 'agentJoined'),
      told(returns(), 'botBack', 'askSolved'),
    ],
    async (world) => {
      const handoff = await handoffOf(world);
      assert.equal(handoff.former.length, 2);
      const survey = world.state?.dialog.form?.answers;
      assert.equal(survey?.agent, handoff.former[1]);
    },
    again,
  );

  inEachLanguage(
    'a transfer keeps the customer informed',
    [
      called,
      told(accepts('小李'), 'agentJoined'),
      told(transfers('billing'), 'agentTransfers'),
      told(accepts('小张'), 'agentJoined'),
    ],
    undefined,
    again,
  );

  it('a supervisor who takes over is named', () =>
    talk(again)
      .customer('转人工')
      .news(accepts('小李'))
      .news(accepts('王主管', true))
      .bot('agentChanged')
      .says('王主管')
      .page('accepted'));

  inEachLanguage(
    'what the agent filed is told, and its form is not taken up again',
    [
      said('宽带上不了网', '寬頻連不上網路', 'my broadband is not working', 'sorryForFault', 'selfCheck'),
      called,
      told(accepts('小李'), 'agentJoined'),
      told(filesFault('fault'), 'filedByAgent'),
      told(returns(), 'botBack', 'askSolved'),
      said('不评了', '不評了', 'skip', 'surveyEnded'),
    ],
    ({ state }) => {
      assert.deepEqual(state?.dialog.suspended, []);
      assert.equal(state?.dialog.form, null);
    },
    again,
  );

  it('what the agent filed beside another form leaves that one', () =>
    talk(again)
      .customer('投诉你们乱扣费')
      .customer('转人工')
      .news(accepts('小李'))
      .news(filesFault('fault'))
      .bot('filedByAgent')
      .says(/编号 [A-Z]{2}\d{8}/, '接下来')
      .news(returns())
      .customer('不评了')
      .bot('surveyEnded', 'backTo', 'askRemedy'));

  it('a form that is open again is dropped when the news comes late', () => {
    const news = later(filesFault('fault'));
    return talk(again)
      .customer('宽带上不了网')
      .customer('转人工')
      .news(accepts('小李'))
      .check(news.happens)
      .customer('退出')
      .bot('handoffLeft', 'backTo', 'selfCheckAgain')
      .news(news.arrives)
      .bot('filedByAgent')
      .check(({ state }) => assert.equal(state?.dialog.form, null));
  });

  it('a case of somebody else is not told', () =>
    talk(again)
      .customer('转人工')
      .news(accepts('小李'))
      .news(async (world) => {
        const news = await filesFault(null)(world);
        return { ...news, value: { ...(news.value as object), number: 'TS20261121-7KQ4M-X' } };
      })
      .bot());

  it('words that come too late are refused, and nobody hears them', () => {
    const late = later(writes('我马上查'));
    return talk(again)
      .customer('转人工')
      .news(accepts('小李'))
      .check(late.happens)
      .news(isLost())
      .news(late.arrives)
      .bot()
      .page()
      .check(async (world) => {
        const refused = await deskEvents(world, 'refused');
        assert.deepEqual(
          refused.map(({ data }) => data),
          [{ id: 'k-我马上查' }],
        );
      });
  });

  it('words of somebody else, or of an epoch that never was, are refused', () =>
    talk(again)
      .customer('转人工')
      .news(accepts('小李'))
      .news(writes('我是小张', { agent: '小张' }))
      .bot()
      .news(writes('未来', { epoch: 99 }))
      .bot()
      .check(async (world) => assert.equal((await deskEvents(world, 'refused')).length, 2)));

  it('words that come too late answer nobody', () => {
    const late = later(writes('我马上查'));
    return talk(again)
      .customer('转人工')
      .news(accepts('小李'))
      .check(late.happens)
      .news(isLost())
      .news(late.arrives)
      .check(async (world) => {
        assert.equal((await handoffOf(world)).agentAt, null);
        assert.equal((await deskEvents(world, 'message')).length, 0);
      });
  });

  it('words that are delivered are an answer, and the desk is told of them once', () =>
    talk(again)
      .customer('转人工')
      .news(accepts('小李'))
      .news(writes('我马上查'))
      .bot('agentMessage')
      .check(async (world) => {
        const { agentAt, owner } = await handoffOf(world);
        assert.equal(agentAt, world.now);
        assert.ok(owner.kind === 'agent' && owner.firstReplyAt === world.now && owner.aliveAt === world.now);
        const events = await deskEvents(world, 'message');
        assert.deepEqual(
          events.map(({ by, data }) => [by, data.text]),
          [[owner.agent, '我马上查']],
        );
      }));

  it('words sent again under a later epoch are delivered once', () =>
    talk(again)
      .customer('转人工')
      .news(accepts('小李'))
      .news(writes('我马上查'))
      .bot('agentMessage')
      .news(isLost())
      .news(accepts('小李'))
      .news(writes('我马上查'))
      .bot());

  it('words refused as late are delivered when the agent has the customer again', () => {
    const late = later(writes('我马上查'));
    return talk(again)
      .customer('转人工')
      .news(accepts('小李'))
      .check(late.happens)
      .news(isLost())
      .news(late.arrives)
      .bot()
      .news(accepts('小李'))
      .news(writes('我马上查'))
      .bot('agentMessage');
  });

  it('words that overtake the news of who speaks bring it along', () => {
    const news = later(accepts('小李'));
    return talk(again)
      .customer('转人工')
      .check(news.happens)
      .news(writes('您好'))
      .bot('agentJoined', 'agentMessage')
      .news(news.arrives)
      .bot()
      .page();
  });

  it('news twice or out of order change nothing', () => {
    const first = later(accepts('小李'));
    const second = later(isLost());
    return talk(again)
      .customer('转人工')
      .check(first.happens)
      .check(second.happens)
      .news(second.arrives)
      .bot()
      .news(first.arrives)
      .bot()
      .news(second.arrives)
      .bot()
      .check(({ state }) => assert.equal(state?.with.kind, 'queue'))
      .news(accepts('小张'))
      .bot('agentJoined');
  });

  it('a message written after the agent has left is answered, and the survey follows', () =>
    talk(again)
      .customer('转人工')
      .news(accepts('小李'))
      .check(async (world) => {
        await returns()(world);
      })
      .customer('你们几点上班')
      .bot('botBack', 'openingHours', 'askSolved')
      .page('completed'));

  it('a message taken before the agent left and worked after is answered, too', () =>
    talk(again)
      .customer('转人工')
      .news(accepts('小李'))
      .check(async (world) => {
        world.now += 60_000;
        await returns()(world);
        world.now -= 60_000;
      })
      .customer('你们几点上班')
      .bot('botBack', 'openingHours', 'askSolved'));

  inEachLanguage(
    'what was said to an agent who left without an answer is answered by the bot',
    [
      called,
      told(accepts('小李'), 'agentJoined'),
      said('你们几点上班', '你們幾點上班', 'what are your opening hours'),
      told(returns(), 'botBack', 'openingHours', 'askSolved'),
    ],
    undefined,
    again,
  );

  it('what the agent answered, or nobody can make anything of, is not', () =>
    talk(again)
      .customer('转人工')
      .news(accepts('小李'))
      .customer('你们几点上班')
      .news(writes('九点'))
      .news(returns())
      .bot('botBack', 'askSolved')
      .customer('不评了')
      .customer('转人工')
      .news(accepts('小李'))
      .customer('呃嗯嗯')
      .news(returns())
      .bot('botBack', 'askSolved'));

  it('a hand-off of a turn that was given up is taken up by its news', () =>
    talk(again)
      .customer('转人工')
      .check(async (world) => {
        assert.ok(world.state);
        world.state = { ...world.state, with: { kind: 'bot', last: null } };
      })
      .news(async ({ ledger, conversation }) => {
        const open = await ledger.handoffs.openOf(conversation);
        assert.ok(open);
        return { name: 'handoff.place', value: { handoff: open.id, position: 1, waitSeconds: 30 } };
      })
      .bot('handoffSought', 'handoffPlace')
      .check(({ state }) => assert.equal(state?.with.kind, 'queue')));

  it('a notice of a case still comes, without a question of the bot', () =>
    talk(again)
      .customer('转人工')
      .news(accepts('小李'))
      .news(async () => ({
        name: 'case.stage',
        value: { number: 'TS20261121-7KQ4M-X', stage: 'resolved', note: null },
      }))
      .bot('stageChanged'));

  it('news without the shape of news change nothing', () =>
    talk(again)
      .customer('转人工')
      .news(async () => ({ name: 'handoff.changed', value: { handoff: 7 } }))
      .bot()
      .news(async () => ({ name: 'handoff.message', value: null }))
      .bot());
});

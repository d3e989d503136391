import assert from 'node:assert/strict';
import { inEachLanguage, said, told } from '../inEachLanguage.ts';
import { talk } from '../talk.ts';
import { accepts, deskEvents, handoffOf, isLost, stands } from './atDesk.ts';

const again = { repeated: true };
const called = said('转人工', '轉真人', 'I want to talk to a person', 'handoffSought');

describe('handoff: in the queue', () => {
  inEachLanguage(
    'what is said is kept for the agent, and acknowledged once',
    [
      called,
      said('我家地址是浦东新区张江路88号', '我家地址是信義路88號', 'my address is 12 Long Road', 'passedOn'),
      said('我要投诉', '我要投訴', 'I want to complain'),
      said('取消我的套餐', '取消我的方案', 'cancel my plan'),
    ],
    async (world) => {
      assert.equal(world.state?.with.kind, 'queue');
      assert.equal((await deskEvents(world, 'message')).length, 3);
      assert.equal(world.state?.dialog.form, null);
    },
    again,
  );

  it('files are kept too', () =>
    talk(again)
      .customer('转人工')
      .activity({ type: 'message', attachments: [{ contentType: 'image/png', contentUrl: 'https://x.example/1' }] })
      .bot('passedOn')
      .check(async (world) => {
        const [kept] = await deskEvents(world, 'message');
        assert.equal(kept?.data.files, 1);
      }));

  inEachLanguage(
    'how long is answered from the desk',
    [
      called,
      told(stands(3, 240), 'handoffPlace'),
      said('还要等多久', '還要等多久', 'how long will it take', 'handoffPlace'),
    ],
    undefined,
    again,
  );

  it('how long is answered from the ledger before the desk has said', () =>
    talk(again).customer('转人工').customer('还要等多久').bot('handoffPlace').says('第 1 位'));

  const LEAVING = [
    ['不等了', '取消', '退出排队', '返回机器人', '算了', '不用了'],
    ['不等了', '取消', '退出排隊', '返回機器人', '算了', '不用了'],
    ['never mind', 'cancel', 'leave the queue', 'back to the bot', 'forget it', 'stop waiting'],
  ];
  for (const words of LEAVING.flat()) {
    it(`"${words}" leaves it, and the form put aside goes on`, () =>
      talk(again)
        .customer('投诉你们乱扣费')
        .bot('heardYou', 'askRemedy')
        .customer('转人工')
        .bot('handoffSought')
        .customer(words)
        .bot('handoffLeft', 'backTo', 'askRemedy')
        .page('completed')
        .check(async (world) => {
          const { owner } = await handoffOf(world);
          assert.ok(owner.kind === 'ended' && owner.how === 'left');
          assert.equal(world.state?.with.kind, 'bot');
        })
        .customer('退费')
        .bot('askConsent'));
  }

  for (const words of [
    '宽带多久能修好',
    '修寬頻還要多久才會好',
    '家里有人吗',
    'how long will the repair take',
    'come to my place',
  ])
    it(`"${words}" is for the agent`, () => talk(again).customer('转人工').customer(words).bot('passedOn'));

  for (const words of ['多久能轮到我', '还要多久啊', '有人吗', 'how long is the wait?', 'how much longer'])
    it(`"${words}" is about the wait`, () => talk(again).customer('转人工').customer(words).bot('handoffPlace'));

  for (const words of ['不用了', '算了', '取消', 'no need', 'cancel'])
    it(`"${words}" after an agent is lost may be an answer to them: it leaves nothing`, () =>
      talk(again)
        .customer('转人工')
        .news(accepts('小李'))
        .news(isLost())
        .customer(words)
        .bot('passedOn')
        .check(({ state }) => assert.equal(state?.with.kind, 'queue')));

  for (const words of ['不等了', '返回机器人', 'leave the queue'])
    it(`"${words}" leaves after an agent is lost, too`, () =>
      talk(again).customer('转人工').news(accepts('小李')).news(isLost()).customer(words).bot('handoffLeft'));

  it('the language of what is written is that of the hand-off', () =>
    talk(again)
      .customer('转人工')
      .customer('I want to report a fault with my broadband')
      .check(async (world) => {
        assert.equal(world.state?.language, 'en');
        assert.equal((await handoffOf(world)).language, 'en');
      }));

  it('so is one that is chosen', () =>
    talk(again)
      .customer('转人工')
      .activity({ type: 'event', name: 'language', value: 'zh-Hant' })
      .check(async (world) => assert.equal((await handoffOf(world)).language, 'zh-Hant')));

  it('the end of the conversation leaves it, without a question', () =>
    talk(again)
      .customer('投诉你们乱扣费')
      .customer('转人工')
      .activity({ type: 'endOfConversation' })
      .bot()
      .page('completed')
      .check(async (world) => {
        const { owner } = await handoffOf(world);
        assert.ok(owner.kind === 'ended' && owner.how === 'left');
        assert.equal(world.state?.with.kind, 'bot');
      })
      .activity({ type: 'endOfConversation' })
      .bot()
      .page());

  it('the news of an own leaving is no news', () =>
    talk(again)
      .customer('转人工')
      .customer('不等了')
      .bot('handoffLeft')
      .news(async (world) => ({ name: 'handoff.changed', value: { handoff: (await handoffOf(world)).id, epoch: 2 } }))
      .bot()
      .page());

  it('somebody else in the same conversation does not inherit the place', () =>
    talk(again)
      .customer('转人工')
      .check((world) => {
        assert.equal(world.state?.with.kind, 'queue');
      })
      .activity({ type: 'message', text: '你好', from: { id: 'another' } })
      .bot('greeting')
      .check(async (world) => {
        assert.deepEqual(world.state?.with, { kind: 'bot', last: null });
        assert.equal(await world.ledger.handoffs.openOf(world.conversation), null);
      }));

  it('a language chosen while waiting is taken, and with an agent silently', () =>
    talk(again)
      .customer('转人工')
      .activity({ type: 'event', name: 'language', value: 'en' })
      .bot('languageSet')
      .news(accepts('Li'))
      .activity({ type: 'event', name: 'language', value: 'zh-Hant' })
      .bot()
      .check(({ state }) => assert.equal(state?.language, 'zh-Hant')));
});

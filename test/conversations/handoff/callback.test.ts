import assert from 'node:assert/strict';
import { INTERNAL_CHANNEL } from '../../../bot/activity.ts';
import { createRespond } from '../../../bot/shouwenBot.ts';
import type { CustomerId, MessageId, StaffId } from '../../../domain/ids.ts';
import { inEachLanguage, pressed, recordsOf, said, told } from '../inEachLanguage.ts';
import { EVENING, manual, memoryLedger, START, talk, understand, ZONE } from '../talk.ts';
import { givesUp, handoffOf, type News, stands } from './atDesk.ts';

const evening = { now: EVENING, repeated: true };
const again = { repeated: true };
const taken = [
  pressed(0, 'askContact'),
  said('王先生 13800138000', '王先生 13800138000', 'Mr Brown 13800138000', 'summary'),
];

describe('handoff: a call-back instead', () => {
  let made: News | null = null;
  let customer = '';

  inEachLanguage(
    'out of hours it is a case with an owner and a clock, and the customer knows when people are back',
    [
      said('转人工', '轉真人', 'I want to talk to a person', 'deskClosed', 'callbackOpen'),
      taken,
      pressed(0, 'callbackTaken'),
    ],
    async (world) => {
      const [filed] = (await recordsOf(world)).cases;
      assert.equal(filed?.kind, 'callback');
      assert.equal(filed?.answers.phone, '+8613800138000');
      assert.ok(filed && filed.owner !== '' && filed.clocks.length > 0);
      assert.ok(world.transcript.some((line) => line.includes('09:00')));
      assert.equal((await world.ledger.handoffs.open()).length, 0);
    },
    evening,
  );

  inEachLanguage(
    'out of hours it carries what was gathered, and the form goes on with the contact',
    [
      said('投诉你们乱扣费', '投訴你們亂扣費', 'I want to complain about being overcharged', 'heardYou', 'askRemedy'),
      said('转人工', '轉真人客服', 'talk to a person', 'deskClosed', 'callbackOpen'),
      taken,
      pressed(0, 'callbackTaken', 'backTo', 'askRemedy'),
      said('退费', '退費', 'refund', 'summary'),
      pressed(0, 'complaintTaken', 'nextInstance'),
    ],
    async (world) => {
      const { cases } = await recordsOf(world);
      const callback = cases.find((c) => c.kind === 'callback');
      assert.match(String(callback?.answers.gathered), /扣费|扣費|overcharged/);
      assert.equal(cases.find((c) => c.kind === 'complaint')?.answers.phone, '+8613800138000');
    },
    evening,
  );

  inEachLanguage(
    'without consent the hotline is named and the telling goes on',
    [
      said('我要投诉', '我要投訴', 'I want to make a complaint', 'tellMe'),
      said('给我转人工', '幫我轉真人', 'let me talk to a human', 'deskClosed', 'callbackOpen'),
      said('不同意', '不同意', 'I do not agree', 'callbackNoData', 'backTo', 'tellMe'),
    ],
    undefined,
    evening,
  );

  inEachLanguage(
    'a long wait is told, with a call-back beside the queue',
    [
      said('转人工', '轉真人', 'I want to talk to a person', 'handoffSought'),
      told(stands(9, 700), 'handoffPlace'),
      pressed(0, 'callbackOpen'),
      taken,
      pressed(0, 'callbackTaken'),
    ],
    async (world) => {
      const { owner } = await handoffOf(world);
      assert.ok(owner.kind === 'ended' && owner.how === 'left');
      assert.equal((await recordsOf(world)).cases[0]?.kind, 'callback');
    },
    again,
  );

  it('a short wait offers none', () =>
    talk(again)
      .customer('转人工')
      .news(stands(2, 600))
      .bot('handoffPlace')
      .check(({ replies }) => assert.equal(replies.at(-1)?.suggestedActions, undefined)));

  it('a wait that turns long is told again, once', () =>
    talk(again)
      .customer('转人工')
      .news(stands(2, 60))
      .bot('handoffPlace')
      .news(stands(2, 120))
      .bot()
      .news(stands(2, null))
      .bot('handoffPlace')
      .says('改为回电')
      .news(stands(1, null))
      .bot());

  inEachLanguage(
    'asked for in words, with the number in them',
    [
      said('转人工', '轉真人', 'I want to talk to a person', 'handoffSought'),
      said('给我回电话吧', '回電給我', 'call me back please', 'callbackOpen'),
      taken,
      pressed(0, 'callbackTaken'),
    ],
    undefined,
    again,
  );

  const called = said('转人工', '轉真人', 'I want to talk to a person', 'handoffSought');
  inEachLanguage(
    'nobody came in time: a case at once, and we ask how to reach them',
    [called, told(givesUp(), 'nobodyCame', 'askReach')],
    async (world) => {
      const { cases } = await recordsOf(world);
      assert.deepEqual(
        cases.map(({ kind, conversation, answers }) => [kind, conversation, answers.phone]),
        [['callback', world.conversation, null]],
      );
      assert.ok(cases[0]?.owner !== '' && (cases[0]?.clocks.length ?? 0) > 0);
    },
    again,
  );

  inEachLanguage(
    'nobody came in time: the number given later is added to that case',
    [called, told(givesUp(), 'nobodyCame', 'askReach'), taken, pressed(0, 'amended')],
    async (world) => {
      const { cases, contact } = await recordsOf(world);
      assert.equal(cases.length, 1);
      const added = cases[0]?.history.find(({ what }) => what === 'amended');
      assert.match(added?.note ?? '', /\+8613800138000/);
      assert.equal(contact.phone, '+8613800138000');
    },
    again,
  );

  for (const words of ['不同意', '取消', '不用了'])
    it(`nobody came in time: "${words}" leaves the case as it is`, () =>
      talk(again)
        .customer('转人工')
        .news(givesUp())
        .customer(words)
        .bot('consentRefused')
        .check(async (world) => assert.equal((await recordsOf(world)).cases.length, 1)));

  it('nobody came in time, and somebody else writes there by now: filed without a word', () =>
    talk(again)
      .customer('转人工')
      .check(async (world) => {
        made = await givesUp()(world);
        customer = world.state?.customer ?? '';
      })
      .activity({ type: 'message', text: '你好', from: { id: 'another' } })
      .news(async () => made ?? assert.fail())
      .bot()
      .check(async ({ ledger }) => {
        const cases = await ledger.cases.ofCustomer(customer as CustomerId, 'all');
        assert.deepEqual(
          cases.map(({ kind }) => kind),
          ['callback'],
        );
      }));

  it('nobody came in time, and the conversation has expired: filed without a word', async () => {
    const world = await talk({ ledger: await memoryLedger() }).customer('转人工');
    const customer = world.state?.customer ?? '';
    const { name, value } = await givesUp()(world);
    const { conversation, ledger, now: at } = world;
    const activity = { type: 'event', name, value, channelId: INTERNAL_CHANNEL } as const;
    const respond = createRespond({ manual, ledger, understand, zone: ZONE });
    const answered = await respond(null, { conversation, message: 'late' as MessageId, activity, at });
    assert.deepEqual(answered.replies, []);
    assert.equal((await ledger.cases.ofCustomer(customer as CustomerId, 'all'))[0]?.kind, 'callback');
    await ledger.close();
  });

  it('nobody came in time: filed at once for somebody we can reach, and the form goes on', () =>
    talk(again)
      .customer('投诉你们乱扣费')
      .customer('退费')
      .press(0)
      .customer('王先生 13800138000')
      .press(0)
      .bot('complaintTaken', 'nextInstance')
      .customer('我要报修')
      .bot('tellFault')
      .customer('转人工')
      .bot('handoffSought')
      .news(givesUp())
      .bot('nobodyCame', 'backTo', 'tellFault')
      .says(/编号 HD\d{8}|编号 [A-Z]{2}\d{8}/)
      .page('failed')
      .check(async (world) => {
        const callbacks = (await recordsOf(world)).cases.filter((c) => c.kind === 'callback');
        assert.equal(callbacks.length, 1);
        assert.equal(callbacks[0]?.answers.phone, '+8613800138000');
      }));

  describe('the settings of supervisors go before the manual', () => {
    const notice = { 'zh-Hans': '今天系统升级', 'zh-Hant': '今天系統升級', en: 'System upgrade today' };
    const whenSet =
      (settings: object) =>
      async ({ ledger, now }: Parameters<Parameters<ReturnType<typeof talk>['check']>[0]>[0]) =>
        ledger.deskBook.saveSettings({ open: null, notice: null, hours: null, ...settings }, 'boss' as StaffId, now);

    it('closed by hand: nobody knows until when', () =>
      talk(again)
        .check(whenSet({ open: false }))
        .customer('转人工')
        .bot('deskClosed', 'callbackOpen')
        .says('现在不在岗。'));

    it('closed while somebody waits: the hours are told, not a long wait', () =>
      talk(again)
        .customer('转人工')
        .check(whenSet({ open: false }))
        .news(givesUp())
        .bot('deskClosed', 'callbackTaken', 'askReach'));

    it('are what a customer hears who asks for the hours', () =>
      talk({ ...again, now: START })
        .check(whenSet({ hours: { workingDays: [['08:00', '20:00']], otherDays: [['12:00', '14:00']] } }))
        .customer('你们几点上班')
        .bot('openingHours')
        .says('12:00–14:00', '08:00–20:00'));

    it('open by hand at night', () =>
      talk(evening)
        .check(whenSet({ open: true }))
        .customer('转人工')
        .bot('handoffSought'));

    it('other hours', () =>
      talk({ ...again, now: START })
        .check(whenSet({ hours: { workingDays: [['08:00', '20:00']], otherDays: [['12:00', '14:00']] } }))
        .customer('转人工')
        .bot('deskClosed', 'callbackOpen')
        .says('12:00'));

    it('with a notice beside the usual words', () =>
      talk(again)
        .check(whenSet({ notice }))
        .customer('转人工')
        .bot('deskNotice', 'handoffSought')
        .says('今天系统升级'));

    it('are not needed: the manual holds while they cannot be read', () =>
      talk(again)
        .check(async ({ ledger }) => {
          ledger.deskBook.settings = () => Promise.reject(new Error('away'));
        })
        .customer('转人工')
        .bot('handoffSought'));
  });
});

import assert from 'node:assert/strict';
import type { Case } from '../../domain/cases/case.ts';
import { waitingSince } from '../../domain/cases/waiting.ts';
import type { IdempotencyKey, StaffId } from '../../domain/ids.ts';
import { openClocks } from '../../domain/manual/clocks.ts';
import { manual, START, talk, type World, ZONE } from '../conversations/talk.ts';

const HOUR = 3_600_000;
const QUESTION = '请问光猫的 LOS 灯是什么颜色？';
let keys = 0;
const key = () => `waiting-${++keys}` as IdempotencyKey;

/** A fault of the customer who talks, for which staff ask. */
async function askedFor({ ledger, conversation, from, now }: World): Promise<Case> {
  const customer = await ledger.customers.ofSource({ channel: 'web', account: 'web', sourceId: from }, START);
  const timed = { kind: 'fault', category: 'equipment', severity: null, level: 'normal' } as const;
  const draft = {
    ...timed,
    ...({ alsoCategories: [], customer, conversation, channel: 'web', language: 'zh-Hans', area: null } as const),
    ...{ owner: 'field-maintenance', answers: {}, links: [], clocks: openClocks(manual, timed, now, ZONE) },
  };
  const { number } = await ledger.cases.register(draft, key(), now);
  const paused = await ledger.cases.pause(number, { by: 'tech-1', note: QUESTION }, key(), now);
  assert.ok(paused.kind === 'done');
  return paused.case;
}
const news = async (world: World) => ({
  name: 'case.asked',
  value: { number: (await askedFor(world)).number, question: QUESTION },
});
const only = async ({ ledger, from }: World): Promise<Case> => {
  const customer = await ledger.customers.ofSource({ channel: 'web', account: 'web', sourceId: from }, START);
  const [found, ...others] = await ledger.cases.ofCustomer(customer, 'all');
  assert.ok(found && others.length === 0);
  return found;
};
const waits = async (world: World) => waitingSince(await only(world)) !== null;

describe('a case that waits for its customer', () => {
  it('asks in the conversation, takes the next words for the answer, and goes on with them', () =>
    talk({ repeated: true })
      .customer('你好')
      .news(news)
      .bot('stageChanged', 'askAmendment')
      .says(QUESTION)
      .check(async (world) => assert.ok(await waits(world)))
      .later(3 * HOUR)
      .customer('是红色的，一直亮着')
      .bot('summary')
      .check(async (world) => {
        assert.ok(!(await waits(world)), 'before it is confirmed');
        const last = (await only(world)).history.at(-1);
        assert.deepEqual([last?.what, last?.by, last?.at], ['resumed', 'customer', world.now]);
      })
      .customer('是')
      .bot('amended')
      .check(async (world) => {
        const { history, clocks } = await only(world);
        assert.deepEqual(
          history.map(({ what }) => what),
          ['registered', 'paused', 'resumed', 'amended'],
        );
        assert.equal(history.at(-1)?.note, '是红色的，一直亮着');
        const restored = clocks.find(({ name }) => name === 'fault-restored');
        assert.ok(restored && restored.pausedMs >= 3 * HOUR);
      }));

  it('asks after what is under way', () =>
    talk()
      .customer('我要投诉')
      .bot('tellMe')
      .news(news)
      .bot('stageChanged')
      .customer('算了')
      .bot('dropped', 'backTo', 'askAmendment')
      .customer('红色')
      .check(async (world) => assert.ok(!(await waits(world)))));

  it('goes on with what is added to it by number, whenever', () =>
    talk()
      .customer('你好')
      .news(news)
      .customer('算了')
      .check(async (world) => assert.ok(await waits(world)))
      .customer('我想补充我的报修单：灯是红色的')
      .customer('是')
      .check(async (world) => assert.ok(!(await waits(world)))));

  it('waits on for anything else that is said', () =>
    talk()
      .customer('你好')
      .news(news)
      .customer('算了')
      .customer('怎么查话费')
      .check(async (world) => assert.ok(await waits(world))));

  it('asks nobody any more when it has gone on, nor another customer', () =>
    talk()
      .customer('你好')
      .news(async (world) => {
        const { number } = await askedFor(world);
        await world.ledger.cases.resume(number, { by: 'tech-1' }, key(), world.now);
        return { name: 'case.asked', value: { number, question: QUESTION } };
      })
      .bot()
      .news(async (world) => {
        const { number } = await askedFor({ ...world, from: 'somebody-else' });
        return { name: 'case.asked', value: { number, question: QUESTION } };
      })
      .bot());

  it('takes what is said to a person for the answer', () =>
    talk()
      .customer('转人工')
      .news(async ({ ledger, conversation }) => {
        const handoff = await ledger.handoffs.openOf(conversation);
        assert.ok(handoff);
        const agent = 'agent-1' as StaffId;
        const taken = await ledger.handoffs.change(handoff.id, { kind: 'accept', agent, over: false }, START);
        assert.ok(taken.kind === 'changed', JSON.stringify(taken));
        return { name: 'handoff.changed', value: { handoff: handoff.id, epoch: taken.handoff.epoch } };
      })
      .news(news)
      .bot('stageChanged')
      .check(async (world) => assert.ok(await waits(world)))
      .customer('红色的')
      .check(async (world) => assert.ok(!(await waits(world)))));
});

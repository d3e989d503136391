import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../channels/directline/line.ts';
import { DeskScene, type Instance, type Opened, type Somebody } from './scene.ts';

describe('read marks of the console', () => {
  let scene: DeskScene;
  let instance: Instance;
  let agent: Somebody;
  let other: Somebody;
  beforeEach(async () => {
    scene = await DeskScene.open();
    instance = await scene.instance();
    agent = await scene.somebody('agent');
    other = await scene.somebody('other', 'supervisor');
  });
  afterEach(() => scene.close());

  const marks = () =>
    scene.taken.filter(({ activity }) => activity.name === 'handoff.read').map(({ activity }) => activity.value);
  const opens = async (who: Somebody, conversation: string): Promise<Opened> => {
    const opened = await scene.console(instance, who);
    opened.send({ type: 'watch', conversation, from: 0 });
    await until('the transcript', () => opened.of('entries').length > 0);
    opened.send({ type: 'here', conversation });
    return opened;
  };

  it('tell how far the agent who has the customer has seen their words, each place once', async () => {
    const { id, conversation } = await scene.handoff('一', '二');
    await scene.ledger.handoffs.change(id, { kind: 'accept', agent: agent.staff.id, over: false }, scene.now());
    const opened = await opens(agent, conversation);
    await until('a mark', () => marks().length === 1);
    assert.deepEqual(marks(), [{ handoff: id, agent: agent.staff.id, position: 1 }]);
    opened.send({ type: 'here', conversation });
    await sleep(60);
    assert.equal(marks().length, 1);
  });

  it('tell of what was read before the console began to watch', async () => {
    const { id, conversation } = await scene.handoff('一', '二');
    await scene.ledger.handoffs.change(id, { kind: 'accept', agent: agent.staff.id, over: false }, scene.now());
    const opened = await scene.console(instance, agent);
    opened.send({ type: 'watch', conversation, from: 2 });
    opened.send({ type: 'here', conversation });
    await until('a mark', () => marks().length === 1);
    assert.deepEqual(marks(), [{ handoff: id, agent: agent.staff.id, position: 1 }]);
  });

  it('tell nothing of who only listens in, nor of what was not looked at', async () => {
    const { id, conversation } = await scene.handoff('一');
    await scene.ledger.handoffs.change(id, { kind: 'accept', agent: agent.staff.id, over: false }, scene.now());
    await opens(other, conversation);
    const quiet = await scene.console(instance, agent);
    quiet.send({ type: 'here', conversation });
    await sleep(100);
    assert.deepEqual(marks(), []);
  });
});

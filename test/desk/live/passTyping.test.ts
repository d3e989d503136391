import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { passTyping } from '../../../adapters/desk/live/passTyping.ts';
import type { ConversationId, StaffId } from '../../../domain/ids.ts';
import { until } from '../../channels/directline/line.ts';
import { DeskScene } from './scene.ts';

describe('an agent’s typing', function () {
  this.timeout(30_000);
  let scene: DeskScene;
  beforeEach(async () => {
    scene = await DeskScene.open();
  });
  afterEach(() => scene.close());
  /** What was sent before has had its effect, or none. */
  const settled = () => sleep(60);

  it('is passed on to the customer’s channel once, from the instance of the agent’s console', async () => {
    const [agent, other] = [await scene.somebody('agent'), await scene.somebody('other')];
    const handoff = await scene.handoff('x');
    const { conversation } = handoff;
    const passed: string[] = [];
    const passing = (name: string) =>
      scene.instance({ signals: passTyping(scene.signals, (whose) => passed.push(`${name} ${whose}`)) });
    const [here, there] = [await passing('here'), await passing('there')];
    const mine = await scene.console(here, agent);
    const theirs = await scene.console(there, other);
    for (const each of [mine, theirs]) each.send({ type: 'typing', conversation });
    await settled();
    assert.deepEqual(passed, [], 'nobody has the customer');
    await scene.accept(handoff, agent);
    await settled();
    scene.skew += 3000;
    for (const each of [mine, theirs]) each.send({ type: 'typing', conversation });
    await until('passed on', () => passed.length > 0);
    scene.signals.send({ kind: 'typing', conversation, by: 'customer' });
    await settled();
    assert.deepEqual(passed, [`here ${conversation}`]);
  });
  it('is not what customers do', async () => {
    const passed: string[] = [];
    const signals = passTyping(scene.signals, (conversation) => passed.push(conversation));
    for (const by of ['customer', 's1' as StaffId] as const) {
      signals.send({ kind: 'typing', conversation: `of ${by}` as ConversationId, by });
    }
    assert.deepEqual(passed, ['of s1']);
  });
  it('goes nowhere else where there are no channels', () => {
    assert.equal(passTyping(scene.signals, undefined), scene.signals);
  });
});

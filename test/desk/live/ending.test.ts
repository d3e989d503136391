import assert from 'node:assert/strict';
import { tellAccount } from '../../../adapters/desk/accounts/tellAccount.ts';
import { SIGNED_OUT } from '../../../adapters/desk/live/console.ts';
import { until } from '../../channels/directline/line.ts';
import { DeskScene } from './scene.ts';

describe('the socket of the console, at once', () => {
  let scene: DeskScene;
  beforeEach(async () => {
    scene = await DeskScene.open();
  });
  afterEach(() => scene.close());

  it('closes on every instance when its session has ended, and no other', async () => {
    const [one, two] = [await scene.instance(), await scene.instance()];
    const [gone, colleague] = [await scene.somebody('gone'), await scene.somebody('colleague')];
    const [here, there] = [await scene.console(one, gone), await scene.console(two, gone)];
    const others = await scene.console(two, colleague);
    await scene.ledger.staff.endSession(gone.session);
    const before = await scene.ledger.deskEvents.last();
    await tellAccount({ ledger: scene.ledger, signals: scene.signals, now: scene.now }, gone.staff, gone.staff);
    await until('both closed', () => here.closed !== null && there.closed !== null);
    assert.deepEqual([here.closed?.code, there.closed?.code], [SIGNED_OUT, SIGNED_OUT]);
    const told = [...here.seqs(), ...there.seqs()].filter((seq) => seq > before);
    assert.deepEqual(told, [], 'told nothing more');
    await until('the event', () => others.seqs().some((seq) => seq > before));
    assert.equal(others.closed, null);
  });

  it('stays open when only the status changed', async () => {
    const instance = await scene.instance();
    const agent = await scene.somebody('agent');
    const console = await scene.console(instance, agent);
    await scene.ledger.staff.setStatus(agent.staff.id, 'busy', scene.now());
    scene.signals.send({ kind: 'desk' });
    await until('the event', () => console.of('event').length > 0);
    assert.equal(console.closed, null);
  });

  it('writes down that a supervisor reads along', async () => {
    const instance = await scene.instance();
    const [agent, boss] = [await scene.somebody('agent'), await scene.somebody('boss', 'supervisor')];
    const handoff = await scene.handoff('我的电话是13800138000', '还在吗');
    await scene.accept(handoff, agent);
    const watch = { type: 'watch', conversation: handoff.conversation, from: 1 };
    for (const who of [agent, boss, boss]) {
      const console = await scene.console(instance, who);
      console.send(watch);
      await until('the words', () => console.texts().length === 1);
    }
    const looks = (await scene.ledger.audit.list(20)).filter(({ what }) => what === 'look');
    assert.deepEqual(
      looks.map(({ by, subject }) => [by, subject]),
      [[boss.staff.id, handoff.conversation]],
    );
  });
});

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSignals } from '../../../adapters/live/signals.ts';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import { until } from '../../channels/directline/line.ts';
import { DeskScene, type Opened } from './scene.ts';

describe('the events of the desk', function () {
  this.timeout(30_000);
  let scene: DeskScene;
  beforeEach(async () => {
    scene = await DeskScene.open();
  });
  afterEach(() => scene.close());

  it('begin with hello, and go on from now, or from what was seen last', async () => {
    const instance = await scene.instance();
    const agent = await scene.somebody('a');
    for (let each = 0; each < 3; each += 1) await scene.happen();
    const before = await scene.ledger.deskEvents.last();
    const fresh = await scene.console(instance, agent);
    const back = await scene.console(instance, agent, `?after=${before - 2}`);
    assert.deepEqual(fresh.frames[0], { type: 'hello', seq: before });
    await scene.happen();
    scene.signals.send({ kind: 'desk' });
    const isThere = (opened: Opened) => opened.of('event').filter(({ kind }) => kind === 'settings').length;
    await until('all', () => isThere(fresh) === 1 && isThere(back) === 3);
    assert.ok(fresh.seqs().every((seq) => seq > before));
    assert.deepEqual(back.seqs().slice(0, 2), [before - 1, before]);
  });

  it('miss nothing and double nothing in 500 events over 20 reconnects between two instances', async () => {
    const instances = [await scene.instance(), await scene.instance()];
    const agent = await scene.somebody('a');
    const start = await scene.ledger.deskEvents.last();
    const write = async () => {
      for (let each = 0; each < 500; each += 1) {
        await scene.happen();
        if (each % 3 === 0) scene.signals.send({ kind: 'desk' });
        if (each % 7 === 0) await sleep(2);
      }
    };
    const written = write();
    const seqs: number[] = [];
    const read = async (turn: number, enough: (opened: Opened) => boolean) => {
      const instance = instances[turn % 2];
      assert.ok(instance);
      const opened = await scene.console(instance, agent, `?after=${seqs.at(-1) ?? start}`);
      await until('some events', () => enough(opened));
      const seen = opened.seqs();
      opened.socket.terminate();
      seqs.push(...seen);
    };
    for (let turn = 0; turn < 20; turn += 1) {
      const some = 1 + ((turn * 7) % 20);
      await read(turn, (opened) => opened.seqs().length >= some);
    }
    await written;
    const end = await scene.ledger.deskEvents.last();
    await read(20, (opened) => opened.seqs().at(-1) === end);
    assert.deepEqual(
      seqs,
      Array.from({ length: end - start }, (_, index) => start + 1 + index),
    );
    assert.ok(seqs.length >= 500);
  });

  it('come within a second when every signal is lost', async () => {
    const deaf = createSignals(null, () => {});
    const instance = await scene.instance({ signals: { ...deaf, listen: () => () => {} } });
    const opened = await scene.console(instance, await scene.somebody('a'));
    await scene.happen();
    await until('the event', () => opened.of('event').some(({ kind }) => kind === 'settings'));
  });

  it('are read once for all consoles, and not at all without one', async () => {
    let reads = 0;
    const { deskEvents } = scene.ledger;
    const counted = {
      ...deskEvents,
      after(seq: number, limit: number) {
        reads += 1;
        return deskEvents.after(seq, limit);
      },
    };
    const instance = await scene.instance({ ledger: { ...scene.ledger, deskEvents: counted } });
    const agent = await scene.somebody('a');
    const opened = await Promise.all(Array.from({ length: 15 }, () => scene.console(instance, agent)));
    await sleep(100);
    reads = 0;
    await scene.happen();
    scene.signals.send({ kind: 'desk' });
    const heard = (each: Opened) => each.of('event').some(({ kind }) => kind === 'settings');
    await until('heard by all', () => opened.every(heard));
    assert.ok(reads <= 3, `${reads} reads`);
    for (const { socket } of opened) socket.terminate();
    await sleep(1200);
    reads = 0;
    await sleep(1200);
    assert.equal(reads, 0);
  });

  it('go on when the store was away meanwhile', async () => {
    let away = false;
    const { deskEvents } = scene.ledger;
    const moody = {
      ...deskEvents,
      async after(seq: number, limit: number) {
        if (away) throw new Error('away');
        return deskEvents.after(seq, limit);
      },
    };
    const instance = await scene.instance({ ledger: { ...scene.ledger, deskEvents: moody } });
    const opened = await scene.console(instance, await scene.somebody('a'));
    away = true;
    await scene.happen();
    scene.signals.send({ kind: 'desk' });
    await sleep(100);
    assert.equal(opened.of('event').filter(({ kind }) => kind === 'settings').length, 0);
    away = false;
    await until('the event', () => opened.of('event').some(({ kind }) => kind === 'settings'));
    assert.equal(opened.closed, null);
  });

  it('come late rather than not when the store could not say whose words they are', async () => {
    let away = true;
    const { handoffs } = scene.ledger;
    const moody = {
      ...handoffs,
      async find(id: Handoff['id']) {
        if (away) throw new Error('away');
        return handoffs.find(id);
      },
    };
    const instance = await scene.instance({ ledger: { ...scene.ledger, handoffs: moody } });
    const boss = await scene.console(instance, await scene.somebody('boss', 'supervisor'));
    const said = () => boss.of('event').filter(({ kind }) => kind === 'message');
    const handoff = await scene.handoff();
    await scene.said(handoff, '一');
    await sleep(200);
    assert.equal(said().length, 0);
    away = false;
    await until('the words', () => said().length === 1);
    assert.equal(said()[0]?.data.text, '一');
    assert.deepEqual(
      boss.seqs(),
      boss.seqs().toSorted((a, b) => a - b),
    );
    assert.equal(new Set(boss.seqs()).size, boss.seqs().length);
  });

  it('show words to who has the customer, masked to supervisors, and to all while the customer waits', async () => {
    const instance = await scene.instance();
    const [mine, other, boss] = [
      await scene.somebody('mine'),
      await scene.somebody('other'),
      await scene.somebody('boss', 'supervisor'),
    ];
    const start = await scene.ledger.deskEvents.last();
    const handoff = await scene.handoff();
    const opened: Opened[] = [];
    for (const who of [mine, other, boss]) opened.push(await scene.console(instance, who));
    const words = (each: Opened) =>
      each.of('event').flatMap(({ kind, data }) => (kind === 'message' ? [data.text] : []));
    const all = (count: number) => until('words', () => opened.every((each) => words(each).length === count));
    await scene.said(handoff, '我的电话是13800138000');
    await all(1);
    const masked = words(opened[0] ?? assert.fail())[0];
    assert.ok(typeof masked === 'string' && !masked.includes('13800138000') && masked.includes('电话'), String(masked));
    assert.deepEqual(opened.map(words), [[masked], [masked], [masked]]);
    await scene.accept(handoff, mine);
    await scene.said(handoff, '请打13900139000');
    await all(2);
    assert.deepEqual(
      opened.map((each) => words(each)[1]),
      ['请打13900139000', undefined, '请打[phone]'],
    );
    const facts = opened[1]?.of('event').findLast(({ kind }) => kind === 'message')?.data;
    assert.deepEqual(Object.keys(facts ?? {}).sort(), ['files', 'id']);
    // the way back over a reconnect shows nobody more than that
    const again = await scene.console(instance, other, `?after=${start}`);
    await until('the past', () => words(again).length === 2);
    assert.deepEqual(words(again), [undefined, undefined]);
    // nor when the customer is passed on
    await scene.ledger.handoffs.change(handoff.id, { kind: 'accept', agent: other.staff.id, over: true }, scene.now());
    await scene.said(handoff, '再说一遍');
    await all(3);
    assert.deepEqual(
      opened.map((each) => words(each)[2]),
      [undefined, '再说一遍', '再说一遍'],
    );
  });
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { registerDeskOperations } from '../../../adapters/desk/auth/deskOperation.ts';
import { createGuard } from '../../../adapters/desk/auth/guard.ts';
import { SIGNED_OUT } from '../../../adapters/desk/live/console.ts';
import { eventsOperation } from '../../../adapters/desk/live/operation.ts';
import { WATCH_LIMIT } from '../../../adapters/desk/live/watches.ts';
import { createSignals } from '../../../adapters/live/signals.ts';
import { BACKLOG_BYTES } from '../../../adapters/live/sockets.ts';
import type { Signal } from '../../../bot/desk.ts';
import type { ConversationId, StaffId } from '../../../domain/ids.ts';
import { call, until } from '../../channels/directline/line.ts';
import { run } from '../../http/call.ts';
import { DeskScene, type Instance, type Opened, type Somebody } from './scene.ts';

describe('the socket of the console', function () {
  this.timeout(30_000);
  let scene: DeskScene;
  let instance: Instance;
  let agent: Somebody;
  let other: Somebody;
  beforeEach(async () => {
    scene = await DeskScene.open();
    instance = await scene.instance();
    agent = await scene.somebody('agent');
    other = await scene.somebody('other');
  });
  afterEach(() => scene.close());

  /** What was sent before has had its effect, or none. */
  const settled = () => sleep(60);
  const aliveAt = async (conversation: ConversationId) => {
    const owner = (await scene.ledger.handoffs.openOf(conversation))?.owner;
    return owner?.kind === 'agent' ? owner.aliveAt : null;
  };
  const seenAt = async ({ staff }: Somebody) => (await scene.ledger.staff.find(staff.id))?.seenAt ?? 0;

  describe('opens', () => {
    const refused = async (headers: Record<string, string>, query = '') => {
      const { socket } = scene.raw(instance, headers, query);
      const error = await new Promise((resolve) => socket.on('error', resolve));
      return Number(/\d{3}$/.exec(String(error))?.[0]);
    };

    it('for nobody without a session, or from another page', async () => {
      assert.equal(await refused({}), 401);
      assert.equal(await refused({ cookie: 'shouwen_desk=junk' }), 401);
      assert.equal(await refused({ cookie: agent.cookie, origin: 'https://evil.example' }), 403);
      assert.equal(await refused({ cookie: agent.cookie }, '?after=-1'), 400);
      await scene.ledger.staff.update(agent.staff.id, { disabled: true });
      assert.equal(await refused({ cookie: agent.cookie }), 401);
      const own = scene.raw(instance, { cookie: other.cookie, origin: `http://127.0.0.1:${instance.port}` });
      await until('hello', () => own.of('hello').length === 1);
    });

    it('with an empty position as without one, and whether or not the address ends with a slash', async () => {
      for (const address of ['?after=', '?after=0', '/', '/?after=0']) {
        const own = scene.raw(instance, { cookie: agent.cookie }, address);
        await until('hello', () => own.of('hello').length === 1);
      }
    });

    it('as a WebSocket alone: who asks without one is told so', async () => {
      const guard = createGuard({ ledger: scene.ledger, publicUrl: null, now: scene.now });
      const { server, base } = await run((on) => registerDeskOperations(on, [eventsOperation(guard)], guard));
      const path = `${base}/desk/api/events?after=0`;
      assert.equal((await call(path, 'GET', {})).status, 401);
      const { status, json, headers } = await call(path, 'GET', { headers: { cookie: agent.cookie } });
      assert.deepEqual([status, json.error.code, headers.get('upgrade')], [426, 'UpgradeRequired', 'websocket']);
      await server.close(500);
    });

    it('as a sign of life, and tells that somebody came', async () => {
      assert.equal(await seenAt(agent), 0);
      await scene.console(instance, agent);
      await settled();
      assert.ok((await seenAt(agent)) > 0);
      assert.equal(scene.came, 1);
    });

    it('as a sign of life at once, however soon after the last: another instance may have seen them in between', async () => {
      await scene.console(instance, agent);
      await settled();
      const before = await seenAt(agent);
      scene.skew = 2_000;
      await scene.console(instance, agent);
      await settled();
      assert.ok((await seenAt(agent)) >= before + 2_000);
    });

    it('at most 20 times for one account', async () => {
      for (let each = 0; each < 20; each += 1) await scene.console(instance, agent);
      assert.equal(await refused({ cookie: agent.cookie }), 429);
      await scene.console(instance, other);
    });
  });

  describe('shows transcripts', () => {
    it('from the position on, then what comes, and again from there after a reconnect', async () => {
      const handoff = await scene.handoff('一', '二');
      await scene.accept(handoff, agent);
      const first = await scene.console(instance, agent);
      first.send({ type: 'watch', conversation: handoff.conversation, from: 1 });
      await until('the rest', () => first.texts().length === 1);
      scene.customerSays(handoff.conversation, '三');
      await until('what comes', () => first.texts().length === 2);
      assert.deepEqual(first.texts(), ['二', '三']);
      const next = first.of('entries').at(-1)?.next;
      assert.equal(next, 3);
      first.socket.terminate();
      scene.customerSays(handoff.conversation, '四', '五');
      const second = await scene.console(await scene.instance(), agent);
      second.send({ type: 'watch', conversation: handoff.conversation, from: next });
      await until('what was missed', () => second.texts().length === 2);
      assert.deepEqual(second.texts(), ['四', '五']);
      second.send({ type: 'unwatch', conversation: handoff.conversation });
      await settled();
      scene.customerSays(handoff.conversation, '六');
      await settled();
      assert.deepEqual(second.texts(), ['四', '五']);
    });

    it('to nobody else, and writes down who tried', async () => {
      const handoff = await scene.handoff('秘密');
      await scene.accept(handoff, agent);
      const foreign = await scene.console(instance, other);
      foreign.send({ type: 'watch', conversation: handoff.conversation, from: 0 });
      foreign.send({ type: 'watch', conversation: 'not there', from: 0 });
      await settled();
      scene.customerSays(handoff.conversation, '更多');
      scene.signals.send({ kind: 'typing', conversation: handoff.conversation, by: 'customer' });
      await settled();
      assert.deepEqual([foreign.of('entries'), foreign.of('typing'), foreign.closed], [[], [], null]);
      const tried = (await scene.ledger.audit.list(10)).filter(({ what }) => what === 'refused');
      assert.deepEqual(
        tried.map(({ by, subject }) => [by, subject]),
        [
          [other.staff.id, 'not there'],
          [other.staff.id, handoff.conversation],
        ],
      );
    });

    it('of the waiting masked, in full once they are theirs, and no longer when they are somebody else’s', async () => {
      const handoff = await scene.handoff('我的电话是13800138000');
      const [mine, theirs] = [await scene.console(instance, agent), await scene.console(instance, other)];
      for (const each of [mine, theirs]) each.send({ type: 'watch', conversation: handoff.conversation, from: 0 });
      await until('both', () => mine.texts().length === 1 && theirs.texts().length === 1);
      assert.ok(!mine.texts()[0]?.includes('13800138000'));
      const accepted = (each: Opened) => each.of('event').some(({ data }) => data.command === 'accept');
      await scene.accept(handoff, agent);
      await until('the news', () => accepted(mine) && accepted(theirs));
      scene.customerSays(handoff.conversation, '13900139000');
      await until('mine', () => mine.texts().length === 2);
      await settled();
      assert.equal(mine.texts()[1], '13900139000');
      assert.equal(theirs.texts().length, 1);
      const refusals = (await scene.ledger.audit.list(10)).filter(({ what }) => what === 'refused');
      assert.deepEqual(refusals, [], 'who only watched the queue tried nothing');
    });

    it('of 30 conversations and not one more', async () => {
      const boss = await scene.somebody('boss', 'supervisor');
      const opened = await scene.console(instance, boss);
      for (let each = 0; each <= WATCH_LIMIT; each += 1) {
        const { conversation } = await scene.handoff('x');
        opened.send({ type: 'watch', conversation, from: 0 });
        if (each === WATCH_LIMIT - 1) {
          await until('thirty', () => opened.texts().length === WATCH_LIMIT);
          assert.equal(opened.closed, null);
        }
      }
      await until('closed', () => opened.closed !== null);
      assert.deepEqual(opened.closed, { code: 1008, reason: 'too many conversations' });
    });
  });

  describe('takes signs of life', () => {
    it('of who looks, at most one every ten seconds, and at a customer only of who has them', async () => {
      const handoff = await scene.handoff('x');
      await scene.accept(handoff, agent);
      const accepted = await aliveAt(handoff.conversation);
      const [mine, theirs] = [await scene.console(instance, agent), await scene.console(instance, other)];
      await settled();
      scene.skew = 60_000;
      theirs.send({ type: 'here', conversation: handoff.conversation });
      await settled();
      assert.equal(await aliveAt(handoff.conversation), accepted);
      mine.send({ type: 'here', conversation: handoff.conversation });
      await settled();
      const [seen, alive] = [await seenAt(agent), await aliveAt(handoff.conversation)];
      assert.ok(alive !== null && accepted !== null && alive > accepted + 50_000);
      assert.ok(seen > accepted + 50_000);
      scene.skew += 9_000;
      mine.send({ type: 'here', conversation: handoff.conversation });
      await settled();
      assert.deepEqual([await seenAt(agent), await aliveAt(handoff.conversation)], [seen, alive]);
      scene.skew += 1_000;
      mine.send({ type: 'here', conversation: handoff.conversation });
      await settled();
      assert.ok((await seenAt(agent)) > seen);
      assert.ok(((await aliveAt(handoff.conversation)) ?? 0) > alive);
    });

    it('of a console that only answers pings', async () => {
      const quick = await scene.instance({ keepAliveMs: 50 });
      await scene.console(quick, agent);
      await settled();
      const before = await seenAt(agent);
      scene.skew = 20_000;
      await sleep(150);
      assert.ok((await seenAt(agent)) >= before + 19_000);
    });
  });

  it('tells who else has a conversation open, on any instance', async () => {
    const handoff = await scene.handoff('x');
    const here = { type: 'here', conversation: handoff.conversation };
    const [mine, theirs] = [await scene.console(instance, agent), await scene.console(await scene.instance(), other)];
    const viewers = (each: Opened) => each.of('viewers').map((frame) => frame.viewers.map(({ name }) => name));
    mine.send(here);
    await settled();
    theirs.send(here);
    await until('each other', () => viewers(mine).length === 1 && viewers(theirs).length === 1);
    assert.deepEqual([viewers(mine), viewers(theirs)], [[['other']], [['agent']]]);
    mine.send(here);
    await settled();
    theirs.socket.terminate();
    await until('alone', () => viewers(mine).length === 2);
    assert.deepEqual(viewers(mine), [['other'], []]);
    // who may not read it does not learn who does
    await scene.accept(handoff, agent);
    const foreign = await scene.console(instance, other);
    foreign.send(here);
    await settled();
    assert.deepEqual([viewers(foreign), viewers(mine).length], [[], 2]);
  });

  it('carries typing to the customer’s page and to the agents who watch, on every instance', async () => {
    const handoff = await scene.handoff('x');
    await scene.accept(handoff, agent);
    const second = await scene.instance();
    const boss = await scene.somebody('boss', 'supervisor');
    const [mine, watching] = [await scene.console(instance, agent), await scene.console(second, boss)];
    const { conversation } = handoff;
    for (const each of [mine, watching]) each.send({ type: 'watch', conversation, from: 0 });
    await until('watched', () => mine.texts().length === 1 && watching.texts().length === 1);
    const pages: string[] = [];
    for (const [name, { hub }] of [
      ['first', instance],
      ['second', second],
    ] as const) {
      hub.subscribe(conversation, ({ kind }) => kind === 'typing' && pages.push(name));
    }
    mine.send({ type: 'typing', conversation });
    mine.send({ type: 'typing', conversation });
    await until('typing', () => watching.of('typing').length === 1 && pages.length === 2);
    await settled();
    assert.deepEqual(pages, ['first', 'second']);
    assert.deepEqual(watching.of('typing'), [{ type: 'typing', conversation, by: agent.staff.id }]);
    assert.deepEqual(mine.of('typing'), [], 'not one’s own');
    scene.signals.send({ kind: 'typing', conversation, by: 'customer' });
    await until('the customer types', () => mine.of('typing').length === 1 && watching.of('typing').length === 2);
    assert.equal(pages.length, 2, 'not back to the customer');
  });

  it('carries no typing into a conversation that is not theirs, also not to read along', async () => {
    const handoff = await scene.handoff('x');
    const heard: Signal[] = [];
    scene.signals.listen((signal) => signal.kind === 'typing' && heard.push(signal));
    const opened = await scene.console(instance, agent);
    opened.send({ type: 'typing', conversation: handoff.conversation });
    await scene.accept(handoff, other);
    await settled();
    opened.send({ type: 'typing', conversation: handoff.conversation });
    await settled();
    assert.deepEqual(heard, []);
  });

  describe('closes', () => {
    it('for a frame that cannot be read, with a reason, and goes on for all others', async () => {
      const neighbour = await scene.console(instance, other);
      const bad: [string | Buffer, number][] = [
        ['no JSON', 1008],
        ['null', 1008],
        ['[]', 1008],
        ['{"type":"drop"}', 1008],
        ['{"type":"watch","conversation":"c","from":-1}', 1008],
        ['{"type":"watch","conversation":"c","from":0,"more":1}', 1008],
        ['{"type":"watch","conversation":{"toString":1},"from":0}', 1008],
        ['{"type":"here","conversation":""}', 1008],
        [JSON.stringify({ type: 'typing', conversation: 'c'.repeat(301) }), 1008],
        [Buffer.from('{"type":"here","conversation":null}'), 1008],
        [JSON.stringify({ type: 'typing', conversation: 'c'.repeat(9000) }), 1009],
      ];
      for (const [frame, code] of bad) {
        const opened = await scene.console(instance, agent);
        opened.socket.send(frame);
        await until('closed', () => opened.closed !== null);
        assert.equal(opened.closed?.code, code, String(frame).slice(0, 60));
        if (code === 1008) assert.equal(opened.closed?.reason, 'a frame cannot be read');
      }
      await scene.happen();
      await until('the neighbour hears', () => neighbour.of('event').some(({ kind }) => kind === 'settings'));
      assert.equal(neighbour.closed, null);
    });

    it('for more than 50 frames in a second', async () => {
      const opened = await scene.console(instance, agent);
      for (let each = 0; each < 120; each += 1) opened.send({ type: 'here', conversation: null });
      await until('closed', () => opened.closed !== null);
      assert.deepEqual(opened.closed, { code: 1008, reason: 'too many frames' });
    });

    it('for who goes on asking for what is not theirs', async () => {
      const opened = await scene.console(instance, agent);
      for (let each = 0; each < 25; each += 1) opened.send({ type: 'watch', conversation: `no ${each}`, from: 0 });
      await until('closed', () => opened.closed !== null);
      assert.deepEqual(opened.closed, { code: 1008, reason: 'not theirs' });
      assert.ok((await scene.ledger.audit.list(100)).length <= 22);
    });

    it('when the session ends or the account is disabled, not while a session lasts', async () => {
      const strict = await scene.instance({ sessionMs: 40 });
      const [mine, theirs] = [await scene.console(strict, agent), await scene.console(strict, other)];
      await sleep(150);
      assert.deepEqual([mine.closed, theirs.closed], [null, null]);
      await scene.ledger.staff.endSession(agent.session);
      await until('signed out', () => mine.closed !== null);
      assert.deepEqual(mine.closed, { code: SIGNED_OUT, reason: 'signed out' });
      await scene.ledger.staff.update(other.staff.id, { disabled: true });
      await until('disabled', () => theirs.closed !== null);
      assert.equal(theirs.closed?.code, SIGNED_OUT);
    });

    it('when nobody did anything for the time of a session, not while somebody looks', async () => {
      const strict = await scene.instance({ sessionMs: 40 });
      const handoff = await scene.handoff('x');
      const [idle, busy] = [await scene.console(strict, agent), await scene.console(strict, other)];
      for (let minute = 0; minute < 40 && idle.closed === null; minute += 10) {
        busy.send({ type: 'here', conversation: handoff.conversation });
        await sleep(100);
        scene.skew += 10 * 60_000;
        await sleep(60);
      }
      await until('idle', () => idle.closed !== null);
      assert.equal(busy.closed, null);
    });

    it('for who does not read, before it costs much memory, and serves the others', async () => {
      const handoff = await scene.handoff();
      await scene.accept(handoff, agent);
      const stuck = connect(instance.port, '127.0.0.1');
      stuck.write(
        `GET /desk/api/events HTTP/1.1\r\nHost: a\r\nCookie: ${agent.cookie}\r\nConnection: Upgrade\r\n` +
          'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      );
      await once(stuck, 'data');
      const watch = Buffer.from(JSON.stringify({ type: 'watch', conversation: handoff.conversation, from: 0 }));
      // a mask of zeros leaves the text as it is
      stuck.write(Buffer.concat([Buffer.from([0x81, 0x80 | watch.length, 0, 0, 0, 0]), watch]));
      stuck.pause();
      const reading = await scene.console(instance, agent);
      reading.send({ type: 'watch', conversation: handoff.conversation, from: 0 });
      await until('watched', () => instance.hub.watched(handoff.conversation));
      await settled();
      for (let sent = 0; sent < 60; sent += 1) {
        scene.customerSays(handoff.conversation, `${sent} ${'x'.repeat(BACKLOG_BYTES / 4)}`);
        await sleep(2);
      }
      let received = '';
      stuck.on('data', (chunk) => {
        received = (received + chunk.toString('latin1')).slice(-300);
      });
      stuck.resume();
      await until('a close frame with 1013', () => received.includes('\x88\x02\x03\xf5'));
      stuck.destroy();
      await until('the other one', () => reading.texts().length === 60);
      assert.equal(reading.closed, null);
    });

    it('with 1013 when the store does not answer, so that the console asks again', async () => {
      const broken = { ...scene.ledger.handoffs, openOf: () => Promise.reject(new Error('away')) };
      const bad = await scene.instance({ ledger: { ...scene.ledger, handoffs: broken } });
      const opened = await scene.console(bad, agent);
      opened.send({ type: 'watch', conversation: 'c', from: 0 });
      await until('closed', () => opened.closed !== null);
      assert.equal(opened.closed?.code, 1013);
    });

    it('with 1001 when the instance goes, and leaves nothing behind', async () => {
      const handoff = await scene.handoff('x');
      const going = await scene.instance();
      const opened = await scene.console(going, agent);
      opened.send({ type: 'watch', conversation: handoff.conversation, from: 0 });
      await until('watched', () => going.hub.watched(handoff.conversation));
      await going.server.close(500);
      await until('closed', () => opened.closed !== null);
      assert.equal(opened.closed?.code, 1001);
      await until('forgotten', () => !going.hub.watched(handoff.conversation));
    });
  });

  it('forgets viewers whose instance died without a word', async () => {
    const signals = createSignals(null, () => {});
    const { createViewers } = await import('../../../adapters/desk/live/viewers.ts');
    let now = 0;
    const viewers = createViewers(signals, () => now);
    const staff = { id: 's' as StaffId, name: 's' };
    const conversation = 'c' as ConversationId;
    signals.send({ kind: 'viewing', staff, conversation, console: 'k1' });
    signals.send({ kind: 'viewing', staff, conversation, console: 'k2' });
    await sleep(0);
    assert.deepEqual(viewers.of(conversation), [staff], 'one person, however many windows');
    now = 26_000;
    const changed: string[] = [];
    viewers.listen((each) => changed.push(each));
    await until('swept', () => changed.length > 0, 8000);
    assert.deepEqual(viewers.of(conversation), []);
    viewers.close();
    signals.close();
  });
});

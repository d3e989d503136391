import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { SIGNAL_CHANNEL } from '../../adapters/live/redisSignals.ts';
import { createSignals, type OpenSignals } from '../../adapters/live/signals.ts';
import type { Signal } from '../../bot/desk.ts';
import type { ConversationId, StaffId } from '../../domain/ids.ts';
import { until } from '../channels/directline/line.ts';
import { type RedisServer, startRedis } from '../support/redisServer.ts';

const C = 'c-1' as ConversationId;
const TYPING: Signal = { kind: 'typing', conversation: C, by: 'customer' };
const VIEWING: Signal = {
  kind: 'viewing',
  staff: { id: 's-1' as StaffId, name: '林 "静"\n' },
  conversation: null,
  console: 'k',
};

describe('signals within one process', () => {
  it('reach every listener until it ends, also the sender, whatever one of them does', async () => {
    const failures: unknown[] = [];
    const signals = createSignals(null, (error) => failures.push(error));
    const heard: Signal[] = [];
    signals.listen(() => {
      throw new Error('a bad listener');
    });
    const end = signals.listen((signal) => heard.push(signal));
    signals.send(TYPING);
    signals.send(VIEWING);
    await sleep(0);
    end();
    signals.send(TYPING);
    await sleep(0);
    assert.deepEqual(heard, [TYPING, VIEWING]);
    assert.equal(failures.length, 3);
    signals.close();
  });
});

describe('signals through Redis', function () {
  this.timeout(30_000);
  let redis: RedisServer;
  const open: OpenSignals[] = [];
  const failures: unknown[] = [];
  before(async () => {
    redis = await startRedis();
  });
  after(async () => redis.stop());
  afterEach(() => {
    for (const signals of open.splice(0)) signals.close();
    failures.splice(0);
  });

  const instance = () => {
    const signals = createSignals(redis.url, (error) => failures.push(error));
    open.push(signals);
    const heard: Signal[] = [];
    signals.listen((signal) => heard.push(signal));
    const typed = () => heard.filter(({ kind }) => kind === 'typing').length;
    return { signals, heard, typed };
  };
  type Instance = ReturnType<typeof instance>;
  /** Both hear each other from now on. */
  const connected = async (one: Instance, other: Instance) => {
    const deadline = Date.now() + 10_000;
    const hears = (each: Instance) => each.heard.some(({ kind }) => kind === 'viewing');
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      to.heard.splice(0);
      while (!hears(to)) {
        assert.ok(Date.now() < deadline, 'never connected');
        from.signals.send({ ...VIEWING, console: 'probe' });
        await sleep(20);
      }
    }
    await sleep(100);
    for (const { heard } of [one, other]) heard.splice(0);
  };

  it('reach all instances, each once, in order', async () => {
    const [one, other] = [instance(), instance()];
    await connected(one, other);
    const sent: Signal[] = [TYPING, VIEWING, { kind: 'desk' }, { ...TYPING, by: 's-2' as StaffId }];
    for (const signal of sent) one.signals.send(signal);
    await until('heard', () => other.heard.length >= 4);
    await sleep(100);
    assert.deepEqual(other.heard, sent);
    assert.deepEqual(one.heard, sent, 'own ones once, not back from Redis as well');
    assert.deepEqual(failures, []);
  });

  it('read nothing but signals of a bounded size', async () => {
    const [one, other] = [instance(), instance()];
    await connected(one, other);
    const stranger = new Redis(redis.port, '127.0.0.1');
    const foreign = [
      'no JSON',
      '{}',
      'null',
      JSON.stringify({ origin: 'x', signal: { kind: 'shutdown' } }),
      JSON.stringify({ origin: 'x', signal: { ...TYPING, conversation: '' } }),
      JSON.stringify({ origin: 'x', signal: { ...TYPING, more: 1 } }),
      JSON.stringify({ origin: 'x', signal: { ...TYPING, conversation: 'c'.repeat(301) } }),
      JSON.stringify({ origin: 'x', signal: TYPING }) + ' '.repeat(2000),
    ];
    for (const text of foreign) await stranger.publish(SIGNAL_CHANNEL, text);
    await stranger.publish(SIGNAL_CHANNEL, JSON.stringify({ origin: 'x', signal: TYPING }));
    stranger.disconnect();
    await until('the good one', () => one.typed() === 1);
    assert.deepEqual(one.heard, [TYPING]);
    // the longest that is allowed is not kept from others, longer ones stay here
    one.signals.send({ ...TYPING, conversation: 'x'.repeat(3000) as ConversationId });
    one.signals.send({ kind: 'desk' });
    await until('the next', () => other.heard.length === 2);
    assert.deepEqual(other.heard, [TYPING, { kind: 'desk' }]);
  });

  it('never throw into callers and go on by themselves after Redis was away', async () => {
    const [one, other] = [instance(), instance()];
    await connected(one, other);
    await redis.kill();
    for (let each = 0; each < 500; each += 1) one.signals.send(TYPING);
    await until('own ones', () => one.typed() === 500);
    assert.equal(other.typed(), 0);
    await redis.restart();
    await until('told to look for what was missed', () => other.heard.some(({ kind }) => kind === 'desk'), 10_000);
    await connected(one, other);
    one.signals.send(TYPING);
    await until('heard again', () => other.typed() === 1);
    assert.equal(other.typed(), 1);
  });

  it('hold up nobody when there is no Redis at all', async () => {
    const signals = createSignals('redis://127.0.0.1:1', (error) => failures.push(error));
    open.push(signals);
    const heard: Signal[] = [];
    signals.listen((signal) => heard.push(signal));
    signals.send(TYPING);
    await sleep(50);
    assert.deepEqual(heard, [TYPING]);
  });
});

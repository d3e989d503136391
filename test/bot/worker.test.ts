import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { SqliteConversations } from '../../adapters/conversations/sqlite/sqliteConversations.ts';
import { sealer } from '../../adapters/crypto/sealer.ts';
import type { Conversations } from '../../bot/conversations.ts';
import type { Delivery } from '../../bot/delivery.ts';
import type { Respond } from '../../bot/shouwenBot.ts';
import { type ConversationState, STATE_SCHEMA } from '../../bot/state.ts';
import { BOT } from '../../bot/with.ts';
import { Worker, type WorkerOptions } from '../../bot/worker.ts';
import { emptyDialog } from '../../dialogs/state.ts';
import type { ConversationId, MessageId } from '../../domain/ids.ts';

const C = 'conversation-1' as ConversationId;
const seal = sealer([{ id: 'k', key: new Uint8Array(32).fill(7) }]);

function stateWith(count: number): ConversationState {
  return {
    schema: STATE_SCHEMA,
    language: 'en',
    customer: String(count),
    reference: { channelId: 'test' },
    lastAt: 0,
    greeted: true,
    with: BOT,
    dialog: emptyDialog,
    unsettled: null,
  };
}

/** Answers each message with its text and how many came before it. */
const counting: Respond = async (before, input) => {
  const count = before === null ? 0 : Number(before.customer) + 1;
  return {
    state: stateWith(count),
    replies: [{ type: 'message', from: { id: 'bot', role: 'bot' }, text: `${count} ${input.activity.text}` }],
    result: null,
  };
};

function open(): Conversations {
  return new SqliteConversations({ file: ':memory:', sealer: seal });
}

function worker(conversations: Conversations, more: Partial<WorkerOptions> = {}) {
  const failures: boolean[] = [];
  const made = new Worker({
    conversations,
    respond: counting,
    deliveryFor: () => undefined,
    events: { answered() {}, failed: (_c, _e, gaveUp) => failures.push(gaveUp), future() {}, undeliverable() {} },
    zone: 'Asia/Shanghai',
    sweepMs: 20,
    backoffMs: 1,
    ...more,
  });
  return { made, failures };
}

async function post(conversations: Conversations, n: number): Promise<void> {
  await conversations.accept(
    C,
    { id: `m${n}` as MessageId, activity: { type: 'message', text: `t${n}` }, at: n },
    null,
  );
}

async function said(conversations: Conversations): Promise<(string | undefined)[]> {
  return (await conversations.log(C, 0))?.entries.map((entry) => entry.activity.text) ?? [];
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 500; i++) {
    if (await condition()) return;
    await sleep(10);
  }
  throw new Error('it never came true');
}

describe('the worker', () => {
  it('works what it finds waiting, in order, each once', async () => {
    const conversations = open();
    for (let n = 0; n < 25; n++) await post(conversations, n);
    const { made } = worker(conversations);
    made.start();
    await until(async () => (await said(conversations)).length === 25);
    assert.deepEqual(
      await said(conversations),
      Array.from({ length: 25 }, (_, n) => `${n} t${n}`),
    );
    await made.stop();
  });

  it('shares a conversation with another worker without working anything twice', async () => {
    const conversations = open();
    const slow: Respond = async (before, input) => {
      await sleep(1);
      return counting(before, input);
    };
    const workers = [worker(conversations, { respond: slow }).made, worker(conversations, { respond: slow }).made];
    for (const each of workers) each.start();
    for (let n = 0; n < 30; n++) {
      await post(conversations, n);
      for (const each of workers) each.poke(C);
    }
    await until(async () => (await said(conversations)).length >= 30);
    assert.deepEqual(
      await said(conversations),
      Array.from({ length: 30 }, (_, n) => `${n} t${n}`),
    );
    await Promise.all(workers.map((each) => each.stop()));
  });

  it('tries a failed turn again, keeps the order, and apologises once instead of wiping what was said', async () => {
    const conversations = open();
    let tries = 0;
    const failing: Respond = async (before, input) => {
      if (input.activity.text === 't1') {
        tries += 1;
        throw new Error('the ledger is away');
      }
      return counting(before, input);
    };
    const { made, failures } = worker(conversations, { respond: failing });
    for (let n = 0; n < 3; n++) await post(conversations, n);
    made.start();
    await until(async () => (await said(conversations)).length === 3);
    const [first, apology, last] = await said(conversations);
    assert.equal(first, '0 t0');
    assert.match(apology ?? '', /Nothing you said is lost/);
    assert.equal(last, '1 t2', 'the state before the failed turn is kept');
    assert.equal(tries, 8);
    assert.deepEqual(failures, [...Array(7).fill(false), true]);
    await made.stop();
  });

  it('gives nobody up while the ledger is away, and new messages use up no tries', async () => {
    const conversations = open();
    let away = true;
    const failing: Respond = async (before, input) => {
      if (away) throw new Error('the ledger is away');
      return counting(before, input);
    };
    const healthy = async () => {
      if (away) throw new Error('away');
    };
    const { made, failures } = worker(conversations, { respond: failing, healthy });
    made.start();
    for (let n = 0; n < 20; n++) {
      await post(conversations, n);
      made.poke(C);
    }
    await until(() => failures.length > 12);
    away = false;
    await until(async () => (await said(conversations)).length === 20);
    assert.deepEqual(
      await said(conversations),
      Array.from({ length: 20 }, (_, n) => `${n} t${n}`),
    );
    assert.ok(!failures.includes(true));
    await made.stop();
  });

  it('does not send the same reply from two instances while a slow channel takes it', async () => {
    const conversations = open();
    await conversations.markDelivered(C, 0);
    const got: string[] = [];
    const delivery: Delivery = {
      async deliver(_reference, entries) {
        await sleep(120);
        got.push(...entries.map((entry) => entry.activity.text ?? ''));
        return 'sent';
      },
    };
    const two = [0, 1].map(() => worker(conversations, { deliveryFor: () => delivery }).made);
    for (const each of two) each.start();
    for (let n = 0; n < 3; n++) {
      await post(conversations, n);
      for (const each of two) each.poke(C);
      await sleep(60);
    }
    await until(() => got.length >= 3);
    await sleep(300);
    assert.deepEqual(got, ['0 t0', '1 t1', '2 t2']);
    await Promise.all(two.map((each) => each.stop()));
  });

  it('leaves a conversation of a newer release in the inbox', async () => {
    const conversations = open();
    await post(conversations, 0);
    const begun = await conversations.begin(C, 1000);
    assert.ok(begun.kind === 'work');
    await conversations.commit(
      begun.lease,
      { message: 'm0' as MessageId, state: { schema: STATE_SCHEMA + 1 }, replies: [] },
      0,
    );
    await post(conversations, 1);
    let left = 0;
    const { made } = worker(conversations, {
      events: { answered() {}, failed() {}, future: () => (left += 1), undeliverable() {} },
    });
    made.start();
    await until(() => left > 0);
    assert.deepEqual(await conversations.pending(10), [C]);
    await made.stop();
  });

  it('delivers to a pushed channel in order, again after a failure, and never past it', async () => {
    const conversations = open();
    await conversations.markDelivered(C, 0);
    const got: string[] = [];
    let refusals = 2;
    const delivery: Delivery = {
      async deliver(_reference, entries) {
        if (refusals-- > 0) return 'later';
        got.push(...entries.map((entry) => entry.activity.text ?? ''));
        return 'sent';
      },
    };
    const { made } = worker(conversations, { deliveryFor: (channel) => (channel === 'test' ? delivery : undefined) });
    made.start();
    for (let n = 0; n < 5; n++) {
      await post(conversations, n);
      made.poke(C);
    }
    await until(() => got.length >= 5);
    assert.deepEqual(got, ['0 t0', '1 t1', '2 t2', '3 t3', '4 t4']);
    await made.stop();
  });

  it('delivers what was committed before a crash, without a new message', async () => {
    const conversations = open();
    await conversations.markDelivered(C, 0);
    await post(conversations, 0);
    const begun = await conversations.begin(C, 1000);
    assert.ok(begun.kind === 'work');
    const reply = { type: 'message', from: { id: 'bot', role: 'bot' }, text: 'said before the crash' } as const;
    await conversations.commit(begun.lease, { message: 'm0' as MessageId, state: stateWith(0), replies: [reply] }, 0);
    const got: string[] = [];
    const delivery: Delivery = {
      async deliver(_reference, entries) {
        got.push(...entries.map((entry) => entry.activity.text ?? ''));
        return 'sent';
      },
    };
    const { made } = worker(conversations, { deliveryFor: () => delivery });
    made.start();
    await until(() => got.length > 0);
    await made.stop();
    assert.deepEqual(got, ['said before the crash']);
    assert.deepEqual(await conversations.pending(10), []);
  });

  it('works others while a channel does not answer: waiting for it takes no place from turns', async () => {
    const conversations = open();
    await conversations.markDelivered(C, 0);
    let release = () => {};
    const hanging = new Promise<'sent'>((resolve) => {
      release = () => resolve('sent');
    });
    const delivery: Delivery = { deliver: () => hanging };
    const web: Respond = async (before, input) => {
      const answered = await counting(before, input);
      const channelId = input.conversation === C ? 'test' : 'web';
      return { ...answered, state: answered.state && { ...answered.state, reference: { channelId } } };
    };
    const deliveryFor = (channel: string | undefined) => (channel === 'test' ? delivery : undefined);
    const { made } = worker(conversations, { respond: web, deliveryFor, parallel: 1 });
    await post(conversations, 0);
    made.start();
    await until(async () => (await said(conversations)).length === 1);
    const other = 'conversation-2' as ConversationId;
    await conversations.accept(other, { id: 'x' as MessageId, activity: { type: 'message', text: 'x' }, at: 1 }, null);
    made.poke(other);
    await until(async () => ((await conversations.log(other, 0))?.entries.length ?? 0) === 1);
    release();
    await made.stop();
  });

  it('stops only when the running turn is committed', async () => {
    const conversations = open();
    let running = false;
    const slow: Respond = async (before, input) => {
      running = true;
      await sleep(80);
      return counting(before, input);
    };
    const { made } = worker(conversations, { respond: slow });
    await post(conversations, 0);
    made.start();
    await until(() => running);
    await made.stop();
    assert.deepEqual(await said(conversations), ['0 t0']);
  });
});

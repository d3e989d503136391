import assert from 'node:assert/strict';
import type { Conversations } from '../../bot/conversations.ts';
import type { ConversationId } from '../../domain/ids.ts';
import type { Harness } from './conversationsHarness.ts';
import { StoreProcess } from './conversationsProcess.ts';
import { beginWork, conversation, replies, workAll, workedIds } from './conversationsSamples.ts';

const ids = (count: number, name = 'm') => Array.from({ length: count }, (_, i) => `${name}${i}`);

/** What every implementation does when several processes use it and die. */
export function processesContract(harness: Harness): void {
  let store: Conversations;
  const processes: StoreProcess[] = [];
  const start = async () => {
    const one = await StoreProcess.start(harness.place());
    processes.push(one);
    return one;
  };

  before(async () => {
    store = await harness.open();
  });
  after(() => store.close());
  afterEach(() => Promise.all(processes.splice(0).map((one) => one.kill())));

  /** Works until nothing waits, whoever holds a lease now. */
  const finish = async (c: ConversationId) => {
    while (!(await workAll(store, c))) await new Promise((resolve) => setTimeout(resolve, 10));
  };

  it('takes each id once from two processes that send the same ids at once', async () => {
    const c = conversation();
    const [one, two] = await Promise.all([start(), start()]);
    const ask = { kind: 'accept', conversation: c, ids: ids(40) } as const;
    const answers = await Promise.all([one.ask(ask), two.ask(ask)]);
    const kinds = answers.flat();
    assert.equal(kinds.filter((kind) => kind === 'accepted').length, 40);
    assert.equal(kinds.filter((kind) => kind === 'duplicate').length, 40);
    await finish(c);
    assert.deepEqual(
      [...(await replies(store, c))].sort(),
      ids(40)
        .map((id) => `worked ${id}`)
        .sort(),
    );
  });

  it('works messages once and in order with two workers and two senders, while one worker is killed again and again', async () => {
    const all = [conversation(), conversation(), conversation()];
    const [senders, steady] = await Promise.all([Promise.all(all.map(start)), start()]);
    void steady.ask({ kind: 'work', leaseMs: 300 });
    let sent = false;
    const sending = Promise.all(
      all.map((c, i) => senders[i]?.ask({ kind: 'accept', conversation: c, ids: ids(60) })),
    ).then(() => {
      sent = true;
    });
    do {
      const doomed = await start();
      void doomed.ask({ kind: 'work', leaseMs: 300 });
      await new Promise((resolve) => setTimeout(resolve, 20 + 80 * Math.random()));
      await doomed.kill();
    } while (!sent);
    await sending;
    for (const c of all) {
      await finish(c);
      assert.deepEqual(
        await replies(store, c),
        ids(60).map((id) => `worked ${id}`),
      );
    }
  });

  it('keeps what a killed sender was told is taken', async () => {
    const c = conversation();
    const sender = await start();
    void sender.ask({ kind: 'accept', conversation: c, ids: ids(50) });
    while (sender.acked.length < 10) await new Promise((resolve) => setImmediate(resolve));
    await sender.kill();
    const acked = [...sender.acked];
    assert.ok((await store.pending(1000)).includes(c));
    await finish(c);
    const worked = await replies(store, c);
    assert.ok(worked.length === acked.length || worked.length === acked.length + 1);
    assert.deepEqual(
      worked,
      ids(worked.length).map((id) => `worked ${id}`),
    );
  });

  for (const [when, commits] of [
    ['after begin', 0],
    ['between two commits', 2],
    ['after the last commit', 5],
  ] as const) {
    it(`loses and doubles nothing when a worker is killed ${when}`, async () => {
      const c = conversation();
      const one = await start();
      await one.ask({ kind: 'accept', conversation: c, ids: ids(5) });
      await one.ask({ kind: 'begin', conversation: c, leaseMs: 400, commits });
      await one.kill();
      if (commits < 5) {
        assert.ok((await store.pending(1000)).includes(c));
        const { state, messages, lease } = await beginWork(store, c);
        assert.deepEqual(workedIds(state), ids(commits));
        assert.deepEqual(
          messages.map((m) => m.id),
          ids(5).slice(commits),
        );
        await store.release(lease);
      }
      await finish(c);
      assert.deepEqual(
        await replies(store, c),
        ids(5).map((id) => `worked ${id}`),
      );
      assert.ok(!(await store.pending(1000)).includes(c));
    });
  }
}

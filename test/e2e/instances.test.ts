import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Customer, openCustomer, transcript } from '../support/client.ts';
import { type Product, startProduct } from '../support/product.ts';
import { type Stores, startStores } from '../support/stores.ts';
import { questions, TASKS, through } from './tasks.ts';

const postedSchema = z.object({ id: z.string() });
const casesSchema = z.object({ cases: z.array(z.object({ number: z.string() })) });

describe('two instances on one Redis and one PostgreSQL', function () {
  this.timeout(120_000);
  let stores: Stores;
  let one: Product;
  let two: Product;
  const open: Customer[] = [];
  /** The same customer with a window on each instance. */
  const arrive = async () => {
    const first = await openCustomer(one.base, { locale: 'zh-Hans' });
    open.push(first);
    await first.welcome();
    const second = await openCustomer(two.base, { token: first.token });
    open.push(second);
    await second.welcome();
    assert.equal(second.conversation, first.conversation);
    return [first, second] as const;
  };

  before(async () => {
    stores = await startStores();
    one = await startProduct({ stores: stores.at });
    two = await startProduct({ stores: stores.at, dataDir: one.dataDir });
  });
  afterEach(() => {
    for (const customer of open.splice(0)) customer.close();
  });
  after(async () => {
    await two?.dispose();
    await one?.dispose();
    await stores?.stop();
  });

  const fault = TASKS.find((task) => task.name === 'fault');
  const first = fault?.begins['zh-Hans'] ?? '';
  const cases = async () => casesSchema.parse(await one.operator('/api/cases?limit=200')).cases.map((c) => c.number);

  it('carry a conversation whose messages go to both in turn: in order, each reply once on each stream', async () => {
    const before = await cases();
    const windows = await arrive();
    let turn = 0;
    const number = await through(windows[0], 'zh-Hans', first, async (text) => {
      const id = await (windows[turn++ % 2] ?? windows[0]).post(text);
      await windows[1].replies(id);
      return windows[0].replies(id);
    });
    assert.deepEqual(
      (await cases()).filter((each) => !before.includes(each)),
      [number],
    );
    const log = await windows[0].log();
    for (const window of windows) assert.deepEqual(window.seen, log, transcript(window.seen));
    const asked = questions(log);
    assert.deepEqual(asked, [...new Set(asked)], transcript(log));
  });

  it('go on when one is killed in the middle, with what it had taken', async () => {
    const before = await cases();
    const windows = await arrive();
    let turn = 0;
    const number = await through(windows[1], 'zh-Hans', first, async (text) => {
      const id = await (turn++ === 3 ? windows[0] : windows[1]).post(text);
      if (turn === 4) await one.kill();
      return windows[1].replies(id);
    });
    await one.restart();
    assert.deepEqual(
      (await cases()).filter((each) => !before.includes(each)),
      [number],
    );
    const log = await windows[1].log();
    assert.deepEqual(windows[1].seen, log);
    assert.equal(log.filter((each) => each.from === 'user').length, turn, transcript(log));
    const asked = questions(log);
    assert.deepEqual(asked, [...new Set(asked)], transcript(log));
  });

  it('take one client id posted twenty times at once to both as one message', async () => {
    const windows = await arrive();
    const clientActivityID = randomUUID();
    const post = async (base: string) => {
      const answer = await fetch(`${base}/v3/directline/conversations/${windows[0].conversation}/activities`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${windows[0].token}` },
        body: JSON.stringify({ type: 'message', text: first, from: { id: 'x' }, channelData: { clientActivityID } }),
      });
      return postedSchema.parse(await answer.json()).id;
    };
    const ids = await Promise.all(Array.from({ length: 20 }, (_, i) => post(i % 2 === 0 ? one.base : two.base)));
    assert.equal(new Set(ids).size, 1, 'all are told the same id');
    for (const window of windows) assert.equal((await window.replies(ids[0] ?? '')).length > 0, true);
    // What came a second time would be worked before this.
    const id = await windows[0].post('家里宽带上不了网');
    for (const window of windows) await window.replies(id);
    const log = await windows[0].log();
    assert.deepEqual(
      log.filter((each) => each.from === 'user').map((each) => each.id),
      [ids[0], id],
    );
    const asked = questions(log);
    assert.deepEqual(asked, [...new Set(asked)], transcript(log));
    for (const window of windows) assert.deepEqual(window.seen, log);
  });
});

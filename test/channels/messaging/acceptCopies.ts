import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Push } from '../../simulators/platform.ts';
import { seeded } from '../../support/stores.ts';
import { until } from '../directline/line.ts';
import type { Open } from './acceptance.ts';
import { echoing } from './echoing.ts';

/** Rounds of 20 copies at once; more by hand. */
const ROUNDS = Number(process.env.CHANNEL_ROUNDS ?? 20);
/** Requests of copies in any order; more by hand. */
const REQUESTS = Number(process.env.CHANNEL_REQUESTS ?? 2000);
const COPIES = 20;
const AT_ONCE = 50;

/** As platforms do: what was refused for the moment is pushed again. */
async function taken(push: Push, base: string): Promise<void> {
  const status = await push(base);
  if (status === 200) return;
  assert.ok(status >= 500 || status === 429, String(status));
  await sleep(20);
  await taken(push, base);
}

/** The same message many times: one turn, one reply. */
export function copiesOf(open: Open): void {
  it('answers a repeated message once', async () => {
    const { platform, shop, base } = await open({ respond: echoing });
    const customer = platform.customer();
    const push = customer.says('菜单');
    for (let copy = 0; copy < 3; copy++) assert.equal(await push(base), 200);
    await until('answered', () => customer.shown.length > 0);
    await sleep(50);
    assert.deepEqual([customer.shown.length, shop.worked.length], [1, 1]);
  });

  it(`works ${COPIES} copies at the same moment on two instances once (${ROUNDS} rounds)`, async function () {
    this.timeout(60_000 + ROUNDS * 3000);
    const { platform, shop } = await open({ instances: 2, respond: echoing });
    for (let round = 1; round <= ROUNDS; round++) {
      const customer = platform.customer();
      const push = customer.says(round % 2 ? '菜单' : '喂');
      const statuses = await Promise.all(
        Array.from({ length: COPIES }, (_, copy) => push(shop.instances[copy % 2]?.base ?? '')),
      );
      assert.ok(statuses.every((status) => status === 200));
      await until('answered', () => customer.shown.length > 0);
      assert.deepEqual([customer.shown.length, shop.worked.length], [1, round]);
    }
    await sleep(300);
    assert.equal(shop.worked.length, ROUNDS, 'no second turn later');
  });

  it(`has no second effect of ${REQUESTS} copies in any order`, async function () {
    this.timeout(60_000 + REQUESTS * 50);
    const { platform, shop } = await open({ instances: 2, respond: echoing });
    const random = seeded(20261122);
    const customers = Array.from({ length: Math.ceil(REQUESTS / 40) }, () => platform.customer());
    const messages = customers.flatMap((customer, at) => ['甲', '乙'].map((word) => customer.says(`${word}${at}`)));
    const all = messages.flatMap((push) => Array.from({ length: COPIES }, () => ({ push, order: random() })));
    all.sort((a, b) => a.order - b.order);
    for (let at = 0; at < all.length; at += AT_ONCE) {
      const some = all.slice(at, at + AT_ONCE);
      await Promise.all(some.map(({ push }, copy) => taken(push, shop.instances[copy % 2]?.base ?? '')));
    }
    await until('all are worked', () => shop.worked.length >= messages.length, 30_000);
    await until('all are answered', () => customers.every(({ shown }) => shown.length >= 2), 30_000 + REQUESTS * 10);
    await sleep(200);
    assert.equal(shop.worked.length, messages.length);
    for (const [at, { shown }] of customers.entries()) {
      assert.deepEqual(shown.map(({ text }) => text).sort(), [`回声：乙${at}`, `回声：甲${at}`]);
    }
  });
}

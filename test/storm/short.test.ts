import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type Product, startProduct } from '../support/product.ts';
import { type Stores, startStores } from '../support/stores.ts';
import { storm } from './storm.ts';

const CUSTOMERS = 60;
const TURNS = 8;
const casesSchema = z.object({ cases: z.array(z.object({ number: z.string() })), next: z.string().nullable() });
const bookingsSchema = z.object({ appointments: z.array(z.object({ number: z.string() })) });

describe('a storm', function () {
  this.timeout(150_000);
  let stores: Stores;
  let product: Product;
  before(async () => {
    stores = await startStores();
    product = await startProduct({ stores: stores.at });
  });
  after(async () => {
    await product?.dispose();
    await stores?.stop();
  });

  it(`of ${CUSTOMERS} customers with the bot and Redis killed in it: all acknowledged is there, once, in order`, async () => {
    const blows: Promise<void>[] = [];
    const at = (share: number) => Math.floor(CUSTOMERS * TURNS * share);
    const result = await storm({
      base: () => product.base,
      customers: CUSTOMERS,
      turns: TURNS,
      onTurn(done) {
        if (done === at(0.25)) blows.push(product.restart());
        if (done === at(0.6))
          blows.push(
            stores.redis
              .kill()
              .then(() => sleep(300))
              .then(() => stores.redis.restart()),
          );
      },
    });
    await Promise.all(blows);
    assert.equal(blows.length, 2);
    assert.deepEqual(result.faults, []);
    assert.equal(result.histories.flatMap((each) => each.acknowledged).length, CUSTOMERS * TURNS);
    assert.ok(result.numbers.length > 0);
    assert.deepEqual((await registered(product)).sort(), [...result.numbers].sort());
  });
});

/** Numbers of everything in the ledger. */
async function registered(product: Product): Promise<string[]> {
  const numbers: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: z.infer<typeof casesSchema> = casesSchema.parse(
      await product.operator(`/api/cases?limit=200${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`),
    );
    numbers.push(...page.cases.map((each) => each.number));
    after = page.next;
  }
  const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();
  const found = bookingsSchema.parse(await product.operator(`/api/appointments?from=${day(0)}&to=${day(40)}`));
  return [...numbers, ...found.appointments.map((each) => each.number)];
}

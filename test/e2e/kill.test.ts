import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type Customer, openCustomer, type Seen, transcript } from '../support/client.ts';
import { type Product, startProduct } from '../support/product.ts';
import { type Stores, seeded, startStores } from '../support/stores.ts';
import { questions, TASKS, type Task, through } from './tasks.ts';

const SEED = Number(process.env.SEED ?? Date.now() % 100_000);
const LONGEST_DELAY_MS = 50;
const DRAIN_MS = 10_000;
const casesSchema = z.object({ cases: z.array(z.object({ number: z.string() })) });
const appointmentsSchema = z.object({ appointments: z.array(z.object({ number: z.string() })) });

for (const kind of ['SQLite', 'Redis and PostgreSQL'] as const) {
  describe(`killed after every message, on ${kind} (seed ${SEED})`, function () {
    this.timeout(240_000);
    const random = seeded(SEED);
    let stores: Stores | null = null;
    let product: Product;
    const open: Customer[] = [];
    const arrive = async () => {
      const customer = await openCustomer(product.base, { locale: 'zh-Hans' });
      open.push(customer);
      await customer.welcome();
      return customer;
    };

    before(async () => {
      stores = kind === 'SQLite' ? null : await startStores();
      product = await startProduct(stores === null ? {} : { stores: stores.at });
    });
    afterEach(() => {
      for (const customer of open.splice(0)) customer.close();
    });
    after(async () => {
      await product?.dispose();
      await stores?.stop();
    });

    for (const task of TASKS) {
      it(`${task.name}: nothing asked twice, nothing lost, registered once`, async () => {
        const known = await registered(product, task);
        const customer = await arrive();
        const sent: string[] = [];
        const number = await through(customer, 'zh-Hans', firstWords(task), async (text) => {
          const id = await customer.post(text);
          sent.push(id);
          await sleep(random() * LONGEST_DELAY_MS);
          await product.kill();
          await product.restart();
          return customer.replies(id);
        });
        const fresh = (await registered(product, task)).filter((each) => !known.includes(each));
        assert.deepEqual(fresh, [number]);
        whole(await customer.log(), customer.seen, sent);
      });
    }

    it('ends in time on SIGTERM with a conversation under way, and the next start goes on with it', async () => {
      const known = await registered(product, TASKS[1]);
      const customer = await arrive();
      const sent = [await customer.post('我要报修')];
      await customer.replies(sent[0] ?? '');
      sent.push(await customer.post('家里宽带上不了网'));
      const late = sleep(DRAIN_MS, 'too late', { ref: false });
      assert.equal(await Promise.race([product.stop(), late]), 0, product.output());
      await product.restart();
      assert.ok((await customer.replies(sent[1] ?? '')).length > 0);
      const number = await through(customer, 'zh-Hans', '还是不行', async (text) => {
        const id = await customer.post(text);
        sent.push(id);
        return customer.replies(id);
      });
      const fresh = (await registered(product, TASKS[1])).filter((each) => !known.includes(each));
      assert.deepEqual(fresh, [number]);
      whole(await customer.log(), customer.seen, sent);
    });
  });
}

/** The conversation is there once, in order, each message answered, no question put again, and the stream brought just that. */
function whole(log: readonly Seen[], seen: readonly Seen[], sent: readonly string[]): void {
  const said = transcript(log);
  const own = log.filter((each) => each.from === 'user').map((each) => each.id);
  assert.deepEqual(own, sent, said);
  const answered = log.filter((each, i) => each.from === 'user' && log[i + 1]?.from === 'bot');
  assert.equal(answered.length, sent.length, `unanswered\n${said}`);
  const asked = questions(log);
  assert.deepEqual(asked, [...new Set(asked)], `asked twice\n${said}`);
  assert.deepEqual(seen, log, 'the stream told something else than the log');
}

/** The longest dialog step by step; of the others the one message that says all, since every kill costs a start. */
function firstWords(task: Task): string {
  return task.name === 'fault' ? task.begins['zh-Hans'] : task.whole['zh-Hans'];
}

async function registered(product: Product, task: Task | undefined): Promise<string[]> {
  if (task?.name !== 'appointment') {
    const { cases } = casesSchema.parse(await product.operator('/api/cases?limit=200'));
    return cases.map((each) => each.number);
  }
  const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();
  const found = await product.operator(`/api/appointments?from=${day(0)}&to=${day(40)}`);
  return appointmentsSchema.parse(found).appointments.map((each) => each.number);
}

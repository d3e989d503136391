import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Colleague, hire } from '../browser/colleague.ts';
import { type Customer, openCustomer } from '../support/client.ts';
import { type Product, startProduct } from '../support/product.ts';
import { type Stores, startStores } from '../support/stores.ts';

const PATIENCE_MS = 45_000;
/** What the product promises: after a kill, customers of agents who do not come back are in the queue. */
const BACK_WITHIN_MS = 30_000;

describe('an instance that is killed while its agents talk', function () {
  this.timeout(150_000);
  let stores: Stores;
  let one: Product;
  let two: Product;
  const open: { close(): void }[] = [];

  before(async () => {
    stores = await startStores();
    one = await startProduct({ stores: stores.at });
    two = await startProduct({ stores: stores.at, dataDir: one.dataDir });
  });
  after(async () => {
    for (const each of open) each.close();
    await two?.dispose();
    await one?.dispose();
    await stores?.stop();
  });

  const hired = async (product: Product, login: string, name: string): Promise<Colleague> => {
    const colleague = await hire(product, login, name, 4, { DATABASE_URL: stores.at.database });
    open.push({ close: colleague.leave });
    return colleague;
  };
  const customerOf = async (agent: Colleague, greeting: string): Promise<Customer> => {
    const customer = await openCustomer(two.base, { locale: 'zh-Hans' });
    open.push(customer);
    await customer.welcome();
    await customer.say('转人工');
    await agent.accept(customer.conversation);
    await agent.say(customer.conversation, greeting);
    await hears(customer, new RegExp(greeting));
    return customer;
  };
  const texts = ({ seen }: Customer) => seen.map(({ text }) => text);
  const hears = async (customer: Customer, pattern: RegExp) => {
    const until = performance.now() + PATIENCE_MS;
    while (performance.now() < until) {
      if (texts(customer).some((text) => pattern.test(text))) return;
      await sleep(50);
    }
    assert.fail(`never heard ${pattern}\n${texts(customer).join('\n')}`);
  };

  it('gives them back to the queue within 30 s, with every word, but not those whose agent comes back', async () => {
    const anna = await hired(one, 'anna', '安娜');
    const annas = await customerOf(anna, '您好，我是安娜');
    const cora = await hired(one, 'cora', '柯拉');
    const coras = await customerOf(cora, '您好，我是柯拉');
    await annas.post('还在吗');
    await coras.post('还在吗');

    const killed = performance.now();
    await one.kill();
    await cora.moveTo(two);
    const gone = /(安娜|柯拉).*(离开|断开|中断|暂时)/;
    await hears(annas, gone);
    const backAfterMs = performance.now() - killed;
    assert.ok(backAfterMs < BACK_WITHIN_MS, `back in the queue only after ${backAfterMs} ms`);

    const bert = await hired(two, 'bert', '伯特');
    await bert.accept(annas.conversation);
    await bert.say(annas.conversation, '我是伯特，接着为您处理');
    await hears(annas, /我是伯特/);
    for (const once of ['您好，我是安娜', '我是伯特，接着为您处理'])
      assert.equal(texts(annas).filter((text) => text === once).length, 1, once);

    await cora.say(coras.conversation, '我还在');
    await hears(coras, /我还在/);
    assert.ok(!texts(coras).some((text) => gone.test(text)), 'whose agent came back at once notices nothing');
  });
});

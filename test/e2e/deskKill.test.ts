import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Colleague, hire } from '../browser/colleague.ts';
import { type Customer, openCustomer } from '../support/client.ts';
import { type Product, startProduct } from '../support/product.ts';
import { type Stores, startStores } from '../support/stores.ts';

const MANUAL = fileURLToPath(new URL('../../domain/manual/telecom.yaml', import.meta.url));
const PATIENCE_MS = 45_000;

describe('an instance that is killed while its agents talk', function () {
  this.timeout(150_000);
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-desk-kill-'));
  let stores: Stores;
  let one: Product;
  let two: Product;
  const open: { close(): void }[] = [];

  before(async () => {
    const manual = join(folder, 'manual.yaml');
    // as soon as the manual may say, so that the test need not wait
    writeFileSync(manual, readFileSync(MANUAL, 'utf8').replace('silentSeconds: 45', 'silentSeconds: 15'));
    stores = await startStores();
    const env = { MANUAL_FILE: manual };
    one = await startProduct({ stores: stores.at, env });
    two = await startProduct({ stores: stores.at, dataDir: one.dataDir, env });
  });
  after(async () => {
    for (const each of open) each.close();
    await two?.dispose();
    await one?.dispose();
    await stores?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives its customers back to the queue, with every word, for whoever is on another', async () => {
    const ledger = { DATABASE_URL: stores.at.database };
    const anna: Colleague = await hire(one, 'anna', '安娜', 4, ledger);
    open.push({ close: anna.leave });
    const customer: Customer = await openCustomer(two.base, { locale: 'zh-Hans' });
    open.push(customer);
    await customer.welcome();
    await customer.say('转人工');
    await anna.accept(customer.conversation);
    await anna.say(customer.conversation, '您好，我是安娜');
    const heard = async (pattern: RegExp) => {
      const until = performance.now() + PATIENCE_MS;
      while (performance.now() < until) {
        if (customer.seen.some(({ text }) => pattern.test(text))) return;
        await sleep(50);
      }
      assert.fail(`never heard ${pattern}\n${customer.seen.map(({ text }) => text).join('\n')}`);
    };
    await heard(/我是安娜/);
    await customer.post('还在吗');
    await one.kill();
    await heard(/安娜.*(离开|断开|中断|暂时)/);
    const bert = await hire(two, 'bert', '伯特', 4, ledger);
    open.push({ close: bert.leave });
    await bert.accept(customer.conversation);
    await bert.say(customer.conversation, '我是伯特，接着为您处理');
    await heard(/我是伯特/);
    const texts = customer.seen.map(({ text }) => text);
    for (const once of ['您好，我是安娜', '我是伯特，接着为您处理'])
      assert.equal(texts.filter((text) => text === once).length, 1, once);
  });
});

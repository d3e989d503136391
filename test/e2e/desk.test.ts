import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { builtPages, openBrowser } from '../browser/support.ts';
import { type Product, startProduct } from '../support/product.ts';
import { type Stores, startStores } from '../support/stores.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PASSWORD = 'correct-horse-9';
/** A red square of one pixel. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);

/** The shipped manual with a desk that is always open and quick to notice who is gone. */
function quickManual(folder: string): string {
  const text = readFileSync(join(ROOT, 'domain/manual/telecom.yaml'), 'utf8')
    .replace('silentSeconds: 45', 'silentSeconds: 15')
    .replace('workingDays: [["08:00", "22:00"]]', 'workingDays: [["00:00", "24:00"]]')
    .replace('otherDays: [["09:00", "18:00"]]', 'otherDays: [["00:00", "24:00"]]');
  const path = join(folder, 'manual.yaml');
  writeFileSync(path, text);
  return path;
}

function addAgent(product: Product, stores: Stores | null, login: string, name: string): void {
  const env = {
    ...process.env,
    DATA_DIR: product.dataDir,
    ...(stores === null ? {} : { DATABASE_URL: stores.at.database }),
  };
  const args = ['adapters/cli/desk.ts', 'add-user', '--login', login, '--name', name, '--role', 'agent'];
  const added = spawnSync(process.execPath, [...args, '--password-stdin'], { cwd: ROOT, env, input: PASSWORD });
  assert.equal(added.status, 0, String(added.stderr));
}

async function signIn(browser: Browser, base: string, login: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(`${base}/desk/`);
  await page.getByLabel('账号', { exact: true }).fill(login);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('密码', { exact: true }).press('Enter');
  await page.getByRole('tab', { name: /排队/ }).waitFor();
  return page;
}

/** Sets the status; who is available is offered customers. */
async function goes(page: Page, status: '空闲' | '忙碌'): Promise<void> {
  await page.locator('.status button').first().click();
  await page.getByRole('option', { name: status }).click();
}

const homes = [
  { name: 'on one instance', shared: false },
  { name: 'on two instances over Redis and PostgreSQL', shared: true },
];

for (const { name, shared } of homes) {
  describe(`a customer, two agents and the bot ${name}`, function () {
    this.timeout(180_000);
    const folder = mkdtempSync(join(tmpdir(), 'shouwen-desk-'));
    let stores: Stores | null = null;
    let one: Product;
    let two: Product;
    let browser: Browser;

    before(async () => {
      await builtPages();
      stores = shared ? await startStores() : null;
      const env = { MANUAL_FILE: quickManual(folder) };
      const options = { env, ...(stores === null ? {} : { stores: stores.at }) };
      one = await startProduct(options);
      two = shared ? await startProduct({ ...options, dataDir: one.dataDir }) : one;
      addAgent(one, stores, 'anna', '安娜');
      addAgent(one, stores, 'bert', '伯特');
      browser = await openBrowser();
    });
    after(async () => {
      await browser?.close();
      if (shared) await two?.dispose();
      await one?.dispose();
      await stores?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it('lose no word from the fault report to the survey', async () => {
      const anna = await signIn(browser, one.base, 'anna');
      await goes(anna, '空闲');
      const bert = await signIn(browser, two.base, 'bert');

      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 800 } });
      context.setDefaultTimeout(30_000);
      const customer = await context.newPage();
      await customer.goto(`${two.base}/`);
      const says = async (text: string) => {
        await customer.getByRole('textbox').fill(text);
        await customer.getByRole('textbox').press('Enter');
      };
      const hears = (text: string | RegExp) => customer.getByRole('log').getByText(text).first().waitFor();
      await hears(/智能客服/);
      await says('家里宽带断了，光猫的LOS灯是红的');
      await hears(/试过之后怎么样/);
      await says('转人工');
      await hears(/正在为您找人工/);
      await says('我已经重启过两次');
      await says('晚上要开会');
      await customer
        .locator('input[type=file]')
        .setInputFiles({ name: '光猫.png', mimeType: 'image/png', buffer: PHOTO });
      await customer.getByRole('button', { name: /发送/ }).click();

      // A is offered the customer, takes them and sees everything said so far
      await anna.getByRole('button', { name: /接入/ }).first().click();
      const seenBy = (page: Page, text: string | RegExp) => page.getByRole('log').getByText(text).first().waitFor();
      for (const said of ['家里宽带断了，光猫的LOS灯是红的', '我已经重启过两次', '晚上要开会'])
        await seenBy(anna, said);
      await anna.getByRole('log').locator('img').first().waitFor();
      await hears(/安娜.*接入/);
      await anna.getByRole('textbox', { name: /回复客户/ }).fill('您好，我是安娜，我看到照片了');
      await anna.getByRole('textbox', { name: /回复客户/ }).press('Enter');
      await hears('您好，我是安娜，我看到照片了');
      await customer.getByText('已读').first().waitFor();

      // her tab is gone: the customer is told, and B, who is free by now, gets them with every word of hers
      await anna.context().close();
      await goes(bert, '空闲');
      await says('您还在吗');
      await bert.getByRole('button', { name: /接入/ }).first().click({ timeout: 60_000 });
      for (const said of ['家里宽带断了，光猫的LOS灯是红的', '您好，我是安娜，我看到照片了', '您还在吗'])
        await seenBy(bert, said);
      await hears(/伯特.*接入/);

      // B files the case and gives the customer back to the bot
      await bert.keyboard.press('Alt+c');
      await bert.getByRole('dialog').getByRole('button', { name: '登记' }).click();
      await hears(/GZ\d{8}-/);
      await bert.getByRole('dialog').waitFor({ state: 'detached' });
      await bert.keyboard.press('Alt+e');
      await bert.getByRole('dialog').getByRole('button', { name: '结束会话' }).click();
      await hears(/人工服务已结束/);
      await hears(/问题解决了吗/);
      await says('解决了');
      await hears(/服务质量/);

      const texts = await customer.getByRole('log').locator('.text').allInnerTexts();
      for (const once of ['您好，我是安娜，我看到照片了', '我已经重启过两次', '您还在吗'])
        assert.equal(texts.filter((text) => text.includes(once)).length, 1, once);
    });
  });
}

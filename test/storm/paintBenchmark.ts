import { z } from 'zod';
import { hire, PASSWORD } from '../browser/colleague.ts';
import { builtPages, openBrowser } from '../browser/support.ts';
import { openCustomer } from '../support/client.ts';
import { startProduct } from '../support/product.ts';
import { percentile } from './figures.ts';

// `npm run --silent benchmark:paint`: milliseconds from the press on "accept" to the frame in which the customer's words stand
// in the console, in Chromium against the whole product. ACCEPTS changes the number. One JSON line.
const ACCEPTS = Number(process.env.ACCEPTS ?? 20);

/** Runs in the page: resolves with the milliseconds from the next press to the frame after these words are there. */
const watchFor = (words: string): string => `new Promise((resolve) => {
  const watch = () => {
    const pressedAt = performance.now();
    const look = () => {
      const there = document.querySelector('[role=log]')?.textContent?.includes(${JSON.stringify(words)});
      requestAnimationFrame(() => (there ? resolve(performance.now() - pressedAt) : look()));
    };
    look();
  };
  document.addEventListener('pointerdown', watch, { once: true, capture: true });
})`;

await builtPages();
const product = await startProduct();
const browser = await openBrowser();
try {
  (await hire(product, 'anna', 'Anna', ACCEPTS + 1)).leave();
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${product.base}/desk/`);
  await page.getByLabel('账号', { exact: true }).fill('anna');
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('密码', { exact: true }).press('Enter');
  await page.locator('.status button').first().click();
  await page.getByRole('option', { name: '空闲' }).click();
  const paintedMs: number[] = [];
  for (let each = 0; each < ACCEPTS; each++) {
    const words = `第${each}位客户家里断网了光猫红灯`;
    const customer = await openCustomer(product.base, { locale: 'zh-Hans' });
    await customer.welcome();
    await customer.say(words);
    await customer.post('转人工');
    const accept = page.getByRole('button', { name: /接入/ }).first();
    await accept.waitFor();
    const painted = page.evaluate(watchFor(words));
    await accept.click();
    paintedMs.push(z.number().parse(await painted));
    customer.close();
  }
  const [p50Ms, p95Ms, mostMs] = [0.5, 0.95, 1].map((share) => Math.round(percentile(paintedMs, share)));
  process.stdout.write(`${JSON.stringify({ accepts: paintedMs.length, p50Ms, p95Ms, mostMs })}\n`);
} finally {
  await browser.close();
  await product.dispose();
}
process.exit(0);

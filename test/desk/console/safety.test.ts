import { strict as assert } from 'node:assert';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtConsole } from '../../support/builtConsole.ts';
import { stage, waitUntil } from './support.ts';

const HOSTILE = '<img src=x onerror=alert(1)><script>alert(2)</script> javascript:alert(3) https://a.example/<b>';

describe('the console: safety and size', function () {
  this.timeout(60_000);
  const { open, server } = stage();

  it('takes hostile words, names and file names for text', async () => {
    const wang = server().books.add(
      { ...server().books.find('zhao').row, handoff: 'h-x', conversation: 'x', customer: HOSTILE, preview: HOSTILE },
      { understood: { ...server().books.find('zhao').understood, words: HOSTILE } },
    );
    wang.customer = { ...wang.customer, name: HOSTILE };
    server().books.say('x', {
      text: HOSTILE,
      attachments: [
        { contentType: 'image/png', url: 'javascript:alert(4)', name: HOSTILE },
        { contentType: 'image/png', url: 'https://elsewhere.example/x.png', name: '外.png' },
        { contentType: 'image/svg+xml', url: '/desk/api/files/svg', name: 'a.svg' },
      ],
      card: { kind: 'case', number: HOSTILE, title: HOSTILE, rows: [{ label: HOSTILE, value: HOSTILE }] },
      choices: [HOSTILE],
    });
    server().books.note('x', server().books.me, 'note', HOSTILE);
    server().books.canned.push({
      id: 'h',
      shortcut: 'hostile',
      text: { 'zh-Hans': HOSTILE, 'zh-Hant': HOSTILE, en: HOSTILE },
    });
    const { page, log, composer, complaints, strangers } = await open({ at: '#/c/x' });
    await log.locator('.said .text').first().waitFor();
    assert.ok(
      (await log.locator('.said .text').first().innerText()).startsWith('<img src=x onerror=alert(1)><script>'),
    );
    await log.locator('.note').waitFor();
    assert.equal(await page.locator('main img, main script, main b').count(), 0);
    const addresses = await log
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    for (const address of addresses) assert.match(address, /^https?:/);
    for (const link of await log.locator('a').all()) assert.match((await link.getAttribute('rel')) ?? '', /noopener/);
    await composer.pressSequentially('/hostile');
    await page.getByRole('option').waitFor();
    await page.keyboard.press('Alt+k');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    assert.equal(await page.locator('[role=dialog] img').count(), 0);
    assert.deepEqual(complaints, []);
    assert.deepEqual(strangers, []);
  });

  it('survives frames of another world', async () => {
    const { page, log, complaints } = await open({ at: '#/c/zhao' });
    await log.getByText('都三天了还没人管').waitFor();
    await page.evaluate('void 0');
    await waitUntil(page, () => server().heard.some(({ type }) => type === 'watch'));
    for (const words of ['{', 'null', '7', '{"type":"later"}', '[]']) server().raw(words);
    server().books.say('zhao', { text: '还好吗' });
    await log.getByText('还好吗').waitFor();
    assert.deepEqual(complaints, []);
  });

  it('runs under its policy without a complaint and without a request to anybody else', async () => {
    const { page, composer, complaints, strangers } = await open({ at: '#/c/zhao' });
    await composer.waitFor();
    for (const key of ['Alt+t', 'Alt+e', 'Alt+c', 'Control+k']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: /我的状态/ }).click();
    await page.getByRole('option', { name: '忙碌' }).click();
    await page.locator('.me button').click();
    await page.keyboard.press('Escape');
    assert.deepEqual(complaints, []);
    assert.deepEqual(strangers, []);
  });

  it('keeps nothing about customers in the browser', async () => {
    const { page, composer } = await open({ at: '#/c/zhao' });
    await composer.fill('赵先生的号码是 13812345678');
    await page.locator('.context').getByText('138').first().waitFor();
    const kept = String(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])'));
    assert.doesNotMatch(kept, /赵|138|zhao/);
  });

  it('is at most 400 KB at the first sight, gzip', async () => {
    const folder = join(await builtConsole(), 'desk');
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    const named = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '');
    assert.ok(named.length >= 3, String(named));
    const sizes = await Promise.all(named.map(async (file) => gzipSync(await readFile(join(folder, file))).length));
    assert.ok(sizes.reduce((sum, size) => sum + size, 0) < 400 * 1024, String(sizes));
    const all = await readdir(join(folder, 'assets'));
    assert.ok(
      all.some((file) => file.startsWith('Board')),
      'the board comes when it is opened',
    );
  });
});

import { strict as assert } from 'node:assert';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { hostile, script } from './script.ts';
import { builtPages, pagesFolder, stage, visit } from './support.ts';

describe('the customer page: safety and size', function () {
  this.timeout(60_000);
  const { browser, server } = stage(script);

  it('takes hostile words for words', async () => {
    const visited = await visit(browser(), server().address);
    await visited.send('hostile');
    const bubble = visited.log.locator('.bot .text').nth(1);
    await bubble.waitFor();
    assert.equal((await bubble.textContent())?.replaceAll(' (在新窗口打开)', ''), hostile.replace('tel:', ''));
    assert.equal(await visited.log.locator('img, script').count(), 0);
    const links = await bubble.locator('a').all();
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
    assert.deepEqual(addresses, ['https://example.com/a?b=', 'https://example.org/', 'tel:10000']);
    for (const link of links.slice(0, 2)) assert.match((await link.getAttribute('rel')) ?? '', /noopener/);
    const reply = visited.page.getByRole('button', { name: '<img src=x onerror=alert(1)>' });
    await reply.click();
    await visited.log.getByText('echo: <img').waitFor();
    assert.deepEqual(visited.complaints, []);
  });

  it('opens no attachment at an address that is not http, and loads none from strangers', async () => {
    const visited = await visit(browser(), server().address);
    await visited.log.getByText('您好').waitFor();
    const attachments = [
      { name: 'a', contentType: 'image/png', contentUrl: 'javascript:alert(1)' },
      { name: 'b', contentType: 'image/png', contentUrl: 'https://stranger.example/b.png' },
      { name: 'c', contentType: 'image/svg+xml', contentUrl: 'data:image/svg+xml,<svg/>' },
    ];
    server().say({ type: 'message', text: '', attachments });
    await visited.log.locator('.file').nth(2).waitFor();
    const links = await visited.log.locator('a').all();
    assert.deepEqual(await Promise.all(links.map((link) => link.getAttribute('href'))), [
      'https://stranger.example/b.png',
    ]);
    assert.deepEqual(visited.strangers, []);
    assert.deepEqual(visited.complaints, []);
  });

  it('gets over malformed frames', async () => {
    const visited = await visit(browser(), server().address);
    await visited.log.getByText('您好').waitFor();
    for (const socket of server().conversation.sockets) {
      for (const frame of ['{', 'null', '{"activities":7}', '{"activities":[null,1,{"type":"message","text":{}}]}'])
        socket.send(frame);
    }
    await visited.send('还好吗');
    await visited.log.getByText('echo: 还好吗').waitFor();
    assert.deepEqual(visited.complaints, []);
  });

  it('runs under its policy without a complaint and without a request to anybody else', async () => {
    const visited = await visit(browser(), server().address);
    await visited.send('报修故障');
    await visited.log.getByText('GZ20261121-0042').waitFor();
    await visited.send('预约上门');
    await visited.page.getByRole('radio').first().waitFor();
    assert.deepEqual(visited.complaints, []);
    assert.deepEqual(visited.strangers, []);
  });

  it('is in the right language before it can be seen', async () => {
    const visited = await visit(browser(), server().address, { locale: 'zh-TW' });
    await visited.page.route('**/assets/*.js', () => {});
    await visited.page.reload({ waitUntil: 'commit' });
    await visited.page.locator('html[lang=zh-Hant]').waitFor({ state: 'attached' });
    assert.equal(await visited.page.title(), '首問 · 線上客服');
  });

  it('is small: 30 KB for the page, 3 KB for the button, gzip', async () => {
    await builtPages();
    const size = async (file: string): Promise<number> => gzipSync(await readFile(join(pagesFolder, file))).length;
    const assets = await readdir(join(pagesFolder, 'assets'));
    const files = ['index.html', 'boot.js', ...assets.map((asset) => join('assets', asset))];
    const sizes = await Promise.all(files.map(size));
    assert.ok(sizes.reduce((sum, each) => sum + each, 0) < 30 * 1024, String(sizes));
    assert.ok((await size('widget.js')) < 3 * 1024);
  });
});

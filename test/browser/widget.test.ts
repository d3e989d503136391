import { strict as assert } from 'node:assert';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { script } from './script.ts';
import { stage } from './support.ts';

describe('the button for other sites', function () {
  this.timeout(60_000);
  const { browser, server } = stage(script);
  let site: Server;
  let address = '';

  before(async () => {
    site = createServer((_request, response) => {
      // A page in GBK without a charset of its own must not garble the button's words.
      response.writeHead(200, { 'content-type': 'text/html; charset=gbk' });
      const tag = `<script src="${server().address}/widget.js" async data-language="zh-Hant"></script>`;
      response.end(`<!doctype html><style>button{display:none}</style><p>shop</p>${tag}`);
    });
    await new Promise<void>((resolve) => site.listen(0, 'localhost', resolve));
    const at = site.address();
    address = typeof at === 'object' && at !== null ? `http://localhost:${at.port}/` : '';
  });
  after(() => site.close());

  it('opens the chat, closes by Escape, counts what is unread, and leaves no globals', async () => {
    const page = await (await browser().newContext({ locale: 'zh-CN' })).newPage();
    await page.goto(address);
    const button = page.getByRole('button', { name: '線上客服' });
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    await button.click();
    const chat = page.frameLocator('iframe');
    await chat.getByRole('log').getByText('您好，我是首問').waitFor();
    await chat.getByRole('textbox').press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.ok(
      await page.evaluate("document.activeElement.shadowRoot.activeElement.getAttribute('aria-expanded') === 'false'"),
    );
    server().say({ type: 'message', text: '有新進展' });
    await button.getByText('1 則新訊息').waitFor();
    await page.evaluate("postMessage({ shouwen: 'unread', count: 99 }, '*')");
    await button.click();
    await chat.getByRole('log').getByText('有新進展').waitFor();
    await page.getByRole('button', { name: '關閉' }).click();
    await button.waitFor();
    assert.equal(await page.getByRole('status').textContent(), '');
    const stranger = `(async () => {
      const frame = document.body.lastElementChild.shadowRoot.querySelector('iframe');
      await new Promise((done) => { frame.addEventListener('load', done); frame.src = 'about:blank'; });
      const heard = new Promise((done) => addEventListener('message', done, { once: true }));
      frame.contentWindow.eval("parent.postMessage({ shouwen: 'unread', count: 7 }, '*')");
      await heard;
    })()`;
    await page.evaluate(stranger);
    assert.equal(await page.getByRole('status').textContent(), '', 'only the chat itself sets the badge');
    const own =
      "(() => { const frame = document.createElement('iframe'); document.body.append(frame); const clean = new Set(Object.getOwnPropertyNames(frame.contentWindow)); return Object.getOwnPropertyNames(window).filter((name) => !clean.has(name) && !/^\\d+$/.test(name) && !name.startsWith('__playwright')); })()";
    assert.deepEqual(await page.evaluate(own), []);
  });
});

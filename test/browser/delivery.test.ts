import { strict as assert } from 'node:assert';
import { script } from './script.ts';
import type { Visit } from './support.ts';
import { shows, stage, visit } from './support.ts';

const welcome = '您好，我是首问，很高兴为您服务。\n请问有什么可以帮您？';

/** How many messages have their files on the page's shelf, which takes a busy browser a moment. */
const FILES_KEPT = `new Promise((done) => {
  const opened = indexedDB.open('shouwen', 1);
  opened.onsuccess = () => {
    const counted = opened.result.transaction('files').objectStore('files').count();
    counted.onsuccess = () => {
      opened.result.close();
      done(counted.result);
    };
  };
})`;

describe('the customer page: delivery', function () {
  this.timeout(60_000);
  const { browser, server } = stage(script);

  async function open(): Promise<Visit> {
    const visited = await visit(browser(), server().address);
    await visited.log.getByText('您好').waitFor();
    return visited;
  }

  it('queues while the server is down, and delivers each message once, in order', async () => {
    const visited = await open();
    await server().down();
    await visited.page.getByRole('status').getByText('网络已断开').waitFor();
    await visited.send('一');
    await visited.send('二');
    await shows(visited, welcome, '一', '二');
    assert.equal(await visited.page.locator('[data-delivery=sending]').count(), 2);
    await server().up();
    await shows(visited, welcome, '一', 'echo: 一', '二', 'echo: 二');
    assert.deepEqual(server().heard, ['一', '二']);
    await visited.page.getByText('网络已断开').waitFor({ state: 'detached' });
  });

  it('keeps what was written offline over a reload', async () => {
    const visited = await open();
    await visited.context.route('**/v3/**', (route) => route.abort());
    await visited.send('别弄丢');
    await visited.page.reload();
    await shows(visited, '别弄丢');
    await visited.context.unroute('**/v3/**');
    await shows(visited, welcome, '别弄丢', 'echo: 别弄丢');
    assert.deepEqual(server().heard, ['别弄丢']);
  });

  it('keeps a file that waits over a reload, too', async () => {
    const visited = await open();
    await visited.context.route('**/v3/**', (route) => route.abort());
    const buffer = Buffer.from('%PDF-1.7');
    await visited.page
      .locator('input[type=file]')
      .setInputFiles([{ name: '账单.pdf', mimeType: 'application/pdf', buffer }]);
    await visited.send('');
    await visited.log.getByText('账单.pdf').waitFor();
    while ((await visited.page.evaluate(FILES_KEPT)) === 0) await visited.page.waitForTimeout(20);
    await visited.page.reload();
    await visited.log.getByText('账单.pdf').waitFor();
    await visited.context.unroute('**/v3/**');
    await visited.log.getByText('got the file').waitFor();
    assert.deepEqual(server().conversation.files[0]?.bytes, buffer);
    assert.equal(await visited.log.getByText('账单.pdf').count(), 1);
  });

  it('shows the same in two tabs, each message once', async () => {
    const visited = await open();
    const other = await visited.context.newPage();
    await other.goto(server().address);
    await other.getByText('您好').waitFor();
    await visited.send('你好');
    await other.getByText('echo: 你好').waitFor();
    await other.getByRole('textbox').fill('这边也有');
    await other.getByRole('textbox').press('Enter');
    await shows(visited, welcome, '你好', 'echo: 你好', '这边也有', 'echo: 这边也有');
    assert.deepEqual(server().heard, ['你好', '这边也有']);
  });

  it('sends again when the answer got lost, and it stays one message', async () => {
    const visited = await open();
    server().trouble.cutAfterStoring = true;
    await visited.send('一次');
    await visited.send('又一次');
    await shows(visited, welcome, '一次', 'echo: 一次', '又一次', 'echo: 又一次');
    assert.deepEqual(server().heard, ['一次', '又一次']);
  });

  it('says what was refused and why, and sends it with the same id when asked to', async () => {
    const visited = await open();
    server().trouble.posts = [413];
    await visited.send('太大');
    await visited.page.getByText('未发送：内容太大').waitFor();
    await visited.page.reload();
    await visited.page.getByText('未发送：内容太大').waitFor();
    await visited.page.getByRole('button', { name: '重新发送' }).click();
    await shows(visited, welcome, '太大', 'echo: 太大');
    assert.deepEqual(server().heard, ['太大']);
    assert.equal(await visited.page.getByText('未发送').count(), 0);
  });

  it('forgets a refused message when told to', async () => {
    const visited = await open();
    server().trouble.posts = [400];
    await visited.send('坏');
    await visited.page.getByRole('button', { name: '删除' }).click();
    await visited.page.reload();
    await shows(visited, welcome);
  });

  it('gets over a busy server by itself', async () => {
    const visited = await open();
    server().trouble.posts = [503, 429, 500];
    await visited.send('忙吗');
    await shows(visited, welcome, '忙吗', 'echo: 忙吗');
  });

  it('gets a new token for an old one and goes on', async () => {
    const visited = await open();
    server().expireToken();
    await visited.send('还在吗');
    await shows(visited, welcome, '还在吗', 'echo: 还在吗');
    assert.equal(server().conversation.id, 'c1');
  });

  it('loses nothing when the socket is cut', async () => {
    const visited = await open();
    server().cutSockets();
    server().sayUnheard({ type: 'message', text: '您的单子有进展' });
    await shows(visited, welcome, '您的单子有进展');
  });

  it('notices a socket that is dead without knowing it', async () => {
    const visited = await open();
    server().conversation.sockets.clear();
    await visited.send('听得见吗');
    await shows(visited, welcome, '听得见吗', 'echo: 听得见吗');
    while (server().conversation.sockets.size === 0) await visited.page.waitForTimeout(50);
    server().say({ type: 'message', text: '现在听得见了' });
    await visited.log.getByText('现在听得见了').waitFor();
  });

  it('polls where sockets do not get through', async () => {
    server().trouble.refuseSockets = true;
    const visited = await open();
    await visited.send('慢慢来');
    await shows(visited, welcome, '慢慢来', 'echo: 慢慢来');
  });
});

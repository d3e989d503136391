import { strict as assert } from 'node:assert';
import { agentSays, join, status, wait } from './desk.ts';
import { script } from './script.ts';
import type { Visit } from './support.ts';
import { stage, visit } from './support.ts';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('the customer page: with an agent', function () {
  this.timeout(60_000);
  const { browser, server } = stage(script);

  async function open(): Promise<Visit> {
    const visited = await visit(browser(), server().address);
    await visited.log.getByText('您好').waitFor();
    return visited;
  }

  it('names the agent: in the header, at the first of a run, for screen readers at each, and while they write', async () => {
    const { page, log, send } = await open();
    join(server());
    server().say(agentSays('您好'));
    server().say(agentSays('请稍等'));
    await log.getByText('请稍等').waitFor();
    assert.equal(await log.locator('.agent').count(), 2);
    assert.deepEqual(await log.locator('.agent .who').allTextContents(), ['王芳']);
    assert.deepEqual(await log.locator('.agent .avatar').allTextContents(), ['王']);
    const spoken = await log.locator('.agent .bubble').allTextContents();
    assert.deepEqual(spoken, ['王芳：您好', '王芳：请稍等']);
    const look = (who: string) =>
      log
        .locator(`.${who} .bubble`)
        .first()
        .evaluate((each) => each.ownerDocument.defaultView?.getComputedStyle(each).backgroundColor);
    assert.notEqual(await look('agent'), await look('bot'));
    await send('silence');
    await log.getByText('silence').waitFor();
    assert.equal(await page.getByTestId('typing').count(), 0, 'whether a person answers is not known');
    server().typing();
    await page.getByTestId('typing').getByText('王芳正在输入…').waitFor();
    server().say(agentSays('查到了'));
    await page.getByTestId('typing').waitFor({ state: 'detached' });
  });

  it('takes a name for words, however long it is', async () => {
    const { page, complaints } = await open();
    const name = `<b>${'长'.repeat(90)}`;
    join(server(), name);
    server().say(agentSays('您好', {}, name));
    await page.getByRole('heading', { name }).waitFor();
    assert.equal(await page.locator('header b, .log b').count(), 0);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), false);
    const header = await page.getByRole('banner').boundingBox();
    assert.ok(header && header.height < 140);
    assert.deepEqual(complaints, []);
  });

  it('ends the talk only after asking once more', async () => {
    const { page, log } = await open();
    join(server());
    const end = page.getByRole('button', { name: '结束人工服务' });
    const sure = page.getByRole('group', { name: '确定结束人工服务吗' });
    await end.click();
    await sure.waitFor();
    await page.keyboard.press('Escape');
    await sure.waitFor({ state: 'detached' });
    assert.ok(await end.evaluate((each) => each.matches(':focus')));
    await end.press('Enter');
    assert.ok(await sure.getByRole('button', { name: '继续对话' }).evaluate((each) => each.matches(':focus')));
    assert.deepEqual(server().heard, []);
    await sure.getByRole('button', { name: '确定结束' }).click();
    await log.getByText('echo: 结束人工服务').waitFor();
    assert.deepEqual(server().heard, ['结束人工服务']);
    server().say(status('completed'));
    await page.getByRole('heading', { name: '首问' }).waitFor();
  });

  it('tells the agent that the customer writes, every 3 s at most, and nobody else', async () => {
    const { page, field } = await open();
    await field.pressSequentially('给机器人的话');
    wait(server());
    await page.locator('.waiting').waitFor();
    await field.pressSequentially('等着');
    assert.deepEqual(server().typed, []);
    join(server());
    await page.getByRole('heading', { name: '王芳' }).waitFor();
    for (let round = 0; round < 9; round++) {
      await field.press('a');
      await page.waitForTimeout(400);
    }
    const { typed } = server();
    assert.ok(typed.length >= 2);
    const gaps = typed.slice(1).map((at, index) => at - (typed[index] ?? 0));
    // what the network adds may differ from one to the next
    assert.ok(Math.min(...gaps) > 2_500, String(gaps));
    await field.fill('');
    assert.deepEqual(server().heard, []);
  });

  it('says what is known of a message: delivered, read, and nothing more', async () => {
    const { page, log, send } = await open();
    const told = log.locator('.mark-of');
    await send('你好');
    await log.getByText('echo: 你好').waitFor();
    assert.equal(await told.count(), 0, 'the bot shows by answering');
    join(server());
    await page.getByRole('heading', { name: '王芳' }).waitFor();
    await send('silence');
    await told.getByText('已送达').waitFor();
    const position = server().conversation.log.length - 1;
    const read = (value: unknown, more = {}) => server().pass({ type: 'event', name: 'handoff.read', value, ...more });
    read({ position: position - 1 });
    read({ position: String(position) });
    read({ position }, { from: { id: 'dl_1', role: 'user' } });
    server().say(agentSays('在'));
    await log.getByText('在', { exact: true }).waitFor();
    assert.deepEqual(await told.allTextContents(), ['已送达']);
    read({ position });
    await told.getByText('已读').waitFor();
    await send('silence');
    await told.getByText('已送达').waitFor();
    assert.equal(await told.count(), 1, 'of the newest one only');
    server().trouble.posts = [400];
    await send('坏');
    await page.getByText('未发送').waitFor();
    assert.equal(await told.count(), 0, 'and of none that failed');
  });

  it('shows pictures of ours, opens files of ours, and nothing else', async () => {
    const { page, log, strangers } = await open();
    join(server());
    server().conversation.files.push({ type: 'image/png', bytes: Buffer.from(PIXEL, 'base64') });
    const file = (name: string, contentType: string, contentUrl: string) => ({ name, contentType, contentUrl });
    const attachments = [
      file('图.png', 'image/png', `${server().address}/files/0`),
      file('账单.pdf', 'application/pdf', `${server().address}/files/0`),
      file('外.png', 'image/png', 'https://stranger.example/b.png'),
      file('坏.pdf', 'application/pdf', 'javascript:alert(1)'),
    ];
    server().say(agentSays('请看', { attachments }));
    await log.getByRole('img', { name: '图片：图.png' }).waitFor();
    await log.getByText('坏.pdf').waitFor();
    const links = await log.locator('.agent a').evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    assert.deepEqual(links, [`${server().address}/files/0`, `${server().address}/files/0`]);
    assert.deepEqual(strangers, []);
    assert.equal(await page.getByText('外.png').count(), 1);
  });
});

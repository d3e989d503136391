import { strict as assert } from 'node:assert';
import { stage, waitUntil } from './support.ts';

describe('the console: when things go wrong', function () {
  this.timeout(60_000);
  const { open, server } = stage();
  const texts = (conversation: string) =>
    server()
      .books.find(conversation)
      .entries.map(({ text }) => text);

  it('says what was not sent, and sends it again once, with the same id', async () => {
    const { page, composer, log } = await open({ at: '#/c/zhao' });
    server().trouble.messages = [400];
    await composer.fill('第一次没送到');
    await composer.press('Enter');
    const failed = log.locator('.said.me[data-state=failed]');
    await failed.getByText('未送达').waitFor();
    await failed.getByRole('button', { name: '重新发送' }).click();
    await log.locator('.said.me', { hasText: '第一次没送到' }).getByText('已送达').waitFor();
    assert.equal(texts('zhao').filter((text) => text === '第一次没送到').length, 1);
    assert.equal(await log.getByText('第一次没送到').count(), 1);
    await page.locator('.failed').waitFor({ state: 'detached' });
  });

  it('sends a message whose answer was lost again, and it stands there once', async () => {
    const { composer, log } = await open({ at: '#/c/zhao' });
    server().trouble.cutAfterStoring = true;
    await composer.fill('只此一次');
    await composer.press('Enter');
    await log.locator('.said.me', { hasText: '只此一次' }).getByText('已送达').waitFor();
    await log.page().waitForTimeout(1_500);
    assert.equal(texts('zhao').filter((text) => text === '只此一次').length, 1);
    assert.equal(await log.getByText('只此一次').count(), 1);
  });

  it('keeps the order of what was written while the server was away', async () => {
    const { page, composer, log } = await open({ at: '#/c/zhao' });
    await composer.waitFor();
    server().trouble.messages = [503, 0];
    for (const text of ['甲', '乙', '丙']) {
      await composer.fill(text);
      await composer.press('Enter');
    }
    await waitUntil(page, () => texts('zhao').slice(-3).join('') === '甲乙丙');
    await log.locator('.said.me', { hasText: '丙' }).getByText('已送达').waitFor();
  });

  it('discards what the agent no longer wants to send', async () => {
    const { page, composer, log } = await open({ at: '#/c/zhao' });
    server().trouble.messages = [400];
    await composer.fill('算了');
    await composer.press('Enter');
    await page.getByRole('button', { name: '放弃' }).click();
    await log.getByText('算了').waitFor({ state: 'detached' });
    assert.ok(!texts('zhao').includes('算了'));
  });

  it('says that a message came too late when the customer was no longer ours', async () => {
    const { composer, log } = await open({ at: '#/c/zhao' });
    server().books.holdDelivery = true;
    await composer.fill('晚了一步');
    await composer.press('Enter');
    await log.getByText('已提交').waitFor();
    const [body] = server().bodies(/messages$/);
    assert.ok(typeof body === 'object' && body !== null && 'id' in body);
    server().books.happen('refused', 'zhao', 'bot', { id: body.id });
    await log.getByText('会话已不由您处理').waitFor();
  });

  it('shows that it reconnects, and then everything that was missed, once', async () => {
    const { page, log } = await open({ at: '#/c/zhao' });
    await log.getByText('都三天了还没人管').waitFor();
    server().trouble.refuseSockets = true;
    server().cutSockets();
    await page.getByText('连接中断，正在重连…').waitFor();
    server().books.say('zhao', { text: '断线时说的' });
    server().books.say('lin', { text: '还有一件事' });
    server().trouble.refuseSockets = false;
    await log.getByText('断线时说的').waitFor({ timeout: 20_000 });
    await page.getByText('连接中断，正在重连…').waitFor({ state: 'detached' });
    server().cutSockets();
    await page.getByText('连接中断，正在重连…').waitFor();
    await page.getByText('连接中断，正在重连…').waitFor({ state: 'detached', timeout: 20_000 });
    server().books.say('zhao', { text: '又连上了' });
    await log.getByText('又连上了').waitFor();
    assert.equal(await log.getByText('断线时说的').count(), 1);
    await page.locator('.row', { hasText: '林小姐' }).getByText('1 条未读').waitFor({ state: 'attached' });
  });

  it('goes on after the server was restarted', async () => {
    const { page, composer, log } = await open({ at: '#/c/zhao' });
    await log.getByText('都三天了还没人管').waitFor();
    await server().down();
    await composer.fill('服务器回来就发');
    await composer.press('Enter');
    await page.getByText('连接中断，正在重连…').waitFor();
    await log.getByText('连不上服务器').waitFor();
    await server().up();
    await log.locator('.said.me', { hasText: '服务器回来就发' }).getByText('已送达').waitFor({ timeout: 30_000 });
    assert.equal(texts('zhao').filter((text) => text === '服务器回来就发').length, 1);
  });

  it('leaves for the sign-in page when the session has ended', async () => {
    const { page } = await open({ at: '#/c/zhao' });
    await page.locator('#composer').waitFor();
    await page.route('**/desk/api/**', (route) =>
      route.fulfill({ status: 401, json: { error: { code: 'Unauthorized', message: '' } } }),
    );
    await page.locator('#composer').fill('x');
    await page.locator('#composer').press('Enter');
    await page.locator('input[type=password]').waitFor();
    assert.equal(await page.getByText('赵**').count(), 0, 'nothing of the customers stays on the screen');
  });
});

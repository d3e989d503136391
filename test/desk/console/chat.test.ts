import { strict as assert } from 'node:assert';
import { stage, waitUntil } from './support.ts';

describe('the console: talking with customers', function () {
  this.timeout(60_000);
  const { open, server } = stage();

  it('takes an offer with one key and shows what is known at once', async () => {
    const { page, complaints } = await open();
    await page.locator('.row').first().waitFor();
    let answer: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/accept', async (route) => {
      await held;
      await route.continue();
    });
    server().books.offer('wang');
    await page.locator('.offer').getByText('王**').waitFor();
    await page.keyboard.press('Alt+a');
    await page.locator('.thread').getByRole('heading', { name: '王**' }).waitFor();
    await page.locator('.summary').getByText('重大投诉').waitFor();
    assert.equal(await page.locator('.offer').count(), 0, 'before the server has answered');
    answer();
    await page.locator('#composer').waitFor();
    await waitUntil(page, () => server().bodies(/h-wang\/accept/).length === 1);
    assert.deepEqual(complaints, []);
  });

  it('says how many wait behind those it lists', async () => {
    server().books.more = 57;
    const { page } = await open();
    await page.getByRole('tab', { name: /排队.*60/ }).click();
    await page.getByText('后面还有 57 位').waitFor();
  });

  it('says who has a customer whom somebody else took first', async () => {
    const { page, choose } = await open();
    await page.getByRole('tab', { name: /排队/ }).click();
    await choose('王**');
    await page.route('**/accept', (route) =>
      route.fulfill({ status: 409, json: { error: { code: 'Taken', message: 'x' } } }),
    );
    await page.locator('.not-mine').getByRole('button', { name: '接入' }).click();
    await page.getByText('已由其他人接入。').waitFor();
    assert.equal(await page.locator('#composer').count(), 0);
  });

  it('passes an offer on', async () => {
    const { page } = await open();
    await page.locator('.row').first().waitFor();
    server().books.offer('wang');
    await page.getByRole('button', { name: '让给别人' }).click();
    await waitUntil(page, () => server().bodies(/h-wang\/decline/).length === 1);
    await page.locator('.offer').waitFor({ state: 'detached' });
  });

  it('shows one customer at a time, whoever was on the screen before', async () => {
    const { page, choose, composer } = await open({ at: '#/c/zhao' });
    for (const name of ['林小姐', '赵**', '林小姐', '赵**']) {
      await choose(name);
      await page.locator('.thread').getByRole('heading', { name }).waitFor();
      await page.locator('.summary').first().waitFor();
      await composer.waitFor();
      for (const each of ['.summary', '[role=log]', '#composer']) {
        assert.equal(await page.locator(`.thread ${each}`).count(), 1, `${each} with ${name}`);
      }
    }
  });

  it('carries words both ways, once each, and says what has become of them', async () => {
    const { page, composer, log } = await open({ at: '#/c/zhao' });
    server().books.holdDelivery = true;
    await composer.fill('已经为您申请退费');
    await composer.press('Enter');
    const own = log.locator('.said.me').filter({ hasText: '已经为您申请退费' });
    await own.getByText('已提交').waitFor();
    assert.equal(await composer.inputValue(), '');
    server().books.deliver();
    await own.getByText('已送达').waitFor();
    assert.equal(await own.count(), 1);
    server().books.say('zhao', { text: '谢谢，什么时候到账？' });
    await log.getByText('谢谢，什么时候到账？').waitFor();
    await page.locator('p[aria-live=polite]', { hasText: '赵**：谢谢，什么时候到账？' }).waitFor({ state: 'attached' });
  });

  it('starts a line by Shift+Enter and sends nothing while an input method composes', async () => {
    const { page, composer } = await open({ at: '#/c/zhao' });
    await composer.fill('一');
    await composer.press('Shift+Enter');
    await composer.pressSequentially('二');
    assert.equal(await composer.inputValue(), '一\n二');
    const enter = { key: 'Enter', code: 'Enter', isComposing: true, bubbles: true, cancelable: true };
    await composer.dispatchEvent('keydown', enter);
    await page.waitForTimeout(200);
    assert.equal(server().bodies(/messages$/).length, 0);
    await composer.press('Enter');
    await waitUntil(page, () => server().bodies(/messages$/).length === 1);
  });

  it('takes up to 4,000 characters and says how many are too many', async () => {
    const { page, composer } = await open({ at: '#/c/zhao' });
    await composer.fill('字'.repeat(4_001));
    await page.getByText('超出 1 字').waitFor();
    await composer.press('Enter');
    assert.equal((await composer.inputValue()).length, 4_001);
    await composer.fill('字'.repeat(4_000));
    await composer.press('Enter');
    await waitUntil(page, () => server().bodies(/messages$/).length === 1);
  });

  it('inserts a canned reply at the cursor, in the customer’s language, filled in', async () => {
    const { page, composer } = await open({ at: '#/c/lin' });
    await composer.fill('好的 結束');
    await composer.press('Home');
    for (let steps = 0; steps < 3; steps++) await composer.press('ArrowRight');
    await composer.pressSequentially('/gr');
    await page.getByRole('option', { name: /greet/ }).waitFor();
    await composer.press('Enter');
    await waitUntil(
      page,
      async () => (await composer.inputValue()) === '好的 您好林小姐，我是陈一凡，馬上為您處理。結束',
    );
    assert.equal(server().bodies(/messages$/).length, 0, 'inserted, not sent');
  });

  it('sends no reply with a blank that nobody filled in', async () => {
    const { page, composer } = await open({ at: '#/c/lin' });
    await composer.pressSequentially('/case');
    await composer.press('Tab');
    await page.getByText('请先填好 {case}').waitFor();
    await composer.press('Enter');
    assert.equal(server().bodies(/messages$/).length, 0);
  });

  it('keeps a note, shows it tinted in its place, and never sends it', async () => {
    const { page, composer, log } = await open({ at: '#/c/zhao' });
    await composer.waitFor();
    await page.keyboard.press('Alt+p');
    await page.getByPlaceholder('给同事的备注').fill('客户是老用户');
    await composer.press('Enter');
    await log.locator('.note.note', { hasText: '客户是老用户' }).waitFor();
    assert.equal(server().bodies(/messages$/).length, 0);
    assert.equal(server().bodies(/notes$/).length, 1);
  });

  it('uploads pasted pictures at once and sends them by their ids', async () => {
    const { page, composer, log } = await open({ at: '#/c/zhao' });
    await composer.waitFor();
    const files = { name: '退费凭证.png', mimeType: 'image/png', buffer: Buffer.from('not really a picture') };
    await page.locator('input[type=file]').setInputFiles(files);
    await page.locator('.previews li[data-ready=true]').waitFor();
    await composer.fill('凭证在这里');
    await composer.press('Enter');
    await waitUntil(page, () => server().bodies(/messages$/).length === 1);
    const [body] = server().bodies(/messages$/);
    assert.ok(typeof body === 'object' && body !== null && 'files' in body);
    assert.deepEqual(body.files, ['f1']);
    await log.locator('.said.me img').waitFor();
  });

  it('keeps drafts apart and counts what is unread elsewhere', async () => {
    const { page, composer, choose } = await open({ at: '#/c/zhao' });
    await composer.fill('写到一半');
    await choose('林小姐');
    await page.locator('.thread').getByRole('heading', { name: '林小姐' }).waitFor();
    assert.equal(await composer.inputValue(), '');
    server().books.say('zhao', { text: '人呢' });
    server().books.say('zhao', { text: '在吗' });
    await page.locator('.row', { hasText: '赵**' }).getByText('2 条未读').waitFor({ state: 'attached' });
    await waitUntil(page, async () => (await page.title()).startsWith('(2)'), 'title');
    await page.keyboard.press('Alt+k');
    await waitUntil(page, async () => (await composer.inputValue()) === '写到一半', 'draft');
    await page.locator('.row .badge.count').waitFor({ state: 'detached' });
  });

  it('shows who is typing, who else looks, and that the agent looks', async () => {
    const { page } = await open({ at: '#/c/zhao' });
    await page.getByText('周敏 也在看').waitFor();
    server().signal({ type: 'typing', conversation: 'zhao', by: 'customer' });
    await page.getByTestId('typing').getByText('赵**正在输入…').waitFor();
    server().signal({ type: 'viewers', conversation: 'zhao', viewers: [] });
    await page.getByText('周敏 也在看').waitFor({ state: 'detached' });
    assert.ok(server().heard.some((frame) => frame.type === 'here' && frame.conversation === 'zhao'));
    await page.locator('#composer').pressSequentially('a');
    await waitUntil(page, () => server().heard.some(({ type }) => type === 'typing'));
  });

  it('draws only what is near the eye of a long conversation, and stays at its end', async () => {
    for (let line = 0; line < 400; line++) server().books.say('lin', { text: `第 ${line} 句` });
    const { page, log } = await open({ at: '#/c/lin' });
    await log.getByText('第 399 句').waitFor();
    assert.ok((await log.locator('.said').count()) < 80);
    server().books.say('lin', { text: '最新一句' });
    await log.getByText('最新一句').waitFor();
    await log.evaluate((each) => each.scrollTo(0, 0));
    await log.getByText('我要改預約時間').waitFor();
    server().books.say('lin', { text: '没有看到' });
    await page.waitForTimeout(300);
    assert.equal(await log.getByText('没有看到').count(), 0, 'nobody is torn from what they read');
    await page.getByRole('button', { name: '回到最新' }).click();
    await log.getByText('没有看到').waitFor();
  });
});

import { strict as assert } from 'node:assert';
import { stage, waitUntil } from './support.ts';

describe('the console: what is done for a customer', function () {
  this.timeout(60_000);
  const { open, server } = stage();

  it('transfers to a colleague with a note', async () => {
    const { page, composer } = await open({ at: '#/c/zhao' });
    await composer.waitFor();
    await page.keyboard.press('Alt+t');
    const dialog = page.getByRole('dialog', { name: '转接会话' });
    await dialog.getByRole('button', { name: /同事/ }).click();
    await page.getByRole('option', { name: /李思源/ }).click();
    await dialog.getByRole('textbox').fill('请核退费');
    await dialog.getByRole('button', { name: '转接会话' }).click();
    await page.getByText('已转接。').waitFor();
    assert.deepEqual(server().bodies(/transfer$/), [{ agent: 'li', note: '请核退费' }]);
    await page.getByRole('heading', { name: '选择一个会话' }).waitFor();
  });

  it('transfers to a team', async () => {
    const { page, composer } = await open({ at: '#/c/zhao' });
    await composer.waitFor();
    await page.keyboard.press('Alt+t');
    await page.getByRole('radio', { name: '团队' }).press('Space');
    await page.getByRole('dialog').getByRole('button', { name: /团队/ }).click();
    await page.getByRole('option').first().click();
    await page.getByRole('dialog').getByRole('button', { name: '转接会话' }).click();
    await waitUntil(page, () => server().bodies(/transfer$/).length === 1);
  });

  it('ends and returns to the bot with a result', async () => {
    const { page, composer } = await open({ at: '#/c/zhao' });
    await composer.waitFor();
    await page.keyboard.press('Alt+e');
    await page.getByText('需要跟进').click();
    await page.getByRole('dialog').getByRole('button', { name: '结束会话' }).click();
    await page.getByText('已交回首问。').waitFor();
    assert.deepEqual(server().bodies(/return$/), [{ result: 'follow-up' }]);
    await page.getByRole('tab', { name: '已结束' }).click();
    await page.locator('.row', { hasText: '赵**' }).getByText('已交回').waitFor();
  });

  it('files a case filled in from what the bot understood', async () => {
    const { page, composer } = await open({ at: '#/c/zhao' });
    await composer.waitFor();
    await page.locator('.context').getByText('TS20261119-4MX2P-7').waitFor();
    await page.keyboard.press('Alt+c');
    const dialog = page.getByRole('dialog', { name: '建工单' });
    assert.equal(await dialog.getByRole('textbox').inputValue(), '上个月宽带多扣了三十块');
    await dialog.getByRole('button', { name: /资费与套餐类 分类/ }).waitFor();
    await dialog.getByRole('button', { name: '登记' }).click();
    await page.getByText('已登记 TS20261122-7KQ4M-X').waitFor();
    const [body] = server().bodies(/cases$/);
    const { id, ...rest } = typeof body === 'object' && body !== null && 'id' in body ? body : { id: '' };
    assert.match(String(id), /^[\w-]{36}$/);
    assert.deepEqual(rest, {
      ...{ kind: 'complaint', category: 'billing-plan', severity: 'moderate', level: null, area: null },
      answers: { story: '上个月宽带多扣了三十块' },
    });
    await page.locator('.context').getByText('TS20261122-7KQ4M-X').waitFor();
  });

  it('keeps a form that could not be sent and sends it again with the same id', async () => {
    const { page, composer } = await open({ at: '#/c/zhao' });
    await composer.waitFor();
    await page.keyboard.press('Alt+c');
    const dialog = page.getByRole('dialog');
    const sent: unknown[] = [];
    page.on('request', (request) => request.url().endsWith('/cases') && sent.push(request.postDataJSON()));
    await page.route('**/cases', (route) => route.abort(), { times: 1 });
    await dialog.getByRole('button', { name: '登记' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('button', { name: '登记' }).click();
    await page.getByText('已登记 TS').waitFor();
    assert.equal(sent.length, 2);
    assert.deepEqual(sent[0], sent[1]);
  });

  it('books a slot, and offers the rest when it was just taken', async () => {
    const { page } = await open({ at: '#/c/zhao' });
    await page.locator('.context').getByRole('button', { name: '预约' }).click();
    const dialog = page.getByRole('dialog', { name: '预约' });
    const pick = async (field: RegExp, option: string) => {
      await dialog.getByRole('button', { name: field }).click();
      await page.getByRole('option', { name: option }).click();
    };
    await pick(/业务/, '宽带');
    await pick(/区域/, '城北');
    await dialog.getByRole('textbox', { name: '地址' }).fill('人民路 1 号');
    const slots = dialog.getByRole('radio');
    await slots.first().waitFor({ state: 'attached' });
    assert.ok(await slots.nth(2).isDisabled(), 'full');
    await dialog.locator('.pick').first().click();
    const [slot] = server().books.slots;
    server().books.slots = server().books.slots.slice(1);
    await dialog.getByRole('button', { name: '预约', exact: true }).click();
    await dialog.getByText('这个时段刚被约满').waitFor();
    assert.ok(slot);
    await dialog.locator('.pick').first().click();
    await dialog.getByRole('button', { name: '预约', exact: true }).click();
    await page.getByText('已预约 YY20261124-3HT8P-2').waitFor();
  });

  it('moves a case on and puts its category right', async () => {
    const { page } = await open({ at: '#/c/zhao' });
    const menu = page.getByRole('button', { name: 'TS20261119-4MX2P-7 的操作' });
    await menu.click();
    await page.getByRole('menuitem', { name: /已解决/ }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('已退 30 元');
    await page.getByRole('dialog').getByRole('button', { name: /改为/ }).click();
    await page.getByText('阶段已更改').waitFor();
    assert.ok(JSON.stringify(server().bodies(/stage$/)).includes('"stage":"resolved","note":"已退 30 元"'));
    await menu.click();
    await page.getByRole('menuitem', { name: '改分类…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: /分类/ }).first().click();
    await page.getByRole('option').first().click();
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByText('分类已更改').waitFor();
    assert.equal(server().bodies(/category$/).length, 1);
  });

  it('asks the customer for something, shows that the case waits, and goes on', async () => {
    const { page } = await open({ at: '#/c/zhao' });
    const item = page.locator('.case-item', { hasText: 'TS20261119-4MX2P-7' });
    const menu = page.getByRole('button', { name: 'TS20261119-4MX2P-7 的操作' });
    await menu.click();
    await page.getByRole('menuitem', { name: '请客户补充…' }).click();
    const dialog = page.getByRole('dialog', { name: /请客户补充/ });
    const send = dialog.getByRole('button', { name: '发给客户，暂停计时' });
    assert.ok(await send.isDisabled(), 'nothing is asked yet');
    await dialog.getByRole('textbox', { name: '请客户补充什么' }).fill('请问是哪个月的账单？');
    await send.click();
    await page.getByText('已发给客户，计时暂停。').waitFor();
    await item.getByText(/起等客户补充/).waitFor();
    await item.locator('.case-waiting').getByText('请问是哪个月的账单？').waitFor();
    assert.equal(await item.locator('.case-clock').getByText('暂停').count(), 2);
    const [body] = server().bodies(/pause$/);
    assert.ok(JSON.stringify(body).includes('"question":"请问是哪个月的账单？"'));
    await item.getByText('经过', { exact: true }).click();
    await item.locator('.case-history li').getByText('请问是哪个月的账单？').waitFor();
    await menu.click();
    await page.getByRole('menuitem', { name: '继续计时…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '继续计时' }).click();
    await page.getByText('已继续计时。').waitFor();
    await item.getByText(/起等客户补充/).waitFor({ state: 'detached' });
    assert.equal(server().bodies(/resume$/).length, 1);
  });

  it('carries out a request about personal data: corrects, deletes, makes a copy; for supervisors', async () => {
    const zhao = server().books.conversations.get('zhao');
    assert.ok(zhao);
    const [first] = zhao.cases;
    assert.ok(first);
    const answers = { wish: 'correct', words: '电话改成[phone]' };
    zhao.cases = [{ ...first, number: 'GR20261122-88HDF-P', kind: 'privacy', category: null, severity: null, answers }];
    const agent = await open({ at: '#/c/zhao' });
    await agent.page.getByText('客户要求【更正】：电话改成[phone]').waitFor();
    assert.equal(await agent.page.getByRole('button', { name: '处理个人信息请求' }).count(), 0);
    server().books.me = { ...server().books.me, role: 'supervisor' };
    const { page } = await open({ at: '#/c/zhao' });
    const dialog = page.getByRole('dialog', { name: /处理个人信息请求/ });
    const chooses = async (deed: string) => {
      await page.getByRole('button', { name: '处理个人信息请求' }).click();
      await dialog.locator('button[aria-haspopup=listbox]').click();
      await page.getByRole('option', { name: deed }).click();
    };
    const go = dialog.getByRole('button', { name: '执行并记入审计' });
    await chooses('更正电话');
    assert.ok(await go.isDisabled(), 'nothing is given yet');
    await dialog.getByRole('textbox', { name: '正确的内容' }).fill('13900139000');
    await go.click();
    await page.getByText('已更正，同时改了 1 个在办工单和预约。').waitFor();
    await chooses('删除姓名、电话和地址');
    await dialog.getByText('删除后不能恢复').waitFor();
    await go.click();
    await page.getByText('已删除，1 项到期再删。').waitFor();
    await chooses('导出一份给客户');
    const [copy] = await Promise.all([page.waitForEvent('download'), go.click()]);
    assert.equal(copy.suggestedFilename(), 'personal-data.json');
    const told = server()
      .bodies(/rights$/)
      .map((body) => ({ ...Object(body), id: '' }));
    assert.deepEqual(told, [
      { id: '', do: 'correct', field: 'phone', value: '13900139000' },
      { id: '', do: 'delete', what: 'contact' },
      { id: '', do: 'export' },
    ]);
  });

  it('says when a clock of a case comes near its limit, and nothing of those of others', async () => {
    const { page, composer } = await open({ at: '#/c/zhao', language: 'en' });
    await composer.waitFor();
    const limit = '2026-11-22T06:05:00.000Z';
    const notice = { number: 'TS20261119-4MX2P-7', clock: 'complaint-resolved', what: 'warning', limit };
    server().books.happen('clock', 'zhao', 'clock', {});
    server().books.happen('clock', 'zhao', 'clock', notice);
    const status = page.getByRole('status');
    await status.getByText(/^TS20261119-4MX2P-7: “.+” is due by/).waitFor();
    server().books.happen('clock', 'zhao', 'clock', { ...notice, what: 'breach' });
    await status.getByText(/is overdue since/).waitFor();
    assert.equal(await page.locator('.toast').count(), 2);
  });

  it('shows a telephone number only when asked, through the server that writes it down', async () => {
    const { page } = await open({ at: '#/c/zhao' });
    await page.locator('.context').getByText('138****5678').first().waitFor();
    assert.ok(!(await page.content()).includes('13812345678'));
    await page.getByRole('button', { name: /查看电话/ }).click();
    await page.getByText('13812345678').waitFor();
    assert.deepEqual(server().bodies(/reveal$/), [{ field: 'phone' }]);
  });

  it('says what the customer’s channel lets through', async () => {
    const { page, composer } = await open({ at: '#/c/lin' });
    await page.getByText('客户再次发言前还可发 2 条').waitFor();
    await page.getByText('该渠道不支持图片').waitFor();
    const lin = server().books.find('lin');
    lin.limits = { ...lin.limits, quotaLeft: 0 };
    server().books.note('lin', server().books.me, 'note', 'x');
    await page.getByText('该渠道的回复条数已用完').waitFor();
    await composer.fill('发不出去');
    assert.ok(await page.getByRole('button', { name: '发送' }).isDisabled());
  });

  it('sets the agent’s status', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: /我的状态/ }).click();
    await page.getByRole('option', { name: '离开' }).click();
    await waitUntil(page, () => server().bodies(/status$/).length === 1);
    assert.deepEqual(server().bodies(/status$/), [{ status: 'away' }]);
  });

  it('shows the status that the server has set, as it does for who takes a customer while away', async () => {
    const { page } = await open();
    const shown = page.getByRole('button', { name: /我的状态/ });
    await shown.getByText('空闲').waitFor();
    const { books } = server();
    books.happen('staff', null, 'li', { staff: 'li', status: 'away' });
    books.happen('staff', null, books.me.id, { staff: books.me.id, status: 'busy' });
    await shown.getByText('忙碌').waitFor();
    assert.deepEqual(server().bodies(/status$/), []);
  });
});

import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { dutyAlert, member, overdueCase, waiting, withAgent } from '../../support/fakeDeskScene.ts';
import { faultOf, focused, stage, waitUntil } from './support.ts';

describe('the console: the board', function () {
  this.timeout(60_000);
  const { server, open } = stage();
  const figure = (page: Page, name: string) =>
    page
      .locator('.board-figure')
      .filter({ has: page.getByText(name, { exact: true }) })
      .locator('dd');
  const table = (page: Page, name: string) => page.getByRole('region', { name }).getByRole('table');

  beforeEach(() => {
    const { books } = server();
    books.users = [
      member('boss', '林主管', { role: 'supervisor' }),
      member('wang', '王小明', { load: 4 }),
      member('chen', '陈丽', { load: 1 }),
      member('gone', '赵一', { present: false }),
    ];
    books.board = {
      ...books.board,
      waiting: [waiting('李**', 1500), waiting('孙**', 45, { position: 2 }), waiting('钱**', 5, { position: 3 })],
      active: [withAgent('张**', 'staff-wang', 60), withAgent('周**', 'staff-chen', null)],
      agents: books.users,
      averageHandlingSeconds: 372,
      breached: 1,
      overdueCases: [overdueCase('TS20261121-7KQ4M-X', 7500)],
      today: { handoffs: 42, returned: 31, left: 5, callback: 2 },
    };
  });

  it('says in words what its colours say', async () => {
    const { page, complaints } = await open('#/board', { as: 'boss' });
    const rows = table(page, '排队客户').getByRole('row');
    await rows.nth(3).waitFor();
    assert.match(await rows.nth(1).innerText(), /李\*\*[\s\S]*25:\d\d\s*超过时限/);
    assert.match(await rows.nth(2).innerText(), /孙\*\*[\s\S]*超过目标/);
    assert.match(await rows.nth(3).innerText(), /钱\*\*[\s\S]*目标内/);
    assert.match(await table(page, '坐席').innerText(), /王小明\s*空闲\s*4 \/ 4\s*已满[\s\S]*赵一\s*不在线/);
    assert.match(await table(page, '超时工单').innerText(), /TS20261121-7KQ4M-X[\s\S]*已超时 2小时5分/);
    assert.equal(await figure(page, '平均处理时长').innerText(), '6:12');
    assert.equal(await figure(page, '转人工').innerText(), '42');
    assert.deepEqual(complaints, []);
  });

  it('follows events without being asked', async () => {
    const { page } = await open('#/board', { as: 'boss' });
    await figure(page, '排队中').waitFor();
    assert.equal(await figure(page, '排队中').innerText(), '3');
    await server().followed();
    for (const kind of ['handoff', 'staff', 'case', 'settings'] as const) {
      const { books } = server();
      const handoffs = books.board.today.handoffs + 1;
      books.board = { ...books.board, waiting: [], today: { ...books.board.today, handoffs } };
      server().happen(kind);
      await waitUntil(page, async () => (await figure(page, '转人工').innerText()) === String(handoffs));
    }
    await page.getByText('现在没有客户排队').waitFor();
  });

  const sent = () => server().calls.filter(({ what }) => /alerts|outages/.test(what));

  it('shows who is on duty what happened, when and where, and says a new alert on every view', async () => {
    const { books } = server();
    books.alerts = [dutyAlert('major-fault', { case: 'GZ20261121-7KQ4M-X' })];
    const { page, complaints } = await open('#/board', { as: 'boss' });
    const rows = table(page, '值班告警').getByRole('row');
    await rows.nth(1).waitFor();
    assert.match(
      await rows.nth(1).innerText(),
      /重大故障[\s\S]*深圳福田 · 宽带[\s\S]*\d+:\d\d[\s\S]*GZ20261121-7KQ4M-X[\s\S]*待处理/,
    );
    await page.getByText('有 1 条值班告警待处理').waitFor();
    await page.getByRole('navigation').getByRole('link').first().click();
    await server().followed();
    books.alerts = [dutyAlert('outage-suspected', { outage: 'the-outage', reports: 5 }), ...books.alerts];
    server().happen('alert');
    await page.getByText('疑似大面积故障：深圳福田 · 宽带').waitFor();
    assert.deepEqual(complaints, []);
  });

  it('records who has seen an alert, and says when somebody was quicker', async () => {
    const { books } = server();
    const by = { by: 'staff-wang', byName: '王小明', at: new Date().toISOString() };
    books.alerts = [dutyAlert('major-fault', { case: 'GZ1' }), dutyAlert('security', { case: 'GZ2' })];
    const { page } = await open('#/board', { as: 'boss' });
    await page.getByRole('button', { name: '知悉 GZ1' }).click();
    await page.getByText('已记录由您知悉').waitFor();
    await page.getByRole('button', { name: '知悉 GZ1' }).waitFor({ state: 'detached' });
    books.alerts = [dutyAlert('security', { case: 'GZ2', acknowledged: by })];
    await page.getByRole('button', { name: '知悉 GZ2' }).click();
    await page.getByText('王小明 已先知悉').waitFor();
    assert.deepEqual(
      sent().map(({ what }) => what),
      ['POST /alerts/major-fault-1/acknowledge', 'POST /alerts/security-1/acknowledge'],
    );
  });

  it('confirms a suspected outage with the time that customers are told, or dismisses it after asking', async () => {
    const { books } = server();
    books.alerts = [
      dutyAlert('outage-suspected', { id: 'a', outage: 'one', reports: 5 }),
      dutyAlert('outage-suspected', { id: 'b', outage: 'two', reports: 6, area: 'gz-tianhe' }),
    ];
    const { page } = await open('#/board', { as: 'boss' });
    await page.getByRole('button', { name: '确认故障 深圳福田 · 宽带' }).click();
    const dialog = page.getByRole('dialog', { name: '确认深圳福田 · 宽带大面积故障？' });
    await dialog.getByRole('button', { name: /预计恢复时间/ }).click();
    await page.getByRole('option', { name: '2 小时内' }).click();
    await dialog.getByRole('button', { name: '确认故障' }).click();
    await page.getByText('已确认，正在通知客户').waitFor();
    await page.getByRole('button', { name: '不是故障 广州天河 · 宽带' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '不是故障' }).click();
    await page.getByText('现在没有告警').waitFor();
    const [confirmed, dismissed] = sent();
    assert.equal(confirmed?.what, 'POST /outages/one/confirm');
    const expected = new Map(Object.entries(confirmed.body ?? {})).get('expectedRepair');
    assert.ok(typeof expected === 'string' && Date.parse(expected) > Date.now());
    assert.deepEqual(dismissed, { what: 'POST /outages/two/dismiss', body: null });
  });

  it('says so when somebody else has decided', async () => {
    const { books } = server();
    books.alerts = [dutyAlert('outage-suspected', { outage: 'one', reports: 5 })];
    books.refuse.set('POST /outages/one/dismiss', { status: 409, code: 'Decided' });
    const { page } = await open('#/board', { as: 'boss' });
    await page.getByRole('button', { name: /^不是故障/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '不是故障' }).click();
    await page.getByRole('alert').getByText('已由其他人处理').waitFor();
  });

  it('opens a conversation to listen in', async () => {
    const { page } = await open('#/board', { as: 'boss' });
    await page.getByRole('link', { name: '查看 张**' }).click();
    await page.waitForURL(/#\/c\//);
    assert.equal(decodeURIComponent(new URL(page.url()).hash), '#/c/conversation-张**');
    assert.deepEqual(server().calls, [], 'listening changes nothing');
  });

  it('whispers to the agent, never without words', async () => {
    const { page } = await open('#/board', { as: 'boss' });
    await page.getByRole('button', { name: '悄悄话 张**' }).click();
    const dialog = page.getByRole('dialog', { name: '给王小明的悄悄话' });
    const words = dialog.getByRole('textbox');
    await focused(words);
    await dialog.getByRole('button', { name: '发送' }).click();
    assert.match(await faultOf(words), /请填写内容/);
    await words.fill('先安抚，再查账单');
    await dialog.getByRole('button', { name: '发送' }).click();
    await page.getByText('已发给坐席').waitFor();
    const sent = server().calls.find(({ what }) => what.endsWith('/whisper'));
    assert.equal(sent?.what, 'POST /conversations/conversation-张**/whisper');
    assert.equal(new Map(Object.entries(sent.body ?? {})).get('text'), '先安抚，再查账单');
    assert.equal(await page.getByRole('button', { name: '悄悄话 李**' }).count(), 0, 'nobody to whisper to');
  });

  it('takes over after asking, and opens the conversation', async () => {
    const { page } = await open('#/board', { as: 'boss' });
    await page.getByRole('button', { name: '接手 张**' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('会话现在由王小明接待').waitFor();
    assert.deepEqual(server().calls, []);
    await dialog.getByRole('button', { name: '接手' }).click();
    await page.waitForURL(/#\/c\//);
    assert.deepEqual(
      server().calls.map(({ what }) => what),
      ['POST /handoffs/handoff-张**/take'],
    );
  });

  it('says so when somebody was faster', async () => {
    server().books.refuse.set('POST /handoffs/handoff-张**/take', { status: 409, code: 'Ended' });
    const { page } = await open('#/board', { as: 'boss' });
    await page.getByRole('button', { name: '接手 张**' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '接手' }).click();
    await page.getByRole('alert').getByText('已被其他人处理').waitFor();
    assert.match(page.url(), /#\/board$/);
  });

  it('re-assigns to somebody who is there, or to a team', async () => {
    const { page } = await open('#/board', { as: 'boss' });
    await page.getByRole('button', { name: '转派 张**' }).click();
    const dialog = page.getByRole('dialog', { name: '转派张**的会话' });
    await dialog.getByRole('button', { name: '转派' }).click();
    const choice = dialog.getByRole('button', { name: /转给/ });
    await focused(choice);
    await choice.click();
    const options = await page.getByRole('option').allInnerTexts();
    assert.ok(options.includes('陈丽（1 / 4）') && options.includes('客户服务组（班组）'), options.join());
    assert.ok(!options.some((each) => /王小明|赵一|林主管/.test(each)), 'who has it, who is gone, oneself');
    await page.getByRole('option', { name: '陈丽（1 / 4）' }).click();
    await dialog.getByRole('textbox').fill('老客户');
    await dialog.getByRole('button', { name: '转派', exact: true }).click();
    await page.getByText('已转派').waitFor();
    assert.deepEqual(server().calls, [
      { what: 'POST /conversations/conversation-张**/transfer', body: { agent: 'staff-chen', note: '老客户' } },
    ]);
  });

  it('is not for agents, also by its address', async () => {
    const { page } = await open('#/board', { as: 'wang' });
    await page.getByRole('heading', { name: '您没有权限打开这一页' }).waitFor();
    assert.equal(await page.getByRole('navigation').getByRole('link', { name: '监控' }).count(), 0);
    await page.getByRole('link', { name: '返回工作台' }).click();
    await page.waitForURL(/#\/$/);
  });
});

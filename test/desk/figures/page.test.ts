import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { busyFigures, noFigures, someImprovements } from '../../support/fakeDeskFigures.ts';
import { member } from '../../support/fakeDeskScene.ts';
import { faultOf, focused, stage, waitUntil } from '../admin/support.ts';

describe('the console: figures', function () {
  this.timeout(60_000);
  const { server, open } = stage();
  const figure = (page: Page, name: string) =>
    page.getByRole('figure').filter({ has: page.getByRole('heading', { name, exact: true }) });
  const section = (page: Page, name: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true, level: 2 }) });
  const problems = (page: Page) => page.getByRole('region', { name: '常见问题' }).getByRole('row');

  beforeEach(() => {
    const { books } = server();
    books.users.push(member('wang', '王小明'), member('chen', '陈丽', { role: 'supervisor' }));
    books.figures = busyFigures;
    books.improvements = someImprovements();
  });

  it('says of every goal in words whether it is met', async () => {
    const { page, complaints } = await open('#/figures', { as: 'admin' });
    const goals = page.locator('.goal');
    await goals.first().waitFor();
    const said = await goals.allInnerTexts();
    assert.match(said[0] ?? '', /客户满意度[\s\S]*86\.96%\s*达标\s*目标：不低于 85%/);
    assert.match(said[1] ?? '', /人工首次答复[\s\S]*1:22\s*未达标\s*目标：不超过 0:30/);
    assert.match(said[2] ?? '', /投诉处理[\s\S]*—\s*暂无数据/);
    assert.match(
      said[3] ?? '',
      /系统可用性[\s\S]*99\.896%\s*未达标[\s\S]*43,200 分钟，中断 45 分钟\s*最长中断 31 分钟/,
    );
    assert.deepEqual(complaints, []);
  });

  it('has the numbers of every drawing as a table', async () => {
    const { page } = await open('#/figures', { as: 'admin' });
    const days = figure(page, '每日业务量');
    await days.getByText('以表格显示').click();
    const span = server().books.spans[0]?.split(' ') ?? [];
    const { byDay } = busyFigures(span[0] ?? '', span[1] ?? '').intake;
    const rows = await days.getByRole('row').allInnerTexts();
    assert.equal(rows.length, 1 + 30);
    const last = byDay.at(-1);
    assert.match(rows.at(-1) ?? '', new RegExp(`\\s${last?.requests}\\s+${last?.handoffs}$`));
    const sum = byDay.reduce((all, { requests }) => all + requests, 0);
    const drawn = await days.getByRole('img').getAttribute('aria-label');
    assert.match(drawn ?? '', new RegExp(`业务请求共 ${sum.toLocaleString('en')} 件`));
    assert.match(await figure(page, '按渠道').innerText(), /网页\s+651[\s\S]*微信\s+480[\s\S]*短信\s+22/);
    assert.match(await figure(page, '按分类').innerText(), /投诉 · 未分类\s+12/);
    assert.match(await figure(page, '按类型').innerText(), /预约\s+287/);
    assert.match(await figure(page, '人工服务用时').innerText(), /处理时长\s+6:52\s+18:50\s+398/);
    assert.match(await figure(page, '各项比例').innerText(), /一次解决\s+87%\s+488 \/ 561/);
    assert.match(await figure(page, '各方面满意度').innerText(), /服务态度\s+93\.8%\s+4\.6\s+256[\s\S]*39/);
    assert.match(await figure(page, '预警与超时次数').innerText(), /初步调查情况\s+11\s+9[\s\S]*结果\s+6\s+22/);
    assert.match(
      await page.getByRole('region', { name: '坐席评分' }).innerText(),
      /王小明\s+193\s+78\s+81\s+72\.5\s+—/,
    );
  });

  it('draws longer bars for more', async () => {
    const { page } = await open('#/figures', { as: 'admin' });
    const bars = figure(page, '按类型').locator('.bar-0');
    await bars.first().waitFor();
    const lengths = await bars.evaluateAll((all) => all.map((each) => Number(each.getAttribute('width'))));
    assert.equal(lengths[0], 100);
    assert.deepEqual(
      lengths,
      lengths.toSorted((a, b) => b - a),
    );
    assert.ok((lengths.at(-1) ?? 100) < 2, 'four of four hundred');
  });

  it('asks for the days that are chosen, and for the file of the same', async () => {
    const { page } = await open('#/figures', { as: 'admin' });
    const { spans } = server().books;
    const asked = () => spans.at(-1) ?? '';
    const days = () => {
      const [from = '', to = ''] = asked().split(' ');
      return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
    };
    await page.getByText('近 7 天').click();
    await waitUntil(page, async () => days() === 7);
    await page.getByText('近 90 天').click();
    await waitUntil(page, async () => days() === 90);
    await page.getByText('自选日期').click();
    const [from, to] = [page.getByLabel('从'), page.getByLabel('到', { exact: true })];
    await from.fill('2026-02-10');
    await to.fill('2026-02-09');
    const before = spans.length;
    await page.getByRole('button', { name: '查看', exact: true }).click();
    await focused(to);
    assert.match(await faultOf(to), /早于/);
    assert.equal(spans.length, before, 'nothing was asked for');
    await to.fill('2026-02-12');
    await page.getByRole('button', { name: '查看', exact: true }).click();
    await waitUntil(page, async () => asked() === '2026-02-10 2026-02-12');
    await page.getByText('2026年2月10日 至 2026年2月12日（Asia/Shanghai）').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 CSV 文件' }).click(),
    ]);
    assert.equal(file.suggestedFilename(), '2026-02-10_2026-02-12.csv');
    assert.match(file.url(), /\/desk\/api\/statistics\.csv\?from=2026-02-10&to=2026-02-12$/);
  });

  it('says what changed of a frequent problem, and leads to what is done about it', async () => {
    const { page } = await open('#/figures', { as: 'admin' });
    await problems(page).nth(3).waitFor();
    const rows = await problems(page).allInnerTexts();
    assert.match(rows[1] ?? '', /故障报修 · .+ · 深圳福田\s+64\s+多 33 \(之前 31\)\s+12\s+5\s+查看改进/);
    assert.match(rows[2] ?? '', /投诉 · .+\s+41\s+少 7 \(之前 48\)/);
    assert.match(rows[3] ?? '', /投诉 · 未分类\s+5\s+持平/);
    await page.getByRole('button', { name: '查看改进' }).click();
    await focused(page.getByRole('article').first());
    const card = await page.getByRole('article').first().innerText();
    assert.match(card, /计划[\s\S]*当前[\s\S]*王小明[\s\S]*已逾期[\s\S]*之前 1\.03，开始后 2\.13/);
  });

  it('begins an improvement with its plan, never without one', async () => {
    const { page } = await open('#/figures', { as: 'admin' });
    await page.getByRole('button', { name: /^改进 投诉 · 资费/ }).click();
    const dialog = page.getByRole('dialog', { name: /^改进：投诉 · 资费/ });
    const plan = dialog.getByRole('textbox', { name: '计划' });
    await focused(plan);
    await dialog.getByRole('button', { name: '开始改进' }).click();
    assert.match(await faultOf(plan), /请填写内容/);
    await plan.fill('账单加一行说明，月底看投诉量');
    await dialog.getByRole('button', { name: /负责人/ }).click();
    await page.getByRole('option', { name: '陈丽' }).click();
    await dialog.getByLabel('完成日期（可不填）').fill('2027-01-31');
    await dialog.getByRole('button', { name: '开始改进' }).click();
    await page.getByText('改进已开始').waitFor();
    const [body] = server().bodies('POST /improvements');
    const sent = new Map(Object.entries(body ?? {}));
    assert.match(String(sent.get('id')), /^[0-9a-f-]{36}$/);
    assert.deepEqual(Object.fromEntries([...sent].filter(([key]) => key !== 'id')), {
      ...{ kind: 'complaint', category: 'billing-plan', area: null, owner: 'staff-chen', due: '2027-01-31' },
      text: '账单加一行说明，月底看投诉量',
    });
    await page.getByRole('article').filter({ hasText: '账单加一行说明' }).waitFor();
    await waitUntil(page, async () => (await page.getByRole('button', { name: '查看改进' }).count()) === 2);
  });

  it('writes what comes next, of the stages that may follow, to the end', async () => {
    const { page } = await open('#/figures', { as: 'admin' });
    // in sight or folded away
    const card = page.locator('article').first();
    for (const [from, offered, to] of [
      ['执行', ['执行', '检查'], '检查'],
      ['检查', ['检查', '处理', '计划'], '处理'],
      ['处理', ['处理', '完成'], '完成'],
    ] as const) {
      assert.match(await card.locator('[aria-current=step]').innerText(), new RegExp(from));
      await card.getByRole('button', { name: '填写进展' }).click();
      await focused(card.getByRole('textbox', { name: '做了什么，发现或决定了什么' }));
      assert.deepEqual(await card.locator('.pick').allInnerTexts(), offered);
      await card.locator('.pick').filter({ hasText: to }).click();
      await card.getByRole('textbox', { name: '做了什么，发现或决定了什么' }).fill(`到${to}`);
      await card.getByRole('button', { name: '保存' }).click();
      await card.getByRole('button', { name: '保存' }).waitFor({ state: 'detached' });
      await card.locator('.entry-text').getByText(`到${to}`).waitFor({ state: 'attached' });
    }
    await page.getByText('现在没有进行中的改进').waitFor();
    await page.getByText('已完成的改进（2）').click();
    assert.equal(await page.getByRole('article').count(), 2);
    assert.equal(await page.getByRole('button', { name: '填写进展' }).count(), 0, 'what is done is done');
    assert.deepEqual(
      server()
        .bodies('POST /improvements/running/entries')
        .map((body) => new Map(Object.entries(body ?? {})).get('stage')),
      ['check', 'act', 'done'],
    );
  });

  it('says so when somebody else was faster, and when there is too much', async () => {
    const { books } = server();
    const { page } = await open('#/figures', { as: 'admin' });
    books.refuse.set('POST /improvements/running/entries', { status: 409, code: 'NotAllowed' });
    const card = page.getByRole('article').first();
    await card.getByRole('button', { name: '填写进展' }).click();
    await card.getByRole('textbox', { name: '做了什么，发现或决定了什么' }).fill('好');
    await card.getByRole('button', { name: '保存' }).click();
    await card.getByRole('alert').getByText('已被他人更新').waitFor();
    books.refuse.set('GET /statistics', { status: 400, code: 'TooMuch' });
    await page.getByText('近 90 天').click();
    await page.getByRole('alert').getByText('请缩短时间范围').waitFor();
    assert.equal(await page.locator('.goal').count(), 0, 'no figures of another time under this one');
  });

  it('says in words where there is nothing', async () => {
    const { books } = server();
    books.figures = noFigures;
    books.improvements = [];
    const { page } = await open('#/figures', { as: 'admin' });
    await section(page, '常见问题').getByText('没有反复出现的问题').waitFor();
    await section(page, '进行中的改进').getByText('现在没有进行中的改进').waitFor();
    await section(page, '坐席评分').getByText('没有坐席接待记录').waitFor();
    for (const name of ['每日业务量', '按渠道', '人工服务用时', '各项比例', '各方面满意度', '预警与超时次数'])
      assert.match(await figure(page, name).innerText(), /没有/, name);
    assert.equal(await page.getByText('暂无数据').count(), 4);
  });

  it('is for supervisors and admins, who find it in the navigation', async () => {
    const { page } = await open('', { as: 'chen' });
    await page.getByRole('navigation').getByRole('link', { name: '数据' }).click();
    await page.getByRole('heading', { name: '数据', level: 1 }).waitFor();
    await page.context().close();
    const other = await open('#/figures', { as: 'wang' });
    await other.page.getByRole('heading', { name: '您没有权限打开这一页' }).waitFor();
    assert.equal(await other.page.getByRole('link', { name: '数据' }).count(), 0);
    assert.deepEqual(server().books.spans.length, 1, 'an agent’s console asks for nothing');
  });
});

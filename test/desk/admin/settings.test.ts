import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { faultOf, focused, stage } from './support.ts';

describe('the console: hours and notice', function () {
  this.timeout(60_000);
  const { server, open } = stage();
  const save = (page: Page) => page.getByRole('button', { name: '保存' }).click();
  const notice = (page: Page, language: string) => page.getByRole('textbox', { name: `公告（${language}）` });

  it('saves what was chosen, and shows it after a reload', async () => {
    const { page, complaints } = await open('#/admin/settings', { as: 'admin' });
    await page.getByText('一直关闭').click();
    await page.getByText('使用下面的时间').click();
    const working = page.getByRole('group', { name: /工作日/ });
    await working.getByRole('textbox', { name: '从' }).fill('830');
    await working.getByRole('button', { name: '增加一段' }).click();
    await page
      .getByRole('group', { name: /周末/ })
      .getByRole('button', { name: /删除时段/ })
      .click();
    await page.getByText('这类日子不开放').waitFor();
    for (const [language, words] of [
      ['简体中文', '线路抢修中'],
      ['繁體中文', '線路搶修中'],
      ['English', 'Repairs'],
    ] as const) {
      await notice(page, language).fill(words);
    }
    await page.getByText('有未保存的修改').waitFor();
    await save(page);
    await page.getByText('设置已保存').waitFor();
    const saved = {
      open: false,
      hours: {
        workingDays: [
          ['08:30', '22:00'],
          ['22:00', '24:00'],
        ],
        otherDays: [],
      },
      notice: { 'zh-Hans': '线路抢修中', 'zh-Hant': '線路搶修中', en: 'Repairs' },
    };
    assert.deepEqual(server().bodies('PUT /settings'), [saved]);
    await page.reload();
    await page.getByRole('radio', { name: '一直关闭' }).waitFor();
    assert.ok(await page.getByRole('radio', { name: '一直关闭' }).isChecked());
    assert.equal(await working.getByRole('textbox', { name: '从' }).first().inputValue(), '08:30');
    assert.deepEqual(complaints, []);
  });

  it('refuses times that are none, and spans that overlap', async () => {
    server().books.settings = {
      ...server().books.settings,
      hours: {
        workingDays: [
          ['08:00', '12:00'],
          ['13:00', '18:00'],
        ],
        otherDays: [],
      },
    };
    const { page } = await open('#/admin/settings', { as: 'admin' });
    const to = page.getByRole('textbox', { name: '到' }).first();
    await to.fill('25:00');
    await save(page);
    await focused(to);
    assert.match(await faultOf(to), /24 小时制/);
    await page.getByRole('alert').getByText('有 1 处需要更正').waitFor();
    await to.fill('07:00');
    await save(page);
    await page.getByText('结束时间要晚于开始时间').waitFor();
    await to.fill('14:00');
    await save(page);
    await page.getByText('时段不能重叠').waitFor();
    assert.deepEqual(server().calls, []);
    await page.getByRole('button', { name: '放弃修改' }).click();
    assert.equal(await to.inputValue(), '12:00');
  });

  it('wants a notice in every language or in none, and shows what customers see', async () => {
    const { page } = await open('#/admin/settings', { as: 'admin' });
    await notice(page, '简体中文').fill('线路抢修中');
    await page.locator('.notice-bubble').getByText('线路抢修中').waitFor();
    await save(page);
    await focused(notice(page, '繁體中文'));
    assert.match(await faultOf(notice(page, 'English')), /这里也要写/);
    await notice(page, '简体中文').fill('');
    await save(page);
    await page.getByText('设置已保存').waitFor();
    assert.deepEqual(server().bodies('PUT /settings'), [{ open: null, hours: null, notice: null }]);
  });
});

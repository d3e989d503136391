import { strict as assert } from 'node:assert';
import { faultOf, focused, stage } from './support.ts';

describe('the console: canned replies and the audit', function () {
  this.timeout(60_000);
  const { server, open } = stage();
  const three = (words: string) => ({ 'zh-Hans': words, 'zh-Hant': words, en: words });

  it('adds, finds, changes and removes a canned reply', async () => {
    server().books.replies = [{ id: 'reply-0', shortcut: 'greet', text: three('您好，我是{agent}') }];
    const { page, complaints } = await open('#/admin/canned', { as: 'admin' });
    await page.getByRole('button', { name: '新增回复' }).click();
    const dialog = page.getByRole('dialog');
    const shortcut = dialog.getByRole('textbox', { name: '快捷词' });
    await shortcut.fill('/Greet');
    for (const language of ['简体中文', '繁體中文', 'English']) {
      await dialog.getByRole('textbox', { name: `内容（${language}）` }).fill('工单 {number}');
    }
    await dialog.getByRole('button', { name: '保存' }).click();
    await focused(shortcut);
    assert.match(await faultOf(shortcut), /已经有了/);
    await dialog.getByText('没有 {number} 这个变量').first().waitFor();
    assert.deepEqual(server().calls, []);
    await shortcut.fill('/case');
    for (const language of ['简体中文', '繁體中文', 'English']) {
      await dialog.getByRole('textbox', { name: `内容（${language}）` }).fill(' 工单 {case} ');
    }
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存').waitFor();
    assert.deepEqual(server().bodies('POST /canned'), [{ shortcut: 'case', text: three('工单 {case}') }]);

    await page.getByRole('searchbox').fill('您好');
    await page.getByText('共 1 条').waitFor();
    await page.getByRole('button', { name: '修改 /greet' }).click();
    await dialog.getByRole('textbox', { name: '内容（English）' }).fill('Hello, I am {agent}');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.equal(server().books.replies.find(({ id }) => id === 'reply-0')?.text.en, 'Hello, I am {agent}');

    await page.getByRole('button', { name: '删除 /greet' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '删除' }).click();
    await page.getByText('没有符合的回复').waitFor();
    assert.deepEqual(
      server().books.replies.map((each) => each.shortcut),
      ['case'],
    );
    assert.deepEqual(complaints, []);
  });

  it('pages through the audit to its beginning, each entry once', async () => {
    server().books.audit = Array.from({ length: 120 }, (_, index) => ({
      ...{ seq: index + 1, at: new Date(Date.UTC(2026, 10, 21, 8, index)).toISOString(), what: 'reveal' },
      ...{ by: 'staff-admin', byName: '林主管', subject: `TS-${index + 1}`, detail: null },
    }));
    server().books.audit.push({
      ...{ seq: 121, at: new Date().toISOString(), what: 'sign-in-refused', by: 'nobody', byName: 'nobody' },
      ...{ subject: null, detail: 'password wrong' },
    });
    const { page } = await open('#/admin/audit', { as: 'admin' });
    const rows = page.getByRole('row');
    await page.getByText('显示最近 50 条').waitFor();
    assert.match(await rows.nth(1).innerText(), /未登录者\s*登录被拒\s*—\s*password wrong/);
    assert.match(await rows.nth(2).innerText(), /林主管\s*查看个人信息\s*TS-120/);
    // a new entry meanwhile must not shift the pages
    server().books.audit.push({
      ...{ seq: 122, at: new Date().toISOString(), what: 'sign-in', by: 'staff-admin', byName: '林主管' },
      ...{ subject: null, detail: null },
    });
    await page.getByRole('button', { name: '读取更早的记录' }).click();
    await page.getByText('显示最近 100 条').waitFor();
    await page.getByRole('button', { name: '读取更早的记录' }).click();
    await page.getByText('已到最早的记录').waitFor();
    const subjects = await page.getByRole('row').locator('td:nth-child(4)').allInnerTexts();
    assert.equal(subjects.length, 121);
    assert.equal(new Set(subjects).size, 121);
    assert.equal(subjects.at(-1), 'TS-1');
    await page.getByRole('button', { name: '读取最新' }).click();
    await page.getByRole('row').nth(1).getByText('登录', { exact: true }).waitFor();
  });

  it('says when something cannot be read, and reads it again', async () => {
    server().books.refuse.set('GET /audit', { status: 403, code: 'Forbidden' });
    const { page } = await open('#/admin/audit', { as: 'admin' });
    await page.getByRole('alert').getByText('没有读到').waitFor();
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByText('还没有记录').waitFor();
  });
});

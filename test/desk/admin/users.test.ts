import { strict as assert } from 'node:assert';
import type { Locator } from 'playwright-core';
import { GIVEN } from '../../support/fakeDeskBooks.ts';
import { member } from '../../support/fakeDeskScene.ts';
import { faultOf, focused, stage } from './support.ts';

describe('the console: accounts', function () {
  this.timeout(60_000);
  const { server, open } = stage();
  const write = (dialog: Locator, name: RegExp | string, words: string) =>
    dialog.getByRole('textbox', { name }).fill(words);

  it('adds an account and shows its password once', async () => {
    const { page, complaints } = await open('#/admin/users', {
      as: 'admin',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: '新增账号' }).click();
    const dialog = page.getByRole('dialog', { name: '新增账号' });
    const create = dialog.getByRole('button', { name: '新增', exact: true });
    await create.click();
    await focused(dialog.getByRole('textbox', { name: '账号' }));
    assert.match(await faultOf(dialog.getByRole('textbox', { name: '账号' })), /请填写 2 到 60/);
    assert.match(await faultOf(dialog.getByRole('textbox', { name: '姓名' })), /请填写姓名/);
    await write(dialog, '账号', 'admin');
    await write(dialog, '姓名', '李娜');
    await dialog.getByRole('button', { name: /角色/ }).click();
    await page.getByRole('option', { name: /^班长/ }).click();
    await dialog.getByText('English').click();
    await dialog.getByText('资费账务组').click();
    await create.click();
    await dialog.getByText('这个账号已有人使用').waitFor();
    await focused(dialog.getByRole('textbox', { name: '账号' }));
    await write(dialog, '账号', 'li.na');
    await create.click();
    const shown = page.getByRole('alertdialog', { name: '李娜的初始密码' });
    assert.equal(await shown.getByRole('textbox', { name: '初始密码' }).inputValue(), GIVEN);
    await shown.getByRole('button', { name: '复制密码' }).click();
    await page.getByText('已复制').waitFor();
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), GIVEN);
    await shown.getByRole('button', { name: '我已记下' }).click();
    await page.getByRole('row', { name: /李娜/ }).getByText('待改初始密码').waitFor();
    assert.ok(!(await page.content()).includes(GIVEN), 'gone for good');
    assert.deepEqual(server().bodies('POST /users').at(-1), {
      ...{ login: 'li.na', name: '李娜', role: 'supervisor', skills: ['billing'] },
      ...{ languages: ['zh-Hans', 'en'], limit: 4 },
    });
    assert.deepEqual(complaints, []);
  });

  it('changes what somebody may take', async () => {
    server().books.users.push(member('wang', '王小明'));
    const { page } = await open('#/admin/users', { as: 'admin' });
    await page.getByRole('button', { name: '修改 王小明' }).click();
    const dialog = page.getByRole('dialog', { name: '修改王小明的账号' });
    await dialog.getByLabel('同时接待上限').fill('51');
    await dialog.getByText('简体中文').click();
    await dialog.getByRole('button', { name: '保存' }).click();
    assert.match(await faultOf(dialog.getByLabel('同时接待上限')), /请填写 1 到 50/);
    await dialog.getByText('至少选择一种语言').waitFor();
    assert.deepEqual(server().calls, []);
    await dialog.getByLabel('同时接待上限').fill('6');
    await dialog.getByText('繁體中文').click();
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('账号已保存').waitFor();
    const { limit, languages } = server().books.user('staff-wang');
    assert.deepEqual({ limit, languages }, { limit: 6, languages: ['zh-Hant'] });
  });

  it('disables after asking, and enables again', async () => {
    server().books.users.push(member('wang', '王小明'));
    const { page } = await open('#/admin/users', { as: 'admin' });
    const more = page.getByRole('button', { name: '王小明的更多操作' });
    await more.click();
    await page.getByRole('menuitem', { name: '停用' }).click();
    const dialog = page.getByRole('alertdialog', { name: '停用王小明的账号？' });
    await dialog.getByRole('button', { name: '取消' }).click();
    assert.deepEqual(server().calls, []);
    await more.click();
    await page.getByRole('menuitem', { name: '停用' }).click();
    await dialog.getByRole('button', { name: '停用' }).click();
    await page
      .getByRole('row', { name: /王小明/ })
      .getByText('已停用')
      .waitFor();
    assert.deepEqual(server().bodies('PATCH /users/staff-wang'), [{ disabled: true }]);
    await more.click();
    await page.getByRole('menuitem', { name: '启用' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '启用' }).click();
    await page
      .getByRole('row', { name: /王小明/ })
      .getByText('正常')
      .waitFor();
  });

  it('gives a new password to somebody who forgot theirs, but not to oneself', async () => {
    server().books.users.push(member('wang', '王小明'));
    const { page } = await open('#/admin/users', { as: 'admin' });
    await page.getByRole('button', { name: '王小明的更多操作' }).click();
    await page.getByRole('menuitem', { name: '重设密码' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '重设密码' }).click();
    const shown = page.getByRole('alertdialog', { name: '王小明的初始密码' });
    assert.equal(await shown.getByRole('textbox').inputValue(), GIVEN);
    await shown.getByRole('button', { name: '我已记下' }).click();
    await page.getByRole('button', { name: '林主管的更多操作' }).click();
    for (const name of ['重设密码', '停用']) {
      assert.equal(await page.getByRole('menuitem', { name }).getAttribute('aria-disabled'), 'true');
    }
  });

  it('finds by name or account', async () => {
    server().books.users.push(member('wang', '王小明'), member('chen', '陈丽'));
    const { page } = await open('#/admin/users', { as: 'admin' });
    await page.getByRole('searchbox').fill('CHEN');
    await page.getByText('共 1 个账号').waitFor();
    await page.getByRole('row', { name: /陈丽/ }).waitFor();
    await page.getByRole('searchbox').fill('nobody');
    await page.getByText('没有符合的账号').waitFor();
  });

  it('is for supervisors until there is an admin', async () => {
    server().books.users = [member('boss', '班长', { role: 'supervisor' })];
    const { page, complaints } = await open('#/admin', { as: 'boss' });
    await page.getByRole('tab', { name: '账号' }).click();
    await page.getByText('还没有管理员账号').waitFor();
    await page.getByRole('button', { name: '新增账号' }).click();
    const dialog = page.getByRole('dialog', { name: '新增账号' });
    await write(dialog, '账号', 'li.na');
    await write(dialog, '姓名', '李娜');
    await dialog.getByRole('button', { name: /角色/ }).click();
    await page.getByRole('option', { name: /^管理员/ }).click();
    await dialog.getByRole('button', { name: '新增', exact: true }).click();
    // the password of the first admin is still there to be noted down
    const shown = page.getByRole('alertdialog', { name: '李娜的初始密码' });
    assert.equal(await shown.getByRole('textbox', { name: '初始密码' }).inputValue(), GIVEN);
    await shown.getByRole('button', { name: '我已记下' }).click();
    await page.getByText('这一页只给管理员使用').waitFor();
    assert.deepEqual(complaints, []);
  });

  it('is for admins only, also by its address', async () => {
    server().books.users.push(member('boss', '班长', { role: 'supervisor' }), member('wang', '王小明'));
    const boss = await open('#/admin', { as: 'boss' });
    await boss.page.getByRole('tab', { name: '快捷回复' }).waitFor();
    assert.equal(await boss.page.getByRole('tab', { name: '账号' }).count(), 0);
    await boss.page.goto(`${server().address}#/admin/users`);
    await boss.page.getByText('这一页只给管理员使用').waitFor();
    const agent = await open('#/admin', { as: 'wang' });
    await agent.page.getByRole('heading', { name: '您没有权限打开这一页' }).waitFor();
  });
});

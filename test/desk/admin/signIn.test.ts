import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { CODE, GIVEN } from '../../support/fakeDeskBooks.ts';
import { member } from '../../support/fakeDeskScene.ts';
import { faultOf, focused, stage } from './support.ts';

describe('the console: signing in', function () {
  this.timeout(60_000);
  const { server, open } = stage();
  const login = (page: Page) => page.getByRole('textbox', { name: '账号' });
  const password = (page: Page) => page.getByLabel('密码', { exact: true });
  const signIn = (page: Page) => page.getByRole('button', { name: '登录', exact: true }).click();

  it('asks for what is missing, and puts the focus there', async () => {
    const { page, complaints } = await open();
    await signIn(page);
    await focused(login(page));
    assert.equal(await faultOf(login(page)), '请填写账号');
    assert.equal(await faultOf(password(page)), '请填写密码');
    assert.deepEqual(server().bodies('POST /login'), [], 'nothing was sent');
    assert.deepEqual(complaints, []);
  });

  it('does not say which of account and password is wrong', async () => {
    const { page } = await open();
    await login(page).fill('nobody');
    await password(page).fill('not the password');
    await password(page).press('Enter');
    await page.getByText('账号或密码不正确').waitFor();
    await focused(password(page));
    assert.equal(await faultOf(password(page)), '账号或密码不正确');
    assert.equal(await login(page).inputValue(), 'nobody', 'nothing is to be written twice');
  });

  it('says when the account is locked for a while', async () => {
    server().books.locked = true;
    const { page } = await open();
    await login(page).fill('admin');
    await password(page).fill(GIVEN);
    await signIn(page);
    await page.getByRole('alert').getByText('暂时锁定').waitFor();
  });

  it('shows the password on request, and takes a pasted one', async () => {
    const { page } = await open();
    await password(page).focus();
    await page.evaluate(`document.execCommand('insertText', false, 'pasted words')`);
    assert.equal(await password(page).getAttribute('type'), 'password');
    await page.getByRole('button', { name: '显示密码' }).click();
    assert.equal(await password(page).getAttribute('type'), 'text');
    assert.equal(await password(page).inputValue(), 'pasted words');
    await page.getByRole('button', { name: '隐藏密码' }).click();
    assert.equal(await password(page).getAttribute('type'), 'password');
  });

  it('asks for a code where the account wants one, and takes it with a blank in it', async () => {
    server().books.users = [member('admin', '林主管', { role: 'admin', totp: true })];
    const { page } = await open();
    await login(page).fill('admin');
    await password(page).fill(GIVEN);
    await signIn(page);
    const code = page.getByRole('textbox', { name: '动态验证码' });
    await focused(code);
    assert.equal(await code.getAttribute('autocomplete'), 'one-time-code');
    await code.fill('111111');
    await signIn(page);
    await page.getByText('验证码不对').waitFor();
    await focused(code);
    assert.match(await faultOf(code), /验证码不对/);
    await code.fill(`${CODE.slice(0, 3)} ${CODE.slice(3)}`);
    await signIn(page);
    await page.getByRole('navigation').waitFor();
    assert.deepEqual(server().bodies('POST /login').at(-1), { login: 'admin', password: GIVEN, code: CODE });
  });

  it('leads to the identity provider where there is one', async () => {
    const without = await open();
    await signIn(without.page);
    assert.equal(await without.page.getByRole('link').count(), 0);
    server().books.oidc = true;
    const { page } = await open('?oidc=refused');
    const link = page.getByRole('link', { name: '使用单位账号登录' });
    await link.waitFor();
    assert.equal(await link.getAttribute('href'), '/desk/api/oidc/start');
    await page.getByRole('alert').getByText('单位账号没有登录成功').waitFor();
  });

  it('lets nobody do anything before a given password is changed, and asks for it only once', async () => {
    server().books.users = [member('new', '新人', { mustChange: true })];
    const { page } = await open('#/board');
    await login(page).fill('new');
    await password(page).fill(GIVEN);
    await signIn(page);
    await page.getByRole('heading', { name: '请设置您自己的密码' }).waitFor();
    assert.equal(await page.getByRole('navigation').count(), 0, 'nowhere else to go');
    assert.equal(await page.getByLabel('拿到的初始密码').count(), 0, 'it was typed a moment ago');
    const next = page.getByLabel('新密码', { exact: true });
    await next.fill('short');
    await page.getByRole('button', { name: '保存密码' }).click();
    await focused(next);
    assert.match(await faultOf(next), /至少需要 10 个字符/);
    await next.fill('four quite unrelated words');
    await page.getByRole('button', { name: '保存密码' }).click();
    await page.getByRole('navigation').waitFor();
    assert.deepEqual(server().bodies('POST /me/password'), [{ current: GIVEN, next: 'four quite unrelated words' }]);
  });

  it('asks for the given password after a reload, and says when it is wrong', async () => {
    server().books.users = [member('new', '新人', { mustChange: true })];
    const { page } = await open('', { as: 'new' });
    const given = page.getByLabel('拿到的初始密码', { exact: true });
    await given.fill('something else');
    await page.getByLabel('新密码', { exact: true }).fill('four quite unrelated words');
    await page.getByRole('button', { name: '保存密码' }).click();
    await page.getByText('当前密码不正确').waitFor();
    await focused(given);
    assert.equal(await page.getByRole('navigation').count(), 0);
  });
});

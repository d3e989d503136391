import { strict as assert } from 'node:assert';
import { CODE, GIVEN } from '../../support/fakeDeskBooks.ts';
import { faultOf, focused, stage } from './support.ts';

describe('the console: my account', function () {
  this.timeout(60_000);
  const { server, open } = stage();

  it('changes the password', async () => {
    const { page } = await open('#/account', { as: 'admin' });
    const current = page.getByLabel('当前密码', { exact: true });
    await current.fill('wrong');
    await page.getByLabel('新密码', { exact: true }).fill('four quite unrelated words');
    await page.getByRole('button', { name: '更换密码' }).click();
    await page.getByText('当前密码不正确').waitFor();
    await focused(current);
    await current.fill(GIVEN);
    await page.getByRole('button', { name: '更换密码' }).click();
    await page.getByText('密码已更换').waitFor();
    assert.equal(await current.inputValue(), '');
    assert.equal(server().books.passwords.get('admin'), 'four quite unrelated words');
  });

  it('switches two-step sign-in on with a code, and off again with another', async () => {
    const { page, complaints } = await open('#/account', { as: 'admin' });
    await page.getByRole('button', { name: '开启两步验证' }).click();
    assert.equal(await page.getByRole('textbox', { name: '密钥' }).inputValue(), 'JBSW Y3DP EHPK 3PXP');
    const link = page.getByRole('link', { name: '在验证器应用中打开' });
    assert.match((await link.getAttribute('href')) ?? '', /^otpauth:\/\/totp\//);
    const code = page.getByRole('textbox', { name: '动态验证码' });
    await code.fill('12');
    await page.getByRole('button', { name: '确认并开启' }).click();
    await focused(code);
    assert.match(await faultOf(code), /请填写 6 位数字/);
    await code.fill(CODE);
    await page.getByRole('button', { name: '确认并开启' }).click();
    await page.getByText('两步验证已开启', { exact: true }).waitFor();
    assert.equal(server().books.user('staff-admin').totp, true);
    await page.getByRole('button', { name: '关闭两步验证' }).click();
    await code.fill(CODE);
    await page.getByRole('button', { name: '关闭两步验证' }).click();
    await page.getByText('两步验证已关闭', { exact: true }).waitFor();
    assert.equal(server().books.user('staff-admin').totp, false);
    assert.deepEqual(complaints, []);
  });
});

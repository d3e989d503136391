import { strict as assert } from 'node:assert';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { shown } from '../../support/fakeDeskIncident.ts';
import { type Language, stage } from './support.ts';

const NUMBER = 'AQ20261122-88HDF-P';

async function faults(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

describe('the console: security incidents', function () {
  this.timeout(60_000);
  const { open, server } = stage();

  /** The open case of a customer becomes an incident, with what colleagues recorded. */
  function happened(by: string, ...steps: readonly string[]): void {
    const zhao = server().books.conversations.get('zhao');
    const first = zhao?.cases[0];
    assert.ok(zhao && first);
    const entry = { at: '2026-11-22T03:00:00.000Z', by, what: 'incident' } as const;
    const history = steps.map((detail) => ({ ...entry, detail, note: `做了 ${detail}` }));
    const about = { number: NUMBER, kind: 'security', category: null, severity: null } as const;
    zhao.cases = [shown({ ...first, ...about, history })];
  }
  const section = async (language: Language = 'zh-Hans') => {
    const { page } = await open({ at: '#/c/zhao', language });
    return { page, incident: page.getByRole('region', { name: new RegExp(NUMBER) }) };
  };

  it('shows the grade and the six steps with who and when, and records the next one', async () => {
    happened('li', 'graded larger');
    const { page, incident } = await section();
    await incident.getByText('较大事件').waitFor();
    assert.equal(await incident.getByRole('listitem').count(), 6);
    const graded = incident.getByRole('listitem').filter({ hasText: '定级' });
    await graded.getByText('李思源').waitFor();
    await graded.getByText('做了 graded larger').waitFor();
    assert.equal(await incident.getByText('还没有记录').count(), 5);
    await incident.getByRole('button', { name: '记录步骤…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: /记录处置步骤/ });
    await dialog.getByRole('button', { name: /调查 步骤/ }).waitFor();
    const save = dialog.getByRole('button', { name: '保存' });
    assert.ok(await save.isDisabled(), 'nothing is said yet');
    await dialog.getByRole('textbox', { name: '查到了什么' }).fill('登录来自陌生设备');
    await save.click();
    await page.getByText('已记录：调查。').waitFor();
    await incident.getByText('登录来自陌生设备').waitFor();
    assert.equal(await incident.getByText('还没有记录').count(), 4);
    const [body] = server().bodies(/incident$/);
    assert.deepEqual({ ...Object(body), id: '' }, { id: '', step: 'investigated', text: '登录来自陌生设备' });
    await page.locator('.case-item').getByText('经过', { exact: true }).click();
    await page.locator('.case-history li').getByText('安全处置 · 调查').waitFor();
  });

  it('has no fault axe can find, and is reached by keyboard', async () => {
    happened('li', 'graded gravest', 'investigated');
    const { page, incident } = await section('en');
    await incident.getByText('Grade: gravest').waitFor();
    assert.deepEqual(await faults(page), [], 'section');
    const record = incident.getByRole('button', { name: 'Record a step…' });
    await record.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: `${NUMBER} · Record a step` }).waitFor();
    assert.deepEqual(await faults(page), [], 'dialog');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.ok(await record.evaluate((button) => button === button.ownerDocument.activeElement));
  });

  it('asks for a grade with grading, and says that a grave one calls the duty', async () => {
    happened('li');
    const { page, incident } = await section();
    await incident.getByText('未定级').waitFor();
    await incident.getByRole('button', { name: '记录步骤…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('重大和特别重大会立即呼叫所有值班人员。').waitFor();
    await dialog.getByRole('textbox', { name: '定级依据' }).fill('上千账号外泄');
    assert.ok(await dialog.getByRole('button', { name: '保存' }).isDisabled(), 'no grade yet');
    await dialog.getByRole('button', { name: /等级/ }).click();
    await page.getByRole('option', { name: '特别重大' }).click();
    await dialog.getByRole('button', { name: '保存' }).click();
    await incident.getByText('特别重大事件').waitFor();
    const [body] = server().bodies(/incident$/);
    assert.deepEqual([Object(body).step, Object(body).grade], ['graded', 'gravest']);
  });

  it('records that nobody is affected, with how that is known', async () => {
    happened('li', 'graded general', 'investigated', 'contained', 'restored');
    const { page, incident } = await section('en');
    await incident.getByRole('button', { name: 'Record a step…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: 'Nobody is affected, so nobody is told' }).press('Space');
    await dialog.getByRole('textbox', { name: 'How that is known' }).fill('No other account in the log');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await incident.getByText(/^Nobody affected/).waitFor();
    assert.equal(Object(server().bodies(/incident$/)[0]).nobodyAffected, true);
  });

  it('says who may not review, keeps the words, and sends them anew once they are changed', async () => {
    happened('me', 'graded general', 'investigated', 'contained', 'restored', 'told nobody');
    const { page, incident } = await section('zh-Hant');
    await incident.getByRole('button', { name: '記錄步驟…' }).click();
    const dialog = page.getByRole('dialog');
    const text = dialog.getByRole('textbox', { name: '檢討結論與改善' });
    await text.fill('加強登入驗證');
    await dialog.getByRole('button', { name: '儲存' }).click();
    await dialog
      .getByRole('alert')
      .getByText(/雙人確認/)
      .waitFor();
    assert.equal(await text.inputValue(), '加強登入驗證');
    await text.fill('加強登入驗證，改用兩步驟');
    await dialog.getByRole('button', { name: '儲存' }).click();
    await dialog.getByRole('alert').waitFor();
    const ids = server()
      .bodies(/incident$/)
      .map((body) => Object(body).id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('says that steps are missing when the case is to end', async () => {
    happened('li', 'graded general');
    const { page } = await section();
    await page.getByRole('button', { name: `${NUMBER} 的操作` }).click();
    await page.getByRole('menuitem', { name: /已撤/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: /改为/ }).click();
    await page.getByRole('alert').getByText('安全事件的处置步骤还没有记全，请先记录缺少的步骤。').waitFor();
  });

  it('offers nothing once reviewed, nor to an agent who does not have the customer', async () => {
    happened('li', 'graded general', 'investigated', 'contained', 'restored', 'told nobody', 'reviewed');
    const { incident } = await section();
    await incident.getByText('复盘', { exact: true }).waitFor();
    assert.equal(await incident.getByRole('button').count(), 0);
    happened('li', 'graded general');
    const elsewhere = { kind: 'agent', agent: 'li', since: new Date().toISOString(), firstReplyAt: null } as const;
    server().books.owner('zhao', elsewhere);
    const other = await section();
    await other.incident.getByText('一般事件').waitFor();
    assert.equal(await other.incident.getByRole('button').count(), 0);
    server().books.me = { ...server().books.me, role: 'supervisor' };
    const head = await section();
    await head.incident.getByRole('button', { name: '记录步骤…' }).waitFor();
  });
});

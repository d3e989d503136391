import { strict as assert } from 'node:assert';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { type DeskVisit, type Language, LOCALES, stage, waitUntil } from './support.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function faults(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

async function tabTo(page: Page, words: string): Promise<void> {
  for (let steps = 0; steps < 15; steps++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate('document.activeElement.textContent')) === words) return;
  }
  assert.fail(`no way to ${words}`);
}

describe('the console: access for everybody', function () {
  this.timeout(120_000);
  const { open, server } = stage();

  /** Everything at once: an offer, a failed message, a note begun, somebody typing. */
  async function fill({ page, composer }: DeskVisit): Promise<void> {
    await composer.waitFor();
    server().trouble.messages = [400];
    await composer.fill('没送到');
    await composer.press('Enter');
    await page.locator('.failed').waitFor();
    server().signal({ type: 'typing', conversation: 'zhao', by: 'customer' });
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [390, 1280]) {
      it(`has no fault axe can find: ${colorScheme}, ${width} px`, async () => {
        const visited = await open({ at: '#/c/zhao', colorScheme, viewport: { width, height: 844 } });
        const { page } = visited;
        await fill(visited);
        assert.deepEqual(await faults(page), [], 'conversation');
        for (const key of ['Alt+t', 'Alt+e', 'Alt+c', 'Control+k']) {
          await page.keyboard.press(key);
          await page.getByRole('dialog').waitFor();
          assert.deepEqual(await faults(page), [], key);
          await page.keyboard.press('Escape');
          await page.getByRole('dialog').waitFor({ state: 'detached' });
        }
        await page.keyboard.press('Alt+p');
        await page.locator('#composer').fill('备注');
        if (width === 390) {
          await page.keyboard.press('Alt+o');
          await page.locator('.context').getByText('138').first().waitFor();
          assert.deepEqual(await faults(page), [], 'customer');
          await page.keyboard.press('Alt+o');
          await page.getByRole('button', { name: '返回列表' }).click();
        }
        server().books.offer('wang');
        await page.locator('.offer').waitFor();
        assert.deepEqual(await faults(page), [], 'offer and note');
        await page.getByRole('tab', { name: /排队/ }).click();
        await page.locator('.row', { hasText: 'Sarah' }).waitFor();
        assert.deepEqual(await faults(page), [], 'queue');
      });
    }
  }

  it('is worked by keys alone: take, answer, note, file, hand back', async () => {
    const { page, composer } = await open();
    await page.locator('.row').first().waitFor();
    server().books.offer('sarah');
    await page.locator('.offer').waitFor();
    await page.keyboard.press('Alt+a');
    await composer.waitFor();
    await waitUntil(page, () => composer.evaluate((each) => each.matches(':focus')), 'one can write at once');
    await page.keyboard.type('Hello Sarah');
    await page.keyboard.press('Enter');
    await waitUntil(page, () => server().bodies(/sarah\/messages$/).length === 1);
    await page.keyboard.press('Alt+p');
    await page.waitForTimeout(100);
    await page.keyboard.type('red light');
    await page.keyboard.press('Enter');
    await waitUntil(page, () => server().bodies(/sarah\/notes$/).length === 1);
    await page.keyboard.press('Alt+l');
    await page.keyboard.press('Alt+c');
    await page.getByRole('dialog').waitFor();
    await page.getByRole('textbox', { name: '事情经过' }).focus();
    await page.keyboard.type('Router light is red');
    await tabTo(page, '登记');
    await page.keyboard.press('Enter');
    await waitUntil(page, () => server().bodies(/sarah\/cases$/).length === 1, 'filed');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await waitUntil(page, () => composer.evaluate((each) => each.matches(':focus')), 'the focus comes back');
    await page.keyboard.press('Alt+e');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, '结束会话');
    await page.keyboard.press('Enter');
    await waitUntil(page, () => server().bodies(/sarah\/return$/).length === 1, 'returned');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: '选择一个会话' }).waitFor();
    await page.keyboard.press('Alt+j');
    await page.locator('.thread').getByRole('heading', { name: '赵**' }).waitFor();
  });

  it('lists its keys by ?, and one switch turns all of them off', async () => {
    const { page, composer } = await open({ at: '#/c/zhao' });
    await composer.waitFor();
    await page.keyboard.type('?');
    assert.equal(await composer.inputValue(), '?', 'where one writes it is a letter');
    await page.getByRole('log').focus();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: '快捷键' });
    await dialog.getByText('Alt+J').waitFor();
    await dialog.getByText('快捷键', { exact: true }).last().click();
    await dialog.getByText('快捷键已关闭').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    for (const key of ['Alt+j', 'Alt+t', 'Control+k', '?']) await page.keyboard.press(key);
    assert.equal(await page.getByRole('dialog').count(), 0);
    assert.ok(page.url().endsWith('#/c/zhao'));
    await page.reload();
    await composer.waitFor();
    await page.keyboard.press('Alt+t');
    assert.equal(await page.getByRole('dialog').count(), 0, 'also after a reload');
  });

  it('finds anything by the palette', async () => {
    const { page, composer } = await open({ at: '#/c/zhao' });
    await composer.waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.type('林小');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.thread').getByRole('heading', { name: '林小姐' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('hotline');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await waitUntil(page, async () => (await composer.inputValue()).startsWith('您也可以撥打'));
  });

  for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) {
    it(`speaks ${language}, and marks what is said in another language`, async () => {
      const said: Record<Language, [string, string]> = {
        'zh-Hans': ['回复客户', '转人工摘要'],
        'zh-Hant': ['回覆客戶', '轉真人摘要'],
        en: ['Reply', 'Hand-off summary'],
      };
      const { page, log } = await open({ at: '#/c/lin', language });
      for (const words of said[language]) await page.getByText(words, { exact: true }).first().waitFor();
      assert.equal(await page.getAttribute('html', 'lang'), language);
      assert.equal(await log.locator('.bubble').last().getAttribute('lang'), 'zh-Hant');
      const words = (await page.locator('body').innerText()).replaceAll(/[\u4e00-\u9fff]/g, '');
      assert.doesNotMatch(words, /undefined|\[object|NaN|\{name\}/);
    });
  }

  it('changes its language, look and density at once, and keeps them', async () => {
    const { page } = await open();
    await page.locator('.row').first().waitFor();
    await page.locator('.me button').click();
    await page.getByRole('menuitem', { name: '个人设置' }).click();
    const pick = async (field: RegExp, option: string) => {
      await page.getByRole('dialog').getByRole('button', { name: field }).click();
      await page.getByRole('option', { name: option }).click();
    };
    await pick(/外观/, '深色');
    await pick(/疏密/, '宽松');
    await pick(/语言/, 'English');
    await page.getByRole('heading', { name: 'Preferences' }).waitFor();
    await page.reload({ waitUntil: 'commit' });
    await page.getByRole('tab', { name: /Waiting/ }).waitFor();
    const root = page.locator('html');
    assert.deepEqual(
      [await root.getAttribute('data-theme'), await root.getAttribute('data-density'), await root.getAttribute('lang')],
      ['dark', 'comfortable', 'en'],
    );
    assert.equal(LOCALES.en, 'en-GB');
  });

  it('needs no sideways scrolling at 320 px nor with text twice as large', async () => {
    const visited = await open({ at: '#/c/zhao', viewport: { width: 320, height: 640 } });
    const { page } = visited;
    await fill(visited);
    const wide = () => page.evaluate('document.documentElement.scrollWidth > innerWidth');
    assert.equal(await wide(), false, 'conversation');
    await page.evaluate("document.documentElement.style.fontSize = '175%'");
    assert.equal(await wide(), false, 'larger text');
    await page.evaluate("document.documentElement.style.fontSize = ''");
    await page.getByRole('button', { name: '返回列表' }).click();
    server().books.offer('wang');
    await page.locator('.offer').waitFor();
    assert.equal(await wide(), false, 'list');
  });

  it('has no target under 24 px', async () => {
    const visited = await open({ at: '#/c/zhao' });
    await fill(visited);
    server().books.offer('wang');
    await visited.page.locator('.offer').waitFor();
    for (const target of await visited.page.locator('button:visible, a.row:visible, .rail a, summary').all()) {
      const box = await target.boundingBox();
      assert.ok(box && box.height >= 24 && box.width >= 24, await target.evaluate((each) => each.outerHTML));
    }
  });

  it('stands still for those who ask for it', async () => {
    const { page, composer } = await open({ at: '#/c/zhao', reducedMotion: 'reduce' });
    await composer.waitFor();
    server().signal({ type: 'typing', conversation: 'zhao', by: 'customer' });
    await page.locator('.typing-dots').waitFor();
    const name = await page.evaluate("getComputedStyle(document.querySelector('.typing-dots i')).animationName");
    assert.equal(name, 'none');
  });

  it('shows one pane at a time on a phone, with a way back', async () => {
    const { page, choose } = await open({ viewport: { width: 390, height: 844 } });
    await choose('赵**');
    await page.locator('#composer').waitFor();
    assert.equal(await page.locator('.queue').isVisible(), false);
    await page.getByRole('button', { name: '客户信息', exact: true }).click();
    await page.locator('.context').waitFor();
    await page.getByRole('button', { name: '关闭客户信息' }).click();
    await page.locator('.context').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '返回列表' }).click();
    await page.locator('.queue').waitFor();
    assert.equal(await page.locator('.thread').isVisible(), false);
  });
});

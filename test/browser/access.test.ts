import { strict as assert } from 'node:assert';
import { AxeBuilder } from '@axe-core/playwright';
import { script } from './script.ts';
import type { Visit } from './support.ts';
import { stage, visit } from './support.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

describe('the customer page: access for everybody', function () {
  this.timeout(60_000);
  const { browser, server } = stage(script);

  /** Everything the page can show: a case, a refused message, the picker, quick replies. */
  async function fill({ send, page, log }: Visit): Promise<void> {
    await send('报修故障');
    await log.getByText('GZ20261121-0042').waitFor();
    server().trouble.posts = [400];
    await send('坏');
    await page.getByText('未发送').waitFor();
    await send('预约上门');
    await page.getByRole('radio').first().waitFor();
    const suggestedActions = { actions: [{ type: 'imBack', title: '换个时间', value: '换个时间' }] };
    server().say({ type: 'message', text: '或者 https://example.com/', suggestedActions });
    await page.getByRole('button', { name: '换个时间' }).waitFor();
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 1280]) {
      it(`has no fault axe can find: ${colorScheme}, ${width} px`, async () => {
        const visited = await visit(browser(), server().address, { colorScheme, viewport: { width, height: 800 } });
        await fill(visited);
        const { violations } = await new AxeBuilder({ page: visited.page }).withTags(rules).analyze();
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
          [],
        );
      });
    }
  }

  it('needs no sideways scrolling at 320 px, in any language, nor with text twice as large', async () => {
    const visited = await visit(browser(), server().address, { viewport: { width: 320, height: 640 } });
    await fill(visited);
    const wide = () => visited.page.evaluate('document.documentElement.scrollWidth > innerWidth');
    for (const language of ['zh-Hans', 'zh-Hant', 'en']) {
      await visited.page.getByRole('combobox').selectOption(language);
      assert.equal(await wide(), false, language);
    }
    await visited.page.evaluate("document.documentElement.style.fontSize = '200%'");
    assert.equal(await wide(), false, '200 %');
    const inside = await visited.page.evaluate(
      'document.querySelector(".scroller").scrollWidth <= document.querySelector(".scroller").clientWidth',
    );
    assert.ok(inside, 'nor inside the transcript');
  });

  it('has no target under 44 px', async () => {
    const visited = await visit(browser(), server().address, { viewport: { width: 360, height: 740 } });
    await fill(visited);
    for (const target of await visited.page.locator('button:visible, select, .days label').all()) {
      const box = await target.boundingBox();
      assert.ok(box && box.height >= 44 && box.width >= 44, await target.evaluate((each) => each.outerHTML));
    }
  });

  it('can be worked by keyboard alone', async () => {
    const { page, field, log, send } = await visit(browser(), server().address);
    await page.getByRole('group').waitFor();
    assert.ok(await field.evaluate((each) => each.matches(':focus')), 'one can write at once');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await log.getByText('echo: 查询进度').waitFor();
    assert.ok(await field.evaluate((each) => each.matches(':focus')), 'the focus is not lost with the button');
    await send('谢谢');
    await log.getByText('echo: 谢谢').waitFor();
    const reached: string[] = [];
    for (let step = 0; step < 6; step++) {
      await page.keyboard.press('Tab');
      reached.push(String(await page.evaluate('document.activeElement.className || document.activeElement.tagName')));
    }
    for (const stop of ['attach', 'send', 'person', 'language', 'scroller'])
      assert.ok(reached.includes(stop), `${stop} in ${reached}`);
  });

  it('reads out what is new and not what is old', async () => {
    const visited = await visit(browser(), server().address);
    await visited.log.getByText('您好').waitFor();
    assert.equal(await visited.log.getAttribute('aria-live'), 'polite');
    await visited.context.route('**/activities**', (route) => route.abort());
    await visited.context.routeWebSocket(/stream/, () => {});
    await visited.page.reload();
    await visited.field.waitFor();
    assert.equal(await visited.log.getAttribute('aria-live'), 'off', 'a history still to come is not news');
  });

  it('says who spoke', async () => {
    const visited = await visit(browser(), server().address);
    await visited.send('您好吗');
    await visited.log.getByText('echo').waitFor();
    const spoken = await visited.log.locator('.bubble').allTextContents();
    assert.deepEqual(
      spoken.map((each) => each.slice(0, each.indexOf('：'))),
      ['首问', '您', '首问'],
    );
  });

  it('stands still for those who ask for it', async () => {
    const visited = await visit(browser(), server().address, { reducedMotion: 'reduce' });
    await visited.send('silence');
    const dot = visited.page.getByTestId('typing').locator('i').first();
    await dot.waitFor({ state: 'attached' });
    assert.equal(
      await visited.page.evaluate("getComputedStyle(document.querySelector('.typing i')).animationName"),
      'none',
    );
  });
});

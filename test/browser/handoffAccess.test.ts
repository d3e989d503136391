import { strict as assert } from 'node:assert';
import { AxeBuilder } from '@axe-core/playwright';
import { agentSays, join, RATING, RECOMMEND, says, wait } from './desk.ts';
import { script } from './script.ts';
import type { Visit } from './support.ts';
import { stage, visit } from './support.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'];

describe('the customer page: a person takes over, access for everybody', function () {
  this.timeout(90_000);
  const { browser, server } = stage(script);

  /** Each state a hand-off puts the page into; `look` sees it. */
  async function through({ page, log, send }: Visit, look: (state: string) => Promise<void>): Promise<void> {
    await log.locator('.said').first().waitFor();
    server().say({
      ...says('handoffSought', '正在为您找人工同事'),
      timestamp: new Date(Date.now() - 400_000).toISOString(),
    });
    wait(server(), { position: 3, waitSeconds: null });
    server().say(says('handoffPlace', '您排在第 3 位。'));
    await page.locator('.waiting .standing p').first().waitFor();
    await look('waiting');
    join(server());
    server().say(agentSays('您好', { attachments: [{ name: '单.pdf', contentType: 'application/pdf' }] }));
    await log.locator('.agent').first().waitFor();
    await send('silence');
    await log.locator('.mark-of').waitFor();
    server().typing();
    await page.getByTestId('typing').waitFor();
    await look('agent');
    await page.locator('.person').click();
    await page.locator('.end-talk').waitFor();
    await look('ending');
    await page.keyboard.press('Escape');
    server().say({ type: 'event', name: 'handoff.status', value: { handoff: 'h1', state: 'completed' } });
    server().say(says('askRating', '请打分', RATING));
    await page.locator('.rating').waitFor();
    await look('rating');
    server().say(says('askRecommend', '会推荐吗', RECOMMEND));
    await page.locator('.recommend').waitFor();
    await look('recommend');
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no fault axe can find in any state: ${colorScheme}`, async () => {
      const visited = await visit(browser(), server().address, { colorScheme, viewport: { width: 360, height: 740 } });
      await through(visited, async (state) => {
        const { violations } = await new AxeBuilder({ page: visited.page }).withTags(rules).analyze();
        assert.deepEqual(
          violations.map(({ id, nodes }) => [state, id, nodes.map(({ html }) => html)]),
          [],
        );
      });
    });
  }

  it('fits 320 px in any language, with text twice as large, and has no target under 44 px', async () => {
    const visited = await visit(browser(), server().address, { viewport: { width: 320, height: 640 } });
    const { page } = visited;
    await through(visited, async (state) => {
      for (const language of LANGUAGES) {
        await page.getByRole('combobox').selectOption(language);
        for (const size of ['100%', '200%']) {
          await page.evaluate(`document.documentElement.style.fontSize = '${size}'`);
          const wide = await page.evaluate(
            'document.documentElement.scrollWidth > innerWidth || document.querySelector(".scroller").scrollWidth > document.querySelector(".scroller").clientWidth',
          );
          assert.equal(wide, false, `${state} ${language} ${size}`);
        }
        await page.evaluate("document.documentElement.style.fontSize = ''");
        const small = await page.locator('button:visible, select').evaluateAll((all) =>
          all.flatMap((each) => {
            const { width, height } = each.getBoundingClientRect();
            return width < 44 || height < 44 ? [`${each.textContent} ${width} × ${height}`] : [];
          }),
        );
        assert.deepEqual(small, [], `${state} ${language}`);
      }
      await page.getByRole('combobox').selectOption('zh-Hans');
    });
  });

  it('leaves room to read and to write on the smallest screen', async () => {
    const visited = await visit(browser(), server().address, { viewport: { width: 320, height: 480 } });
    await through(visited, async (state) => {
      const [read, write] = [await visited.page.locator('.scroller').boundingBox(), await visited.field.boundingBox()];
      assert.ok(read && read.height > 120, `${state}: ${read?.height}`);
      assert.ok(write && write.y + write.height <= 480, state);
    });
  });

  it('has a person, or the way back from one, at one tap in every state', async () => {
    const visited = await visit(browser(), server().address);
    const ways: Readonly<Record<string, string>> = {
      waiting: '返回机器人',
      agent: '结束人工服务',
      ending: '继续对话',
      rating: '转人工',
      recommend: '转人工',
    };
    await through(visited, async (state) => {
      assert.ok(await visited.page.getByRole('button', { name: ways[state] ?? '' }).isVisible(), state);
    });
  });

  it('stands still for those who ask for it, and moves nothing in the live region', async () => {
    const visited = await visit(browser(), server().address, { reducedMotion: 'reduce' });
    await through(visited, async () => {
      const moving = await visited.page.evaluate(
        "document.getAnimations().filter((each) => each.playState === 'running').length",
      );
      assert.equal(moving, 0);
    });
    const inside = visited.log.locator('[role=status], [role=alert], .waiting, .typing, .scale');
    assert.equal(await inside.count(), 0, 'nothing is read out twice');
    assert.equal(await visited.log.locator('.when:not([aria-live=off])').count(), 0, 'a mark is no news');
  });
});

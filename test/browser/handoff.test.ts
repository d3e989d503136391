import { strict as assert } from 'node:assert';
import { agentSays, join, RATING, RECOMMEND, says, status, wait } from './desk.ts';
import { script } from './script.ts';
import type { Visit } from './support.ts';
import { stage, visit } from './support.ts';

describe('the customer page: a person takes over', function () {
  this.timeout(60_000);
  const { browser, server } = stage(script);

  async function open(): Promise<Visit & { card: ReturnType<Visit['page']['getByRole']> }> {
    const visited = await visit(browser(), server().address);
    await visited.log.getByText('您好').waitFor();
    return { ...visited, card: visited.page.getByRole('region', { name: '正在为您找人工同事' }) };
  }

  it('shows where one stands, above the composer, until somebody comes', async () => {
    const { page, card, field } = await open();
    assert.equal(await card.count(), 0);
    wait(server());
    await card.waitFor();
    assert.equal(await card.getByText('您前面').count(), 0, 'no place before one is known');
    wait(server(), { position: 3, waitSeconds: 200 });
    await card.getByText('您前面还有 2 位，大约 4 分钟').waitFor();
    wait(server(), { position: 2, waitSeconds: null });
    await card.getByText('您前面还有 1 位；暂时没有空闲的同事').waitFor();
    wait(server(), { position: 1 });
    await card.getByText('下一位就是您', { exact: true }).waitFor();
    const [shown, box] = [await card.boundingBox(), await field.boundingBox()];
    assert.ok(shown && box && shown.y + shown.height <= box.y);
    assert.equal(await page.getByRole('button', { name: '转人工' }).count(), 0, 'one is being called already');
    join(server());
    await card.waitFor({ state: 'detached' });
  });

  it('tells quietly how long one has waited', async () => {
    const { card } = await open();
    server().say({ ...status('waiting'), timestamp: new Date(Date.now() - 200_000).toISOString() });
    wait(server(), { position: 2, waitSeconds: 60 });
    await card.getByText('已等 3 分钟').waitFor();
  });

  it('reads a place out once, and leaves it to the bot where the bot tells it', async () => {
    const { page, card } = await open();
    await page.evaluate(`(() => {
      window.heard = [];
      const region = [...document.querySelectorAll('[role=status]')].find((each) => each.className === 'hidden');
      new MutationObserver(() => heard.push(region.textContent)).observe(region, { childList: true, subtree: true, characterData: true });
    })()`);
    const heard = () => page.evaluate('heard.filter(Boolean)');
    wait(server(), { position: 3, waitSeconds: 240 });
    await card.getByText('大约 4 分钟').waitFor();
    wait(server(), { position: 3, waitSeconds: 120 });
    await card.getByText('大约 2 分钟').waitFor();
    server().repeat();
    server().say(says('handoffPlace', '您排在第 3 位，预计等待约 2 分钟。', ['改为回电', '不等了，返回机器人']));
    await page.getByText('您排在第 3 位').waitFor();
    assert.deepEqual(await heard(), ['您前面还有 2 位，大约 4 分钟']);
    assert.equal(await page.getByRole('group', { name: '快捷回复' }).count(), 0, 'the card offers the same');
    assert.equal(await page.locator('[role=log] .waiting, [role=log] [role=status]').count(), 0);
  });

  for (const [way, others] of [
    ['返回机器人', 'completed'],
    ['改为回电', 'completed'],
  ] as const) {
    it(`goes another way at one tap, said once: ${way}`, async () => {
      const { page, card, log } = await open();
      wait(server());
      await card.getByRole('button', { name: way }).dblclick();
      await log.getByText(`echo: ${way}`).waitFor();
      assert.deepEqual(server().heard, [way]);
      server().say(status(others));
      await card.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: '转人工' }).waitFor();
    });
  }

  it('is the same after a reload, waiting and with an agent', async () => {
    const { page, card } = await open();
    wait(server(), { position: 3, waitSeconds: 240 });
    await card.getByText('您前面还有 2 位').waitFor();
    await page.reload();
    await card.getByText('您前面还有 2 位').waitFor();
    join(server());
    await page.getByRole('heading', { name: '王芳' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '王芳 人工客服' }).waitFor();
    assert.equal(await card.count(), 0);
  });

  it('follows agents lost, passed on and gone, hand-off after hand-off, and says so quietly', async () => {
    const { page, card, log } = await open();
    join(server());
    server().say(status('waiting'));
    server().say(says('agentGone', '抱歉，王芳暂时离开了。'));
    await card.waitFor();
    join(server(), '李强');
    server().say(status('accepted', { agent: '赵敏' }));
    server().say(says('agentChanged', '接下来由人工客服赵敏继续为您服务。'));
    await page.getByRole('heading', { name: '赵敏' }).waitFor();
    server().say(status('completed'));
    server().say(says('botBack', '人工服务已结束，接下来由我继续为您服务。'));
    await page.getByRole('heading', { name: '首问' }).waitFor();
    server().say(status('waiting', {}, 'h2'));
    await card.waitFor();
    server().say(status('failed', {}, 'h2'));
    server().say(says('nobodyCame', '非常抱歉'));
    await card.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '转人工' }).waitFor();
    assert.equal(await log.locator('.notice').count(), 5);
    assert.equal(await log.locator('.bot').count(), 2, 'an apology is no quiet line');
  });

  it('does not stumble over what comes doubled, late, or is not known', async () => {
    const { page, card, log, complaints } = await open();
    wait(server(), { position: 2, waitSeconds: 60 });
    join(server());
    server().say(agentSays('您好'));
    await log.getByText('您好', { exact: true }).waitFor();
    server().repeat();
    server().say(status('paused', { agent: '谁' }));
    server().say({ type: 'event', name: 'handoff.status', value: 'what' });
    server().say({ type: 'event', name: 'handoff.unheard', value: { handoff: 'h1', state: 'failed' } });
    server().say(agentSays('还在'));
    await log.getByText('还在').waitFor();
    assert.equal(await page.getByRole('heading', { name: '王芳' }).count(), 1);
    assert.equal(await log.getByText('您好', { exact: true }).count(), 1);
    server().say(status('completed'));
    server().say(status('waiting', { position: 1 }));
    server().say(says('botBack', '我回来了'));
    await log.getByText('我回来了').waitFor();
    assert.equal(await card.count(), 0, 'what is over does not begin again');
    server().sayUnheard(status('waiting', { position: 4 }, 'h2'));
    await page.reload();
    await card.getByText('您前面还有 3 位').waitFor();
    assert.deepEqual(complaints, []);
  });

  it('asks for ratings as a row, which becomes what was answered', async () => {
    const { page, log } = await open();
    server().say(says('askRating', '请为“服务质量”打分', RATING));
    const scale = page.getByRole('group', { name: '选择分数' });
    await scale.waitFor();
    assert.equal(await scale.getByRole('button').count(), 5);
    assert.equal(await scale.locator('.ends').innerText(), '很不满意\n非常满意');
    await page.getByRole('group', { name: '快捷回复' }).getByRole('button', { name: '跳过这题' }).waitFor();
    await scale.getByRole('button', { name: '4 满意' }).focus();
    await page.keyboard.press('Enter');
    await log.getByText('echo: 4 满意').waitFor();
    assert.equal(await scale.count(), 0);
    server().say(says('askRecommend', '您会推荐我们吗？', RECOMMEND));
    await page.setViewportSize({ width: 320, height: 640 });
    assert.equal(await scale.getByRole('button').count(), 11);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), false);
    await scale.getByRole('button', { name: '10', exact: true }).dblclick();
    await log.getByText('echo: 10').waitFor();
    assert.deepEqual(server().heard, ['4 满意', '10']);
  });
});

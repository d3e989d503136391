import assert from 'node:assert/strict';
import { renderTurn } from '../../../adapters/channels/messaging/render.ts';
import { REST_MOST_MS } from '../../../bot/delivery.ts';
import { HERE, type Moody, openMoody, said } from './moody.ts';
import { someCaps } from './someCaps.ts';

describe('a platform that wants rest', () => {
  let moody: Moody;
  afterEach(() => moody.close());
  const turns = [said(1, { text: '一' }), said(2, { text: '二' })];
  const texts = () => moody.taken.map(({ text }) => text);

  it('is left alone by all instances and over restarts, and then told everything in order', async () => {
    moody = await openMoody();
    moody.moods.push({ kind: 'later', code: '45009', afterMs: 60_000 });
    assert.deepEqual(await moody.instance()(turns), { kind: 'later', afterMs: 60_000 });
    moody.now += 20_000;
    assert.deepEqual(await moody.instance()(turns), { kind: 'later', afterMs: 40_000 });
    assert.equal(moody.calls, 1);
    moody.now += 40_000;
    assert.equal(await moody.instance()(turns), 'sent');
    assert.deepEqual(texts(), ['一', '二']);
  });
  it('rests no longer than 15 minutes', async () => {
    moody = await openMoody();
    moody.moods.push({ kind: 'later', code: '131048', afterMs: 86_400_000 });
    assert.deepEqual(await moody.instance()(turns), { kind: 'later', afterMs: REST_MOST_MS });
    moody.now += REST_MOST_MS;
    assert.equal(await moody.instance()(turns), 'sent');
  });
  it('is not sent the first turn again when it stopped the second', async () => {
    moody = await openMoody();
    moody.moods.push({ kind: 'sent' }, { kind: 'later', code: '429', afterMs: 1000 });
    assert.deepEqual(await moody.instance()(turns), { kind: 'later', afterMs: 1000 });
    moody.now += 1000;
    assert.equal(await moody.instance()(turns), 'sent');
    assert.deepEqual(texts(), ['一', '二']);
  });
  it('may be answered all the same where the answer is that to a webhook', async () => {
    const inline: string[] = [];
    moody = await openMoody({
      async answerInline(_to, { text }) {
        inline.push(text);
        return true;
      },
    });
    await moody.store.saveToken(`rest/${HERE}`, 'rest', moody.now + 60_000);
    assert.equal(await moody.instance()(turns.slice(0, 1)), 'sent');
    assert.deepEqual([inline, moody.calls], [['一'], 0]);
  });
  it('keeps nothing of the quota for what it did not take', async () => {
    moody = await openMoody({ caps: someCaps({ windows: { message: { ms: 1000, quota: 5 } } }) });
    const open = moody.now + 3_600_000;
    await moody.store.openWindow(HERE, 'message', 5, open);
    moody.moods.push({ kind: 'later', code: '45009', afterMs: 1000 });
    await moody.instance()(turns);
    await moody.instance()(turns);
    assert.equal((await moody.store.window(HERE, moody.now))?.left, 5);
  });
});

describe('a message whose sending a crash left open', () => {
  for (const [knowsRepeats, calls] of [
    [true, 1],
    [false, 0],
  ] as const) {
    it(`is ${knowsRepeats ? 'sent' : 'not sent'} again where the platform ${knowsRepeats ? 'knows' : 'does not know'} repeats`, async () => {
      const moody = await openMoody({ knowsRepeats });
      const [message] = renderTurn(HERE, [said(1, { text: '一' })], someCaps()).messages;
      await moody.store.attempt(message?.id ?? '', moody.now);
      assert.equal(await moody.instance()([said(1, { text: '一' })]), 'sent');
      assert.equal(moody.calls, calls);
      await moody.close();
    });
  }
  it('is not sent again once it is known that it was', async () => {
    const moody = await openMoody({ knowsRepeats: true });
    moody.moods.push({ kind: 'sent', platformId: 'p1' });
    for (let at = 0; at < 2; at++) assert.equal(await moody.instance()([said(1, { text: '一' })]), 'sent');
    assert.equal(moody.calls, 1);
    await moody.close();
  });
});

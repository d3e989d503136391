import assert from 'node:assert/strict';
import { sizeOf } from '../../../adapters/channels/messaging/split.ts';
import { FILES_PATH } from '../../../adapters/uploads/store.ts';
import { HERE, type Moody, openMoody, said } from './moody.ts';
import { someCaps } from './someCaps.ts';

const MORE = '（还有内容，回复任意文字即可继续）';
const caps = someCaps({
  text: { max: 120, unit: 'bytes', maxParts: 9 },
  actions: { native: 'msgmenu', max: 10, labelMax: 128, valueMax: 128, unit: 'bytes', echo: 'label' },
  media: { in: [], out: ['image'], maxBytes: 1000 },
  windows: { message: { ms: 1000, quota: 5 } },
});
const pictures = (...names: string[]) => ({
  attachments: names.map((name) => ({ contentType: 'image/png', contentUrl: `${FILES_PATH}${name}`, name })),
});

describe('the last message of a quota', () => {
  let moody: Moody;
  beforeEach(async () => {
    moody = await openMoody({ caps });
  });
  afterEach(() => moody.close());
  const quota = (left: number) => {
    moody.now += 1000;
    return moody.store.openWindow(HERE, 'message', left, moody.now + 3_600_000);
  };
  const shown = () => moody.taken.map(({ text, media }) => (media ? `${media.name}${text}` : text));

  it('says that there is more, below its words', async () => {
    await quota(2);
    const turn = [said(1, { text: '好', ...pictures('a', 'b', 'c') })];
    assert.equal(await moody.instance()(turn), 'waits');
    assert.deepEqual(shown(), ['好', MORE], 'a picture carries no words');
    await quota(5);
    assert.equal(await moody.instance()(turn), 'sent');
    assert.deepEqual(shown().slice(2), ['a', 'b', 'c'], 'the picture that gave its place is not lost');
  });
  it('is only these words where they would not fit below', async () => {
    await quota(1);
    const turn = [said(1, { text: '字'.repeat(39), ...pictures('a') })];
    assert.equal(await moody.instance()(turn), 'waits');
    assert.deepEqual(shown(), [MORE]);
    await quota(5);
    assert.equal(await moody.instance()(turn), 'sent');
    assert.deepEqual(shown(), [MORE, '字'.repeat(39), 'a']);
    for (const { text } of moody.taken) assert.ok(sizeOf(text, 'bytes') <= caps.text.max);
  });
  it('leaves room for choices that may become a menu', async () => {
    await quota(1);
    const actions = ['甲'.repeat(10), '乙'.repeat(10)].map(
      (title) => ({ type: 'imBack', title, value: title }) as const,
    );
    await moody.instance()([said(1, { text: '好'.repeat(10), suggestedActions: { actions }, ...pictures('a') })]);
    assert.deepEqual(shown(), [MORE]);
  });
  it('says it of what a later turn has to say as well', async () => {
    await quota(1);
    assert.equal(await moody.instance()([said(1, { text: '一' }), said(2, { text: '二' })]), 'waits');
    assert.deepEqual(shown(), [`一\n${MORE}`]);
  });
  it('says nothing of the kind when it is all', async () => {
    await quota(1);
    assert.equal(await moody.instance()([said(1, { text: '一' })]), 'sent');
    assert.deepEqual(shown(), ['一']);
  });
  it('says it in the customer’s language', async () => {
    for (const [locale, words] of [
      ['zh-Hant', '回覆任意文字'],
      ['en', 'reply with anything'],
    ] as const) {
      await quota(1);
      const at = moody.now;
      await moody.instance()([said(at, { text: 'x', locale }), said(at + 1, { text: 'y', locale })]);
      assert.ok(shown().at(-1)?.includes(words), shown().at(-1));
    }
  });
  it('is told again when the platform did not take it', async () => {
    await quota(1);
    const turn = [said(1, pictures('a', 'b'))];
    moody.moods.push({ kind: 'later', code: '-1' });
    assert.equal(await moody.instance()(turn), 'later');
    assert.equal(await moody.instance()(turn), 'waits');
    assert.deepEqual(shown(), [MORE]);
    assert.equal(await moody.instance()(turn), 'waits');
    assert.deepEqual(shown(), [MORE], 'and not more than once');
  });
});

import assert from 'node:assert/strict';
import type { Example } from '../../nlu/examples.ts';
import { foldOf } from '../../nlu/learn/groups.ts';
import { BadModel, decode, encode } from '../../nlu/model/file.ts';
import { train } from '../../nlu/train.ts';
import { createUnderstand } from '../../nlu/understand.ts';

const row = (i: number, text: string, intent: Example['intent']): Example => ({
  id: `t-${String(i).padStart(3, '0')}`,
  text,
  language: 'zh-Hans',
  intent,
  complaintCategory: intent === 'complaint.file' ? (i % 2 ? 'billing-plan' : 'service-quality') : null,
  severity: intent === 'complaint.file' ? (i % 2 ? 'minor' : 'moderate') : null,
  faultCategory: intent === 'fault.report' ? 'business-service' : null,
  faultLevel: intent === 'fault.report' ? 'normal' : null,
  also: [],
  group: `g-${i}`,
  source: 'written',
  split: 'train',
});
const texts: readonly (readonly [string, Example['intent']])[] = [
  ['查一下话费', 'consult.account'],
  ['帮我查话费余额', 'consult.account'],
  ['宽带断了', 'fault.report'],
  ['家里宽带断网', 'fault.report'],
  ['我要投诉多扣钱', 'complaint.file'],
  ['投诉你们态度差', 'complaint.file'],
  ['你好', 'greet'],
  ['您好你好', 'greet'],
];
const examples = Array.from({ length: 48 }, (_, i) => {
  const [text, intent] = texts[i % texts.length] ?? ['', 'greet'];
  return row(i, `${text}${'呀啊吧'.charAt(i % 3)}`, intent);
});
const context = { language: 'zh-Hans', now: 0, timeZone: 'Asia/Shanghai' } as const;

describe('learning', () => {
  it('gives the same bytes for the same examples in any order', () => {
    const bytes = encode(train(examples));
    assert.deepEqual(encode(train(examples.toReversed())), bytes);
  });
  it('gives other bytes for other examples', () => {
    assert.notDeepEqual(encode(train(examples.slice(1))), encode(train(examples)));
  });
  it('survives its file', () => {
    const model = train(examples);
    const again = decode(encode(model));
    assert.deepEqual(encode(again), encode(model));
    assert.equal(createUnderstand(again)('查话费', context).intent, 'consult.account');
    assert.equal(createUnderstand(again)('宽带断了呀', context).intent, 'fault.report');
  });
  it('refuses a file that is cut, longer, foreign or empty', () => {
    const file = encode(train(examples));
    for (const bad of [
      file.slice(0, -1),
      Buffer.concat([file, Buffer.from('x')]),
      Buffer.from('{}'),
      new Uint8Array(),
      file.slice(0, 40),
    ])
      assert.throws(() => decode(bad), BadModel);
  });
  it('never splits a group', () => {
    const folds = new Set(examples.map((e) => foldOf(e.group, 5)));
    assert.ok(folds.size > 1);
    assert.equal(foldOf('g-1', 5), foldOf('g-1', 5));
  });
});

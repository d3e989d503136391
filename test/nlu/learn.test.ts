import assert from 'node:assert/strict';
import type { Example } from '../../nlu/examples.ts';
import { foldOf } from '../../nlu/learn/groups.ts';
import { matrixOf } from '../../nlu/learn/matrix.ts';
import { prune } from '../../nlu/learn/prune.ts';
import { likeliest } from '../../nlu/learn/softmax.ts';
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
  it('finds the feature that tells the classes apart', () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      ids: Int32Array.of(0, 1 + (i % 2)),
      values: Float64Array.of(0.7, 0.7),
    }));
    const labels = Int32Array.from(rows, (_, i) => i % 2);
    const options = { rate: 1, passes: 10, hidden: 0.3, seed: 1 };
    const [even, odd] = likeliest(matrixOf(rows, 3), labels, 2, options);
    assert.ok((even?.weights[1] ?? 0) > 0.5 && (even?.weights[2] ?? 0) < -0.5);
    assert.ok((odd?.weights[2] ?? 0) > 0.5);
    assert.deepEqual(likeliest(matrixOf(rows, 3), labels, 2, options)[0], even);
  });
  it('keeps the features that weigh most, in order', () => {
    const vocabulary = {
      hashes: Uint32Array.of(5, 6, 7),
      documents: Uint16Array.of(1, 2, 3),
      total: 3,
      lettersWeight: 1,
      rarity: 1,
    };
    const planes = [[{ weights: Float64Array.of(0.1, -3, 2), bias: 4 }]];
    const kept = prune(vocabulary, planes, 2);
    assert.deepEqual([...kept.vocabulary.hashes], [6, 7]);
    assert.deepEqual([...kept.vocabulary.documents], [2, 3]);
    assert.deepEqual(kept.planes, [[{ weights: Float64Array.of(-3, 2), bias: 4 }]]);
    assert.equal(prune(vocabulary, planes, 3).vocabulary, vocabulary);
  });
});

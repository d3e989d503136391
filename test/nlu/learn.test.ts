import assert from 'node:assert/strict';
import type { Example } from '../../nlu/examples.ts';
import { foldOf } from '../../nlu/learn/groups.ts';
import { matrixOf } from '../../nlu/learn/matrix.ts';
import { type Planes, sum } from '../../nlu/learn/planes.ts';
import { prune } from '../../nlu/learn/prune.ts';
import { quantise } from '../../nlu/learn/quantise.ts';
import { coins } from '../../nlu/learn/random.ts';
import { rowsOf } from '../../nlu/learn/rows.ts';
import { likeliest } from '../../nlu/learn/softmax.ts';
import { separate } from '../../nlu/learn/svm.ts';
import { targetsOf } from '../../nlu/learn/targets.ts';
import { addRows } from '../../nlu/learn/terms.ts';
import { finder, vocabularyOf } from '../../nlu/learn/vocabulary.ts';
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
  it('is read from wherever its file lies in memory', () => {
    const file = encode(train(examples));
    const moved = new Uint8Array(file.length + 1).subarray(1);
    moved.set(file);
    assert.deepEqual(encode(decode(moved)), file);
  });
  it('throws coins as often on each side as asked, the same for the same seed', () => {
    for (const probability of [0, 0.25, 0.4, 1]) {
      const [one, other] = [coins(probability, 7), coins(probability, 7)];
      const thrown = Array.from({ length: 20_000 }, () => one());
      assert.ok(Math.abs(thrown.filter(Boolean).length / thrown.length - probability) < 0.015, String(probability));
      assert.deepEqual(
        thrown,
        thrown.map(() => other()),
      );
    }
  });
  it('adds up as many rows as there are', () => {
    const table = Float32Array.from({ length: 18 }, (_, i) => i);
    for (let length = 0; length <= 9; length++) {
      const out = new Float64Array(2);
      addRows(out, table, {
        ids: Int32Array.from({ length: 9 }, (_, i) => i),
        values: new Float32Array(9).fill(2),
        length,
      });
      // rows (0, 1), (2, 3), … twice each
      assert.deepEqual([...out], [0 + 2 * length * (length - 1), 2 * length * length]);
    }
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
  describe('each view', () => {
    const classes = 2;
    const rows = Array.from({ length: 40 }, (_, i) => ({
      ids: Int32Array.of(0, 1 + (i % classes)),
      values: Float32Array.of(0.7, 0.7),
      units: Int32Array.of(1, 2),
    }));
    const matrix = matrixOf(rows, 3);
    const labels = Int32Array.from(rows, (_, i) => i % classes);
    const targets = targetsOf([{ classes, labels }]);
    const soft = { rate: 1, passes: 10, hidden: 0.3, hiddenUnits: 0, seed: 1 };
    const views: Record<string, () => Planes> = {
      regression: () => likeliest(matrix, targets, soft),
      machine: () => separate(matrix, targets, { cost: 1, passes: 5, seed: 1 }),
    };
    for (const [name, learnt] of Object.entries(views))
      it(`finds the feature that tells the classes apart: ${name}`, () => {
        const { weights } = learnt();
        const of = (feature: number, label: number): number => weights[feature * classes + label] ?? 0;
        assert.ok(of(1, 0) > 0.5 && of(2, 0) < -0.5 && of(2, 1) > 0.5 && of(1, 1) < -0.5);
        assert.ok(Math.abs(of(0, 0)) < 0.5);
        assert.deepEqual(learnt().weights, weights);
      });
    it('learns a task beside another as it does alone', () => {
      const other = labels.map((label) => 2 - label);
      const both = targetsOf([
        { classes: 3, labels: other },
        { classes, labels },
      ]);
      const [alone, beside] = [targets, both].map((each) => separate(matrix, each, { cost: 1, passes: 5, seed: 1 }));
      const [alone2, beside2] = [targets, both].map((each) => likeliest(matrix, each, soft));
      const last = (planes?: Planes) =>
        Array.from({ length: 6 }, (_, i) => planes?.weights[Math.floor(i / 2) * 5 + 3 + (i % 2)]);
      assert.deepEqual(last(beside), [...(alone?.weights ?? [])]);
      assert.deepEqual(last(beside2), [...(alone2?.weights ?? [])]);
    });
    it('learns nothing of units that are always hidden', () => {
      const hidden = likeliest(matrix, targets, { ...soft, hiddenUnits: 1 });
      assert.deepEqual([...hidden.weights], [0, 0, 0, 0, 0, 0]);
    });
    it('adds them, one so many times', () => {
      const plane = { classes: 1, weights: Float64Array.of(1, 2), biases: Float64Array.of(3) };
      assert.deepEqual(sum(plane, plane, 2), {
        classes: 1,
        weights: Float64Array.of(3, 6),
        biases: Float64Array.of(9),
      });
    });
  });
  it('knows how many texts a feature occurs in, and drops what is rare', () => {
    const { hashes, documents } = vocabularyOf([[9, 7, 7], [7], [8, 9]], { minCount: 2, lettersWeight: 1, rarity: 1 });
    assert.deepEqual(
      [[...hashes], [...documents]],
      [
        [7, 9],
        [2, 2],
      ],
    );
    const find = finder(hashes);
    assert.deepEqual([7, 8, 9].map(find), [0, -1, 1]);
  });
  it('lets a feature stand on what its places have in common', () => {
    const texts = [{ hashes: [7, 9, 7], units: [3, 4, 6] }];
    const [row] = rowsOf([...texts, ...texts], vocabularyOf([[7, 9]], { minCount: 1, lettersWeight: 1, rarity: 1 }));
    assert.deepEqual([...(row?.ids ?? [])], [0, 1]);
    assert.deepEqual([...(row?.units ?? [])], [2, 4]);
  });
  it('keeps the features that weigh most, in order', () => {
    const vocabulary = {
      hashes: Uint32Array.of(5, 6, 7),
      documents: Uint16Array.of(1, 2, 3),
      total: 3,
      lettersWeight: 1,
      rarity: 1,
    };
    const heads = [{ classes: 1, weights: Float64Array.of(0.1, -3, 2), biases: Float64Array.of(4) }];
    const kept = prune(vocabulary, heads, 2);
    assert.deepEqual([...kept.vocabulary.hashes], [6, 7]);
    assert.deepEqual([...kept.vocabulary.documents], [2, 3]);
    assert.deepEqual(kept.heads, [{ classes: 1, weights: Float64Array.of(-3, 2), biases: Float64Array.of(4) }]);
    assert.equal(prune(vocabulary, heads, 3).vocabulary, vocabulary);
  });
  it('writes weights of all heads side by side', () => {
    const one = { classes: 1, weights: Float64Array.of(1, -2), biases: Float64Array.of(0) };
    const two = { classes: 2, weights: Float64Array.of(127, 0, 0, 0), biases: Float64Array.of(0, 0) };
    const { weights, scales } = quantise([one, two], 2);
    assert.deepEqual([...weights], [64, 127, 0, -127, 0, 0]);
    assert.deepEqual(scales, [2 / 127, 1, 0]);
  });
});

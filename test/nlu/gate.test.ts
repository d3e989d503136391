import assert from 'node:assert/strict';
import { compared, gate, gateOf, mcNemar, told } from '../../nlu/evaluation/gate.ts';
import type { Example } from '../../nlu/examples.ts';
import type { Heard, Understand } from '../../nlu/heard.ts';
import { BadModel } from '../../nlu/model/file.ts';
import { loadModel } from '../../nlu/model/load.ts';

/** `both` right, `lost` and `won` by one only, the rest wrong. */
const pairs = (both: number, lost: number, won: number, neither = 0) => [
  ...Array.from({ length: both }, () => [true, true] as const),
  ...Array.from({ length: lost }, () => [true, false] as const),
  ...Array.from({ length: won }, () => [false, true] as const),
  ...Array.from({ length: neither }, () => [false, false] as const),
];

describe('the gate before a model is written', () => {
  it('knows the exact McNemar test', () => {
    assert.equal(mcNemar(0, 0), 1);
    assert.equal(mcNemar(0, 5), 0.0625);
    assert.ok(Math.abs(mcNemar(1, 9) - 0.021484375) < 1e-12);
    assert.equal(mcNemar(9, 1), mcNemar(1, 9));
    assert.equal(mcNemar(4, 4), 1);
    assert.ok(mcNemar(2000, 3000) < 1e-40 && mcNemar(2000, 3000) > 0);
  });

  const table: readonly (readonly [string, ReturnType<typeof pairs>, 'fit' | 'worse'])[] = [
    ['nothing differs', pairs(90, 0, 0, 10), 'fit'],
    ['a few lost, as chance may do', pairs(900, 5, 2), 'fit'],
    ['many changes, as many won as lost', pairs(900, 50, 50), 'fit'],
    ['clearly better', pairs(900, 2, 30), 'fit'],
    ['clearly worse', pairs(900, 30, 2), 'worse'],
    ['worse by McNemar at the edge', pairs(900, 6, 0), 'worse'],
    ['worse by more than the noise before McNemar is sure', pairs(900, 5, 0), 'worse'],
    ['no texts', [], 'fit'],
  ];
  for (const [name, all, verdict] of table)
    it(`${verdict}: ${name}`, () => assert.equal(compared(all).verdict, verdict));

  it('compares what two models hear', () => {
    const rows = Array.from(
      { length: 40 },
      (_, i) => ({ text: `t${i}`, intent: i < 20 ? 'greet' : 'thanks' }) as Example,
    );
    const hears =
      (listen: (text: string) => string): Understand =>
      (text) =>
        ({ intent: listen(text) }) as Heard;
    const knows = hears((text) => (Number(text.slice(1)) < 20 ? 'greet' : 'thanks'));
    const greets = hears(() => 'greet');
    const found = gate(rows, knows, greets);
    assert.deepEqual([found.verdict, found.inPlace, found.candidate, found.lost, found.won], ['worse', 1, 0.5, 20, 0]);
    assert.equal(gate(rows, greets, knows).verdict, 'fit');
    assert.match(told(found), /^50\.00 % of 40 .* 100\.00 % .* 20 lost, 0 won/);
  });

  it('has nothing to compare with when there is no model that can be read', () => {
    const candidate = loadModel();
    const fails = (error: Error) => () => {
      throw error;
    };
    assert.equal(gateOf([], fails(new BadModel('of another version')), candidate), null);
    assert.equal(gateOf([], fails(Object.assign(new Error('gone'), { code: 'ENOENT' })), candidate), null);
    assert.equal(
      gateOf([], () => ({ ...candidate, heads: [] }), candidate),
      null,
      'other labels',
    );
    assert.throws(() => gateOf([], fails(Object.assign(new Error('no'), { code: 'EACCES' })), candidate), /no/);
  });

  it('reads the rows of split test only', () => {
    const model = loadModel();
    const row = (split: Example['split'], text: string) => ({ split, text, intent: 'greet' }) as Example;
    const found = gateOf([row('train', '你好'), row('test', '你好'), row('development', '你好')], () => model, model);
    assert.deepEqual([found?.rows, found?.inPlace, found?.lost], [1, 1, 0]);
  });
});

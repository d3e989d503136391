import assert from 'node:assert/strict';
import { clausesOf } from '../../nlu/clauses.ts';
import { faultCategoryOf, faultLevelOf } from '../../nlu/rules/fault.ts';
import { isFragment } from '../../nlu/rules/fragment.ts';
import { negationOf } from '../../nlu/rules/negation.ts';
import { phraseOf } from '../../nlu/rules/phrases.ts';
import { severityOf } from '../../nlu/rules/severity.ts';
import { normalise } from '../../nlu/text/normalise.ts';
import { tokens } from '../../nlu/text/tokens.ts';

describe('rules beside the heads', () => {
  it('negation', () => {
    assert.deepEqual(negationOf('不是要查话费,是要办套餐'), { kind: 'instead', text: '要办套餐' });
    assert.deepEqual(negationOf('我不要转人工'), { kind: 'refusal' });
    assert.deepEqual(negationOf('不想跟机器人说话'), { kind: 'person' });
    for (const text of ['是不是欠费了', '师傅不用来了', '不是说好送路由器吗', '转人工', ''])
      assert.equal(negationOf(text), null, text);
  });
  it('severity is only ever raised', () => {
    assert.equal(severityOf('再不处理我就去工信部投诉', 'minor'), 'major');
    assert.equal(severityOf('打110打不通', 'minor'), 'major');
    assert.equal(severityOf('i will contact ofcom', 'moderate'), 'major');
    assert.equal(severityOf('网速慢', 'major'), 'major');
    assert.equal(severityOf('网速慢', 'minor'), 'minor');
  });
  it('a named broken device or a fault light is equipment, an attack stays one', () => {
    assert.equal(faultCategoryOf('光猫坏了上不了网', 'business-service'), 'equipment');
    assert.equal(faultCategoryOf('los灯闪红', 'network-performance'), 'equipment');
    assert.equal(faultCategoryOf('my router is broken', 'business-service'), 'equipment');
    assert.equal(faultCategoryOf('路由器坏了被黑', 'security'), 'security');
    assert.equal(faultCategoryOf('网速慢', 'network-performance'), 'network-performance');
  });
  it('many users or a hospital make a fault major', () => {
    assert.equal(faultLevelOf('整栋楼断网', 'normal'), 'major');
    assert.equal(faultLevelOf('the whole street is down', 'normal'), 'major');
    assert.equal(faultLevelOf('我家断网', 'normal'), 'normal');
  });
  it('numbers and single characters are fragments, short answers are not', () => {
    for (const text of ['', '5', '13800138000', '3 4', '网', 'ab']) assert.ok(isFragment(text, tokens(text)), text);
    for (const text of ['是', 'ok', '查话费', '5 天']) assert.ok(!isFragment(text, tokens(text)), text);
  });
  it('a text is taken apart into clauses unless it is one, or a story', () => {
    assert.deepEqual(clausesOf('查下话费,顺便转人工'), ['查下话费', '转人工']);
    assert.deepEqual(clausesOf('check my bill and then book a visit'), ['check my bill', 'book a visit']);
    assert.deepEqual(clausesOf('查下话费'), []);
    assert.deepEqual(clausesOf(`还有,${'断网,'.repeat(100)}`), []);
  });
  it('set phrases are the whole of what is said, punctuation and script aside', () => {
    assert.equal(phraseOf(normalise('拜拜！')), 'goodbye');
    assert.equal(phraseOf(normalise('多謝')), 'thanks');
    assert.equal(phraseOf(normalise("That's right.")), 'affirm');
    assert.equal(phraseOf(normalise('👍')), 'affirm');
    assert.equal(phraseOf(normalise('好的，我要投诉')), null);
    assert.equal(phraseOf(''), null);
  });
});

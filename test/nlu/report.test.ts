import assert from 'node:assert/strict';
import { INTENTS } from '../../domain/labels.ts';
import { measured } from '../../nlu/report/measured.ts';
import { pictureOf } from '../../nlu/report/picture.ts';
import { slipsOf } from '../../nlu/report/slips.ts';
import { percent, table } from '../../nlu/report/table.ts';
import { toTraditional } from '../../nlu/report/traditional.ts';

describe('the report on understanding', () => {
  it('makes tables', () => {
    assert.equal(table(['a', 'b'], [['x', 1]]), '| a | b |\n| --- | ---: |\n| x | 1 |');
    assert.equal(percent(0.9686), '96.9');
    assert.equal(percent(null), '–');
  });
  it('draws each confusion once, with what it means', () => {
    const pairs = [
      { wanted: 'greet', said: 'greet' },
      { wanted: 'greet', said: 'thanks' },
      { wanted: 'greet', said: 'thanks' },
    ];
    const picture = pictureOf(pairs, 'p');
    assert.equal(picture.match(/<g>/g)?.length, 2);
    assert.ok(picture.includes('<title>greet heard as thanks: 2 of 3</title>'));
    for (const intent of INTENTS) assert.ok(picture.includes(`>${intent}</text>`));
  });
  it('harms a text in the same way each time, and always', () => {
    for (const { what, change } of slipsOf) {
      assert.equal(change('我的宽带断了，怎么办'), change('我的宽带断了，怎么办'), what);
      assert.notEqual(change('my wifi, is it down?'), 'my wifi, is it down?', what);
    }
  });
  it('writes Traditional', () => {
    assert.equal(toTraditional('宽带断网'), '寬頻斷網');
  });
  it('reads the figures measured elsewhere', () => {
    const { public: sets, trials } = measured();
    assert.ok(sets.length >= 3 && trials.some((t) => t.kept) && trials.some((t) => !t.kept));
  });
});

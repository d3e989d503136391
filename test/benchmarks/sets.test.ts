import assert from 'node:assert/strict';
import { normalise } from '../../nlu/text/normalise.ts';
import { lineOf } from './fasttext.ts';
import { mixed, SETS } from './sets.ts';

describe('sets for the peers', () => {
  it('are the same rows in the same other order each time', () => {
    const rows = Array.from({ length: 100 }, (_, i) => ({ text: `${i}`, label: 'a', language: 'en' as const }));
    assert.deepEqual(mixed(rows), mixed(rows));
    assert.notDeepEqual(mixed(rows), rows);
    assert.deepEqual(new Set(mixed(rows)), new Set(rows));
  });

  it('never train on a longer text of the frozen rows', () => {
    const own = SETS.own?.('');
    assert.ok(own && own.test.length > 1000 && own.train.length > own.test.length);
    const tested = new Set(own.test.map((row) => normalise(row.text)).filter((text) => text.length > 12));
    assert.deepEqual(
      own.train.filter((row) => tested.has(normalise(row.text))),
      [],
    );
  });

  it('divide by language without losing a row', () => {
    const [both, en, zh] = ['own', 'own-en', 'own-zh'].map((name) => SETS[name]?.(''));
    assert.equal(both?.train.length, (en?.train.length ?? 0) + (zh?.train.length ?? 0));
    assert.equal(both?.test.length, (en?.test.length ?? 0) + (zh?.test.length ?? 0));
    assert.ok(en?.train.every((row) => row.language === 'en'));
  });
});

describe('a line for fastText', () => {
  it('is words between blanks', () => {
    assert.equal(lineOf("I can't pay, 为什么 wifi掉线?"), "i can ' t pay , 为 什 么 wifi 掉 线 ?");
    assert.equal(lineOf('a\n b'), 'a b');
  });
});

import assert from 'node:assert/strict';
import { BadExample, Example, parseLines, readExamples } from '../../nlu/examples.ts';
import { trainingRows } from '../../nlu/split.ts';
import { normalise } from '../../nlu/text/normalise.ts';

describe('training data', function () {
  this.timeout(30_000);
  const examples = readExamples();

  it('has a known shape, and says where it has not', () => {
    assert.ok(examples.length > 0);
    assert.throws(
      () => parseLines('f', '\n{"id":"x"}', Example),
      (e) => e instanceof BadExample && e.message.startsWith('f:2:'),
    );
    assert.throws(() => parseLines('f', 'no', Example), BadExample);
  });
  it('has every id once', () => {
    assert.equal(new Set(examples.map((e) => e.id)).size, examples.length);
  });
  it('says of a complaint and of a fault what they are', () => {
    for (const e of examples) {
      if (e.intent === 'complaint.file') assert.ok(e.complaintCategory && e.severity, e.id);
      if (e.intent === 'fault.report') assert.ok(e.faultCategory && e.faultLevel, e.id);
    }
  });
  it('is never learnt from what it is tested with, set phrases excepted, nor from the same group', () => {
    const held = examples.filter((e) => e.split !== 'train');
    const texts = new Set(held.map((e) => normalise(e.text)).filter((text) => text.length > 12));
    const groups = new Set(held.map((e) => e.group));
    const learnt = trainingRows(examples);
    assert.ok(learnt.length > 0);
    assert.deepEqual(
      learnt.filter((e) => e.split !== 'train' || texts.has(normalise(e.text)) || groups.has(e.group)),
      [],
    );
  });
  it('gives one text one intent', () => {
    const seen = new Map<string, Example>();
    const clashes: string[] = [];
    for (const e of examples) {
      const text = normalise(e.text);
      const other = seen.get(text);
      if (other && other.intent !== e.intent) clashes.push(`${e.id} ${e.intent}, ${other.id} ${other.intent}: ${text}`);
      seen.set(text, e);
    }
    assert.deepEqual(clashes, []);
  });
});

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('every test', () => {
  it('is run by npm test, once', () => {
    const patterns = [...readFileSync(`${ROOT}/test/run.ts`, 'utf8').matchAll(/'(test\/[^']+\.test\.ts)'/g)];
    const run = patterns.flatMap(([, pattern = '']) => globSync(pattern, { cwd: ROOT }));
    const there = globSync('test/**/*.test.ts', { cwd: ROOT });
    assert.deepEqual(run.toSorted(), there.toSorted());
    assert.equal(new Set(run).size, run.length);
  });
});

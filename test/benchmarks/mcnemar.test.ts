import assert from 'node:assert/strict';
import { mcnemar } from './mcnemar.ts';

/** Rows that both get right, that only the one does, that only the other does. */
const rows = (both: number, oursOnly: number, otherOnly: number): [boolean[], boolean[]] => {
  const fill = (n: number, value: boolean): boolean[] => Array.from({ length: n }, () => value);
  return [
    [...fill(both, true), ...fill(oursOnly, true), ...fill(otherOnly, false)],
    [...fill(both, true), ...fill(oursOnly, false), ...fill(otherOnly, true)],
  ];
};

describe('mcnemar', () => {
  it('is the exact two-sided binomial test over the rows that differ', () => {
    // 2 · (1 + 10 + 45) / 1024
    assert.deepEqual(mcnemar(...rows(100, 8, 2)), { oursOnly: 8, otherOnly: 2, p: 0.109 });
    // 2 / 1024, and the same the other way round
    assert.equal(mcnemar(...rows(0, 10, 0)).p, 0.00195);
    assert.equal(mcnemar(...rows(0, 0, 10)).p, 0.00195);
  });

  it('finds nothing where nothing or as much differs either way', () => {
    assert.equal(mcnemar(...rows(50, 0, 0)).p, 1);
    assert.equal(mcnemar(...rows(50, 7, 7)).p, 1);
  });

  it('stays a number above zero where 2 to the power of rows does not', () => {
    const { p } = mcnemar(...rows(0, 1655, 1000));
    assert.ok(p > 1e-40 && p < 1e-30, String(p));
    assert.equal(mcnemar(...rows(0, 3000, 0)).p, 1e-300);
  });

  it('refuses other rows', () => {
    assert.throws(() => mcnemar([true], []), RangeError);
  });
});

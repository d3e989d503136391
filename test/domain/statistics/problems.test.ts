import assert from 'node:assert/strict';
import { problems } from '../../../domain/statistics/problems.ts';
import type { CaseRow } from '../../../domain/statistics/rows.ts';
import { aCase } from './rows.ts';

/** So many cases alike. */
const times = (count: number, more: Partial<CaseRow> = {}) =>
  Array.from({ length: count }, () => aCase({ area: null, ...more }));
const keys = (...given: Parameters<typeof problems>) =>
  problems(...given).map(({ kind, category, area, count, before }) => [kind, category, area, count, before]);
const spreadOut = (count: number, more: Partial<CaseRow> = {}) =>
  Array.from({ length: count }, (_, i) => aCase({ area: `area-${i}`, ...more }));

describe('frequent problems', () => {
  it('are complaints, faults and security cases of a kind and category, from three on', () => {
    const fault = { kind: 'fault', category: 'broadband-down' } as const;
    const cases = [
      ...[...times(4), ...times(3, fault), ...times(3, { kind: 'security', category: null })],
      ...[...times(2, { category: 'equipment' }), ...times(9, { kind: 'feedback' }), ...times(9, { kind: 'callback' })],
    ];
    assert.deepEqual(keys(cases, [...times(5), ...times(1, fault), ...times(8, { kind: 'feedback' })]), [
      ['complaint', 'billing-plan', null, 4, 5],
      ['security', null, null, 3, 0],
      ['fault', 'broadband-down', null, 3, 1],
    ]);
    assert.deepEqual(problems([], times(9)), []);
  });

  it('tell how many of them are open, and were reopened', () => {
    const cases = [...times(2, { open: false }), ...times(1, { reopened: true }), ...times(3)];
    assert.deepEqual(problems(cases, times(7, { reopened: true })), [
      { kind: 'complaint', category: 'billing-plan', area: null, count: 6, before: 7, open: 4, reopened: 1 },
    ]);
  });

  it('come by count, then by what grew most, at most ten', () => {
    const category = (name: string) => ({ category: name });
    const cases = [...times(3, category('a')), ...times(3, category('b')), ...times(4, category('c'))];
    const before = [...times(2, category('a')), ...times(1, category('b')), ...times(9, category('c'))];
    assert.deepEqual(
      problems(cases, before).map((each) => each.category),
      ['c', 'b', 'a'],
    );
    const many = Array.from({ length: 12 }, (_, i) => times(3 + i, category(`c${i}`))).flat();
    const shown = problems(many, []);
    assert.deepEqual([shown.length, shown[0]?.category, shown[9]?.category], [10, 'c11', 'c2']);
  });

  it('name an area that stands out, and the whole only where it is frequent elsewhere too', () => {
    const there = { area: 'sz-nanshan' };
    const others = spreadOut(10, { category: 'equipment' });
    const line = ['complaint', 'billing-plan', 'sz-nanshan', 5, 1];
    const before = [...times(1, there), ...times(2)];
    assert.deepEqual(keys([...times(5, there), ...times(2), ...others], before).slice(1), [line]);
    assert.deepEqual(keys([...times(5, there), ...times(3), ...others], before).slice(1), [
      ['complaint', 'billing-plan', null, 8, 3],
      line,
    ]);
  });

  it('name no area with less than half of them, fewer than three, or where everything else is as well', () => {
    const there = { area: 'sz-nanshan' };
    const areaOf = (cases: readonly CaseRow[]) =>
      problems(cases, []).find(({ category, area }) => category === 'billing-plan' && area !== null)?.area ?? null;
    const others = spreadOut(10, { category: 'equipment' });
    assert.equal(areaOf([...times(4, there), ...spreadOut(4), ...others]), 'sz-nanshan');
    assert.equal(areaOf([...times(4, there), ...spreadOut(5), ...others]), null);
    assert.equal(areaOf([...times(2, there), ...times(1), ...others]), null);
    const alsoThere = (count: number) => [
      ...times(count, { ...there, category: 'equipment' }),
      ...spreadOut(10 - count, { category: 'equipment' }),
    ];
    assert.equal(areaOf([...times(4, there), ...alsoThere(5)]), 'sz-nanshan');
    assert.equal(areaOf([...times(4, there), ...alsoThere(6)]), null);
  });
});

import assert from 'node:assert/strict';
import { availability } from '../../../domain/statistics/availability.ts';

const MINUTE = 60_000;
const AT = Date.UTC(2026, 10, 23, 4);
const minutes = (...numbers: number[]) => numbers.map((each) => AT + each * MINUTE);
const of = (noted: number[], from: number, to: number, now = to, since: number | null = noted[0] ?? null) => {
  const uptime = { since: since === null ? null : AT + since * MINUTE, minutes: minutes(...noted) };
  const [start, end, at] = [from, to, now].map((each) => AT + each * MINUTE);
  assert.ok(start !== undefined && end !== undefined && at !== undefined);
  return availability(uptime, { from: start, to: end, now: at, zone: 'Asia/Shanghai' });
};
const shown = (...given: Parameters<typeof of>) => {
  const { share, minutes: all, missing, longestGapMinutes } = of(...given);
  return [share, all, missing, longestGapMinutes];
};

describe('availability', () => {
  it('is the share of whole minutes with a sign of life, of 99.9 %', () => {
    assert.equal(of([0], 0, 1).goal, 0.999);
    assert.deepEqual(shown([0, 1, 2, 3], 0, 4), [1, 4, 0, 0]);
    assert.deepEqual(shown([0, 1, 4, 6, 7], 0, 8), [0.625, 8, 3, 2]);
  });

  it('sees a gap at the end and one at the beginning of the period', () => {
    assert.deepEqual(shown([0, 1], 0, 5), [0.4, 5, 3, 3]);
    assert.deepEqual(shown([4], 0, 5, 5, -10), [0.2, 5, 4, 4]);
    assert.deepEqual(shown([], 0, 5, 5, -10), [0, 5, 5, 5]);
  });

  it('does not count the time before the first minute that was ever noted', () => {
    assert.deepEqual(shown([3, 4], 0, 5), [1, 2, 0, 0]);
    assert.deepEqual(shown([], 0, 5, 5, 7), [null, 0, 0, 0]);
    assert.deepEqual(shown([], 0, 5), [null, 0, 0, 0]);
  });

  it('does not count the running minute, nor what is to come', () => {
    assert.deepEqual(shown([0, 1], 0, 1440, 2.5), [1, 2, 0, 0]);
    assert.deepEqual(shown([0, 1, 2], 0, 1440, 2.5), [1, 2, 0, 0]);
    assert.deepEqual(shown([0], 10, 20, 5), [null, 0, 0, 0]);
  });

  it('counts whole minutes of a period that begins or ends within one', () => {
    assert.deepEqual(shown([0, 1, 2, 3], 0.5, 3.5, 9), [1, 2, 0, 0]);
  });
});

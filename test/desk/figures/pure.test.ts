import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stagesAfter as allowed, IMPROVEMENT_STAGES } from '../../../domain/statistics/improvement.ts';
import { byName, percent } from '../../../web/desk/figures/numbers.ts';
import { LONGEST_DAYS, lastDays, spanFault } from '../../../web/desk/figures/period.ts';
import { planeOf } from '../../../web/desk/figures/plane.ts';
import { every, points, scaled, ticks } from '../../../web/desk/figures/scale.ts';
import { isOverdue, placeOf, STAGES, stagesAfter } from '../../../web/desk/figures/stageOrder.ts';

describe('the console: the figures’ pure parts', () => {
  it('marks a scale by a few round whole numbers that reach the highest value', () => {
    assert.deepEqual(ticks(0), [0, 1]);
    assert.deepEqual(ticks(3), [0, 1, 2, 3]);
    assert.deepEqual(ticks(60), [0, 20, 40, 60]);
    assert.deepEqual(ticks(130), [0, 50, 100, 150]);
    fc.assert(
      fc.property(fc.nat(10_000_000), (max) => {
        const marks = ticks(max);
        assert.ok(marks.length >= 2 && marks.length <= 6, String(marks));
        assert.ok((marks.at(-1) ?? 0) >= max);
        assert.ok(marks.every((mark) => Number.isInteger(mark)));
      }),
    );
  });

  it('keeps every value inside the drawing, the higher one higher', () => {
    assert.equal(scaled(5, 10, 200), 100);
    assert.equal(scaled(5, 0, 200), 0);
    const moments = fc.array(
      fc.record({ name: fc.string(), full: fc.string(), requests: fc.nat(9999), handoffs: fc.nat(9999) }),
      {
        minLength: 1,
        maxLength: 400,
      },
    );
    fc.assert(
      fc.property(moments, fc.integer({ min: 200, max: 2000 }), (all, width) => {
        const plane = planeOf(all, width);
        for (const [nth, { requests, handoffs }] of all.entries()) {
          assert.ok(plane.x(nth) > 0 && plane.x(nth) < width);
          assert.ok(plane.y(requests) >= 0 && plane.y(requests) <= plane.base);
          assert.equal(plane.y(requests) < plane.y(handoffs), requests > handoffs);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('names as many moments as have room', () => {
    assert.equal(every(7, 400, 44), 1);
    assert.equal(every(30, 300, 44), 5);
    assert.equal(every(3, 0, 44), 3);
    assert.equal(
      points([
        [1, 2.04],
        [3.25, 4],
      ]),
      '1,2 3.3,4',
    );
  });

  it('adds up ids that are called the same, the most first', () => {
    const name = (id: string) => (id.startsWith('web') ? 'Web' : id);
    assert.deepEqual(byName({ web: 2, sms: 4, webchat: 3 }, name), [
      { name: 'Web', count: 5 },
      { name: 'sms', count: 4 },
    ]);
  });

  it('never rounds a rate onto its goal', () => {
    assert.equal(percent(0.99896, 3), '99.896%');
    assert.equal(percent(0.85, 3), '85%');
  });

  it('asks for whole days, today the last, also over the end of a year or a change of clocks', () => {
    assert.deepEqual(lastDays(7, '2026-01-03'), { from: '2025-12-28', to: '2026-01-03' });
    assert.deepEqual(lastDays(30, '2026-04-05'), { from: '2026-03-07', to: '2026-04-05' });
    assert.equal(spanFault({ from: '2026-01-02', to: '2026-01-02' }), null);
    assert.equal(spanFault({ from: '2026-01-02', to: '2026-01-01' }), 'backwards');
    assert.equal(spanFault({ from: '', to: '2026-01-01' }), 'missing');
    assert.equal(spanFault(lastDays(LONGEST_DAYS, '2026-11-22')), null);
    assert.equal(spanFault(lastDays(LONGEST_DAYS + 1, '2026-11-22')), 'tooLong');
  });

  it('offers the stages that the domain allows, and says where each stands', () => {
    assert.deepEqual(STAGES, IMPROVEMENT_STAGES);
    for (const stage of IMPROVEMENT_STAGES) assert.deepEqual(stagesAfter(stage), allowed(stage), stage);
    assert.deepEqual(
      STAGES.map((stage) => placeOf(stage, 'check')),
      ['before', 'before', 'now', 'ahead', 'ahead'],
    );
    assert.ok(STAGES.every((stage) => placeOf(stage, 'done') === 'before'));
  });

  it('is overdue from the day after, until it is done', () => {
    const one = { due: '2026-11-22', stage: 'do' } as const;
    assert.equal(isOverdue(one, '2026-11-22'), false);
    assert.equal(isOverdue(one, '2026-11-23'), true);
    assert.equal(isOverdue({ ...one, stage: 'done' }, '2026-11-23'), false);
    assert.equal(isOverdue({ ...one, due: null }, '2026-11-23'), false);
  });
});

import assert from 'node:assert/strict';
import type { Brand } from '../../../domain/ids.ts';
import { agents, scoreOf } from '../../../domain/statistics/agents.ts';
import { spread } from '../../../domain/statistics/figures.ts';
import { goals } from '../../../domain/statistics/goals.ts';
import { intake } from '../../../domain/statistics/intake.ts';
import { outcomes } from '../../../domain/statistics/outcomes.ts';
import type { HandoffRow, StatisticsRows, SurveyRow } from '../../../domain/statistics/rows.ts';
import { satisfaction } from '../../../domain/statistics/satisfaction.ts';
import { times } from '../../../domain/statistics/times.ts';
import { shippedManual } from '../shipped.ts';
import { AT, aCase, conversation } from './rows.ts';

const brand = <B extends string>(text: string) => text as Brand<string, B>;
const staff = (text: string) => brand<'StaffId'>(text);
const shipped = shippedManual();
const DAY = 86_400_000;

const aHandoff = (more: Partial<HandoffRow> = {}): HandoffRow => ({
  ...{ conversation: conversation('h1'), customer: brand<'CustomerId'>('k1'), channel: 'web', requestedAt: AT },
  ...{ acceptedAt: AT + 10_000, answeredAt: AT + 30_000, handledMs: 60_000, end: 'returned', result: 'solved' },
  agent: staff('a'),
  ...more,
});
const aSurvey = (more: Partial<SurveyRow> = {}): SurveyRow => ({
  ...{ conversation: conversation('c1'), agent: staff('a'), solved: true },
  ...{ quality: 5, efficiency: 5, attitude: 5, response: 5, recommend: 10 },
  ...more,
});
const rows = (more: Partial<StatisticsRows>): StatisticsRows => ({
  ...{ cases: [], bookings: [], handoffs: [], surveys: [], clocks: [], staff: [] },
  uptime: { since: null, minutes: [] },
  ...more,
});

describe('figures of service quality', () => {
  it('spreads are seconds by nearest rank, and nothing of nothing', () => {
    assert.deepEqual(spread([]), { count: 0, mean: null, p50: null, p90: null });
    const ten = Array.from({ length: 10 }, (_, i) => (10 - i) * 1000);
    assert.deepEqual(spread(ten), { count: 10, mean: 5.5, p50: 5, p90: 9 });
    assert.deepEqual(spread([-5, 1500]), { count: 2, mean: 0.75, p50: 0, p90: 1.5 });
  });

  it('intake counts by kind, category, channel, and by day and hour of the zone', () => {
    const cases = [aCase(), aCase({ kind: 'fault', category: null, channel: 'sms', openedAt: AT + 12 * 3_600_000 })];
    const bookings = [{ kind: 'repair', channel: 'web', conversation: conversation('b'), bookedAt: AT } as const];
    const found = intake(rows({ cases, bookings, handoffs: [aHandoff()] }), AT, AT + DAY, 'Asia/Shanghai');
    assert.deepEqual(found.byKind, { complaint: 1, fault: 1, appointment: 1 });
    assert.deepEqual(found.byCategory, { 'complaint/billing-plan': 1, 'fault/none': 1 });
    assert.deepEqual(found.byChannel, { web: 2, sms: 1 });
    assert.deepEqual(found.byDay, [
      { date: '2026-11-23', requests: 2, handoffs: 1 },
      { date: '2026-11-24', requests: 1, handoffs: 0 },
    ]);
    assert.deepEqual([found.byHour[12]?.requests, found.byHour[0]?.requests, found.byHour.length], [2, 1, 24]);
    assert.equal(intake(rows({}), AT, AT + 400 * DAY, 'Asia/Shanghai').byDay.length, 401);
  });

  it('times are from the request, of those that came so far', () => {
    const waiting = aHandoff({ acceptedAt: null, answeredAt: null, handledMs: null, end: 'left' });
    const cases = [aCase({ resolvedAt: AT + 3_600_000 }), aCase()];
    const found = times(rows({ cases, handoffs: [aHandoff(), waiting] }));
    assert.deepEqual(
      [found.handoffWait.p50, found.firstReply.p50, found.handling.p50, found.handling.count],
      [10, 30, 60, 1],
    );
    assert.deepEqual(found.resolution.complaint, { count: 1, mean: 3600, p50: 3600, p90: 3600 });
  });

  it('self-service: no person called, no call-back, nobody said unsolved', () => {
    const [one, two, three, four] = ['1', '2', '3', '4'].map(conversation);
    assert.ok(one && two && three && four);
    const found = outcomes(
      rows({
        cases: [
          ...[aCase({ conversation: one }), aCase({ conversation: one, kind: 'fault' })],
          ...[aCase({ conversation: two, kind: 'callback' }), aCase({ conversation: three, kind: 'fault' })],
        ],
        handoffs: [
          aHandoff({ conversation: four }),
          aHandoff({ conversation: four, acceptedAt: null, end: 'left', requestedAt: AT + 8 * DAY }),
        ],
        surveys: [aSurvey({ conversation: three, solved: false })],
        clocks: [{ clock: 'fault-restored', warnings: 4, breaches: 2 }],
      }),
    );
    assert.equal(found.conversations, 4);
    assert.deepEqual(found.selfService, { count: 1, of: 4, rate: 0.25 });
    assert.deepEqual(found.handoffRate, { count: 1, of: 4, rate: 0.25 });
    assert.deepEqual(found.abandoned, { count: 1, of: 2, rate: 0.5 });
    assert.deepEqual(found.complaintRate, { count: 1, of: 4, rate: 0.25 });
    assert.equal(found.breaches, 2);
    assert.equal(outcomes(rows({})).selfService.rate, null);
  });

  it('first contact: neither reopened nor urged; solved, and not back within 7 days', () => {
    const resolvedAt = AT + 1;
    const [k1, k2] = [brand<'CustomerId'>('k1'), brand<'CustomerId'>('k2')];
    const found = outcomes(
      rows({
        cases: [
          ...[aCase({ resolvedAt }), aCase({ resolvedAt, reopened: true }), aCase({ resolvedAt, urged: true })],
          aCase(),
        ],
        handoffs: [
          aHandoff({ customer: k1 }),
          aHandoff({ customer: k1, requestedAt: AT + 7 * DAY }),
          aHandoff({ customer: k2, result: 'unsolved' }),
          aHandoff({ customer: k2, requestedAt: AT + 7 * DAY + 1 }),
          aHandoff({ end: 'left', customer: brand<'CustomerId'>('k3') }),
        ],
      }),
    );
    assert.deepEqual(found.firstContactResolution, { count: 1 + 2, of: 3 + 4, rate: 3 / 7 });
    assert.deepEqual(found.reopened, { count: 1, of: 3, rate: 1 / 3 });
  });

  it('satisfaction by dimension, and NPS from −100 to 100', () => {
    const none = { quality: null, efficiency: null, attitude: null, response: null };
    const found = satisfaction([
      aSurvey({ quality: 4, efficiency: 3, attitude: null, response: 1, recommend: 9, solved: null }),
      aSurvey({ ...none, recommend: 6, solved: false }),
      aSurvey({ ...none, recommend: 8 }),
      aSurvey({ ...none, recommend: 0 }),
    ]);
    assert.deepEqual(found.byDimension.quality, { count: 1, mean: 4, satisfied: { count: 1, of: 1, rate: 1 } });
    assert.deepEqual(found.byDimension.attitude.mean, null);
    assert.deepEqual(found.overall.satisfied, { count: 1, of: 3, rate: 1 / 3 });
    assert.deepEqual(found.nps, { count: 4, score: -25 });
    assert.deepEqual(found.solved, { count: 2, of: 3, rate: 2 / 3 });
    assert.deepEqual(satisfaction([]).nps, { count: 0, score: null });
  });

  describe('the score of an agent (CSG 5.3.1)', () => {
    const { firstReply, handlingMinutes } = shipped.handoff;
    const one = (more: Partial<StatisticsRows>) => agents(rows(more), shipped)[0];

    it('weighs satisfaction 30, response 25, resolution 20, service time 15, complaints 10', () => {
      const parts = { satisfaction: 0, responseTime: 0, resolution: 0, serviceTime: 0, complaints: 0 };
      assert.equal(scoreOf(parts), 0);
      const weights = { satisfaction: 30, responseTime: 25, resolution: 20, serviceTime: 15, complaints: 10 };
      for (const [part, weight] of Object.entries(weights)) assert.equal(scoreOf({ ...parts, [part]: 100 }), weight);
      const unknown = { ...parts, satisfaction: null, responseTime: 100 };
      assert.ok(Math.abs((scoreOf(unknown) ?? 0) - 2500 / 70) < 1e-9, 'the weight of what is unknown goes to the rest');
      const nothing = { satisfaction: null, responseTime: null, resolution: null, serviceTime: null, complaints: null };
      assert.equal(scoreOf(nothing), null);
    });

    it('scales each part from 0 to 100', () => {
      const middle = (firstReply.targetSeconds + firstReply.limitSeconds) * 500;
      const handoffs = [aHandoff({ answeredAt: AT + middle, handledMs: handlingMinutes * 2 * 60_000 })];
      const found = one({ handoffs, surveys: [aSurvey({ quality: 3 })] });
      assert.deepEqual(found?.parts, {
        ...{ satisfaction: 75, responseTime: 50, resolution: 100, serviceTime: 50, complaints: 100 },
      });
      const late = one({
        handoffs: [
          aHandoff({
            answeredAt: AT + firstReply.limitSeconds * 1000,
            handledMs: handlingMinutes * 3 * 60_000,
            result: 'unsolved',
          }),
        ],
      });
      assert.deepEqual(late?.parts, {
        ...{ satisfaction: null, responseTime: 0, resolution: 0, serviceTime: 0, complaints: 100 },
      });
    });

    it('counts complaints about service that followed in the same conversation', () => {
      const handoffs = Array.from({ length: 20 }, (_, i) => aHandoff({ conversation: conversation(`h${i}`) }));
      const complaint = { conversation: conversation('h3'), category: 'service-quality', openedAt: AT + 20_000 };
      assert.equal(one({ handoffs, cases: [aCase(complaint)] })?.parts.complaints, 50);
      for (const other of [{ openedAt: AT }, { category: 'billing-plan' }, { conversation: conversation('x') }]) {
        assert.equal(one({ handoffs, cases: [aCase({ ...complaint, ...other })] })?.parts.complaints, 100);
      }
    });

    it('is given best first, by name, and of nobody who had nobody', () => {
      const handoffs = [aHandoff({ result: 'unsolved' }), aHandoff({ agent: staff('b') }), aHandoff({ agent: null })];
      const found = agents(rows({ handoffs, staff: [{ id: staff('b'), name: '小林' }] }), shipped);
      assert.deepEqual(
        found.map(({ agent, name, handoffs: count }) => [agent, name, count]),
        [
          ['b', '小林', 1],
          ['a', 'a', 1],
        ],
      );
    });
  });

  it('goals: satisfaction from 85 %, nine of ten first replies within 30 s and complaints within 48 h, availability 99.9 %', () => {
    const met = (satisfied: number | null, reply: number[], complaints: number[], up: number | null) => {
      const [firstReply, handling] = [spread(reply), spread(complaints)];
      const measured = { satisfied, firstReply, complaints: handling, up: { goal: 0.999, share: up } };
      return goals(measured, shipped).map((goal) => goal.met);
    };
    assert.deepEqual(met(0.85, [30_000], [48 * 3_600_000], 0.999), [true, true, true, true]);
    assert.deepEqual(met(0.849, [30_001], [48 * 3_600_000 + 1], 0.9989), [false, false, false, false]);
    assert.deepEqual(met(null, [], [], null), [null, null, null, null]);
  });
});

import type { DeskStatisticsView, ImprovementView } from '../../adapters/desk/statistics/schemas.ts';

const DAY_MS = 86_400_000;
const ZONE = 'Asia/Shanghai';
const AHEAD = '+08:00';

const share = (count: number, of: number) => ({ count, of, rate: of === 0 ? null : count / of });
const spread = (count: number, p50: number, p90: number) =>
  count === 0 ? { count, mean: null, p50: null, p90: null } : { count, mean: (p50 + p90) / 2, p50, p90 };
const marks = (count: number, mean: number, satisfied: number) => ({
  ...{ count, mean: count === 0 ? null : mean },
  satisfied: share(satisfied, count),
});

function datesFrom(from: string, to: string): string[] {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return Array.from({ length: days }, (_, nth) => new Date(Date.parse(from) + nth * DAY_MS).toISOString().slice(0, 10));
}

const spanOf = (from: string, to: string) => ({
  from: new Date(`${from}T00:00:00${AHEAD}`).toISOString(),
  to: new Date(Date.parse(`${to}T00:00:00${AHEAD}`) + DAY_MS).toISOString(),
  zone: ZONE,
});

/** A month as a busy operator has it: something in every chart. */
export function busyFigures(from: string, to: string): DeskStatisticsView {
  const wave = (nth: number, high: number) =>
    Math.round((high * (3 + 2 * Math.sin(nth / 2) + (nth % 5 === 0 ? 1 : 0))) / 5);
  return {
    ...spanOf(from, to),
    intake: {
      byKind: {
        complaint: 212,
        fault: 368,
        application: 405,
        feedback: 31,
        callback: 64,
        security: 4,
        appointment: 287,
      },
      byCategory: {
        'complaint/billing-plan': 121,
        'complaint/network-communication': 48,
        'complaint/none': 12,
        'fault/network-performance': 240,
        'fault/equipment': 92,
        'application/none': 405,
      },
      byChannel: { webchat: 640, directline: 11, 'wechat/shop': 480, whatsapp: 96, 'sms-smpp': 22 },
      byDay: datesFrom(from, to).map((date, nth) => ({ date, requests: wave(nth, 60), handoffs: wave(nth + 2, 22) })),
      byHour: Array.from({ length: 24 }, (_, hour) => ({
        hour,
        requests: hour < 7 ? 2 : wave(hour, 130),
        handoffs: hour < 8 || hour > 21 ? 0 : wave(hour + 3, 45),
      })),
    },
    times: {
      handoffWait: spread(410, 18, 64),
      firstReply: spread(402, 24, 82),
      handling: spread(398, 412, 1130),
      resolution: {
        complaint: spread(180, 61_200, 198_000),
        fault: spread(322, 14_400, 72_000),
        security: spread(0, 0, 0),
      },
    },
    outcomes: {
      conversations: 1124,
      selfService: share(702, 1124),
      handoffRate: share(410, 1124),
      abandoned: share(26, 410),
      firstContactResolution: share(488, 561),
      reopened: share(19, 502),
      complaintRate: share(212, 1124),
      clocks: [
        { clock: 'complaint-resolved', warnings: 22, breaches: 6 },
        { clock: 'intake-confirmed', warnings: 0, breaches: 0 },
        { clock: 'complaint-first-findings', warnings: 9, breaches: 11 },
      ],
      breaches: 17,
    },
    satisfaction: {
      surveys: 264,
      overall: marks(1020, 4.32, 887),
      byDimension: {
        quality: marks(262, 4.41, 236),
        efficiency: marks(250, 4.12, 205),
        attitude: marks(256, 4.6, 240),
        response: marks(252, 4.15, 206),
      },
      solved: share(231, 264),
      nps: { count: 244, score: 38.5 },
    },
    agents: [
      {
        ...{ agent: 'staff-chen', name: '陈丽', handoffs: 205, score: 91.3 },
        parts: { satisfaction: 93.1, responseTime: 88.2, resolution: 90, serviceTime: 94.75, complaints: 90.2 },
      },
      {
        ...{ agent: 'staff-wang', name: '王小明', handoffs: 193, score: 78 },
        parts: { satisfaction: 81, responseTime: 72.5, resolution: null, serviceTime: 80, complaints: 75.6 },
      },
    ],
    availability: { goal: 0.999, share: 0.99896, minutes: 43_200, missing: 45, longestGapMinutes: 31 },
    goals: [
      { name: 'satisfaction', unit: 'rate', goal: 0.85, value: 0.8696, met: true },
      { name: 'first-reply', unit: 'seconds', goal: 30, value: 82, met: false },
      { name: 'complaint-handling', unit: 'seconds', goal: 172_800, value: null, met: null },
      { name: 'availability', unit: 'rate', goal: 0.999, value: 0.99896, met: false },
    ],
    problems: [
      {
        ...{ kind: 'fault', category: 'network-performance', area: 'sz-futian', improvement: 'running' },
        ...{ count: 64, before: 31, open: 12, reopened: 5 },
      },
      {
        ...{ kind: 'complaint', category: 'billing-plan', area: null, improvement: null },
        ...{ count: 41, before: 48, open: 3, reopened: 0 },
      },
      {
        ...{ kind: 'complaint', category: null, area: null, improvement: null },
        ...{ count: 5, before: 5, open: 0, reopened: 0 },
      },
    ],
  };
}

/** A time in which nothing happened. */
export function noFigures(from: string, to: string): DeskStatisticsView {
  const none = marks(0, 0, 0);
  return {
    ...spanOf(from, to),
    intake: {
      ...{ byKind: {}, byCategory: {}, byChannel: {} },
      byDay: datesFrom(from, to).map((date) => ({ date, requests: 0, handoffs: 0 })),
      byHour: Array.from({ length: 24 }, (_, hour) => ({ hour, requests: 0, handoffs: 0 })),
    },
    times: { handoffWait: spread(0, 0, 0), firstReply: spread(0, 0, 0), handling: spread(0, 0, 0), resolution: {} },
    outcomes: {
      ...{ conversations: 0, selfService: share(0, 0), handoffRate: share(0, 0), abandoned: share(0, 0) },
      ...{ firstContactResolution: share(0, 0), reopened: share(0, 0), complaintRate: share(0, 0) },
      ...{ clocks: [], breaches: 0 },
    },
    satisfaction: {
      ...{ surveys: 0, overall: none, solved: share(0, 0), nps: { count: 0, score: null } },
      byDimension: { quality: none, efficiency: none, attitude: none, response: none },
    },
    agents: [],
    availability: { goal: 0.999, share: null, minutes: 0, missing: 0, longestGapMinutes: 0 },
    goals: [
      { name: 'satisfaction', unit: 'rate', goal: 0.85, value: null, met: null },
      { name: 'first-reply', unit: 'seconds', goal: 30, value: null, met: null },
      { name: 'complaint-handling', unit: 'seconds', goal: 172_800, value: null, met: null },
      { name: 'availability', unit: 'rate', goal: 0.999, value: null, met: null },
    ],
    problems: [],
  };
}

const at = (daysAgo: number): string => new Date(Date.now() - daysAgo * DAY_MS).toISOString();

/** One that is late, and one that is over. */
export function someImprovements(): ImprovementView[] {
  const [boss, wang] = [
    { id: 'staff-admin', name: '林主管' },
    { id: 'staff-wang', name: '王小明' },
  ];
  return [
    {
      ...{ id: 'running', kind: 'fault', category: 'network-performance', area: 'sz-futian', stage: 'do' },
      ...{ owner: wang, due: at(3).slice(0, 10), openedAt: at(12), closedAt: null },
      entries: [
        { stage: 'plan', text: 'OLT 7: 92% load. New card, then 2 weeks of counting.', by: boss, at: at(12) },
        { stage: 'do', text: 'New card: 1 of 2 is in.', by: wang, at: at(5) },
      ],
      perDay: { before: 1.0333, since: 2.125 },
    },
    {
      ...{ id: 'over', kind: 'complaint', category: 'service-quality', area: null, stage: 'done' },
      ...{ owner: null, due: null, openedAt: at(90), closedAt: at(20) },
      entries: [
        { stage: 'plan', text: 'A: ask once.', by: boss, at: at(90) },
        { stage: 'done', text: 'B: 3 → 1.', by: boss, at: at(20) },
      ],
      perDay: { before: 3, since: 1 },
    },
  ];
}

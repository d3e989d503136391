import { readFileSync } from 'node:fs';
import type { AlertView, BoardView, DeskCatalogue, HandoffView, StaffView } from '../../adapters/desk/schemas.ts';
import { STAGES } from '../../domain/cases/case.ts';
import type { Names } from '../../domain/ids.ts';
import { parseManual } from '../../domain/manual/load.ts';
import type { Manual } from '../../domain/manual/schema.ts';

/** People, customers and figures for the console's board and administration. */
export function member(login: string, name: string, change: Partial<StaffView> = {}): StaffView {
  const usual = { role: 'agent', skills: ['billing'], languages: ['zh-Hans'], limit: 4, status: 'available' } as const;
  const flags = { present: true, disabled: false, mustChange: false, totp: false, load: 0 };
  return {
    id: `staff-${login}`,
    login,
    name,
    ...usual,
    skills: ['billing'],
    languages: ['zh-Hans'],
    ...flags,
    ...change,
  };
}

const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

/** A customer in the queue. */
export function waiting(name: string, waitingSeconds: number, change: Partial<HandoffView> = {}): HandoffView {
  const usual = { reason: 'asked', language: 'zh-Hans', channel: 'webchat', severity: null, team: 'billing' } as const;
  const rest = { position: 1, first: false, wanted: null, epoch: 1, owner: { kind: 'queue' } } as const;
  return {
    ...usual,
    ...rest,
    handoff: `handoff-${name}`,
    conversation: `conversation-${name}`,
    requestedAt: ago(waitingSeconds),
    waitingSeconds,
    unansweredSince: ago(waitingSeconds),
    customer: name,
    preview: '上个月多扣了我三十块',
    ...change,
  };
}

/** A customer whom an agent has; waits for an answer since so many seconds, or not at all. */
export function withAgent(name: string, agent: string, unanswered: number | null): HandoffView {
  const since = unanswered === null ? null : ago(unanswered);
  const owner = { kind: 'agent', agent, since: ago(300), firstReplyAt: ago(280) } as const;
  return waiting(name, 20, { owner, position: null, unansweredSince: since });
}

export function emptyBoard(): BoardView {
  return {
    ...{ at: new Date().toISOString(), open: true, waiting: [], active: [], agents: [], longestWaitSeconds: 0 },
    ...{ averageHandlingSeconds: null, late: 0, breached: 0, overdueCases: [] },
    today: { handoffs: 0, returned: 0, left: 0, callback: 0 },
  };
}

export function overdueCase(number: string, overdueSeconds: number): BoardView['overdueCases'][number] {
  const clock = {
    name: 'complaint-resolved',
    target: ago(overdueSeconds + 3600),
    limit: ago(overdueSeconds),
    pausedMs: 0,
  };
  return {
    ...{
      number,
      kind: 'complaint',
      category: 'billing-plan',
      severity: 'moderate',
      level: null,
      stage: 'investigating',
    },
    ...{ owner: 'billing', customer: '138****8000', openedAt: ago(overdueSeconds + 86_400), answers: {} },
    clocks: [{ ...clock, state: 'breached' }],
    ...{ history: [], links: [], waiting: null, resolvedBy: null, confirmedBy: null, incident: null },
  };
}

/** What calls the people on duty, in Futian just now. */
export const dutyAlert = (kind: AlertView['kind'], more: Partial<AlertView> = {}): AlertView => ({
  ...{ id: `${kind}-1`, kind, at: new Date().toISOString(), case: null, outage: null, area: 'sz-futian' },
  ...{ service: 'broadband', category: 'business-service', reports: null, acknowledged: null },
  ...more,
});

const manual = readManual();
const namesOf = (known: Readonly<Record<string, { readonly names: Names }>>): Record<string, Names> =>
  Object.fromEntries(Object.entries(known).map(([id, { names }]) => [id, names]));

/** The shipped manual's names, as far as these screens use them. */
export const catalogue: DeskCatalogue = {
  ...{ operator: manual.operator.names, hotline: manual.operator.hotline, oidc: false },
  ...{ branches: {}, fields: {}, intents: {}, bookingKinds: {} },
  services: namesOf(manual.services),
  areas: Object.fromEntries(manual.areas.map(({ id, names }) => [id, names])),
  teams: namesOf(manual.teams),
  caseKinds: namesOf(manual.caseKinds),
  stages: Object.fromEntries(STAGES.map((stage) => [stage, { names: manual.stages[stage].names, next: [] }])),
  complaintCategories: namesOf(manual.complaintCategories),
  faultCategories: namesOf(manual.faultCategories),
  severities: namesOf(manual.severities),
  faultLevels: namesOf(manual.faultLevels),
  clocks: namesOf(manual.clocks),
  handoff: {
    offerSeconds: manual.handoff.offerSeconds,
    silentSeconds: manual.handoff.silentSeconds,
    firstReplyTargetSeconds: manual.handoff.firstReply.targetSeconds,
    firstReplyLimitSeconds: manual.handoff.firstReply.limitSeconds,
  },
};

function readManual(): Manual {
  const read = parseManual(
    readFileSync(new URL('../../domain/manual/telecom.yaml', import.meta.url), 'utf8'),
    'manual',
  );
  if (read.kind === 'faulty') throw new Error(read.faults.join('\n'));
  return read.manual;
}

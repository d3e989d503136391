import type { z } from 'zod';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import { isDeskOpen } from '../../../domain/desk/open.ts';
import { inOrder } from '../../../domain/desk/queue.ts';
import type { Instant } from '../../../domain/ids.ts';
import { toInstant, toLocal } from '../../../domain/manual/zone.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { agentsView, boardView } from '../schemas.ts';
import { viewDeskCase } from '../views/books.ts';
import { viewHandoffs } from '../views/handoff.ts';
import { viewStaff } from '../views/staff.ts';
import { iso } from '../views/time.ts';

/** Ended hand-offs that the average is taken of. */
const AVERAGED = 100;
const OVERDUE_CASES = 50;

type Board = z.infer<typeof boardView>;

export function boardOperations(deps: DeskDeps): DeskOperation[] {
  const { guard, ledger, now } = deps;
  return [
    deskOperation(guard, {
      method: 'GET',
      path: '/desk/api/agents',
      summary: 'Everybody of the desk: who is there, and with how much to do.',
      access: 'agent',
      answer: agentsView,
      handle: async () => {
        const [staff, open] = await Promise.all([ledger.staff.list(), ledger.handoffs.open()]);
        return { agents: staff.map((each) => viewStaff(each, open, now())) };
      },
    }),
    deskOperation(guard, {
      method: 'GET',
      path: '/desk/api/board',
      summary: 'The whole desk now, and what was done today.',
      access: 'supervisor',
      answer: boardView,
      handle: () => viewBoard(deps),
    }),
  ];
}

async function viewBoard(deps: DeskDeps): Promise<Board> {
  const { ledger, manual, now, zone } = deps;
  const at = now();
  const today = toInstant(toLocal(at, zone).date, 0, zone);
  const [open, staff, times, ended, overdue, settings] = await Promise.all([
    ledger.handoffs.open(),
    ledger.staff.list(),
    ledger.handoffs.handlingTimes(AVERAGED),
    ledger.handoffs.endedBetween(today, at + 1),
    ledger.cases.list({ overdueAt: at, limit: OVERDUE_CASES }),
    ledger.deskBook.settings(),
  ]);
  const waiting = inOrder(open);
  const { targetSeconds, limitSeconds } = manual.handoff.firstReply;
  const unanswered = unansweredSeconds(open, at);
  const [waitingRows, active, overdueCases] = await Promise.all([
    viewHandoffs(deps, waiting, open),
    viewHandoffs(
      deps,
      open.filter(({ owner }) => owner.kind === 'agent'),
      open,
    ),
    Promise.all(
      overdue.cases.map(async (each) => viewDeskCase(deps, each, await ledger.customers.contact(each.customer))),
    ),
  ]);
  const howMany = (how: string): number =>
    ended.filter(({ owner }) => owner.kind === 'ended' && owner.how === how).length;
  return {
    at: iso(at),
    open: isDeskOpen(manual, settings, at, zone),
    waiting: waitingRows,
    active,
    agents: staff.map((each) => viewStaff(each, open, at)),
    longestWaitSeconds: Math.max(0, ...waiting.map(({ waitingSince }) => Math.round((at - waitingSince) / 1000))),
    averageHandlingSeconds: average(times),
    late: unanswered.filter((seconds) => seconds > targetSeconds).length,
    breached: unanswered.filter((seconds) => seconds > limitSeconds).length,
    overdueCases,
    today: {
      handoffs: ended.length + open.filter(({ requestedAt }) => requestedAt >= today).length,
      returned: howMany('returned'),
      left: howMany('left'),
      callback: howMany('callback'),
    },
  };
}

/** Of customers who still wait for the first words of a person (CSG 5.1.1; OSM 2.2.2): for how long. */
function unansweredSeconds(open: readonly Handoff[], at: Instant): number[] {
  return open
    .filter(({ owner }) => owner.kind !== 'agent' || owner.firstReplyAt === null)
    .map(({ waitingSince }) => (at - waitingSince) / 1000);
}

/** Milliseconds to whole seconds. */
function average(times: readonly number[]): number | null {
  if (times.length === 0) return null;
  return Math.round(times.reduce((sum, each) => sum + each, 0) / times.length / 1000);
}

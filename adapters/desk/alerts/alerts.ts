import { z } from 'zod';
import type { Alert } from '../../../domain/desk/alerts.ts';
import { HttpError } from '../../http/answer.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { type AlertView, alertsView, alertView, id } from '../schemas.ts';
import { stored } from '../stored.ts';
import { iso } from '../views/time.ts';

/** Shown at once, the newest ones. */
const SHOWN = 100;

/** What calls the people on duty: every console shows it until somebody has seen to it. */
export function alertOperations(deps: DeskDeps): DeskOperation[] {
  const { guard, ledger, now } = deps;
  return [
    deskOperation(guard, {
      method: 'GET',
      path: '/desk/api/alerts',
      summary: 'Major faults, security faults and suspected outages that wait for somebody, newest first.',
      access: 'agent',
      answer: alertsView,
      handle: async () => ({ alerts: await views(deps, await ledger.alerts.open(SHOWN)) }),
    }),
    deskOperation(guard, {
      method: 'POST',
      path: '/desk/api/alerts/:id/acknowledge',
      summary: 'The caller has seen it and sees to it. Of two callers the first one has; the answer says who.',
      access: 'agent',
      params: z.object({ id }),
      answer: alertView,
      refusals: { 404: 'No alert has that id.' },
      handle: async ({ params }, { staff }) => {
        const done = await stored(deps, ledger.alerts.acknowledge(params.id, staff.id, now()));
        if (done.kind === 'unknown') throw new HttpError(404, 'NotFound', 'There is no such alert.');
        // also when repeated: the first answer may not have come that far
        if (done.alert.acknowledged?.by === staff.id) {
          const entry = { by: staff.id, what: 'alert-acknowledged', subject: params.id, detail: done.alert.kind };
          await stored(deps, ledger.audit.add(entry, now()));
        }
        deps.signals.send({ kind: 'desk' });
        const [view] = await views(deps, [done.alert]);
        if (view === undefined) throw new Error('an alert without a view');
        return view;
      },
    }),
  ];
}

async function views({ ledger }: DeskDeps, alerts: readonly Alert[]): Promise<AlertView[]> {
  const known = alerts.some(({ acknowledged }) => acknowledged !== null) ? await ledger.staff.list() : [];
  const names = new Map<string, string>(known.map(({ id, name }) => [id, name]));
  return alerts.map(({ at, acknowledged, ...rest }) => ({
    ...rest,
    at: iso(at),
    acknowledged: acknowledged && {
      by: acknowledged.by,
      byName: names.get(acknowledged.by) ?? acknowledged.by,
      at: iso(acknowledged.at),
    },
  }));
}

import { z } from 'zod';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import type { OutageDecided } from '../../../domain/outages.ts';
import { HttpError } from '../../http/answer.ts';
import { outageView } from '../../operator/schemas.ts';
import { viewOutage } from '../../operator/views.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { id, outageConfirmBody } from '../schemas.ts';
import { stored } from '../stored.ts';

const params = z.object({ id });
const refusals = { 404: 'No outage has that id.', 409: 'Somebody has decided on it already.' };

/** Supervisors decide on outages that are suspected (CSG 3.3.1). */
export function suspicionOperations(deps: DeskDeps): DeskOperation[] {
  const { guard, ledger, now } = deps;
  return [
    deskOperation(guard, {
      method: 'POST',
      path: '/desk/api/outages/:id/confirm',
      summary: 'It is an outage: it is open from now on, and all who reported it before are told.',
      access: 'supervisor',
      params,
      body: outageConfirmBody,
      answer: outageView,
      refusals,
      handle: async ({ params, body }, { staff }) => {
        const given = body.expectedRepair ?? null;
        const decision = { by: staff.id, expectedRepair: given === null ? null : Date.parse(given) };
        return decided(
          deps,
          staff,
          'outage-confirmed',
          await stored(deps, ledger.outages.confirm(params.id, decision, now())),
        );
      },
    }),
    deskOperation(guard, {
      method: 'POST',
      path: '/desk/api/outages/:id/dismiss',
      summary: 'It is none: the reports go on one by one.',
      access: 'supervisor',
      params,
      answer: outageView,
      refusals,
      handle: async ({ params }, { staff }) =>
        decided(
          deps,
          staff,
          'outage-dismissed',
          await stored(deps, ledger.outages.dismiss(params.id, { by: staff.id }, now())),
        ),
    }),
  ];
}

async function decided(deps: DeskDeps, { id: by }: StaffMember, what: string, result: OutageDecided) {
  if (result.kind === 'unknown') throw new HttpError(404, 'NotFound', 'There is no such outage.');
  const { outage } = result;
  if (result.kind === 'decidedBefore')
    throw new HttpError(409, 'Decided', `Somebody has decided on it already: it is ${outage.state}.`);
  const entry = { by, what, subject: outage.id, detail: outage.area };
  await stored(deps, deps.ledger.audit.add(entry, deps.now()));
  deps.signals.send({ kind: 'desk' });
  return viewOutage(outage);
}

import { z } from 'zod';
import { incidentRefused } from '../../operator/refusals.ts';
import { caseView, newStep } from '../../operator/schemas.ts';
import { caseOf } from '../access/case.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { deskKey } from '../keys.ts';
import { noCase } from '../refusals.ts';
import { caseIncidentBody } from '../schemas.ts';
import { stored } from '../stored.ts';
import { viewDeskCase } from '../views/books.ts';
import { tellDesk } from './filed.ts';

/** What is done about a security incident, written down by who does it (OSM 6.3). */
export function incidentOperation(deps: DeskDeps): DeskOperation {
  const { guard, ledger, now } = deps;
  return deskOperation(guard, {
    method: 'POST',
    path: '/desk/api/cases/:number/incident',
    summary:
      'Records a step of handling a security incident. A grade of major or gravest calls the duty; the customer is told by people, not by this.',
    access: 'agent',
    params: z.object({ number: z.string().max(40) }),
    body: caseIncidentBody,
    answer: caseView,
    refusals: {
      404: 'No case has that number, or its customer is not the caller’s.',
      409: 'The case is no incident, is at rest or reviewed, steps before it are not recorded, or the caller contained or restored it and would review it.',
    },
    handle: async ({ params: { number }, body }, { staff }) => {
      const { case: found, handoff } = await caseOf(deps, staff, number, 'change');
      const key = deskKey('incident', found.number, staff.id, body.id);
      const entry = { by: staff.id, text: body.text };
      const recorded = await stored(deps, ledger.incidents.record(found.number, newStep(body), entry, key, now()));
      if (recorded.kind === 'unknown') throw noCase();
      if (recorded.kind === 'refused') throw incidentRefused(recorded);
      const where = { handoff: handoff?.id ?? null, conversation: handoff?.conversation ?? found.conversation };
      await tellDesk(deps, staff, where, found.number, key);
      return viewDeskCase(deps, recorded.case, await ledger.customers.contact(found.customer));
    },
  });
}

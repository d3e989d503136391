import { asCaseNumber } from '../../domain/cases/number.ts';
import { type Operation, operation } from '../http/operation.ts';
import type { OperatorDeps } from './deps.ts';
import { givenKey } from './keys.ts';
import { caseNumber, unknownCase } from './oneCase.ts';
import { incidentRefused } from './refusals.ts';
import { caseView, incidentBody, newStep } from './schemas.ts';
import { viewOne } from './views.ts';

/** What is done about a security incident, written down (OSM 6.3). */
export function incidentOperation(deps: OperatorDeps): Operation {
  return operation({
    method: 'POST',
    path: '/api/cases/:number/incident',
    tag: 'operator',
    summary:
      'Records a step of handling a security incident: graded, investigated, contained, restored, told, reviewed. The same `id` twice is one step. A grade of major or gravest calls the duty.',
    params: caseNumber,
    body: incidentBody,
    answer: caseView,
    refusals: {
      404: 'No case has that number.',
      409: 'The case is no incident, is at rest or reviewed, steps before it are not recorded, or whoever contained or restored it would review it.',
    },
    handle: async ({ params: { number }, body }) => {
      const known = asCaseNumber(number);
      if (known === null) throw unknownCase();
      const { id, by, text } = body;
      const key = givenKey('incident', known, id);
      const recorded = await deps.ledger.incidents.record(known, newStep(body), { by, text }, key, deps.now());
      if (recorded.kind === 'unknown') throw unknownCase();
      if (recorded.kind === 'refused') throw incidentRefused(recorded);
      return viewOne(deps, recorded.case);
    },
  });
}

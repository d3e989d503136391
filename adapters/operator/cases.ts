import type { z } from 'zod';
import { type Case, STAGES } from '../../domain/cases/case.ts';
import { asCaseNumber } from '../../domain/cases/number.ts';
import { allowedMoves } from '../../domain/cases/stages.ts';
import type { CaseNumber } from '../../domain/ids.ts';
import { HttpError } from '../http/answer.ts';
import { type Operation, operation } from '../http/operation.ts';
import { BadCursor } from '../ledger/errors.ts';
import type { OperatorDeps } from './deps.ts';
import { writeKey } from './keys.ts';
import { caseNumber, unknownCase } from './oneCase.ts';
import { cannotMove, moveRefused } from './refusals.ts';
import { casePage, caseQuery, caseView, stageBody } from './schemas.ts';
import { viewOne } from './views.ts';

const DEFAULT_PAGE = 50;

export function caseOperations(deps: OperatorDeps): Operation[] {
  const view = (each: Case): Promise<z.infer<typeof caseView>> => viewOne(deps, each);

  return [
    operation({
      method: 'GET',
      path: '/api/cases',
      tag: 'operator',
      summary:
        'Cases, newest first; `next` is the `after` of the following page. `overdue`: a running clock is past its limit.',
      query: caseQuery,
      answer: casePage,
      handle: async ({ query }) => {
        const { stage, category, kind, after } = query;
        const overdue = query.overdue === 'true' || query.overdue === '1';
        const page = await deps.ledger.cases
          .list({
            ...(stage === undefined ? {} : { stage }),
            ...(category === undefined ? {} : { category }),
            ...(kind === undefined ? {} : { kind }),
            ...(after === undefined ? {} : { after }),
            ...(overdue ? { overdueAt: deps.now() } : {}),
            limit: query.limit ?? DEFAULT_PAGE,
          })
          .catch((error: unknown) => {
            if (error instanceof BadCursor)
              throw new HttpError(
                400,
                'BadArgument',
                'after: must be the `next` of a former page of the same question',
              );
            throw error;
          });
        return { cases: await Promise.all(page.cases.map(view)), next: page.next };
      },
    }),
    operation({
      method: 'GET',
      path: '/api/cases/:number',
      tag: 'operator',
      summary: 'One case with its clocks and history.',
      params: caseNumber,
      answer: caseView,
      refusals: { 404: 'No case has that number.' },
      handle: async ({ params: { number } }) => {
        const known = asCaseNumber(number);
        const found = known && (await deps.ledger.cases.find(known));
        if (!found) throw unknownCase();
        return view(found);
      },
    }),
    operation({
      method: 'POST',
      path: '/api/cases/:number/stage',
      tag: 'operator',
      summary: 'Moves a case to its next stage and tells the customer. Takes an Idempotency-Key.',
      params: caseNumber,
      body: stageBody,
      answer: caseView,
      refusals: {
        404: 'No case has that number.',
        409: 'There is no such stage, the case cannot move there from where it is, steps of the incident are not recorded, or whoever resolved it would confirm it.',
      },
      handle: async ({ params: { number }, body }, call) => {
        const known = asCaseNumber(number);
        if (known === null) throw unknownCase();
        const key = writeKey(call);
        const stage = STAGES.find((each) => each === body.stage);
        if (stage === undefined) throw await noStage(deps, known);
        const entry = { by: body.by, note: body.note ?? null };
        const moved = await deps.ledger.cases.move(known, stage, entry, key, deps.now());
        if (moved.kind === 'unknown') throw unknownCase();
        if (moved.kind === 'refused') throw moveRefused(moved);
        return view(moved.case);
      },
    }),
  ];
}

/** For a stage that there is not: what the case can become instead. */
async function noStage({ ledger, manual }: OperatorDeps, number: CaseNumber): Promise<HttpError> {
  const found = await ledger.cases.find(number);
  return found === null ? unknownCase() : cannotMove(found.stage, allowedMoves(manual, found.stage));
}

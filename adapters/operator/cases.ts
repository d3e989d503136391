import { z } from 'zod';
import type { Case } from '../../domain/cases/case.ts';
import { asCaseNumber } from '../../domain/cases/number.ts';
import { HttpError } from '../http/answer.ts';
import { type Operation, operation } from '../http/operation.ts';
import { BadCursor } from '../ledger/errors.ts';
import type { OperatorDeps } from './deps.ts';
import { writeKey } from './keys.ts';
import { casePage, caseQuery, caseView, stageBody } from './schemas.ts';
import { viewCase } from './views.ts';

const DEFAULT_PAGE = 50;
const params = z.object({ number: z.string().max(40) });
const unknownCase = (): HttpError => new HttpError(404, 'NotFound', 'There is no case with that number.');

export function caseOperations(deps: OperatorDeps): Operation[] {
  const view = async (each: Case): Promise<z.infer<typeof caseView>> =>
    viewCase(deps.manual, each, await deps.ledger.customers.contact(each.customer), deps.now(), deps.zone);

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
            if (error instanceof BadCursor) throw new HttpError(400, 'BadArgument', 'after: not from a former page');
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
      params,
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
      params,
      body: stageBody,
      answer: caseView,
      refusals: { 404: 'No case has that number.', 409: 'The case cannot move there from where it is.' },
      handle: async ({ params: { number }, body }, call) => {
        const known = asCaseNumber(number);
        if (known === null) throw unknownCase();
        const key = writeKey(call);
        const moved = await deps.ledger.cases.move(
          known,
          body.stage,
          { by: body.by, note: body.note ?? null },
          key,
          deps.now(),
        );
        if (moved.kind === 'unknown') throw unknownCase();
        if (moved.kind === 'refused') {
          const allowed = moved.allowed.length === 0 ? 'nothing' : moved.allowed.join(', ');
          throw new HttpError(409, 'NotAllowed', `The case is ${moved.from}; it can become: ${allowed}.`);
        }
        return view(moved.case);
      },
    }),
  ];
}

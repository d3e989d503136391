import type { Case, Waited } from '../../domain/cases/case.ts';
import { asCaseNumber } from '../../domain/cases/number.ts';
import type { CaseNumber } from '../../domain/ids.ts';
import { type Operation, operation } from '../http/operation.ts';
import type { OperatorDeps } from './deps.ts';
import { writeKey } from './keys.ts';
import { caseNumber, unknownCase } from './oneCase.ts';
import { waitRefused } from './refusals.ts';
import { caseView, pauseBody, resumeBody } from './schemas.ts';
import { viewOne } from './views.ts';

/** Waiting for the customer, which alone pauses clocks (manual section 6). */
export function waitingOperations(deps: OperatorDeps): Operation[] {
  const answer = async (number: string, wait: (known: CaseNumber) => Promise<Waited>) => {
    const known = asCaseNumber(number);
    if (known === null) throw unknownCase();
    const waited = await wait(known);
    if (waited.kind === 'unknown') throw unknownCase();
    if (waited.kind === 'refused') throw waitRefused(waited);
    const found: Case = waited.case;
    return viewOne(deps, found);
  };
  const { cases } = deps.ledger;

  return [
    operation({
      method: 'POST',
      path: '/api/cases/:number/pause',
      tag: 'operator',
      summary:
        'Asks the customer for something in their conversation; until they answer, the clocks that may pause do. Takes an Idempotency-Key.',
      params: caseNumber,
      body: pauseBody,
      answer: caseView,
      refusals: { 404: 'No case has that number.', 409: 'It waits already, or no clock of it that may pause runs.' },
      handle: ({ params: { number }, body: { by, question } }, call) =>
        answer(number, (known) => cases.pause(known, { by, note: question }, writeKey(call), deps.now())),
    }),
    operation({
      method: 'POST',
      path: '/api/cases/:number/resume',
      tag: 'operator',
      summary:
        'The customer answered elsewhere: the clocks go on, later by what they waited. An answer in the conversation and any move do so by themselves. Takes an Idempotency-Key.',
      params: caseNumber,
      body: resumeBody,
      answer: caseView,
      refusals: { 404: 'No case has that number.', 409: 'The case does not wait.' },
      handle: ({ params: { number }, body: { by } }, call) =>
        answer(number, (known) => cases.resume(known, { by }, writeKey(call), deps.now())),
    }),
  ];
}

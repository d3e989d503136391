import { z } from 'zod';
import type { Case, Waited } from '../../../domain/cases/case.ts';
import { ownerOf } from '../../../domain/cases/triage.ts';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import { moveRefused, waitRefused } from '../../operator/refusals.ts';
import { caseView } from '../../operator/schemas.ts';
import { caseOf } from '../access/case.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { deskKey } from '../keys.ts';
import { noCase } from '../refusals.ts';
import { caseCategoryBody, casePauseBody, caseResumeBody, caseStageBody } from '../schemas.ts';
import { stored } from '../stored.ts';
import { viewDeskCase } from '../views/books.ts';
import { mustSuit } from './file.ts';
import { tellDesk } from './filed.ts';

const params = z.object({ number: z.string().max(40) });
const unknown = { 404: 'No case has that number, or its customer is not the caller’s.' };

export function caseOperations(deps: DeskDeps): DeskOperation[] {
  const { guard, ledger, now } = deps;
  const view = async (each: Case) => viewDeskCase(deps, each, await ledger.customers.contact(each.customer));
  const tell = async (staff: StaffMember, each: Case, handoff: Handoff | null, key: ReturnType<typeof deskKey>) => {
    const where = { handoff: handoff?.id ?? null, conversation: handoff?.conversation ?? each.conversation };
    await tellDesk(deps, staff, where, each.number, key);
    return view(each);
  };
  const settled = (waited: Waited): Case => {
    if (waited.kind === 'unknown') throw noCase();
    if (waited.kind === 'refused') throw waitRefused(waited);
    return waited.case;
  };
  return [
    deskOperation(guard, {
      method: 'GET',
      path: '/desk/api/cases/:number',
      summary: 'One case, masked, with its clocks and history.',
      access: 'agent',
      params,
      answer: caseView,
      refusals: unknown,
      handle: async ({ params: { number } }, { staff }) => view((await caseOf(deps, staff, number, 'read')).case),
    }),
    deskOperation(guard, {
      method: 'POST',
      path: '/desk/api/cases/:number/stage',
      summary: 'Moves a case to its next stage; the customer is told.',
      access: 'agent',
      params,
      body: caseStageBody,
      answer: caseView,
      refusals: {
        ...unknown,
        409: 'The case cannot move there from where it is, steps of the incident are not recorded, or the caller resolved it and would confirm it.',
      },
      handle: async ({ params: { number }, body }, { staff }) => {
        const { case: found, handoff } = await caseOf(deps, staff, number, 'change');
        const key = deskKey('stage', found.number, staff.id, body.id);
        const entry = { by: staff.id, note: body.note ?? null };
        const moved = await stored(deps, ledger.cases.move(found.number, body.stage, entry, key, now()));
        if (moved.kind === 'unknown') throw noCase();
        if (moved.kind === 'refused') throw moveRefused(moved);
        return tell(staff, moved.case, handoff, key);
      },
    }),
    deskOperation(guard, {
      method: 'POST',
      path: '/desk/api/cases/:number/pause',
      summary: 'Asks the customer for something; until they answer, the clocks that may pause do.',
      access: 'agent',
      params,
      body: casePauseBody,
      answer: caseView,
      refusals: { ...unknown, 409: 'It waits already, or no clock of it that may pause runs.' },
      handle: async ({ params: { number }, body: { id, question } }, { staff }) => {
        const { case: found, handoff } = await caseOf(deps, staff, number, 'change');
        const key = deskKey('pause', found.number, staff.id, id);
        const asked = ledger.cases.pause(found.number, { by: staff.id, note: question }, key, now());
        return tell(staff, settled(await stored(deps, asked)), handoff, key);
      },
    }),
    deskOperation(guard, {
      method: 'POST',
      path: '/desk/api/cases/:number/resume',
      summary: 'The customer answered elsewhere: the clocks go on, later by what they waited.',
      access: 'agent',
      params,
      body: caseResumeBody,
      answer: caseView,
      refusals: { ...unknown, 409: 'The case does not wait.' },
      handle: async ({ params: { number }, body: { id } }, { staff }) => {
        const { case: found, handoff } = await caseOf(deps, staff, number, 'change');
        const key = deskKey('resume', found.number, staff.id, id);
        const resumed = ledger.cases.resume(found.number, { by: staff.id }, key, now());
        return tell(staff, settled(await stored(deps, resumed)), handoff, key);
      },
    }),
    deskOperation(guard, {
      method: 'POST',
      path: '/desk/api/cases/:number/category',
      summary:
        'Puts a case where it belongs: category and owner change, its history keeps both; its clocks stay as promised.',
      access: 'agent',
      params,
      body: caseCategoryBody,
      answer: caseView,
      refusals: unknown,
      handle: async ({ params: { number }, body }, { staff }) => {
        const { case: found, handoff } = await caseOf(deps, staff, number, 'change');
        mustSuit(found.kind, body.category);
        const key = deskKey('category', found.number, staff.id, body.id);
        const { category } = body;
        const to = { category, owner: ownerOf(deps.manual, { ...found, category }) };
        const entry = { by: staff.id, note: body.note ?? null };
        const noted = await stored(deps, ledger.cases.reclassify(found.number, to, entry, key, now()));
        if (noted === null) throw noCase();
        return tell(staff, noted, handoff, key);
      },
    }),
  ];
}

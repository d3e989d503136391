import { z } from 'zod';
import type { StaffId } from '../../../domain/ids.ts';
import type { Improvement } from '../../../domain/statistics/improvement.ts';
import { HttpError } from '../../http/answer.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { stored } from '../stored.ts';
import { viewImprovements } from './improvementViews.ts';
import {
  type ImprovementView,
  improvementEntryBody,
  improvementsView,
  improvementView,
  openImprovementBody,
} from './schemas.ts';

/** Ended ones that are shown, the newest. */
const ENDED = 50;
const params = z.object({ id: openImprovementBody.shape.id });

/** What is done about frequent problems: plan, do, check, act (OSM 5.3.2). */
export function improvementOperations(deps: DeskDeps): DeskOperation[] {
  const { guard, ledger, now } = deps;
  const { improvements } = ledger;
  return [
    deskOperation(guard, {
      method: 'GET',
      path: '/desk/api/improvements',
      summary: `What is under way about frequent problems, newest first, then the ${ENDED} that ended last.`,
      access: 'supervisor',
      answer: improvementsView,
      handle: async () => ({ improvements: await viewImprovements(deps, await improvements.list(ENDED)) }),
    }),
    deskOperation(guard, {
      method: 'POST',
      path: '/desk/api/improvements',
      summary: 'Plans something about a frequent problem. The same request twice is one improvement.',
      access: 'supervisor',
      body: openImprovementBody,
      status: 201,
      answer: improvementView,
      refusals: {
        409: 'The id is used for another one, or one is under way for this problem (`improvement`: its id).',
      },
      handle: async ({ body: { kind, category, area, ...plan } }, { staff }) => {
        const owner = await ownerOf(deps, plan.owner);
        const problem = { kind, category, area };
        const done = await stored(deps, improvements.open(problem, { ...plan, owner }, staff.id, now()));
        if (done.kind === 'idUsed') throw idUsed();
        if (done.kind === 'underWay') throw underWay(done.id);
        return viewOne(deps, done.improvement);
      },
    }),
    deskOperation(guard, {
      method: 'POST',
      path: '/desk/api/improvements/:id/entries',
      summary: 'Writes down what was done, found or decided. The same request twice is one entry.',
      access: 'supervisor',
      params,
      body: improvementEntryBody,
      answer: improvementView,
      refusals: {
        404: 'No improvement has that id.',
        409: 'The id is used for another entry, or the stage may not follow (`allowed`: which may).',
      },
      handle: async ({ params, body }, { staff }) => {
        const entry = { ...body, owner: await ownerOf(deps, body.owner) };
        const done = await stored(deps, improvements.write(params.id, entry, staff.id, now()));
        if (done.kind === 'unknown') throw new HttpError(404, 'NotFound', 'There is no such improvement.');
        if (done.kind === 'idUsed') throw idUsed();
        if (done.kind === 'refused') throw mayNotFollow(done.from, done.allowed);
        return viewOne(deps, done.improvement);
      },
    }),
  ];
}

async function viewOne(deps: DeskDeps, improvement: Improvement): Promise<ImprovementView> {
  const [view] = await viewImprovements(deps, [improvement]);
  if (view === undefined) throw new Error('an improvement without a view');
  return view;
}

/** @throws HttpError for somebody who has no account here */
async function ownerOf({ ledger }: DeskDeps, given: string | null): Promise<StaffId | null> {
  if (given === null) return null;
  const owner = (await ledger.staff.list()).find(({ id }) => id === given);
  if (owner === undefined) throw new HttpError(400, 'BadArgument', 'owner: nobody of the staff has that id');
  return owner.id;
}

const idUsed = () => new HttpError(409, 'IdUsed', 'id: something else was sent with it; take a new one');

const underWay = (improvement: string) =>
  new HttpError(409, 'UnderWay', 'An improvement of this problem is under way: go on with it.', {}, { improvement });

function mayNotFollow(from: string, allowed: readonly string[]): HttpError {
  const what = allowed.length === 0 ? 'it has ended: open another one' : `next can be ${allowed.join(', ')}`;
  return new HttpError(409, 'NotAllowed', `stage: the improvement is at ${from}; ${what}`, {}, { allowed });
}

import { z } from 'zod';
import type { Case } from '../../../domain/cases/case.ts';
import { EXPORT_NAME, exportOf } from '../../../domain/customers/exportFile.ts';
import type { Doer } from '../../../domain/customers/personalData.ts';
import type { IdempotencyKey } from '../../../domain/ids.ts';
import { HttpError } from '../../http/answer.ts';
import { caseOf } from '../access/case.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { deskKey } from '../keys.ts';
import { rightsBody, rightsDone } from '../schemas.ts';
import { stored } from '../stored.ts';
import { tellDesk } from './filed.ts';

type Body = z.output<typeof rightsBody>;
type Done = z.input<typeof rightsDone>;

/** Manual section 10: what a customer asked for and a person must decide is carried out here, for the customer of that request. */
export function rightsOperation(deps: DeskDeps): DeskOperation {
  const { guard, ledger, now } = deps;
  return deskOperation(guard, {
    method: 'POST',
    path: '/desk/api/cases/:number/rights',
    summary:
      'Corrects, deletes or hands out what is held of the customer of a personal-data request; the audit has each.',
    access: 'supervisor',
    params: z.object({ number: z.string().max(40) }),
    body: rightsBody,
    answer: rightsDone,
    refusals: { 404: 'No case has that number.', 409: 'The case is not a request about personal data.' },
    handle: async ({ params: { number }, body }, { staff }) => {
      const { case: found, handoff } = await caseOf(deps, staff, number, 'change');
      if (found.kind !== 'privacy') {
        throw new HttpError(409, 'NotARequest', 'The case is not a request about personal data.');
      }
      const key = deskKey('rights', found.number, staff.id, body.id);
      const done = await stored(deps, carryOut(deps, found, body, { by: staff.id, case: found.number }, key));
      const entry = { by: staff.id, what: 'amended', detail: `rights ${body.do}`, note: null } as const;
      await stored(deps, ledger.cases.note(found.number, entry, key, now()));
      const where = { handoff: handoff?.id ?? null, conversation: handoff?.conversation ?? found.conversation };
      await tellDesk(deps, staff, where, found.number, key);
      return done;
    },
  });
}

async function carryOut(
  { ledger, now }: DeskDeps,
  { customer }: Case,
  body: Body,
  doer: Doer,
  key: IdempotencyKey,
): Promise<Done> {
  const { personalData } = ledger;
  switch (body.do) {
    case 'correct': {
      const value = body.field === 'phone' ? body.value.replace(/^1/, '+861') : body.value;
      const { cases, bookings } = await personalData.correct(customer, body.field, value, doer, key, now());
      return { changed: [...cases, ...bookings], staying: null, file: null };
    }
    case 'delete': {
      const { open, closed, bookings } = await personalData.forget(customer, body.what, doer, key, now());
      const dated = [...closed, ...bookings].map((each) => ({
        number: each.number,
        until: new Date(each.until).toISOString(),
      }));
      return { changed: [], staying: [...open.map((each) => ({ number: each, until: null })), ...dated], file: null };
    }
    case 'export': {
      // written down before it is shown
      await personalData.exported(customer, doer, key, now());
      const content = JSON.stringify(exportOf(await personalData.held(customer), now()), null, 2);
      return { changed: [], staying: null, file: { name: EXPORT_NAME, contentType: 'application/json', content } };
    }
  }
}

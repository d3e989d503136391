import { z } from 'zod';
import type { CaseKind, NewCase } from '../../../domain/cases/case.ts';
import { ownerOf } from '../../../domain/cases/triage.ts';
import type { Contact } from '../../../domain/customers/customer.ts';
import type { Handoff } from '../../../domain/desk/handoff.ts';
import { COMPLAINT_CATEGORIES, FAULT_CATEGORIES } from '../../../domain/labels.ts';
import { openClocks } from '../../../domain/manual/clocks.ts';
import { HttpError } from '../../http/answer.ts';
import { caseView } from '../../operator/schemas.ts';
import { held } from '../access/conversation.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { deskKey } from '../keys.ts';
import { id, newCaseBody } from '../schemas.ts';
import { stored } from '../stored.ts';
import { viewDeskCase } from '../views/books.ts';
import { tellFiled } from './filed.ts';

/** The bot's form that is done with when a person files its case. */
const FORMS: Readonly<Record<CaseKind, string>> = {
  complaint: 'complaint',
  fault: 'fault',
  application: 'application',
  feedback: 'feedback',
  callback: 'callback',
  privacy: 'privacy',
  security: 'security',
};

export function fileOperation(deps: DeskDeps): DeskOperation {
  return deskOperation(deps.guard, {
    method: 'POST',
    path: '/desk/api/conversations/:id/cases',
    summary: 'Files a case as the bot would, with its owner and clocks; the customer is told the number.',
    access: 'agent',
    params: z.object({ id }),
    body: newCaseBody,
    status: 201,
    answer: caseView,
    refusals: { 404: 'There is no such conversation for the caller.', 409: 'The caller does not have the customer.' },
    handle: async ({ params, body }, { staff }) => {
      const handoff = await held(deps, staff, params.id);
      check(deps, body);
      const { ledger, now } = deps;
      const contact = await ledger.customers.contact(handoff.customer);
      const key = deskKey('case', handoff.id, staff.id, body.id);
      const filed = await stored(
        deps,
        ledger.cases.register(draft(deps, handoff, contact, body), key, now(), staff.id),
      );
      await tellFiled(deps, staff, handoff, { kind: 'case', number: filed.number, form: FORMS[filed.kind] });
      return viewDeskCase(deps, filed, contact);
    },
  });
}

/** Where the bot's own forms keep what a case is about; consoles may call it `story` everywhere. */
const ABOUT: Readonly<Record<CaseKind, readonly [string, ...string[]]>> = {
  complaint: ['story'],
  fault: ['symptom', 'story'],
  application: ['what', 'story'],
  feedback: ['what', 'story'],
  callback: ['words', 'story'],
  privacy: ['words', 'story'],
  security: ['what', 'story'],
};

type Body = z.output<typeof newCaseBody>;

/** 400 for what would be a case that nobody can work on. */
function check({ manual }: DeskDeps, { kind, category, severity, level, area, answers }: Body): void {
  const [own, ...others] = ABOUT[kind];
  const told = [own, ...others].some((key) => typeof answers[key] === 'string' && answers[key].trim() !== '');
  if (!told) throw wrong(`answers.${own}: say what it is about`);
  mustSuit(kind, category ?? null);
  if (kind !== 'complaint' && (severity ?? null) !== null) throw wrong('severity: only complaints have one');
  if (kind !== 'fault' && (level ?? null) !== null) throw wrong('level: only faults have one');
  if ((area ?? null) !== null && !manual.areas.some(({ id: known }) => known === area)) {
    throw wrong('area: one of the catalogue’s areas, or none');
  }
}

/** 400 for a category that cases of this kind do not have. */
export function mustSuit(kind: CaseKind, category: string | null): void {
  const known: readonly string[] =
    kind === 'complaint' ? COMPLAINT_CATEGORIES : kind === 'fault' ? FAULT_CATEGORIES : [];
  if (category === null || known.includes(category)) return;
  throw wrong(known.length === 0 ? 'category: this kind of case has none' : `category: one of ${known.join(', ')}`);
}

const wrong = (message: string): HttpError => new HttpError(400, 'BadArgument', message);

function draft({ manual, now, zone }: DeskDeps, handoff: Handoff, contact: Contact, body: Body): NewCase {
  const { customer, conversation, channel, language } = handoff;
  const { kind, category = null, severity = null, level = null, area = null } = body;
  const timed = { kind, category, severity, level };
  return {
    ...timed,
    ...{ customer, conversation, channel, language, area },
    alsoCategories: [],
    owner: ownerOf(manual, timed),
    // as the bot files it: who works on it knows whom to call
    answers: { name: contact.name, phone: contact.phone, ...body.answers },
    clocks: openClocks(manual, timed, now(), zone),
    links: [],
  };
}

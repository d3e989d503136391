import { z } from 'zod';
import type { Case } from '../domain/cases/case.ts';
import { FIELDS, FORM_TITLES } from '../locales/labels.ts';
import { say } from '../locales/messages.ts';
import { sureQuestion } from './appointmentCare.ts';
import { caseCard, promises } from './file.ts';
import { anyForm } from './filling.ts';
import type { AnyForm, Form, Json, Questions, Submitted } from './form.ts';
import {
  type CaseFacts,
  caseFacts,
  caseQuestion,
  NO_CASE,
  ownCase,
  PROOF_LIMIT,
  proofQuestion,
  provesCase,
} from './questions/subject.ts';
import { tellingQuestion } from './questions/telling.ts';
import { keyOf, type Scene } from './scene.ts';
import { PERSON, personOffer } from './talk.ts';

const base = { case: z.string(), proof: z.string().optional() };
interface About extends Record<string, Json | undefined> {
  case: string;
  proof?: string | undefined;
}

const NOT_FOUND: Submitted = {
  kind: 'done',
  says: [say('caseNotFound', {}, { choices: [PERSON] })],
};

/** The two questions every form about an existing case begins with. */
function about<A extends About>(): { case: Questions<A, CaseFacts>['case']; proof: Questions<A, CaseFacts>['proof'] } {
  return {
    case: caseQuestion<A, CaseFacts>() as Questions<A, CaseFacts>['case'],
    proof: proofQuestion<A, CaseFacts>(
      (given, facts) => given.case !== undefined && !ownCase(given.case, facts),
    ) as Questions<A, CaseFacts>['proof'],
  };
}

/** Takes a wrong proof back, and ends the form after too many, without telling whether there is such a case. */
function guard(given: Partial<About>, facts: CaseFacts, scene: Scene): Submitted | null {
  if (given.case === NO_CASE) return NOT_FOUND;
  if (given.case === undefined || ownCase(given.case, facts)) return null;
  const locked = say('proofLocked', { hotline: scene.manual.operator.hotline });
  if (scene.wrongProofs >= PROOF_LIMIT || facts.locked) return { kind: 'done', says: [locked] };
  if (given.proof === undefined || provesCase(facts.found, given.proof)) return null;
  return scene.wrongProofs + 1 >= PROOF_LIMIT
    ? { kind: 'done', says: [say('proofWrong'), locked] }
    : { kind: 'again', says: [say('proofWrong')], clear: ['proof'] };
}

function subject(given: About, facts: CaseFacts): Case | null {
  return ownCase(given.case, facts) || provesCase(facts.found, given.proof) ? facts.found : null;
}

function caseForm<A extends About>(
  form: Pick<Form<A, CaseFacts>, 'name' | 'title' | 'answers' | 'questions' | 'confirms'>,
  submit: (given: A, found: Case, scene: Scene, instance: string) => Promise<Submitted>,
): AnyForm {
  return anyForm<A, CaseFacts>({
    ...form,
    facts: (given, scene, instance) => caseFacts(given as Partial<About>, scene, instance),
    stop: (given, facts, scene) => guard(given as Partial<About>, facts, scene),
    submit: async (given, facts, scene, instance) => {
      const found = subject(given, facts);
      return found ? submit(given, found, scene, instance) : NOT_FOUND;
    },
  });
}

const statusAnswers = z.strictObject(base);
export const caseStatus = caseForm<z.infer<typeof statusAnswers>>(
  { name: 'caseStatus', title: FORM_TITLES.caseStatus, answers: statusAnswers, questions: about(), confirms: false },
  async (_given, found, scene) => ({
    kind: 'done',
    says: [
      say(
        'caseIs',
        {
          number: found.number,
          kind: scene.manual.caseKinds[found.kind].names,
          stage: scene.manual.stages[found.stage].names,
          team: scene.manual.teams[found.owner]?.names ?? FIELDS.team,
          openedAt: found.openedAt,
          promises: promises(scene.manual, found),
        },
        { card: caseCard(scene.manual, found) },
      ),
    ],
  }),
);

export const caseUrge = caseForm<z.infer<typeof statusAnswers>>(
  { name: 'caseUrge', title: FORM_TITLES.caseUrge, answers: statusAnswers, questions: about(), confirms: false },
  async (_given, found, scene, instance) => {
    const entry = { by: 'customer', what: 'urged', detail: null, note: null } as const;
    await scene.ledger.cases.note(found.number, entry, keyOf(scene, instance, 'urge'), scene.now);
    return {
      kind: 'done',
      says: [say('urged', { number: found.number, promises: promises(scene.manual, found).slice(0, 1) })],
    };
  },
);

const amendAnswers = z.strictObject({ ...base, what: z.string().max(4000) });
export const caseAmend = caseForm<z.infer<typeof amendAnswers>>(
  {
    name: 'caseAmend',
    title: FORM_TITLES.caseAmend,
    answers: amendAnswers,
    questions: {
      ...about<z.infer<typeof amendAnswers>>(),
      what: tellingQuestion(FIELDS.what, () => say('askAmendment')),
    },
    confirms: true,
  },
  async (given, found, scene, instance) => {
    const entry = { by: 'customer', what: 'amended', detail: null, note: given.what } as const;
    await scene.ledger.cases.note(found.number, entry, keyOf(scene, instance, 'amend'), scene.now);
    return { kind: 'done', says: [say('amended', { number: found.number })] };
  },
);

const withdrawAnswers = z.strictObject({ ...base, sure: z.enum(['yes', 'no']) });
export const caseWithdraw = caseForm<z.infer<typeof withdrawAnswers>>(
  {
    name: 'caseWithdraw',
    title: FORM_TITLES.caseWithdraw,
    answers: withdrawAnswers,
    questions: {
      ...about<z.infer<typeof withdrawAnswers>>(),
      sure: sureQuestion(
        (given) => say('sureToWithdraw', { number: given.case ?? '' }),
        (given) => given.case !== undefined,
      ),
    },
    confirms: false,
  },
  async (given, found, scene, instance) => {
    if (given.sure === 'no') return { kind: 'done', says: [say('kept')] };
    const entry = { by: 'customer', note: null };
    const moved = await scene.ledger.cases.move(
      found.number,
      'withdrawn',
      entry,
      keyOf(scene, instance, 'withdraw'),
      scene.now,
    );
    if (moved.kind === 'moved') return { kind: 'done', says: [say('withdrawn', { number: found.number })] };
    if (moved.kind === 'unknown') return NOT_FOUND;
    const stage = scene.manual.stages[moved.from].names;
    // too late for us: a colleague may still stop it
    return {
      kind: 'done',
      says: [say('cannotWithdraw', { number: found.number, stage }, { choices: [PERSON] })],
      offer: personOffer(found.number, 'form'),
    };
  },
);

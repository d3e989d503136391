import { z } from 'zod';
import { BOOKING_KINDS, BOOKING_STATES } from '../../domain/appointments/booking.ts';
import { CASE_KINDS, HISTORY_KINDS, STAGES } from '../../domain/cases/case.ts';
import { INCIDENT_GRADES, INCIDENT_STEPS, type NewIncidentStep } from '../../domain/cases/incident.ts';
import { FAULT_LEVELS, SEVERITIES } from '../../domain/labels.ts';
import { oneOf, parameter, wholeNumber } from '../http/query.ts';

/** What operators' systems send and get. Instants are ISO 8601 with an offset; answers are in UTC. */
export const instant = z.iso.datetime({ offset: true });
export const id = z.string().min(1).max(100);
const answerValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

export const caseView = z.object({
  number: z.string(),
  kind: z.enum(CASE_KINDS),
  category: z.string().nullable(),
  severity: z.enum(SEVERITIES).nullable(),
  level: z.enum(FAULT_LEVELS).nullable(),
  stage: z.enum(STAGES),
  /** Team that answers for the case. */
  owner: z.string(),
  /** Phone number, masked; null when none was given. */
  customer: z.string().nullable(),
  openedAt: instant,
  answers: z.record(z.string(), answerValue),
  clocks: z.array(
    z.object({
      name: z.string(),
      target: instant,
      limit: instant,
      pausedMs: z.number(),
      state: z.enum(['running', 'paused', 'met', 'warning', 'breached']),
    }),
  ),
  history: z.array(
    z.object({
      at: instant,
      by: z.string(),
      what: z.enum(HISTORY_KINDS),
      detail: z.string().nullable(),
      /** What staff or the customer wrote with it; personal data masked. */
      note: z.string().nullable(),
    }),
  ),
  /** What the customer is being asked for while the clocks wait; null when they do not. */
  waiting: z.object({ since: instant, by: z.string(), question: z.string() }).nullable(),
  /** Who resolved it last, and who confirmed that by closing it: the ledger of faults names both (OSM 4.3). */
  resolvedBy: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  /** Of a security incident (OSM 6.3), else null: its grade, what was recorded, oldest first, and what may be now. */
  incident: z
    .object({
      grade: z.enum(INCIDENT_GRADES).nullable(),
      steps: z.array(
        z.object({
          step: z.enum(INCIDENT_STEPS),
          grade: z.enum(INCIDENT_GRADES).nullable(),
          /** Of `told`: nobody had to be, and the text says why. */
          nobodyAffected: z.boolean(),
          /** False of what was done before a reopening: it is to be done anew. */
          stands: z.boolean(),
          /** Personal data masked; null once it was destroyed. */
          text: z.string().nullable(),
          by: z.string(),
          at: instant,
        }),
      ),
      next: z.array(z.enum(INCIDENT_STEPS)),
    })
    .nullable(),
  links: z.array(z.string()),
});

export const caseQuery = z.object({
  stage: oneOf(STAGES),
  category: parameter(z.string().max(60).optional(), 'a category of complaints or faults', 'billing-plan'),
  kind: oneOf(CASE_KINDS),
  overdue: oneOf(['true', 'false', '1', '0']),
  after: parameter(z.string().max(200).optional(), 'the `next` of a former page', 'MjAyNg'),
  limit: wholeNumber(1, 200, 50),
});
export const casePage = z.object({ cases: z.array(caseView), next: z.string().nullable() });

/** Names in the history that are not the operator's to use. */
const OURS: ReadonlySet<string> = new Set(['customer', 'bot', 'clock']);
/** A person or system of the operator. */
const by = z
  .string()
  .min(1)
  .max(100)
  .refine((name) => !OURS.has(name.trim().toLowerCase()), 'not customer, bot or clock: who of yours did it');

export const stageBody = z.strictObject({
  /** One of the stages; 409 with the allowed ones for a word that is none. */
  stage: z
    .string()
    .min(1)
    .max(100)
    .meta({ examples: [...STAGES] }),
  note: z.string().max(2000).optional(),
  by,
});
/** `question`: what the customer is asked, and why the clocks wait. */
export const pauseBody = z.strictObject({ by, question: z.string().trim().min(1).max(2000) });
export const resumeBody = z.strictObject({ by });

/** A step of an incident. `id` is the caller's: the same one twice is one step. */
export const incidentStep = {
  step: z.enum(INCIDENT_STEPS),
  /** With `graded`, and only there. */
  grade: z.enum(INCIDENT_GRADES).optional(),
  /** With `told`: nobody is affected; the text says how that is known. */
  nobodyAffected: z.boolean().optional(),
  text: z.string().trim().min(1).max(2000),
};
type StepBody = Omit<z.output<z.ZodObject<typeof incidentStep>>, 'text'>;
export const incidentBody = whole(
  z.strictObject({
    id: z.string().regex(/^[!-~]{1,100}$/, '1 to 100 printable ASCII characters'),
    ...incidentStep,
    by,
  }),
);

/** A step as the ledger takes it; the grade is there, as `whole` checked. */
export function newStep({ step, grade = 'general', nobodyAffected = false }: StepBody): NewIncidentStep {
  if (step === 'graded') return { step, grade };
  return step === 'told' ? { step, nobodyAffected } : { step };
}

/** A grade with `graded` and nowhere else, nobody affected with `told` only. */
export function whole<T extends z.ZodType<StepBody>>(body: T): T {
  return body
    .refine(({ step, grade }) => (step === 'graded') === (grade !== undefined), 'grade: with graded, and only there')
    .refine(({ step, nobodyAffected }) => step === 'told' || !nobodyAffected, 'nobodyAffected: with told only');
}

export const appointmentView = z.object({
  number: z.string(),
  kind: z.enum(BOOKING_KINDS),
  service: z.string(),
  place: z.string(),
  start: instant,
  end: instant,
  state: z.enum(BOOKING_STATES),
  bookedAt: instant,
  /** Name and phone number masked. */
  contact: z.object({ name: z.string().nullable(), phone: z.string().nullable(), address: z.string().nullable() }),
  case: z.string().nullable(),
  /** Who told the outcome; null when nobody said, or there is none. */
  settledBy: z.string().nullable(),
});
export const appointmentPage = z.object({ appointments: z.array(appointmentView) });
export const outcomeBody = z.strictObject({ outcome: z.enum(['done', 'missed']), by: by.optional() });

export const outageView = z.object({
  id: z.string(),
  area: z.string(),
  service: z.string().nullable(),
  since: instant,
  expectedRepair: instant.nullable(),
  endedAt: instant.nullable(),
});
export const newOutage = z.strictObject({
  area: id,
  service: id.nullable().optional(),
  since: instant.optional(),
  expectedRepair: instant.nullable().optional(),
});
export const outageChange = z
  .strictObject({ expectedRepair: instant.nullable().optional(), endedAt: instant.optional() })
  .refine((change) => Object.keys(change).length > 0, 'give expectedRepair or endedAt');

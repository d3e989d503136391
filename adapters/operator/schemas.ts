import { z } from 'zod';
import { BOOKING_KINDS, BOOKING_STATES } from '../../domain/appointments/booking.ts';
import { CASE_KINDS, HISTORY_KINDS, STAGES } from '../../domain/cases/case.ts';
import { FAULT_LEVELS, SEVERITIES } from '../../domain/labels.ts';

/** What operators' systems send and get. Instants are ISO 8601 with an offset; answers are in UTC. */
export const instant = z.iso.datetime({ offset: true });
/** A whole day in the operator's zone, or an instant. */
export const dayOrInstant = z.union([z.iso.date(), instant]);
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
    z.object({ at: instant, by: z.string(), what: z.enum(HISTORY_KINDS), detail: z.string().nullable() }),
  ),
  links: z.array(z.string()),
});

export const caseQuery = z.object({
  stage: z.enum(STAGES).optional(),
  category: z.string().max(60).optional(),
  kind: z.enum(CASE_KINDS).optional(),
  overdue: z.enum(['true', 'false', '1', '0']).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export const casePage = z.object({ cases: z.array(caseView), next: z.string().nullable() });

export const stageBody = z.strictObject({
  stage: z.enum(STAGES),
  note: z.string().max(2000).optional(),
  by: z.string().min(1).max(100),
});

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
});
export const appointmentQuery = z.object({ from: dayOrInstant, to: dayOrInstant });
export const appointmentPage = z.object({ appointments: z.array(appointmentView) });
export const outcomeBody = z.strictObject({ outcome: z.enum(['done', 'missed']) });

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

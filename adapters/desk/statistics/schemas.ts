import { z } from 'zod';
import { CASE_KINDS } from '../../../domain/cases/case.ts';
import { IMPROVEMENT_STAGES } from '../../../domain/statistics/improvement.ts';
import { instant } from '../../operator/schemas.ts';
import { statisticsView } from '../../operator/statisticsSchemas.ts';

const id = z.string().min(1).max(64);
const text = z.string().trim().min(1).max(2000);
const day = z.iso.date();

/** What comes up again and again: cases of one kind and category, in one area where that stands out. */
export const problemView = z.object({
  kind: z.enum(CASE_KINDS),
  category: z.string().nullable(),
  area: z.string().nullable(),
  /** Cases in the period, and in the one of the same length before it. */
  count: z.number(),
  before: z.number(),
  open: z.number(),
  reopened: z.number(),
  /** The improvement that is under way for it. */
  improvement: id.nullable(),
});
export type ProblemView = z.infer<typeof problemView>;

/** Everything the dashboard draws: the operator's figures, and what comes up again and again (OSM 5.3.2). */
export const deskStatisticsView = statisticsView.extend({ problems: z.array(problemView) });
export type DeskStatisticsView = z.infer<typeof deskStatisticsView>;

/** One round of plan, do, check, act (OSM 5.3.2) for a frequent problem. */
export const improvementView = z.object({
  id,
  kind: z.enum(CASE_KINDS),
  category: z.string().nullable(),
  area: z.string().nullable(),
  stage: z.enum(IMPROVEMENT_STAGES),
  owner: z.object({ id, name: z.string() }).nullable(),
  /** Day by which the present stage is to be done. */
  due: day.nullable(),
  entries: z.array(
    z.object({
      stage: z.enum(IMPROVEMENT_STAGES),
      text: z.string(),
      by: z.object({ id, name: z.string() }),
      at: instant,
    }),
  ),
  openedAt: instant,
  closedAt: instant.nullable(),
  /** Cases of this kind a day: in the 30 days before it was opened, and since. Null before the first whole day. */
  perDay: z.object({ before: z.number(), since: z.number().nullable() }),
});
export type ImprovementView = z.infer<typeof improvementView>;

export const improvementsView = z.object({ improvements: z.array(improvementView) });

/** Begins at `plan`; `id` is the caller's, so that the same request twice makes one. */
export const openImprovementBody = z.strictObject({
  id,
  kind: z.enum(CASE_KINDS),
  category: z.string().min(1).max(64).nullable(),
  area: z.string().min(1).max(64).nullable(),
  text,
  owner: id.nullable(),
  due: day.nullable(),
});
export type OpenImprovement = z.infer<typeof openImprovementBody>;

/** What was done, found or decided; `stage` is the same or the next one, from `check` also back to `plan`. */
export const improvementEntryBody = z.strictObject({
  id,
  stage: z.enum(IMPROVEMENT_STAGES),
  text,
  owner: id.nullable(),
  due: day.nullable(),
});
export type ImprovementEntry = z.infer<typeof improvementEntryBody>;

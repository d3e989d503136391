import { z } from 'zod';
import { instant } from './schemas.ts';

const orNull = z.number().nullable();
const share = z.object({ count: z.number(), of: z.number(), rate: orNull });
/** Seconds. */
const spread = z.object({ count: z.number(), mean: orNull, p50: orNull, p90: orNull });
const counts = z.record(z.string(), z.number());
/** Marks of 1 to 5. */
const ratings = z.object({ count: z.number(), mean: orNull, satisfied: share });

export const statisticsView = z.object({
  from: instant,
  to: instant,
  zone: z.string(),
  intake: z.object({
    byKind: counts,
    byCategory: counts,
    byChannel: counts,
    byDay: z.array(z.object({ date: z.string(), requests: z.number(), handoffs: z.number() })),
    byHour: z.array(z.object({ hour: z.number(), requests: z.number(), handoffs: z.number() })),
  }),
  times: z.object({
    handoffWait: spread,
    firstReply: spread,
    handling: spread,
    resolution: z.record(z.string(), spread),
  }),
  outcomes: z.object({
    conversations: z.number(),
    selfService: share,
    handoffRate: share,
    abandoned: share,
    firstContactResolution: share,
    reopened: share,
    complaintRate: share,
    clocks: z.array(z.object({ clock: z.string(), warnings: z.number(), breaches: z.number() })),
    breaches: z.number(),
  }),
  satisfaction: z.object({
    surveys: z.number(),
    overall: ratings,
    byDimension: z.object({ quality: ratings, efficiency: ratings, attitude: ratings, response: ratings }),
    solved: share,
    nps: z.object({ count: z.number(), score: orNull }),
  }),
  agents: z.array(
    z.object({
      agent: z.string(),
      name: z.string(),
      handoffs: z.number(),
      /** 0 to 100 each. */
      parts: z.object({
        satisfaction: orNull,
        responseTime: orNull,
        resolution: orNull,
        serviceTime: orNull,
        complaints: orNull,
      }),
      score: orNull,
    }),
  ),
  /** By whole minutes. */
  availability: z.object({
    goal: z.number(),
    share: orNull,
    minutes: z.number(),
    missing: z.number(),
    longestGapMinutes: z.number(),
  }),
  goals: z.array(
    z.object({
      name: z.enum(['satisfaction', 'first-reply', 'complaint-handling', 'availability']),
      unit: z.enum(['rate', 'seconds']),
      goal: z.number(),
      value: orNull,
      met: z.boolean().nullable(),
    }),
  ),
});
export type StatisticsView = z.infer<typeof statisticsView>;

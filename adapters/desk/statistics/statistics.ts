import { z } from 'zod';
import { isSameProblem } from '../../../domain/statistics/improvement.ts';
import { problems } from '../../../domain/statistics/problems.ts';
import {
  FILE_SUMMARY,
  readStatistics,
  STATISTICS_SUMMARY,
  statisticsFile,
  statisticsQuery,
} from '../../operator/statisticsReading.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { DeskDeps } from '../deps.ts';
import { type DeskStatisticsView, deskStatisticsView } from './schemas.ts';

/** The figures of the service for who leads the desk (manual section 11). */
export function statisticsOperations(deps: DeskDeps): DeskOperation[] {
  const common = { method: 'GET', access: 'supervisor', query: statisticsQuery } as const;
  return [
    deskOperation(deps.guard, {
      ...common,
      path: '/desk/api/statistics',
      summary: `${STATISTICS_SUMMARY} With what comes up again and again.`,
      answer: deskStatisticsView,
      handle: ({ query }) => view(deps, query),
    }),
    deskOperation(deps.guard, {
      ...common,
      path: '/desk/api/statistics.csv',
      summary: FILE_SUMMARY,
      answer: z.string(),
      media: 'text/csv',
      handle: async ({ query }) => statisticsFile(inLines(await view(deps, query))),
    }),
  ];
}

async function view(deps: DeskDeps, query: z.infer<typeof statisticsQuery>): Promise<DeskStatisticsView> {
  const read = await readStatistics(deps, query);
  const [casesBefore, underWay] = await Promise.all([read.casesBefore(), deps.ledger.improvements.list(0)]);
  const found = problems(read.cases, casesBefore);
  return {
    ...read.view,
    problems: found.map((problem) => ({
      ...problem,
      improvement: underWay.find((each) => isSameProblem(each, problem))?.id ?? null,
    })),
  };
}

/** A problem is a line of the file by all that it is. */
function inLines({ problems, ...rest }: DeskStatisticsView): object {
  return {
    ...rest,
    problems: problems.map(({ kind, category, area, ...figures }) => ({
      problem: [kind, category ?? 'none', area ?? 'anywhere'].join('/'),
      ...figures,
    })),
  };
}

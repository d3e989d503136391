import { z } from 'zod';
import { type Operation, operation } from '../http/operation.ts';
import type { OperatorDeps } from './deps.ts';
import {
  FILE_SUMMARY,
  readStatistics,
  STATISTICS_SUMMARY,
  statisticsFile,
  statisticsQuery,
} from './statisticsReading.ts';
import { statisticsView } from './statisticsSchemas.ts';

export function statisticsOperations(deps: OperatorDeps): Operation[] {
  const common = { method: 'GET', tag: 'operator', query: statisticsQuery } as const;
  return [
    operation({
      ...common,
      path: '/api/statistics',
      summary: STATISTICS_SUMMARY,
      answer: statisticsView,
      handle: async ({ query }) => (await readStatistics(deps, query)).view,
    }),
    operation({
      ...common,
      path: '/api/statistics.csv',
      summary: FILE_SUMMARY,
      answer: z.string(),
      media: 'text/csv',
      handle: async ({ query }) => statisticsFile((await readStatistics(deps, query)).view),
    }),
  ];
}

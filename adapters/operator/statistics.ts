import { z } from 'zod';
import { figures } from '../../domain/statistics/statistics.ts';
import { HttpError } from '../http/answer.ts';
import { type Operation, operation } from '../http/operation.ts';
import { csv, flat } from './csv.ts';
import type { OperatorDeps } from './deps.ts';
import { rangeQuery, readRange, type UsualRange } from './range.ts';
import { type StatisticsView, statisticsView } from './statisticsSchemas.ts';
import { iso } from './views.ts';

const LONGEST_DAYS = 400;
const USUALLY: UsualRange = { days: 30, side: 'until today' };
const query = rangeQuery(USUALLY);

export function statisticsOperations(deps: OperatorDeps): Operation[] {
  const common = { method: 'GET', tag: 'operator', query } as const;
  return [
    operation({
      ...common,
      path: '/api/statistics',
      summary: `Indicators of what began between two instants or days (a day as \`to\` counts whole), at most ${LONGEST_DAYS} days; without them of the last ${USUALLY.days} days. Times in seconds, rates in 0 to 1.`,
      answer: statisticsView,
      handle: ({ query }) => view(deps, query),
    }),
    operation({
      ...common,
      path: '/api/statistics.csv',
      summary: 'The same as a file: section, item, measure, value.',
      answer: z.string(),
      media: 'text/csv',
      handle: async ({ query }) => {
        const lines = flat(await view(deps, query));
        return csv([['section', 'item', 'measure', 'value'], ...lines]);
      },
    }),
  ];
}

async function view(
  { ledger, manual, zone, now }: OperatorDeps,
  given: z.infer<typeof query>,
): Promise<StatisticsView> {
  const { from, to } = readRange(given, { zone, now }, USUALLY, LONGEST_DAYS);
  const rows = await ledger.statistics.rows(from, to);
  if (rows === 'tooMany') throw new HttpError(400, 'TooMuch', 'to: too much happened until then: ask for fewer days');
  const found = figures(rows, from, to, zone, manual);
  // parsing copies what is read-only inside
  return statisticsView.parse(rounded({ from: iso(from), to: iso(to), zone, ...found }));
}

/** Four decimals are enough. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, each: unknown) => (typeof each === 'number' ? Math.round(each * 1e4) / 1e4 : each)),
  );
}

import type { z } from 'zod';
import type { CaseRow } from '../../domain/statistics/rows.ts';
import { figures } from '../../domain/statistics/statistics.ts';
import { HttpError } from '../http/answer.ts';
import { csv, flat } from './csv.ts';
import type { OperatorDeps } from './deps.ts';
import { rangeQuery, readRange, type UsualRange } from './range.ts';
import { type StatisticsView, statisticsView } from './statisticsSchemas.ts';
import { iso } from './views.ts';

const LONGEST_DAYS = 400;
const USUALLY: UsualRange = { days: 30, side: 'until today' };
export const statisticsQuery = rangeQuery(USUALLY);
export const STATISTICS_SUMMARY = `Indicators of what began between two instants or days (a day as \`to\` counts whole), at most ${LONGEST_DAYS} days; without them of the last ${USUALLY.days} days. Times in seconds, rates in 0 to 1.`;
export const FILE_SUMMARY = 'The same as a file: section, item, measure, value.';

type Deps = Pick<OperatorDeps, 'manual' | 'zone' | 'now'> & {
  readonly ledger: Pick<OperatorDeps['ledger'], 'statistics'>;
};
export interface ReadStatistics {
  readonly view: StatisticsView;
  /** Of the period. */
  readonly cases: readonly CaseRow[];
  /** Of the one of the same length before it. */
  readonly casesBefore: () => Promise<readonly CaseRow[]>;
}

/** @throws HttpError when the time is empty or too long, or too much happened in it */
export async function readStatistics(deps: Deps, given: z.infer<typeof statisticsQuery>): Promise<ReadStatistics> {
  const { ledger, manual, zone, now } = deps;
  const { from, to } = readRange(given, { zone, now }, USUALLY, LONGEST_DAYS);
  const rows = notTooMany(await ledger.statistics.rows(from, to));
  const found = figures(rows, { from, to, now: now(), zone }, manual);
  return {
    // parsing copies what is read-only inside
    view: statisticsView.parse(rounded({ from: iso(from), to: iso(to), zone, ...found })),
    cases: rows.cases,
    casesBefore: async () => notTooMany(await ledger.statistics.cases(from - (to - from), from)),
  };
}

export function statisticsFile(view: object): string {
  return csv([['section', 'item', 'measure', 'value'], ...flat(view)]);
}

function notTooMany<T>(found: T | 'tooMany'): T {
  if (found === 'tooMany') throw new HttpError(400, 'TooMuch', 'to: too much happened until then: ask for fewer days');
  return found;
}

/** Six decimals are enough: a minute of a year is two millionths of it. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, each: unknown) => (typeof each === 'number' ? Math.round(each * 1e6) / 1e6 : each)),
  );
}

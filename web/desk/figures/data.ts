import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  DeskStatisticsView,
  ImprovementEntry,
  ImprovementView,
  OpenImprovement,
} from '../../../adapters/desk/statistics/schemas.ts';
import { call } from '../lib/api.ts';
import { queryOf, type Span } from './period.ts';

const KEYS = { statistics: ['statistics'], improvements: ['improvements'] } as const;

/** Those of the last span are shown until those of the new one are there. */
export function useStatistics(span: Span) {
  return useQuery({
    queryKey: [...KEYS.statistics, span.from, span.to],
    queryFn: () => call<DeskStatisticsView>('GET', `/statistics${queryOf(span)}`),
    placeholderData: keepPreviousData,
  });
}

export function useImprovements() {
  return useQuery({
    queryKey: KEYS.improvements,
    queryFn: () => call<{ improvements: ImprovementView[] }>('GET', '/improvements'),
  });
}

/** What is done about a frequent problem; both are read anew after each, also after a refusal. */
export function useImprovementCalls() {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all([KEYS.improvements, KEYS.statistics].map((queryKey) => client.invalidateQueries({ queryKey })));
  return {
    open: useMutation({
      mutationFn: (body: OpenImprovement) => call<unknown>('POST', '/improvements', body),
      onSettled,
    }),
    add: useMutation({
      mutationFn: ({ of, entry }: { of: string; entry: ImprovementEntry }) =>
        call<unknown>('POST', `/improvements/${encodeURIComponent(of)}/entries`, entry),
      onSettled,
    }),
  };
}

import { useInfiniteQuery } from '@tanstack/react-query';
import type { AuditView } from '../../../../adapters/desk/schemas.ts';
import { call } from '../../lib/api.ts';

/** Entries a page; a shorter page is the last one. */
export const PAGE = 50;

/** Newest first; each further page goes on before the oldest entry that is known, so that new ones shift nothing. */
export function useAudit() {
  return useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam }) =>
      call<AuditView>('GET', `/audit?limit=${PAGE}${pageParam === null ? '' : `&before=${pageParam}`}`),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.entries.length < PAGE ? null : (page.entries.at(-1)?.seq ?? null)),
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CannedView } from '../../../../adapters/desk/schemas.ts';
import { call } from '../../lib/api.ts';
import { KEYS } from '../../lib/queries.ts';
import type { Draft } from './draft.ts';

/** Kept beside what the agents' own list of them reads. */
export function useCannedReplies() {
  return useQuery({ queryKey: KEYS.canned, queryFn: () => call<{ replies: CannedView[] }>('GET', '/canned') });
}

/** `save` adds without an id and changes with one. */
export function useCannedCalls() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: KEYS.canned });
  const save = useMutation({
    mutationFn: ({ id, draft }: { id: string | null; draft: Draft }) =>
      id === null
        ? call<CannedView>('POST', '/canned', draft)
        : call<CannedView>('PUT', `/canned/${encodeURIComponent(id)}`, draft),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (id: string) => call<unknown>('DELETE', `/canned/${encodeURIComponent(id)}`),
    onSettled,
  });
  return { save, remove };
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { StaffView } from '../../../../adapters/desk/schemas.ts';
import { call } from '../../lib/api.ts';
import type { Draft } from './draft.ts';

/** Shown once, never asked for again. */
export interface NewUser {
  readonly user: StaffView;
  readonly password: string;
}
export type Change = Partial<Omit<Draft, 'login'> & { disabled: boolean }>;
const KEY = ['users'];

export function useUsers() {
  return useQuery({ queryKey: KEY, queryFn: () => call<{ users: StaffView[] }>('GET', '/users') });
}

/** The calls that change accounts; the list is read anew after each, also after a refusal. */
export function useUserCalls() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: KEY });
  const add = useMutation({ mutationFn: (draft: Draft) => call<NewUser>('POST', '/users', draft), onSettled });
  const change = useMutation({
    mutationFn: ({ id, change: what }: { id: string; change: Change }) =>
      call<{ user: StaffView }>('PATCH', `/users/${encodeURIComponent(id)}`, what),
    onSettled,
  });
  const reset = useMutation({
    mutationFn: (id: string) => call<NewUser>('POST', `/users/${encodeURIComponent(id)}/password`),
    onSettled,
  });
  return { add, change, reset };
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DeskSettingsView } from '../../../../adapters/desk/schemas.ts';
import { call } from '../../lib/api.ts';
import { KEYS } from '../../lib/queries.ts';

export function useSettings() {
  return useQuery({ queryKey: KEYS.settings, queryFn: () => call<DeskSettingsView>('GET', '/settings') });
}

export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: DeskSettingsView) => call<DeskSettingsView>('PUT', '/settings', settings),
    onSuccess: (_answer, settings) => client.setQueryData(KEYS.settings, settings),
  });
}

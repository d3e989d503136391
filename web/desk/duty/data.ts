import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AlertView } from '../../../adapters/desk/schemas.ts';
import { call } from '../lib/api.ts';
import { KEYS } from '../lib/queries.ts';

/** Events bring it anew; this is for what an event missed. */
const REFRESH_MS = 30_000;

/** What waits for the people on duty, newest first; undefined before it is read. */
export function useDutyAlerts(): readonly AlertView[] | undefined {
  return useQuery({
    queryKey: KEYS.alerts,
    queryFn: () => call<{ alerts: AlertView[] }>('GET', '/alerts'),
    refetchInterval: REFRESH_MS,
  }).data?.alerts;
}

const ofOutage = ({ outage }: AlertView) => `/outages/${encodeURIComponent(outage ?? '')}`;

/** What a person does about an alert; the list is read anew after each, also after a refusal. */
export function useDutyCalls() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: KEYS.alerts });
  return {
    acknowledge: useMutation({
      mutationFn: ({ id }: AlertView) => call<AlertView>('POST', `/alerts/${encodeURIComponent(id)}/acknowledge`),
      onSettled,
    }),
    confirm: useMutation({
      mutationFn: ({ alert, expectedRepair }: { alert: AlertView; expectedRepair: string | null }) =>
        call<unknown>('POST', `${ofOutage(alert)}/confirm`, { expectedRepair }),
      onSettled,
    }),
    dismiss: useMutation({
      mutationFn: (alert: AlertView) => call<unknown>('POST', `${ofOutage(alert)}/dismiss`),
      onSettled,
    }),
  };
}

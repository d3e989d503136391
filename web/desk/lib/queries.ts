import { useQuery } from '@tanstack/react-query';
import type { CannedView, DeskCatalogue, HandoffView, QueueView, StaffView } from '../../../adapters/desk/schemas.ts';
import { call } from './api.ts';

/** Under which names the console keeps what it read; events make them be read again. */
export const KEYS = {
  catalogue: ['catalogue'],
  queue: ['queue'],
  closed: ['closed'],
  agents: ['agents'],
  board: ['board'],
  alerts: ['alerts'],
  settings: ['settings'],
  canned: ['canned'],
  conversation: (id: string) => ['conversation', id] as const,
  slots: (kind: string, place: string) => ['slots', kind, place] as const,
} as const;

const FOR_EVER = Number.POSITIVE_INFINITY;

export function useCatalogue(): DeskCatalogue | undefined {
  return useQuery({
    queryKey: KEYS.catalogue,
    queryFn: () => call<DeskCatalogue>('GET', '/catalogue'),
    staleTime: FOR_EVER,
  }).data;
}

/** As old as the last event about a hand-off; `readAt` is when it was read, by this machine's clock. */
export function useQueue(): { readonly queue: QueueView | undefined; readonly readAt: number } {
  const { data, dataUpdatedAt } = useQuery({ queryKey: KEYS.queue, queryFn: readQueue, staleTime: FOR_EVER });
  return { queue: data, readAt: dataUpdatedAt };
}

export function readQueue(): Promise<QueueView> {
  return call<QueueView>('GET', '/queue');
}

export function useClosed(shown: boolean): readonly HandoffView[] | undefined {
  return useQuery({
    queryKey: KEYS.closed,
    queryFn: () => call<{ handoffs: HandoffView[] }>('GET', '/conversations?which=closed&limit=50'),
    enabled: shown,
  }).data?.handoffs;
}

export function useAgents(shown: boolean): readonly StaffView[] | undefined {
  return useQuery({
    queryKey: KEYS.agents,
    queryFn: () => call<{ agents: StaffView[] }>('GET', '/agents'),
    enabled: shown,
  }).data?.agents;
}

export function useCanned(): readonly CannedView[] | undefined {
  return useQuery({
    queryKey: KEYS.canned,
    queryFn: () => call<{ replies: CannedView[] }>('GET', '/canned'),
    staleTime: FOR_EVER,
  }).data?.replies;
}

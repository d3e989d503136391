import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { ConversationView } from '../../../adapters/desk/schemas.ts';
import type { Live } from '../lib/live.ts';
import { KEYS } from '../lib/queries.ts';
import { useLive } from '../lib/store.ts';
import type { Desk } from './desk.ts';

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('shown outside the console');
  return desk;
}

/** One thing of the live state. */
export function useDeskLive<Value>(pick: (live: Live) => Value): Value {
  return useLive(useDesk().store, pick);
}

/** Everything about a conversation but its newest words, which come by `useDeskLive`. */
export function useConversation(conversation: string | null) {
  const desk = useDesk();
  return useQuery<ConversationView>({
    queryKey: KEYS.conversation(conversation ?? ''),
    queryFn: () => desk.read(conversation ?? ''),
    enabled: conversation !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { QueueView, ServerFrame } from '../../../adapters/desk/schemas.ts';
import { KEYS } from '../lib/queries.ts';
import { queueAfter } from './queueAfter.ts';

type EventFrame = Extract<ServerFrame, { type: 'event' }>;
/** Many events at once, e.g. after a reconnect, are one reading. */
const GATHER_MS = 120;

/** Reads again what an event has made old. */
export function reader(queries: QueryClient): { after(event: EventFrame): void; everything(): void } {
  const due = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (...keys: readonly QueryKey[]) => {
    for (const key of keys) due.set(JSON.stringify(key), key);
    if (timer !== undefined || due.size === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      for (const queryKey of due.values()) void queries.invalidateQueries({ queryKey });
      due.clear();
    }, GATHER_MS);
  };
  return {
    everything: () => void queries.invalidateQueries(),
    after(event) {
      const { kind, conversation } = event;
      const own = conversation === null ? [] : [KEYS.conversation(conversation)];
      switch (kind) {
        case 'handoff':
          return soon(KEYS.queue, KEYS.closed, KEYS.agents, KEYS.board, ...own);
        // a customer's every word reaches every console: none of them asks the server for it
        case 'message':
          queries.setQueryData<QueueView>(KEYS.queue, (queue) => queue && queueAfter(queue, event));
          // what is being read now may be older
          return queries.isFetching({ queryKey: KEYS.queue }) > 0 ? soon(KEYS.queue) : soon();
        case 'note':
          return soon(...own);
        case 'case':
        case 'clock':
          return soon(KEYS.board, ...own);
        case 'staff':
          return soon(KEYS.agents, KEYS.board);
        case 'settings':
          return soon(KEYS.catalogue, KEYS.canned, KEYS.settings, KEYS.board);
        case 'alert':
          return soon(KEYS.alerts);
        case 'refused':
          return soon(KEYS.queue, ...own);
      }
    },
  };
}

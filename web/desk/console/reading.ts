import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { ServerFrame } from '../../../adapters/desk/schemas.ts';
import { KEYS } from '../lib/queries.ts';

type EventFrame = Extract<ServerFrame, { type: 'event' }>;
/** Many events at once, e.g. after a reconnect, are one reading. */
const GATHER_MS = 120;

/** Reads again what an event has made old. */
export function reader(queries: QueryClient): { after(event: EventFrame): void; everything(): void } {
  const due = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (...keys: readonly QueryKey[]) => {
    for (const key of keys) due.set(JSON.stringify(key), key);
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      for (const queryKey of due.values()) void queries.invalidateQueries({ queryKey });
      due.clear();
    }, GATHER_MS);
  };
  return {
    everything: () => void queries.invalidateQueries(),
    after({ kind, conversation }) {
      const own = conversation === null ? [] : [KEYS.conversation(conversation)];
      switch (kind) {
        case 'handoff':
          return soon(KEYS.queue, KEYS.closed, KEYS.agents, KEYS.board, ...own);
        // who waits for whom, and the newest words of a row
        case 'message':
          return soon(KEYS.queue);
        case 'note':
          return soon(...own);
        case 'case':
          return soon(KEYS.board, ...own);
        case 'staff':
          return soon(KEYS.agents, KEYS.board);
        case 'settings':
          return soon(KEYS.catalogue, KEYS.canned, KEYS.settings, KEYS.board);
        case 'refused':
          return soon(KEYS.queue, ...own);
      }
    },
  };
}

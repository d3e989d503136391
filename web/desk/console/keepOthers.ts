import type { QueryClient } from '@tanstack/react-query';
import type { QueueView } from '../../../adapters/desk/schemas.ts';
import { call } from '../lib/api.ts';
import { attentive } from '../lib/attention.ts';
import { KEYS } from '../lib/queries.ts';

/**
 * An agent who is at the console but busy with one customer is there for the others, too: without a sign of life in each
 * they would be given to somebody else after `silentSeconds`.
 */
export function keepOthers(queries: QueryClient, looking: string | null): void {
  if (!attentive()) return;
  for (const { conversation, unansweredSince } of queries.getQueryData<QueueView>(KEYS.queue)?.mine ?? []) {
    if (conversation === looking || unansweredSince === null) continue;
    // one that fails is made good by the next, well before the clock runs out
    call('POST', `/conversations/${encodeURIComponent(conversation)}/read`).catch(() => {});
  }
}

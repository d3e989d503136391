import { REST_MOST_MS } from '../../../bot/delivery.ts';
import type { ConversationId, Instant } from '../../../domain/ids.ts';
import type { ChannelStore } from './store.ts';

/** The rest that a platform asked for in a conversation: kept by all instances, and over restarts. */
export interface Rests {
  /** Milliseconds that are left of it; 0 when nobody asked for one. */
  left(conversation: ConversationId): Promise<number>;
  /** Milliseconds that will be kept of what was asked for. */
  begin(conversation: ConversationId, ms: number): Promise<number>;
}

export function createRests(store: Pick<ChannelStore, 'token' | 'saveToken'>, now: () => Instant): Rests {
  const name = (conversation: ConversationId) => `rest/${conversation}`;
  return {
    async left(conversation) {
      const rest = await store.token(name(conversation), now(), 1);
      return rest === null ? 0 : rest.until - now();
    },
    async begin(conversation, ms) {
      const kept = Math.min(ms, REST_MOST_MS);
      await store.saveToken(name(conversation), 'rest', now() + kept);
      return kept;
    },
  };
}

import type { ConversationId, Instant } from '../../../domain/ids.ts';
import type { ChannelStore } from '../messaging/store.ts';

/** Codes that let a customer who enters be greeted once, within seconds, before they wrote anything. */
export interface Welcomes {
  /** No effect for a copy of the news that brought the code, also when it was used by then. */
  keep(conversation: ConversationId, code: string, until: Instant): Promise<void>;
  /** Null when there is none that is still good. */
  find(conversation: ConversationId): Promise<string | null>;
  use(conversation: ConversationId): Promise<void>;
}

const USED = 'used:';

export function createWelcomes(store: ChannelStore, now: () => Instant): Welcomes {
  const name = (conversation: ConversationId) => `welcome/${conversation}`;
  const stored = (conversation: ConversationId) => store.token(name(conversation), now(), 0);
  return {
    async keep(conversation, code, until) {
      const before = await stored(conversation);
      if (before?.value !== USED + code) await store.saveToken(name(conversation), code, until);
    },
    async find(conversation) {
      const known = await stored(conversation);
      return known === null || known.value.startsWith(USED) ? null : known.value;
    },
    async use(conversation) {
      const known = await stored(conversation);
      if (known) await store.saveToken(name(conversation), USED + known.value, known.until);
    },
  };
}

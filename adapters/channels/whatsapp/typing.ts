import type { ConversationId, Instant } from '../../../domain/ids.ts';
import type { ChannelAccount } from '../messaging/port.ts';
import type { ChannelStore } from '../messaging/store.ts';
import type { Graph } from './graph.ts';
import type { Pair } from './pair.ts';

/** Shown for 25 s, or until our next message. */
const EVERY_MS = 10_000;
/** A message older than the window is answered by nobody who types. */
const KEPT_MS = 24 * 3_600_000;

/** The newest message of each customer: the platform shows typing only as the answer to one, and marks it as read. */
export interface LastMessages {
  note(conversation: ConversationId, messageId: string): Promise<void>;
  find(conversation: ConversationId): Promise<string | null>;
}

export function createLastMessages(store: ChannelStore, now: () => Instant): LastMessages {
  const name = (conversation: ConversationId) => `whatsapp/last/${conversation}`;
  return {
    note: (conversation, messageId) => store.saveToken(name(conversation), messageId, now() + KEPT_MS),
    find: async (conversation) => (await store.token(name(conversation), now(), 0))?.value ?? null,
  };
}

export interface TypingDeps {
  readonly graph: Graph;
  readonly phoneNumberId: string;
  readonly last: LastMessages;
  readonly pair: Pair;
  conversation(to: string): ConversationId;
}

export function createTyping(deps: TypingDeps): NonNullable<ChannelAccount['typing']> {
  const { graph, phoneNumberId, last, pair, conversation } = deps;
  return {
    everyMs: EVERY_MS,
    async show(to) {
      const message_id = await last.find(conversation(to));
      if (message_id === null || (await pair.rests(conversation(to)))) return;
      await graph.post(`${phoneNumberId}/messages`, typingOn(message_id));
    },
  };
}

/** What the platform takes for typing. */
export function typingOn(message_id: string): object {
  return { messaging_product: 'whatsapp', status: 'read', message_id, typing_indicator: { type: 'text' } };
}

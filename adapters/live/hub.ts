import type { LogEntry } from '../../bot/conversations.ts';
import type { ConversationId } from '../../domain/ids.ts';

export type LiveEvent =
  /** Just written by this process, positions ascending. */
  | { readonly kind: 'entries'; readonly entries: readonly LogEntry[] }
  /** Another process wrote; the log now ends at `end`. */
  | { readonly kind: 'grown'; readonly end: number }
  /** The bot or a person is writing. Never stored. */
  | { readonly kind: 'typing' };
export type Listener = (event: LiveEvent) => void;

/**
 * Who in this process watches a conversation. Events may come twice, late or not at all: they only say that there is
 * more; the log is the truth, and each listener keeps its own position.
 */
export interface Hub {
  publish(conversation: ConversationId, entries: readonly LogEntry[]): void;
  remote(conversation: ConversationId, end: number): void;
  typing(conversation: ConversationId): void;
  /** News of other processes may have been missed: every watched log is to be read again. */
  reread(): void;
  /** Returns the function that ends the subscription. */
  subscribe(conversation: ConversationId, listener: Listener): () => void;
  /** Whether anybody here watches, so that a push between processes can be skipped. */
  watched(conversation: ConversationId): boolean;
}

export function createHub(): Hub {
  const listeners = new Map<ConversationId, Set<Listener>>();
  const tell = (conversation: ConversationId, event: LiveEvent): void => {
    for (const listener of [...(listeners.get(conversation) ?? [])]) listener(event);
  };
  return {
    publish(conversation, entries) {
      if (entries.length > 0) tell(conversation, { kind: 'entries', entries });
    },
    remote: (conversation, end) => tell(conversation, { kind: 'grown', end }),
    typing: (conversation) => tell(conversation, { kind: 'typing' }),
    reread() {
      for (const conversation of [...listeners.keys()])
        tell(conversation, { kind: 'grown', end: Number.MAX_SAFE_INTEGER });
    },
    subscribe(conversation, listener) {
      const own = listeners.get(conversation) ?? new Set<Listener>();
      listeners.set(conversation, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0 && listeners.get(conversation) === own) listeners.delete(conversation);
      };
    },
    watched: (conversation) => listeners.has(conversation),
  };
}

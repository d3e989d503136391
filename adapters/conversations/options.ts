import type { LogEntry } from '../../bot/conversations.ts';
import type { ConversationId, Instant } from '../../domain/ids.ts';
import type { Sealer } from '../crypto/sealer.ts';

/** Message ids remembered per conversation; the repeat of an older one would count as new. */
export const SEEN_LIMIT = 1000;

export interface ConversationsOptions {
  /** State, inbox and log are sealed before they reach the store. Message ids, positions and counts are not. */
  readonly sealer: Sealer;
  /** Days after which a conversation without waiting messages is forgotten; `accept` and `commit` start anew. Default 30. */
  readonly idleDays?: number;
  /** Gives replies their timestamp. Leases on Redis use the clock of the server. Default `Date.now`. */
  readonly now?: () => Instant;
  /**
   * New entries of an `accept` or `commit` of this process, before its promise resolves. What it throws goes to
   * `onError`: the entries are durable already. Nothing is said about a `duplicate`.
   */
  readonly onAppended?: (conversation: ConversationId, entries: readonly LogEntry[]) => void;
  /**
   * The log may have grown to `end` without `onAppended`: another process wrote, or an answer was lost and its repeat
   * found the entry already there. Read the log. May be called for entries that are known.
   */
  readonly onRemote?: (conversation: ConversationId, end: number) => void;
  /** The ear for other processes was deaf for a while: read the logs of all open streams. */
  readonly onReconnected?: () => void;
  /** Failures that have no caller: a lost connection, a hook that threw. */
  readonly onError?: (error: unknown) => void;
}

const DAY_MS = 86_400_000;

export function idleMs(options: ConversationsOptions): number {
  return Math.max(1, Math.round((options.idleDays ?? 30) * DAY_MS));
}

/** Calls a hook; what it throws is handed on and changes nothing here. */
export function tell(options: ConversationsOptions, hook: () => void): void {
  try {
    hook();
  } catch (error) {
    options.onError?.(error);
  }
}

import type { BotActivity } from '../../bot/activity.ts';
import type { Accepted, Conversations, Inbound, LogEntry } from '../../bot/conversations.ts';
import type { Intake } from '../../bot/intake.ts';
import type { ConversationId } from '../../domain/ids.ts';

interface Kept {
  readonly log: LogEntry[];
  readonly seen: Map<string, number | null>;
  readonly inbox: Inbound[];
  delivered: number;
}

/** A `Conversations` for tests of channels: enough to accept, echo and answer; no leases, nothing durable. */
export interface MemoryConversations extends Conversations {
  readonly accepted: { conversation: ConversationId; inbound: Inbound; shown: BotActivity | null }[];
  /** Writes as the bot does. Returns the new entries. */
  say(conversation: ConversationId, ...activities: BotActivity[]): readonly LogEntry[];
  /** Rejects, or never answers, until set back to `ok`. */
  health: 'ok' | 'down' | 'full';
}

export function memoryConversations(): MemoryConversations {
  const all = new Map<ConversationId, Kept>();
  const of = (conversation: ConversationId): Kept => {
    const kept = all.get(conversation) ?? { log: [], seen: new Map(), inbox: [], delivered: 0 };
    all.set(conversation, kept);
    return kept;
  };
  const append = (kept: Kept, activity: BotActivity): LogEntry => {
    const entry = { position: kept.log.length, activity };
    kept.log.push(entry);
    return entry;
  };
  const unused = async (): Promise<never> => {
    throw new Error('not part of this fake');
  };
  const store: MemoryConversations = {
    accepted: [],
    health: 'ok',
    async accept(conversation, inbound, shown): Promise<Accepted> {
      if (store.health === 'down') throw new Error('store is down');
      if (store.health === 'full') return { kind: 'full' };
      const kept = of(conversation);
      const before = kept.seen.get(inbound.id);
      if (before !== undefined) return { kind: 'duplicate', position: before };
      const position = shown === null ? null : append(kept, shown).position;
      kept.seen.set(inbound.id, position);
      kept.inbox.push(inbound);
      store.accepted.push({ conversation, inbound, shown });
      return { kind: 'accepted', position };
    },
    async log(conversation, from, limit) {
      if (store.health === 'down') throw new Error('store is down');
      const kept = all.get(conversation);
      if (kept === undefined) return null;
      return { entries: kept.log.slice(from, limit === undefined ? undefined : from + limit), next: kept.log.length };
    },
    say: (conversation, ...activities) => activities.map((activity) => append(of(conversation), activity)),
    begin: unused,
    commit: unused,
    release: async () => {},
    pending: async () => [],
    delivered: async (conversation) => of(conversation).delivered,
    async markDelivered(conversation, end) {
      const kept = of(conversation);
      kept.delivered = Math.max(kept.delivered, end);
    },
    ping: async () => {
      if (store.health === 'down') throw new Error('store is down');
    },
    close: async () => {},
  };
  return store;
}

/** A bot's reply as the log holds it. */
export function botSays(text: string): BotActivity {
  return {
    type: 'message',
    text,
    timestamp: new Date().toISOString(),
    from: { id: 'shouwen', name: '首问', role: 'bot' },
  };
}

/** An intake whose bot welcomes newcomers and repeats each message, after the sender was answered. */
export function echoIntake(
  store: MemoryConversations,
  publish: (conversation: ConversationId, entries: readonly LogEntry[]) => void,
): Intake {
  return async (conversation, inbound, shown) => {
    const accepted = await store.accept(conversation, inbound, shown);
    if (accepted.kind !== 'accepted') return accepted;
    const { activity } = inbound;
    setImmediate(() => {
      if (activity.type === 'conversationUpdate') publish(conversation, store.say(conversation, botSays('welcome')));
      if (activity.type === 'message') {
        publish(conversation, store.say(conversation, botSays(`echo: ${activity.text ?? ''}`)));
      }
    });
    return accepted;
  };
}

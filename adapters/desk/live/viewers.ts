import type { AgentName, Signal, Signals } from '../../../bot/desk.ts';
import type { ConversationId, Instant } from '../../../domain/ids.ts';

/** A console that says nothing for so long has gone with its instance. */
const GONE_MS: Instant = 25_000;
const SWEEP_MS = 5000;

/** Who of the staff has which conversation open, on all instances. */
export interface Viewers {
  /** Each once, also who asks. */
  of(conversation: ConversationId): readonly AgentName[];
  /** Called with a conversation whose viewers may have changed. Returns the function that ends it. */
  listen(listener: (conversation: ConversationId) => void): () => void;
  close(): void;
}

export function createViewers(signals: Signals, now: () => Instant): Viewers {
  const consoles = new Map<string, Looking>();
  const listeners = new Set<(conversation: ConversationId) => void>();
  const changed = (conversation: ConversationId | undefined): void => {
    if (conversation !== undefined) for (const listener of [...listeners]) listener(conversation);
  };
  const end = signals.listen((signal) => {
    if (signal.kind !== 'viewing') return;
    const before = consoles.get(signal.console)?.conversation;
    consoles.delete(signal.console);
    if (signal.conversation !== null) consoles.set(signal.console, looking(signal, signal.conversation, now()));
    if (before === (signal.conversation ?? undefined)) return;
    changed(before);
    changed(signal.conversation ?? undefined);
  });
  const sweep = setInterval(() => {
    for (const [console, { at, conversation }] of consoles) {
      if (now() - at <= GONE_MS) continue;
      consoles.delete(console);
      changed(conversation);
    }
  }, SWEEP_MS).unref();
  return {
    of(conversation) {
      const there = [...consoles.values()].filter((one) => one.conversation === conversation);
      return [...new Map(there.map(({ staff }) => [staff.id, staff])).values()];
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      end();
      clearInterval(sweep);
    },
  };
}

interface Looking {
  readonly staff: AgentName;
  readonly conversation: ConversationId;
  readonly at: Instant;
}

function looking({ staff }: Extract<Signal, { kind: 'viewing' }>, conversation: ConversationId, at: Instant): Looking {
  return { staff, conversation, at };
}

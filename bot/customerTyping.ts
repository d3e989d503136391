import type { ConversationId, Instant } from '../domain/ids.ts';
import type { Signals } from './desk.ts';

/** The console shows it for 5 s. */
const EVERY_MS: Instant = 3000;
const KEPT = 1000;

export interface CustomerTypingDeps {
  readonly signals: Pick<Signals, 'send'>;
  /** Whether an agent has the conversation; asked for each keystroke that arrives, so it must cost nothing. */
  readonly isHeld: (conversation: ConversationId) => boolean;
  readonly now: () => Instant;
}

/** Tells agents that their customer is writing, at most every 3 s a conversation; nobody else's typing goes anywhere. */
export function customerTyping({ signals, isHeld, now }: CustomerTypingDeps): (conversation: ConversationId) => void {
  const told = new Map<ConversationId, Instant>();
  return (conversation) => {
    const at = now();
    if (!isHeld(conversation) || at - (told.get(conversation) ?? 0) < EVERY_MS) return;
    if (told.size >= KEPT) told.clear();
    told.set(conversation, at);
    signals.send({ kind: 'typing', conversation, by: 'customer' });
  };
}

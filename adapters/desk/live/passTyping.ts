import type { Signals } from '../../../bot/desk.ts';
import type { ConversationId } from '../../../domain/ids.ts';

/**
 * Signals as the consoles of this instance send them, agents' typing also handed to `typing`: here, and not where signals
 * are heard, so that of all instances only the agent's own does.
 */
export function passTyping(signals: Signals, typing: ((conversation: ConversationId) => void) | undefined): Signals {
  if (typing === undefined) return signals;
  return {
    listen: (listener) => signals.listen(listener),
    send(signal) {
      signals.send(signal);
      if (signal.kind === 'typing' && signal.by !== 'customer') typing(signal.conversation);
    },
  };
}

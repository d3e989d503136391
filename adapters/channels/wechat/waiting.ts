import type { ConversationId } from '../../../domain/ids.ts';
import type { Outgoing } from '../messaging/port.ts';

/** A push whose answer is still open. */
export interface Waiting {
  /** What it is answered with; null when that is nothing. */
  readonly answer: Promise<Outgoing | null>;
  /** Ends it with nothing, unless it has an answer. */
  end(): void;
}

/** Pushes that wait for their turn's answer, each ended exactly once: by a message, by its time, or by `end`. */
export interface WaitingRoom {
  open(conversation: ConversationId, ms: number): Waiting;
  /** Gives a message to the one that waits longest; false when none waits any more. */
  take(conversation: ConversationId, message: Outgoing): boolean;
  /** Ends all of a conversation with nothing: what there was to say went another way. */
  release(conversation: ConversationId): void;
  close(): void;
}

export function waitingRoom(): WaitingRoom {
  const rooms = new Map<ConversationId, Set<(message: Outgoing | null) => void>>();
  const endAll = (ends: Iterable<(message: null) => void>) => {
    for (const end of [...ends]) end(null);
  };
  return {
    open(conversation, ms) {
      const { promise, resolve } = Promise.withResolvers<Outgoing | null>();
      const room = rooms.get(conversation) ?? new Set();
      rooms.set(conversation, room);
      const end = (message: Outgoing | null) => {
        clearTimeout(late);
        room.delete(end);
        if (room.size === 0 && rooms.get(conversation) === room) rooms.delete(conversation);
        resolve(message);
      };
      const late = setTimeout(() => end(null), Math.max(0, ms));
      room.add(end);
      return { answer: promise, end: () => end(null) };
    },
    take(conversation, message) {
      const [longest] = rooms.get(conversation) ?? [];
      longest?.(message);
      return longest !== undefined;
    },
    release: (conversation) => endAll(rooms.get(conversation) ?? []),
    close: () => endAll([...rooms.values()].flatMap((room) => [...room])),
  };
}

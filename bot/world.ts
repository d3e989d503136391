import type { ConversationId, Instant, MessageId } from '../domain/ids.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Manual } from '../domain/manual/schema.ts';
import type { Heard, Understand } from '../nlu/heard.ts';
import type { InboundActivity } from './activity.ts';
import type { Reply } from './replies.ts';
import type { ConversationState } from './state.ts';

/** What a turn needs from the world. */
export interface TurnPorts {
  readonly manual: Manual;
  readonly ledger: Ledger;
  readonly understand: Understand;
  readonly zone: string;
  /** A lesson could not be kept; nobody else notices. */
  readonly learningFailed?: (error: unknown) => void;
}

/** A turn's outcome: nothing has been sent or stored yet. `heard` is null for events. */
export interface TurnResult {
  /** Null when an event of our own finds that the conversation has expired. */
  readonly state: ConversationState | null;
  readonly says: readonly Reply[];
  readonly heard: Heard | null;
}

/** One message as the turn sees it. `at` is the moment it was taken: the clock of the whole turn. */
export interface TurnInput {
  readonly conversation: ConversationId;
  readonly message: MessageId;
  readonly activity: InboundActivity;
  readonly at: Instant;
}

/** A conversation after a part of a turn, and what was said in it. */
export interface Turned {
  readonly state: ConversationState;
  readonly says: readonly Reply[];
}

export function after(says: readonly Reply[], { state, says: then }: Turned): Turned {
  return { state, says: [...says, ...then] };
}

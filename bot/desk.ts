import type { ConversationId, HandoffId, MessageId, StaffId } from '../domain/ids.ts';

/** An agent as the customer sees them. */
export interface AgentName {
  readonly id: StaffId;
  readonly name: string;
}

/**
 * What the desk puts into a conversation's inbox (`INTERNAL_CHANNEL`), so that owner and words change in the order of
 * everything else that is said there, under the conversation's one writer.
 *
 * `handoff.changed` — the owner changed. Its inbox id is `timer/handoff.changed:<handoff>:<epoch>`, whoever sends it first
 * (`handoffChangedId`). `handoff.message` — an agent wrote; refused when the epoch is no longer theirs. `handoff.place` —
 * where the customer stands. `handoff.filed` — an agent filed a case or booking here.
 */
export interface DeskNews {
  readonly 'handoff.changed': { readonly handoff: HandoffId; readonly epoch: number };
  readonly 'handoff.message': {
    readonly handoff: HandoffId;
    readonly epoch: number;
    readonly agent: AgentName;
    /** The console's id of it. */
    readonly id: string;
    readonly text: string;
    readonly files: readonly { readonly contentType: string; readonly contentUrl: string; readonly name: string }[];
  };
  readonly 'handoff.place': {
    readonly handoff: HandoffId;
    readonly position: number;
    readonly waitSeconds: number | null;
  };
  /** The agent who has the conversation has seen its log up to there. */
  readonly 'handoff.read': { readonly handoff: HandoffId; readonly agent: StaffId; readonly position: number };
  readonly 'handoff.filed': {
    readonly handoff: HandoffId;
    readonly epoch: number;
    readonly kind: 'case' | 'booking';
    readonly number: string;
    /** Form of the bot that is done with it, so that it is not taken up again. */
    readonly form: string | null;
  };
}

export function handoffChangedId(handoff: HandoffId, epoch: number): MessageId {
  return `timer/handoff.changed:${handoff}:${epoch}` as MessageId;
}

/** Never stored, may be lost: somebody is writing, or the desk has news to read. Reaches every instance. */
export type Signal =
  | { readonly kind: 'typing'; readonly conversation: ConversationId; readonly by: 'customer' | StaffId }
  /** Events of the desk up to about this one can be read. */
  | { readonly kind: 'desk' }
  /** Who of the staff has a conversation open. */
  | {
      readonly kind: 'viewing';
      readonly staff: AgentName;
      readonly conversation: ConversationId | null;
      /** Of the console's socket. */
      readonly console: string;
    };

/** Between the instances of one product; within one process without Redis. */
export interface Signals {
  send(signal: Signal): void;
  /** Returns the function that ends it. Own signals come too. */
  listen(listener: (signal: Signal) => void): () => void;
}

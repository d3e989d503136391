import type { ConversationId, CustomerId, HandoffId, Instant, Language, StaffId } from '../ids.ts';
import type { Severity } from '../labels.ts';

/** Why a person is needed (manual section 8). `form`: a form that only a person can finish. */
export const HANDOFF_REASONS = ['asked', 'major-complaint', 'security', 'anger', 'not-understood', 'form'] as const;
export type HandoffReason = (typeof HANDOFF_REASONS)[number];

/** `left`: the customer went back to the bot; `callback`: nobody was free in time, a case was filed instead. */
export const HANDOFF_ENDS = ['returned', 'left', 'callback'] as const;
export type HandoffEnd = (typeof HANDOFF_ENDS)[number];
/** What an agent says of it when they give it back. */
export const HANDOFF_RESULTS = ['solved', 'unsolved', 'follow-up'] as const;
export type HandoffResult = (typeof HANDOFF_RESULTS)[number];

/** Who answers for the customer now: there is always exactly one. */
export type HandoffOwner =
  | { readonly kind: 'queue' }
  /** Still in the queue; this agent may take it until then. */
  | { readonly kind: 'offered'; readonly agent: StaffId; readonly until: Instant }
  | {
      readonly kind: 'agent';
      readonly agent: StaffId;
      readonly since: Instant;
      /** The agent's last sign of life in this conversation: accepted, looked, typed, wrote. */
      readonly aliveAt: Instant;
      readonly firstReplyAt: Instant | null;
    }
  | {
      readonly kind: 'ended';
      readonly how: HandoffEnd;
      /** Staff id, `customer` or `clock`. */
      readonly by: string;
      readonly at: Instant;
      readonly result: HandoffResult | null;
    };

/** What the agent gets with the customer, beside the transcript. Encrypted at rest as one field. */
export interface Briefing {
  /** The customer's words that led here. */
  readonly words: string;
  readonly intent: string | null;
  /** In [0, 1]. */
  readonly confidence: number | null;
  readonly mood: 'calm' | 'upset';
  /** The form under way and what it had gathered, by question key. */
  readonly form: string | null;
  readonly answers: Readonly<Record<string, unknown>>;
}

export interface NewHandoff {
  readonly conversation: ConversationId;
  readonly customer: CustomerId;
  readonly channel: string;
  readonly language: Language;
  readonly reason: HandoffReason;
  readonly severity: Severity | null;
  /** Team of the manual whose people know most of it: the skill that is looked for. */
  readonly team: string;
  readonly briefing: Briefing;
}

export interface Handoff extends NewHandoff {
  readonly id: HandoffId;
  /** Grows by one with every change of the owner; never reused. What an older one sends is refused. */
  readonly epoch: number;
  readonly owner: HandoffOwner;
  readonly requestedAt: Instant;
  /**
   * Since when the customer waits for a person's words. Goes on counting when an agent is lost who never wrote; after one who
   * did, it begins with the customer's last unanswered words, or with the loss when none are.
   */
  readonly waitingSince: Instant;
  /** An agent was lost: before everybody who never had one. */
  readonly first: boolean;
  /** Only this agent, or only this team's people, are offered it (a transfer). */
  readonly wanted: { readonly agent: StaffId } | { readonly team: string } | null;
  /** Who had it, newest last. */
  readonly former: readonly StaffId[];
  /** Who let an offer pass since it came into the queue, the latest last. */
  readonly passed: readonly StaffId[];
  /** When the customer wrote last, and when the customer was last answered by the agent. */
  readonly customerAt: Instant;
  readonly agentAt: Instant | null;
}

/** Everything that may happen to a hand-off. */
export type HandoffCommand =
  | { readonly kind: 'offer'; readonly agent: StaffId; readonly until: Instant }
  /** The agent declined it; with `until`, that offer's time is over, and a newer offer stays. */
  | { readonly kind: 'pass'; readonly agent: StaffId; readonly until?: Instant }
  /** Taken by an agent: of an offer, or picked from the queue; `over` takes it from another agent (supervisors). */
  | { readonly kind: 'accept'; readonly agent: StaffId; readonly over: boolean }
  /**
   * The agent went silent or away: back to the head of the queue. With `aliveAt`, judged by that sign of life: one that came
   * since keeps the agent.
   */
  | { readonly kind: 'lose'; readonly agent: StaffId; readonly aliveAt?: Instant }
  | {
      readonly kind: 'transfer';
      readonly by: StaffId;
      readonly to: { readonly agent: StaffId } | { readonly team: string };
      /** A supervisor moves what others have, or what waits. */
      readonly over?: boolean;
    }
  /** `over` lets a supervisor end what is not theirs. */
  | { readonly kind: 'return'; readonly by: StaffId; readonly result: HandoffResult | null; readonly over: boolean }
  | { readonly kind: 'leave' }
  /** With `waitingSince`, judged by that wait: a customer who had an agent since waits anew. */
  | { readonly kind: 'callback'; readonly waitingSince?: Instant };

/** Why a command has no effect; nothing was changed. */
export type HandoffRefusal = 'ended' | 'not yours' | 'taken' | 'not offered' | 'not with an agent' | 'with an agent';

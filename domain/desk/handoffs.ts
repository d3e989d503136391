import type { ConversationId, HandoffId, IdempotencyKey, Instant, Language, MessageId, StaffId } from '../ids.ts';
import type { Handoff, HandoffCommand, HandoffRefusal, NewHandoff } from './handoff.ts';

export type Changed =
  | { readonly kind: 'changed'; readonly handoff: Handoff }
  | { readonly kind: 'refused'; readonly why: HandoffRefusal; readonly handoff: Handoff }
  | { readonly kind: 'unknown' };

/** Something the desk is told of. `seq` counts from 1 without gaps visible to readers: who has read up to n missed nothing before n. */
export interface DeskEvent {
  readonly seq: number;
  readonly at: Instant;
  readonly kind: DeskEventKind;
  readonly handoff: HandoffId | null;
  readonly conversation: ConversationId | null;
  /** Staff id, `customer`, `bot` or `clock`. */
  readonly by: string;
  readonly data: Readonly<Record<string, unknown>>;
}
/**
 * `handoff`: the owner changed, `data` is `{ epoch, command, owner }`. `message`: said in a handed-over conversation,
 * `{ id, text, files }`; `refused`: an agent's message that came too late, `{ id }`; `note`: `{ id }`; `staff`: an agent's
 * status, `{ staff, status }`; `case`: filed or changed from a conversation, `{ number }`; `settings`: changed, `{}`;
 * `clock`: one of a case is near its limit or past it, `{ number, clock, what, limit, owner, supervisors }`;
 * `alert`: raised, acknowledged or decided on, `{ id, kind, what, area, service, category, case, outage }`.
 */
export const DESK_EVENT_KINDS = [
  'handoff',
  'message',
  'refused',
  'note',
  'staff',
  'case',
  'settings',
  'clock',
  'alert',
] as const;
export type DeskEventKind = (typeof DESK_EVENT_KINDS)[number];

export interface Said {
  /** Of the channel, or the agent's console. */
  readonly id: MessageId;
  readonly by: 'customer' | StaffId;
  readonly text: string;
  readonly files: number;
  /** What makes it one when the same words may come under several ids; the id unless given. */
  readonly once?: string;
  /** Of the conversation as of these words; absent = as it was. */
  readonly language?: Language;
}

/**
 * Hand-offs of the ledger. Every change of the owner is one transaction: the row (epoch + 1), a `handoff` event for the
 * desk and a `handoff.changed` timer, due at once, that brings the news to the conversation's inbox, whatever crashes.
 */
export interface Handoffs {
  /** The open hand-off of the conversation when it has one already, else a new one in the queue. */
  request(draft: NewHandoff, key: IdempotencyKey, at: Instant): Promise<Handoff>;
  find(id: HandoffId): Promise<Handoff | null>;
  /** The open one of a conversation. */
  openOf(conversation: ConversationId): Promise<Handoff | null>;
  /** All that are not ended, in the order of `domain/desk/queue.ts`. */
  open(): Promise<readonly Handoff[]>;
  /** Newest first; of one conversation or customer, or of an agent's past. */
  past(
    of: { conversation: ConversationId } | { customer: string } | { agent: StaffId },
    limit: number,
  ): Promise<readonly Handoff[]>;
  /** Applies `domain/desk/step.ts` in one transaction. Of two that race exactly one changes anything. */
  change(id: HandoffId, command: HandoffCommand, at: Instant): Promise<Changed>;
  /**
   * Somebody wrote in the conversation; keeps the `message` event, the clocks and the language. A repeat has no effect.
   * `said before`: under another id, so these are not to be passed on again.
   */
  said(id: HandoffId, said: Said, at: Instant): Promise<'said' | 'said before'>;
  /** The customer goes on in another language; no effect after the end. */
  spoken(id: HandoffId, language: Language): Promise<void>;
  /** A sign of life of the agent who has it; no effect for anybody else. */
  alive(id: HandoffId, agent: StaffId, at: Instant): Promise<void>;
  /** The owner's news of an epoch, as the timer delivers it; null when there is none. */
  news(id: HandoffId, epoch: number): Promise<{ handoff: Handoff; command: string; owner: Handoff['owner'] } | null>;
  /** Milliseconds from acceptance to the end of the newest ended hand-offs that an agent had. */
  handlingTimes(limit: number): Promise<readonly number[]>;
  /** Ended, requested in the time given; for statistics. */
  endedBetween(from: Instant, to: Instant): Promise<readonly Handoff[]>;
}

/** What the desk is told, in order, for any number of readers; kept for 30 days. */
export interface DeskEvents {
  /** Adds one that is not about an owner. A repeat of the key has no effect. */
  add(event: Omit<DeskEvent, 'seq' | 'at'>, key: IdempotencyKey, at: Instant): Promise<void>;
  /** Events after `seq`, oldest first. */
  after(seq: number, limit: number): Promise<readonly DeskEvent[]>;
  /** The newest `seq`; 0 when there is none. */
  last(): Promise<number>;
  /** What was said last in each hand-off; none where nobody wrote since, or it expired. */
  newestWords(handoffs: readonly HandoffId[]): Promise<ReadonlyMap<HandoffId, string>>;
  expire(before: Instant): Promise<number>;
}

export interface Note {
  readonly id: string;
  readonly conversation: ConversationId;
  readonly by: StaffId;
  readonly at: Instant;
  /** A supervisor's whisper is for the agent of the conversation; both are never shown to the customer. */
  readonly kind: 'note' | 'whisper' | 'transfer';
  /** Encrypted at rest. */
  readonly text: string;
}

/** What staff write about a conversation. */
export interface Notes {
  /** With its `note` event. A repeat of the id returns the first. */
  add(note: Omit<Note, 'at'>, at: Instant): Promise<Note>;
  of(conversation: ConversationId): Promise<readonly Note[]>;
}

import type { CaseNumber, ConversationId, CustomerId, IdempotencyKey, Instant, Language } from '../ids.ts';
import type { FaultLevel, Severity } from '../labels.ts';
import type { IncidentStepName } from './incident.ts';

/** What a case can be about. Each kind has its number prefix, clocks and team in the manual. */
export const CASE_KINDS = ['complaint', 'fault', 'application', 'feedback', 'callback', 'privacy', 'security'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** OSM 4.3, 7.1: the life of a case. `reopened` continues like `classified`. */
export const STAGES = [
  'registered',
  'classified',
  'investigating',
  'resolved',
  'closed',
  'reopened',
  'withdrawn',
] as const;
export type Stage = (typeof STAGES)[number];

/** A clock of a case, as instants fixed when it begins: at registration, and anew at a reopening (manual section 6). */
export interface Clock {
  /** Id of the clock in the manual, e.g. `complaint-resolved`. */
  readonly name: string;
  readonly target: Instant;
  readonly limit: Instant;
  /** Time spent waiting for the customer, in milliseconds; already added to `limit` and `target` by the reader. */
  readonly pausedMs: number;
  readonly pausedSince: Instant | null;
  /** When what the clock asks for was done; null while it runs. */
  readonly metAt: Instant | null;
}

export type ClockState = 'running' | 'paused' | 'met' | 'warning' | 'breached';

/** What a customer told us for a case: plain JSON values by question key. Encrypted at rest as one field. */
export type CaseAnswers = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface NewCase {
  readonly kind: CaseKind;
  readonly category: string | null;
  /** Further categories named in a complaint of several things, main one excluded. */
  readonly alsoCategories: readonly string[];
  readonly severity: Severity | null;
  readonly level: FaultLevel | null;
  readonly customer: CustomerId;
  readonly conversation: ConversationId;
  readonly channel: string;
  readonly language: Language;
  /** Area id of the manual, or null when unknown. */
  readonly area: string | null;
  /** Team that answers for the case (首问负责制: never empty). */
  readonly owner: string;
  readonly answers: CaseAnswers;
  readonly clocks: readonly Clock[];
  /** Numbers of cases or bookings this one belongs with. */
  readonly links: readonly string[];
}

export const HISTORY_KINDS = [
  'registered',
  'stage',
  'urged',
  'amended',
  'withdrawn',
  'linked',
  'clock-warning',
  'clock-breach',
  'reclassified',
  /** The customer is asked for something (`note`), and the clocks that may wait do; then they go on, `detail` is `from -> until`. */
  'paused',
  'resumed',
  /** A step of handling a security incident: see `incident.ts`. */
  'incident',
  /** Somebody who does not own the case could not prove that they may see it. */
  'proof-failed',
  /** The customer was found to be one with the customer of another channel, or gave a channel up; `detail` names it. */
  'customer-linked',
  'customer-unlinked',
] as const;
export interface HistoryEntry {
  readonly at: Instant;
  /** `customer`, `bot`, `clock`, or the id of a staff member or operator system. */
  readonly by: string;
  readonly what: (typeof HISTORY_KINDS)[number];
  /** Stage, category or clock concerned; never customer text. */
  readonly detail: string | null;
  /** Customer's or staff's words; encrypted at rest. */
  readonly note: string | null;
}

export interface Case extends NewCase {
  readonly number: CaseNumber;
  readonly stage: Stage;
  readonly openedAt: Instant;
  readonly history: readonly HistoryEntry[];
}

export type Moved =
  | { readonly kind: 'moved'; readonly case: Case }
  | {
      readonly kind: 'refused';
      readonly from: Stage;
      readonly allowed: readonly Stage[];
      /** Set when the move was allowed but for who asks: whoever resolved it does not confirm it too (OSM 4.3). */
      readonly resolvedBy?: string;
      /** Set when the move was allowed but for steps of the incident that nobody recorded yet (OSM 6.3). */
      readonly missing?: readonly IncidentStepName[];
    }
  | { readonly kind: 'unknown' };

/** Why a case does not begin or end to wait: its clocks wait already, none of them may or runs, or it does not wait. */
export const WAIT_REFUSALS = ['waiting', 'nothing runs', 'not waiting'] as const;
export type Waited =
  | { readonly kind: 'done'; readonly case: Case }
  | { readonly kind: 'refused'; readonly why: (typeof WAIT_REFUSALS)[number]; readonly stage: Stage }
  | { readonly kind: 'unknown' };

export interface CaseFilter {
  readonly stage?: Stage;
  readonly category?: string;
  /** Only cases with a running clock past its limit at this instant. */
  readonly overdueAt?: Instant;
  readonly kind?: CaseKind;
  /** Opaque cursor from a former page. */
  readonly after?: string;
  /** 1 to 200. */
  readonly limit: number;
}

/** A read-only view of what a note on a case needs. */
export type NewHistoryEntry = Omit<HistoryEntry, 'at'>;

/**
 * The cases of the ledger. Every write is durable when its promise resolves and carries an idempotency key: repeating it
 * returns the first result and changes nothing. A rejected promise means "outcome unknown": repeat with the same key.
 */
export interface Cases {
  /** `by`: who registers it, as in the history; the customer unless given. */
  register(draft: NewCase, key: IdempotencyKey, at: Instant, by?: HistoryEntry['by']): Promise<Case>;
  find(number: CaseNumber): Promise<Case | null>;
  /** Newest first; `open` leaves out closed and withdrawn ones. */
  ofCustomer(customer: CustomerId, which: 'open' | 'all'): Promise<readonly Case[]>;
  list(filter: CaseFilter): Promise<{ readonly cases: readonly Case[]; readonly next: string | null }>;
  /**
   * Refuses moves that `domain/cases/stages.ts` does not allow; meets the clocks that the new stage answers. In a reopened
   * case the clocks of its solution begin anew. A move by anybody but `customer` writes a `case.stage` timer with it. Any
   * move ends the waiting for the customer. Where the manual asks for two people, whoever resolved it cannot close it. Of an
   * incident the steps of the new stage must be recorded.
   */
  move(
    number: CaseNumber,
    to: Stage,
    entry: { by: string; note: string | null },
    key: IdempotencyKey,
    at: Instant,
  ): Promise<Moved>;
  /**
   * Puts a case where it belongs (OSM 7.1.1: both are kept): category and owner change, the history has `old -> new`. Its
   * clocks go on: what was promised to the customer stands. Null when the number is unknown.
   */
  reclassify(
    number: CaseNumber,
    to: { readonly category: string; readonly owner: string },
    entry: { by: string; note: string | null },
    key: IdempotencyKey,
    at: Instant,
  ): Promise<Case | null>;
  /**
   * Waits for the customer (manual section 6): clocks that may pause do, and a `case.asked` timer asks the customer `note`.
   * Nothing else pauses a clock.
   */
  pause(number: CaseNumber, entry: { by: string; note: string }, key: IdempotencyKey, at: Instant): Promise<Waited>;
  /** The clocks that waited go on, with as much time left as they had. */
  resume(number: CaseNumber, entry: { by: string }, key: IdempotencyKey, at: Instant): Promise<Waited>;
  /** Adds to the history; null when the number is unknown. What a customer adds (`amended`) ends the waiting for them. */
  note(number: CaseNumber, entry: NewHistoryEntry, key: IdempotencyKey, at: Instant): Promise<Case | null>;
}

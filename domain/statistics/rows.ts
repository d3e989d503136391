import type { BookingKind } from '../appointments/booking.ts';
import type { CaseKind } from '../cases/case.ts';
import type { HandoffEnd, HandoffResult } from '../desk/handoff.ts';
import type { Survey } from '../desk/survey.ts';
import type { ConversationId, CustomerId, Instant, StaffId } from '../ids.ts';

/** [from, to), seen at an instant; days and hours are those of the zone (IANA). */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
  readonly now: Instant;
  readonly zone: string;
}

/** A case registered in the time asked for; what became of it, up to now. */
export interface CaseRow {
  readonly kind: CaseKind;
  readonly category: string | null;
  /** Area id of the manual; null when unknown. */
  readonly area: string | null;
  readonly channel: string;
  readonly conversation: ConversationId;
  readonly openedAt: Instant;
  /** Neither closed nor withdrawn. */
  readonly open: boolean;
  /** The first time. */
  readonly resolvedAt: Instant | null;
  readonly reopened: boolean;
  /** The customer had to ask after it. */
  readonly urged: boolean;
}

/** A booking made in the time asked for. */
export interface BookingRow {
  readonly kind: BookingKind;
  readonly channel: string;
  readonly conversation: ConversationId;
  readonly bookedAt: Instant;
}

/** A hand-off requested in the time asked for. */
export interface HandoffRow {
  readonly conversation: ConversationId;
  readonly customer: CustomerId;
  readonly channel: string;
  readonly requestedAt: Instant;
  /** When an agent first took it, and when a person first wrote. */
  readonly acceptedAt: Instant | null;
  readonly answeredAt: Instant | null;
  /** Milliseconds with agents; null when nobody had it, or it is not over. */
  readonly handledMs: number | null;
  readonly end: HandoffEnd | null;
  readonly result: HandoffResult | null;
  /** Who had it last, or has it. */
  readonly agent: StaffId | null;
}

/** An agent gave it back and said how it ended. */
export function saidHowItEnded({ end, result }: HandoffRow): boolean {
  return end === 'returned' && result !== null;
}

/** A survey answered in the time asked for. */
export interface SurveyRow extends Omit<Survey['answers'], 'words'> {
  readonly conversation: ConversationId;
  readonly agent: StaffId | null;
}

/** How often a clock of the manual warned, and was breached, in the time asked for. */
export interface ClockRow {
  readonly clock: string;
  readonly warnings: number;
  readonly breaches: number;
}

/** When the service was there. */
export interface UptimeRows {
  /** The first minute that is known of at all; null when none is. */
  readonly since: Instant | null;
  /** Beginnings of the minutes in which an instance wrote to the ledger, in order. */
  readonly minutes: readonly Instant[];
}

export interface StatisticsRows {
  readonly cases: readonly CaseRow[];
  readonly bookings: readonly BookingRow[];
  readonly handoffs: readonly HandoffRow[];
  readonly surveys: readonly SurveyRow[];
  readonly clocks: readonly ClockRow[];
  readonly uptime: UptimeRows;
  readonly staff: readonly { readonly id: StaffId; readonly name: string }[];
}

export interface Statistics {
  /** What began, or was answered, in [from, to); `tooMany` when there is more than is read at once. */
  rows(from: Instant, to: Instant): Promise<StatisticsRows | 'tooMany'>;
  /** Only the cases. */
  cases(from: Instant, to: Instant): Promise<readonly CaseRow[] | 'tooMany'>;
}

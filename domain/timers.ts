import type { ConversationId, Instant } from './ids.ts';

/** What a timer is for. `case.*` timers concern a clock of a case, `appointment.reminder` a booking. */
export const TIMER_KINDS = ['case.warning', 'case.breach', 'appointment.reminder'] as const;
export type TimerKind = (typeof TIMER_KINDS)[number];

/** A deadline as a row: it survives restarts, and firing twice is harmless because its id is the event's id. */
export interface Timer {
  readonly id: string;
  readonly due: Instant;
  readonly kind: TimerKind;
  /** Case or booking number. */
  readonly subject: string;
  /** Clock name for case timers, else null. */
  readonly detail: string | null;
  readonly conversation: ConversationId;
}

export interface Timers {
  /** Due timers, leased to the caller until `now + leaseMs`; nobody else gets them meanwhile. Oldest first. */
  claimDue(now: Instant, leaseMs: number, limit: number): Promise<readonly Timer[]>;
  /** Call after the effect is durable. */
  done(id: string): Promise<void>;
}

import type { ConversationId, Instant } from './ids.ts';

/**
 * What a timer is for. `case.warning` and `case.breach` concern a clock of a case, `case.stage` the news that staff moved
 * it (due at once: written with the move, it cannot be lost on the way to the customer), `case.asked` the question of staff
 * for which its clocks wait (due at once as well), `appointment.reminder` a booking,
 * `handoff.changed` the news that somebody else answers now (due at once as well), `outage.spread` a change of an outage
 * whose followers are to be told, `outage.news` one of them.
 */
export const TIMER_KINDS = [
  'case.warning',
  'case.breach',
  'case.stage',
  'case.asked',
  'appointment.reminder',
  'handoff.changed',
  'outage.spread',
  'outage.news',
] as const;
export type TimerKind = (typeof TIMER_KINDS)[number];

/** A deadline as a row: it survives restarts, and firing twice is harmless because its id is the event's id. */
export interface Timer {
  readonly id: string;
  readonly due: Instant;
  readonly kind: TimerKind;
  /** Case or booking number, or id of a hand-off or an outage. */
  readonly subject: string;
  /** The clock's name, for `case.stage` the new stage, for `handoff.changed` the epoch, for `outage.news` what `readOutageNews` reads; else null. */
  readonly detail: string | null;
  readonly conversation: ConversationId;
}

export interface Timers {
  /** Due timers, leased to the caller until `now + leaseMs`; nobody else gets them meanwhile. Oldest first. */
  claimDue(now: Instant, leaseMs: number, limit: number): Promise<readonly Timer[]>;
  /** Decides once where a timer's news are told; whoever fires it again is given what was decided first. */
  direct(id: string, conversation: ConversationId): Promise<ConversationId>;
  /** Call after the effect is durable. */
  done(id: string): Promise<void>;
}

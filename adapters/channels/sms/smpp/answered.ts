import type { Instant } from '../../../../domain/ids.ts';

/** Numbers that were written to lately. */
const KEPT = 10_000;

/** What the SMSC took of ours, by number; `sentAt` and `takenAt` are of its last part. */
export interface Answered {
  note(number: string, sentAt: Instant, takenAt: Instant): void;
  /** Whether something was sent to the number after `from`, and taken before `to`. */
  between(number: string, from: Instant, to: Instant): boolean;
}

export function createAnswered(): Answered {
  const last = new Map<string, { readonly sentAt: Instant; readonly takenAt: Instant }>();
  return {
    note(number, sentAt, takenAt) {
      last.delete(number);
      last.set(number, { sentAt, takenAt });
      const oldest = last.keys().next().value;
      if (last.size > KEPT && oldest !== undefined) last.delete(oldest);
    },
    between(number, from, to) {
      const known = last.get(number);
      return known !== undefined && known.sentAt > from && known.takenAt <= to;
    },
  };
}

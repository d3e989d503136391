import type { Sent } from '../messaging/port.ts';

type Outcome = Exclude<Sent['kind'], 'sent'>;

const OUTCOMES: Readonly<Record<Outcome, readonly number[]>> = {
  /** No message of the customer for 24 hours. */
  closed: [131047],
  /** Has no WhatsApp, does not take messages of businesses, is ourselves, not on a test number's list, or stopped them. */
  unreachable: [131026, 131021, 131030, 131050],
  /** Throttled or out of order, and what somebody must mend in the account's settings: what is said meanwhile is kept. */
  later: [
    ...[1, 2, 4, 80007, 130429, 131000, 131016, 131048, 131056, 131057, 133004],
    ...[0, 3, 10, 190, 368, 130497, 131005, 131031, 131042, 131045, 133010],
  ],
  /**
   * 100, 131008, 131009: the request; 131051: the kind of message; 131052, 131053: the file; 132…: the template. 131049: kept
   * from the customer for their sake, for 12 hours at least; by then it has lost its sense.
   */
  never: [100, 131008, 131009, 131051, 131049, 131052, 131053, 132000, 132001, 132005, 132007, 132012, 132015, 132016],
};
const MEND = new Set([0, 3, 10, 190, 368, 131005, 131031, 131042, 131045, 133010, 132001, 132015, 132016]);
/** Milliseconds. 131056: too many to one customer; 131048: too many refused or blocked by customers. */
const AFTER: Readonly<Record<number, number>> = { 131056: 6000, 131048: 3_600_000, 130429: 1000, 131057: 60_000 };

/** Whether somebody must mend the account's settings or templates. */
export function isAlarming(code: number): boolean {
  return MEND.has(code) || (code >= 200 && code <= 299);
}

/** The platform's refusal as ours. */
export function outcomeOf(code: number | null, status: number): Exclude<Sent, { kind: 'sent' }> {
  const name = code === null ? `http-${status}` : String(code);
  const known = (Object.keys(OUTCOMES) as Outcome[]).find((kind) => code !== null && OUTCOMES[kind].includes(code));
  if (known !== undefined && known !== 'later') return { kind: known, code: name };
  const afterMs = code === null ? undefined : AFTER[code];
  if (afterMs !== undefined) return { kind: 'later', code: name, afterMs };
  // permissions of the token are mended as settings are; without a code it was not the platform's application that answered
  const mendable = code === null || (code >= 200 && code <= 299);
  if (known === 'later' || mendable || status === 429 || status >= 500) return { kind: 'later', code: name };
  return { kind: 'never', code: name };
}

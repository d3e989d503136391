import type { Sent } from '../../messaging/port.ts';

/** SMPP 3.4, 5.1.3. */
export const OK = 0x00;
/** To the SMSC: ask again later. */
export const TRY_AGAIN = 0x64;
export const UNKNOWN_COMMAND = 0x03;
const QUEUE_FULL = 0x14;
const THROTTLED = 0x58;
/** The SMSC is out of order, or says nothing of why: not bound as it should be, system error, submit failed, temporary. */
const PASSING = new Set([0x04, 0x08, 0x45, 0x64]);

/** The SMSC wants less of us. */
export function isTooMuch(status: number): boolean {
  return status === THROTTLED || status === QUEUE_FULL;
}

/** What the SMSC says of a part it did not take. */
export function refusal(status: number): Exclude<Sent, { kind: 'sent' }> {
  const code = `0x${status.toString(16).padStart(2, '0')}`;
  return { kind: isTooMuch(status) || PASSING.has(status) ? 'later' : 'never', code };
}

import type { ServerFrame } from '../../../adapters/desk/schemas.ts';

type EventFrame = Extract<ServerFrame, { type: 'event' }>;

/** A clock of a case near its limit or past it, for whom it concerns. */
export interface ClockNotice {
  readonly seq: number;
  readonly number: string;
  readonly clock: string;
  readonly what: 'warning' | 'breach';
  /** ISO 8601 */
  readonly limit: string;
}

/** What a `clock` event says; null for any other, and for one that concerns somebody else. */
export function clockNotice({ kind, seq, data }: EventFrame): ClockNotice | null {
  const { number, clock, what, limit } = data;
  if (kind !== 'clock' || (what !== 'warning' && what !== 'breach')) return null;
  if (typeof number !== 'string' || typeof clock !== 'string' || typeof limit !== 'string') return null;
  return { seq, number, clock, what, limit };
}

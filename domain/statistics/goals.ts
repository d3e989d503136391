import type { Manual } from '../manual/schema.ts';
import { HOUR_MS } from '../manual/zone.ts';
import type { Spread } from './figures.ts';

/** CSG 5.1.2 */
const SATISFACTION = 0.85;
/** CSG 1.3, 5.1.1: the target of `complaint-resolved`. */
const HANDLING_SECONDS = (48 * HOUR_MS) / 1000;

export interface Goal {
  readonly name: 'satisfaction' | 'first-reply' | 'complaint-handling';
  readonly unit: 'rate' | 'seconds';
  readonly goal: number;
  /** Null as long as there is nothing to judge by. */
  readonly value: number | null;
  readonly met: boolean | null;
}

/** The goals of manual section 11: a time is met when nine of ten were within it. */
export function goals(satisfied: number | null, firstReply: Spread, complaints: Spread, manual: Manual): Goal[] {
  const atMost = (name: Goal['name'], goal: number, { p90: value }: Spread): Goal => ({
    ...{ name, unit: 'seconds', goal, value },
    met: value === null ? null : value <= goal,
  });
  const met = satisfied === null ? null : satisfied >= SATISFACTION;
  return [
    { name: 'satisfaction', unit: 'rate', goal: SATISFACTION, value: satisfied, met },
    atMost('first-reply', manual.handoff.firstReply.targetSeconds, firstReply),
    atMost('complaint-handling', HANDLING_SECONDS, complaints),
  ];
}

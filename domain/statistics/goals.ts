import type { Manual } from '../manual/schema.ts';
import { HOUR_MS } from '../manual/zone.ts';
import type { Availability } from './availability.ts';
import type { Spread } from './figures.ts';

/** CSG 5.1.2 */
const SATISFACTION = 0.85;
/** CSG 1.3, 5.1.1: the target of `complaint-resolved`. */
const HANDLING_SECONDS = (48 * HOUR_MS) / 1000;

export interface Goal {
  readonly name: 'satisfaction' | 'first-reply' | 'complaint-handling' | 'availability';
  readonly unit: 'rate' | 'seconds';
  readonly goal: number;
  /** Null as long as there is nothing to judge by. */
  readonly value: number | null;
  readonly met: boolean | null;
}

interface Measured {
  /** Of all marks; null when there is none. */
  readonly satisfied: number | null;
  readonly firstReply: Spread;
  readonly complaints: Spread;
  readonly up: Pick<Availability, 'goal' | 'share'>;
}

/** The goals of manual section 11: a time is met when nine of ten were within it. */
export function goals({ satisfied, firstReply, complaints, up }: Measured, manual: Manual): Goal[] {
  const atMost = (name: Goal['name'], goal: number, { p90: value }: Spread): Goal => ({
    ...{ name, unit: 'seconds', goal, value },
    met: value === null ? null : value <= goal,
  });
  const atLeast = (name: Goal['name'], goal: number, value: number | null): Goal => ({
    ...{ name, unit: 'rate', goal, value },
    met: value === null ? null : value >= goal,
  });
  return [
    atLeast('satisfaction', SATISFACTION, satisfied),
    atMost('first-reply', manual.handoff.firstReply.targetSeconds, firstReply),
    atMost('complaint-handling', HANDLING_SECONDS, complaints),
    atLeast('availability', up.goal, up.share),
  ];
}

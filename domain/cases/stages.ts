import type { Manual } from '../manual/schema.ts';
import type { Stage } from './case.ts';

/** The stages a case may move to next (OSM 7.1, 7.2); none after `withdrawn`. */
export function allowedMoves(manual: Manual, from: Stage): readonly Stage[] {
  return manual.stages[from].next;
}

export function mayMove(manual: Manual, from: Stage, to: Stage): boolean {
  return allowedMoves(manual, from).includes(to);
}

/** Whether somebody still has work with it; `resolved` waits for the customer's word and is open. */
export function isOpen(stage: Stage): boolean {
  return stage !== 'closed' && stage !== 'withdrawn';
}

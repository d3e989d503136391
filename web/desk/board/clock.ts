import type { DeskCatalogue } from '../../../adapters/desk/schemas.ts';

export type ClockState = 'inTime' | 'pastTarget' | 'pastLimit';
type Limits = Pick<DeskCatalogue['handoff'], 'firstReplyTargetSeconds' | 'firstReplyLimitSeconds'>;

/** Where a customer who has waited this long for an answer stands on the manual's clock (CSG 4.1.1). */
export function clockState(waitedSeconds: number, limits: Limits): ClockState {
  if (waitedSeconds > limits.firstReplyLimitSeconds) return 'pastLimit';
  return waitedSeconds > limits.firstReplyTargetSeconds ? 'pastTarget' : 'inTime';
}

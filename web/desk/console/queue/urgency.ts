import type { DeskCatalogue, HandoffView } from '../../../../adapters/desk/schemas.ts';

export type Urgency = 'calm' | 'target' | 'limit';
export interface Wait {
  /** Whole seconds that the customer has been waiting for a person's words. */
  readonly seconds: number;
  /** Past the first-answer target, past its limit (manual, `handoff.firstReply`). */
  readonly urgency: Urgency;
}

/**
 * How long the customer waits now; null when nobody does. In the queue the server counts, so that no clock of this machine
 * matters; with an agent it is since the customer's first words that are not answered yet.
 */
export function waitOf(
  handoff: HandoffView,
  limits: DeskCatalogue['handoff'] | undefined,
  now: { readonly serverMs: number; readonly sinceReadMs: number },
): Wait | null {
  if (handoff.owner.kind === 'ended') return null;
  const seconds = secondsOf(handoff, now);
  return seconds === null ? null : { seconds, urgency: urgencyOf(seconds, limits) };
}

function secondsOf(
  { owner, waitingSeconds, unansweredSince }: HandoffView,
  now: { readonly serverMs: number; readonly sinceReadMs: number },
): number | null {
  if (owner.kind !== 'agent') return Math.max(0, Math.floor(waitingSeconds + now.sinceReadMs / 1000));
  if (unansweredSince === null) return null;
  return Math.max(0, Math.floor((now.serverMs - Date.parse(unansweredSince)) / 1000));
}

function urgencyOf(seconds: number, limits: DeskCatalogue['handoff'] | undefined): Urgency {
  if (limits === undefined) return 'calm';
  if (seconds >= limits.firstReplyLimitSeconds) return 'limit';
  return seconds >= limits.firstReplyTargetSeconds ? 'target' : 'calm';
}

import type { Instant } from '../../../domain/ids.ts';

/** Platforms repeat what we did not take for a day and longer. */
const BELIEVED_MS = 24 * 3_600_000;

/** When a message was sent, from the platform's Unix seconds. A time far from ours is not believed: clocks of cases begin with it. */
export function sentAt(seconds: number, now: Instant): Instant {
  const at = seconds * 1000;
  return at <= now && at > now - BELIEVED_MS ? at : now;
}

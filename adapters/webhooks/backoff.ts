import type { Instant } from '../../domain/ids.ts';

const SECOND = 1000;
const LONGEST = 3600 * SECOND;
/** After so long what happened is no news any more. */
const GIVE_UP = 24 * 3600 * SECOND;

/**
 * When an event is tried again after its `tries`th failure: after about 1, 2, 4 … seconds, at most an hour, give or take a
 * fifth (`random` in [0, 1)) so that what failed together does not return together. Null when it happened 24 hours ago; the last try
 * is then.
 */
export function nextTry(at: Instant, tries: number, now: Instant, random: number): Instant | null {
  const end = at + GIVE_UP;
  if (now >= end) return null;
  const wait = Math.min(SECOND * 2 ** Math.min(tries - 1, 20), LONGEST);
  return Math.min(now + Math.round(wait * (0.8 + 0.4 * random)), end);
}

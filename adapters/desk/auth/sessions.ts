import { createHash, randomBytes } from 'node:crypto';
import type { Session, Staff, StaffMember } from '../../../domain/desk/staff.ts';
import type { Instant, StaffId } from '../../../domain/ids.ts';

export const IDLE_MS = 30 * 60_000;
export const LONGEST_MS = 12 * 60 * 60_000;
/** Signs of life are written down no more often. */
const TOUCH_MS = 30_000;
const SEEN_MS = 10_000;

/** What the cookie is and what is stored of it: 256 random bits, of which only the hash is kept. */
export function sessionId(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}

export interface Opened {
  readonly session: Session;
  /** For the cookie; stored nowhere. */
  readonly value: string;
}

/** A new session: never one that the browser brought along. A page that stays open keeps its CSRF token. */
export async function openSession(
  staff: Staff,
  id: StaffId,
  at: Instant,
  csrfToken: string = randomBytes(32).toString('base64url'),
): Promise<Opened> {
  const value = randomBytes(32).toString('base64url');
  const session: Session = { id: sessionId(value), staff: id, csrfToken, madeAt: at, seenAt: at };
  await staff.openSession(session);
  return { session, value };
}

/** The session of an id while it holds: not idle for 30 minutes, not older than 12 hours. What its account may do is `decide`'s to say. */
export async function liveSession(
  staff: Staff,
  id: string,
  at: Instant,
): Promise<{ session: Session; staff: StaffMember } | null> {
  const found = await staff.session(id);
  if (found === null) return null;
  const { madeAt, seenAt } = found.session;
  if (at - seenAt <= IDLE_MS && at - madeAt <= LONGEST_MS) return found;
  await staff.endSession(id);
  return null;
}

/** Keeps a session from becoming idle, and its account present: who calls is there, also without an open console. */
export async function touch(
  staff: Staff,
  { session, staff: member }: { readonly session: Session; readonly staff: StaffMember },
  at: Instant,
): Promise<void> {
  if (at - session.seenAt >= TOUCH_MS) await staff.touchSession(session.id, at);
  // seen by another instance before: at once, as that one may be lost
  if (at - member.seenAt >= SEEN_MS || member.seenBy !== staff.here) await staff.seen(member.id, at);
}

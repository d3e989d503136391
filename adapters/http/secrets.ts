import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Compares without telling by its time where two secrets differ, nor how long the right one is. */
export function sameSecret(given: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}

/** What stands after `Bearer` in the Authorization header, or null. */
export function bearer(req: IncomingMessage): string | null {
  const match = /^Bearer +([!-~]{1,4096})$/i.exec(req.headers.authorization ?? '');
  return match?.[1] ?? null;
}

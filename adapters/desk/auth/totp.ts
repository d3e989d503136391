import { createHmac } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import type { Instant } from '../../../domain/ids.ts';

const ISSUER = '首问 Shouwen';
const STEP_MS = 30_000;
const SECRET_BYTES = 20;
/** Steps before and after now: clocks of phones differ. */
const WINDOW = 1;

/** The step a code belongs to, null when it is none of about now. Whether it was used before is the ledger's to say. */
export function stepOf(secret: string, code: string, at: Instant): number | null {
  const delta = new TOTP({ secret: Secret.fromBase32(secret) }).validate({
    token: code,
    timestamp: at,
    window: WINDOW,
  });
  return delta === null ? null : Math.floor(at / STEP_MS) + delta;
}

/**
 * The secret being set up in a session, base32. Derived from the cookie's value, which is stored nowhere, so that it need not
 * be kept until it is confirmed; another one once a code of it was used (`step`).
 */
export function offeredSecret(cookieValue: string, staff: StaffMember, step: number): string {
  const bytes = createHmac('sha256', cookieValue)
    .update(JSON.stringify(['two-step', staff.id, step]))
    .digest();
  return new Secret({ buffer: new Uint8Array(bytes.subarray(0, SECRET_BYTES)).buffer }).base32;
}

/** `otpauth://totp/…` for the authenticator app. */
export function uriOf(secret: string, login: string): string {
  return new TOTP({ issuer: ISSUER, label: login, secret: Secret.fromBase32(secret) }).toString();
}

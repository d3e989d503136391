import type { Credentials, Staff } from '../../../domain/desk/staff.ts';
import type { Instant, StaffId } from '../../../domain/ids.ts';
import { lockMs } from './lockout.ts';
import { verifyPassword } from './passwords.ts';
import { stepOf } from './totp.ts';
import { createTurnsByKey } from './turns.ts';

export type Proof =
  | { readonly kind: 'right'; readonly credentials: Credentials }
  | { readonly kind: 'wrong'; readonly staff: StaffId | null }
  /** Too many failures before: what was given has not been looked at. */
  | { readonly kind: 'locked'; readonly staff: StaffId | null; readonly waitMs: number };

/** Checks what people know and have. Failures count for the account; a success does not wipe them out: the caller does. */
export interface Proofs {
  password(by: { login: string } | { id: StaffId }, password: string): Promise<Proof>;
  /** A code of two-step sign-in, once. */
  code(id: StaffId, code: string): Promise<Proof>;
}

const MOST_STRANGERS = 10_000;

export function createProofs(staff: Staff, now: () => Instant): Proofs {
  // One guess at a time for an account: many at once would all see the same count of failures.
  const inTurn = createTurnsByKey();
  const strangers = createStrangers(now);

  const check = async (
    credentials: Credentials,
    holds: (credentials: Credentials) => Promise<boolean>,
  ): Promise<Proof> => {
    const { id } = credentials.staff;
    const waitMs = credentials.lockedUntil - now();
    if (waitMs > 0) return { kind: 'locked', staff: id, waitMs };
    if (await holds(credentials)) return { kind: 'right', credentials };
    const lock = lockMs(credentials.failures + 1);
    await staff.failed(id, lock === 0 ? 0 : now() + lock);
    return { kind: 'wrong', staff: id };
  };

  return {
    password: (by, password) =>
      inTurn('id' in by ? by.id : by.login.toLowerCase(), async () => {
        const credentials = await staff.credentials(by);
        if (credentials !== null)
          return check(credentials, ({ passwordHash }) => verifyPassword(password, passwordHash));
        // An account that is not there behaves like one that is, in time and in its lock.
        return strangers('login' in by ? by.login : by.id, () => verifyPassword(password, null));
      }),
    code: (id, code) =>
      inTurn(id, async () => {
        const credentials = await staff.credentials({ id });
        if (credentials === null) return { kind: 'wrong', staff: null };
        return check(credentials, async ({ totpSecret }) => {
          const step = totpSecret === null ? null : stepOf(totpSecret, code, now());
          return step !== null && staff.takeTotpStep(id, step);
        });
      }),
  };
}

/** Failures of logins that nobody has, in memory. */
function createStrangers(now: () => Instant): (login: string, work: () => Promise<boolean>) => Promise<Proof> {
  const known = new Map<string, { failures: number; lockedUntil: Instant }>();
  return async (login, work) => {
    const key = login.toLowerCase();
    const { failures, lockedUntil } = known.get(key) ?? { failures: 0, lockedUntil: 0 };
    if (lockedUntil > now()) return { kind: 'locked', staff: null, waitMs: lockedUntil - now() };
    await work();
    known.delete(key);
    known.set(key, { failures: failures + 1, lockedUntil: now() + lockMs(failures + 1) });
    for (const oldest of known.keys()) {
      if (known.size <= MOST_STRANGERS) break;
      known.delete(oldest);
    }
    return { kind: 'wrong', staff: null };
  };
}

import type { Credentials, Staff } from '../../../domain/desk/staff.ts';
import type { Instant, StaffId } from '../../../domain/ids.ts';
import { loginKey } from '../../ledger/loginKey.ts';
import { createFailures } from './failures.ts';
import { FROM_ADDRESS, FROM_ANYWHERE, lockMs } from './lockout.ts';
import { verifyPassword } from './passwords.ts';
import { stepOf } from './totp.ts';
import { createTurnsByKey } from './turns.ts';

export type Proof =
  | { readonly kind: 'right'; readonly credentials: Credentials }
  | { readonly kind: 'wrong'; readonly staff: StaffId | null }
  /** Too many failures before: what was given has not been looked at. */
  | { readonly kind: 'locked'; readonly staff: StaffId | null; readonly waitMs: number };

/**
 * Checks what people know and have. Failures count for the account at the address they come from, in memory; and for the
 * account from anywhere, in the ledger, where many more are let pass: nobody is shut out by a stranger's few wrong words.
 */
export interface Proofs {
  password(by: { login: string } | { id: StaffId }, password: string, address: string): Promise<Proof>;
  /** A code of two-step sign-in, once. */
  code(id: StaffId, code: string, address: string): Promise<Proof>;
  /** Everything that was asked for was right: its failures are forgotten. One right proof alone does not do that. */
  succeeded(credentials: Credentials, address: string): Promise<void>;
}

export function createProofs(staff: Staff, now: () => Instant): Proofs {
  // One guess at a time for an account, whatever it is about: many at once would all see the same count of failures.
  const inTurn = createTurnsByKey();
  const atAddress = createFailures(FROM_ADDRESS, now);
  const ofStrangers = createFailures(FROM_ANYWHERE, now);

  const check = async (
    credentials: Credentials,
    address: string,
    holds: (credentials: Credentials) => Promise<boolean>,
  ): Promise<Proof> => {
    const { id } = credentials.staff;
    const here = placeOf(credentials, address);
    const waitMs = Math.max(lockedUntil(credentials) - now(), atAddress.waitMs(here));
    if (waitMs > 0) return { kind: 'locked', staff: id, waitMs };
    if (await holds(credentials)) return { kind: 'right', credentials };
    atAddress.failed(here);
    await staff.failed(id, now());
    return { kind: 'wrong', staff: id };
  };

  /** An account that is not there behaves like one that is, in time and in its locks. */
  const stranger = async (login: string, password: string, address: string): Promise<Proof> => {
    const here = `${login} ${address}`;
    const waitMs = Math.max(ofStrangers.waitMs(login), atAddress.waitMs(here));
    if (waitMs > 0) return { kind: 'locked', staff: null, waitMs };
    await verifyPassword(password, null);
    atAddress.failed(here);
    ofStrangers.failed(login);
    return { kind: 'wrong', staff: null };
  };

  return {
    async password(by, password, address) {
      const named = 'id' in by ? by.id : loginKey(by.login);
      const id = 'id' in by ? by.id : (await staff.credentials(by))?.staff.id;
      return inTurn(id ?? named, async () => {
        const credentials = await staff.credentials(by);
        if (credentials === null) return stranger(named, password, address);
        return check(credentials, address, ({ passwordHash }) => verifyPassword(password, passwordHash));
      });
    },
    code: (id, code, address) =>
      inTurn(id, async () => {
        const credentials = await staff.credentials({ id });
        if (credentials === null) return { kind: 'wrong', staff: null };
        return check(credentials, address, async ({ totpSecret }) => {
          const step = totpSecret === null ? null : stepOf(totpSecret, code, now());
          return step !== null && staff.takeTotpStep(id, step);
        });
      }),
    async succeeded(credentials, address) {
      atAddress.succeeded(placeOf(credentials, address));
      await staff.succeeded(credentials.staff.id);
    },
  };
}

/**
 * Until when an account is closed to everybody. What is stored is when the last failure was; how long it closes follows from
 * the count, which the ledger alone adds to: of guesses that come at once to several instances none is lost.
 */
function lockedUntil({ failures, failedAt }: Credentials): Instant {
  return failedAt + lockMs(failures, FROM_ANYWHERE);
}

/** An account at an address; after a new password failures count from the start. */
function placeOf({ staff, passwordHash }: Credentials, address: string): string {
  return `${staff.id} ${address} ${passwordHash ?? ''}`;
}

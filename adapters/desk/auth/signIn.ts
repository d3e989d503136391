import type { IncomingMessage } from 'node:http';
import type { Audit, Staff, StaffMember } from '../../../domain/desk/staff.ts';
import type { Instant } from '../../../domain/ids.ts';
import { HttpError } from '../../http/answer.ts';
import { type AddressLimiter, addressOf } from './addresses.ts';
import { readCookie, SESSION_COOKIE } from './cookie.ts';
import type { Proof, Proofs } from './proofs.ts';
import { type Opened, openSession, sessionId } from './sessions.ts';

export interface SignInDeps {
  readonly ledger: { readonly staff: Staff; readonly audit: Audit };
  readonly proofs: Proofs;
  readonly limiter: AddressLimiter;
  readonly now: () => Instant;
}

export interface Given {
  readonly login: string;
  readonly password: string;
  readonly code?: string | undefined;
}

export type SignedIn = Opened & { readonly staff: StaffMember };

/** Signs in with login, password and, where the account asks for it, a code. Throws 401 or 429, each with its audit line. */
export async function signIn(deps: SignInDeps, given: Given, req: IncomingMessage): Promise<SignedIn> {
  const { proofs } = deps;
  const address = addressOf(req);
  takeAttempt(deps, req);
  const password = await proofs.password({ login: given.login }, given.password, address);
  if (password.kind !== 'right') return refuseProof(deps, password, 'password', wrongPassword());
  const { staff, totpSecret } = password.credentials;
  if (staff.disabled) return refuse(deps, staff.id, 'disabled', wrongPassword());
  if (totpSecret !== null) {
    if (given.code === undefined) {
      deps.limiter.giveBack(address);
      throw new HttpError(401, 'CodeNeeded', 'Send the code of the authenticator app too.');
    }
    const code = await proofs.code(staff.id, given.code, address);
    if (code.kind !== 'right') return refuseProof(deps, code, 'code', wrongCode());
  }
  await proofs.succeeded(password.credentials, address);
  return enter(deps, staff, req, 'password');
}

/** Opens a session for somebody who has proven who they are; the one the browser brought ends. */
export async function enter(
  { ledger, limiter, now }: SignInDeps,
  staff: StaffMember,
  req: IncomingMessage,
  how: string,
): Promise<SignedIn> {
  limiter.giveBack(addressOf(req));
  const former = readCookie(req, SESSION_COOKIE);
  if (former !== null) await ledger.staff.endSession(sessionId(former));
  const opened = await openSession(ledger.staff, staff.id, now());
  await ledger.audit.add({ by: staff.id, what: 'sign-in', subject: null, detail: how }, now());
  return { ...opened, staff };
}

/** What somebody typed as their login is not written down: it may be their password. */
export async function refuse(
  { ledger, now }: SignInDeps,
  subject: string | null,
  detail: string,
  error: HttpError,
): Promise<never> {
  await ledger.audit.add({ by: 'nobody', what: 'sign-in-refused', subject, detail }, now());
  throw error;
}

/** Counts an attempt of this address before anything is looked up, so that many at once are counted too; `enter` gives it back. */
export function takeAttempt({ limiter }: SignInDeps, req: IncomingMessage): void {
  const waitMs = limiter.take(addressOf(req));
  if (waitMs > 0) throw tooMany(waitMs);
}

function refuseProof(
  deps: SignInDeps,
  proof: Exclude<Proof, { kind: 'right' }>,
  what: string,
  wrong: HttpError,
): Promise<never> {
  if (proof.kind === 'wrong') return refuse(deps, proof.staff, what, wrong);
  return refuse(deps, proof.staff, 'locked', tooMany(proof.waitMs));
}

export function tooMany(waitMs: number): HttpError {
  const seconds = String(Math.ceil(waitMs / 1000));
  return new HttpError(429, 'Locked', `Too many attempts: try again in ${seconds} s.`, { 'retry-after': seconds });
}

const wrongPassword = () => new HttpError(401, 'WrongPassword', 'Login or password is not right.');
const wrongCode = () => new HttpError(401, 'WrongCode', 'The code is wrong or was used before: wait for the next one.');

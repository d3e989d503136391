import type { z } from 'zod';
import type { AuditEntry, StaffMember } from '../../../domain/desk/staff.ts';
import type { Caller } from '../auth/guard.ts';
import type { Proofs } from '../auth/proofs.ts';
import type { SignInDeps } from '../auth/signIn.ts';
import { administers } from '../auth/standIn.ts';
import type { DeskDeps } from '../deps.ts';
import type { signedIn, staffView } from '../schemas.ts';
import { viewStaff } from '../views/staff.ts';

/** What operations of accounts and administration stand on. */
export interface AccountsDeps extends Pick<DeskDeps, 'guard' | 'manual' | 'now' | 'signals' | 'oidc'> {
  readonly ledger: Pick<DeskDeps['ledger'], 'staff' | 'audit' | 'deskBook' | 'handoffs' | 'deskEvents'>;
  readonly publicUrl: string | null;
  readonly proofs: Proofs;
  readonly signIn: SignInDeps;
}

/** An audit line of what somebody did. Never customer text, names or secrets. */
export function note(
  { ledger, now }: Pick<AccountsDeps, 'ledger' | 'now'>,
  { staff }: Pick<Caller, 'staff'>,
  what: string,
  { subject = null, detail = null }: Partial<Pick<AuditEntry, 'subject' | 'detail'>> = {},
): Promise<void> {
  return ledger.audit.add({ by: staff.id, what, subject, detail }, now());
}

/** What signing in answers, and everything that tells a console anew who it is. */
export async function viewSession(
  deps: AccountsDeps,
  member: StaffMember,
  csrfToken: string,
): Promise<z.infer<typeof signedIn>> {
  const [user, may] = await Promise.all([view(deps, member), administers(member, deps.ledger.staff)]);
  return { user, csrfToken, administers: may };
}

export async function view({ ledger, now }: AccountsDeps, member: StaffMember): Promise<z.infer<typeof staffView>> {
  return viewStaff(member, await ledger.handoffs.open(), now());
}

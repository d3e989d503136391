import type { HttpServer } from '../../http/server.ts';
import { createAddressLimiter } from '../auth/addresses.ts';
import { type DeskOperation, registerDeskOperations } from '../auth/deskOperation.ts';
import { type OidcSettings, oidcOperations } from '../auth/oidc.ts';
import { createProofs } from '../auth/proofs.ts';
import { auditOperations } from './audit.ts';
import { cannedOperations } from './canned.ts';
import type { AccountsDeps } from './deps.ts';
import { factorOperations } from './factors.ts';
import { sessionOperations } from './sessions.ts';
import { settingsOperations } from './settings.ts';
import { userOperations } from './users.ts';

export type AdministrationDeps = Omit<AccountsDeps, 'proofs' | 'signIn' | 'oidc'> & {
  /** Null: nobody signs in by an identity provider. */
  readonly oidc: OidcSettings | null;
};

/** Sign-in, accounts, settings, canned replies and the audit of `/desk/api`. Returns the operations for `/openapi.json`. */
export function registerAccounts(server: HttpServer, { oidc, ...given }: AdministrationDeps): readonly DeskOperation[] {
  const { ledger, now } = given;
  const proofs = createProofs(ledger.staff, now);
  const signIn = { ledger, proofs, limiter: createAddressLimiter(now), now };
  const deps: AccountsDeps = { ...given, proofs, signIn, oidc: oidc !== null };
  const operations = [
    ...sessionOperations(deps),
    ...oidcOperations(oidc, deps),
    ...factorOperations(deps),
    ...userOperations(deps),
    ...settingsOperations(deps),
    ...cannedOperations(deps),
    ...auditOperations(deps),
  ];
  registerDeskOperations(server, operations, given.guard);
  return operations;
}

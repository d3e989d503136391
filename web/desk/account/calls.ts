import type { z } from 'zod';
import type { loginBody, totpView } from '../../../adapters/desk/schemas.ts';
import { call } from '../lib/api.ts';
import type { SignedIn } from '../lib/session.tsx';

export type TotpView = z.infer<typeof totpView>;

/** Ways to sign in; to be asked before anybody is. */
export const ways = () => call<{ oidc: boolean }>('GET', '/login');
export const login = (body: z.infer<typeof loginBody>) => call<SignedIn>('POST', '/login', body);
/** Ends all other sessions of the account. */
export const changePassword = (current: string, next: string) =>
  call<SignedIn>('POST', '/me/password', { current, next });
/** Makes a secret; nothing is on before a code of it is confirmed. */
export const beginTotp = () => call<TotpView>('POST', '/me/totp');
export const confirmTotp = (code: string) => call<unknown>('PUT', '/me/totp', { code });
export const endTotp = (code: string) => call<unknown>('DELETE', '/me/totp', { code });
/** Leads to the identity provider's page, which comes back to the console, with `?oidc=refused` when it did not work. */
export const OIDC_START = '/desk/api/oidc/start';
export const oidcRefused = (): boolean => new URLSearchParams(location.search).get('oidc') === 'refused';

/** What people type or paste for a code: blanks and dashes between the digits do not count. */
export function tidyCode(written: string): string {
  return written.normalize('NFKC').replaceAll(/[\s-]/g, '').slice(0, 6);
}
export const isCode = (text: string): boolean => /^\d{6}$/.test(text);

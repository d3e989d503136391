import * as client from 'openid-client';
import { z } from 'zod';
import type { Settings } from '../../../bot/settings.ts';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import { type Answer, HttpError } from '../../http/answer.ts';
import { publicBase } from '../../http/requests.ts';
import type { Call } from '../../http/server.ts';
import { cookie, isSecure, readCookie, sessionCookie } from './cookie.ts';
import type { DeskOperation } from './deskOperation.ts';
import { newPassword } from './newPassword.ts';
import { hashPassword } from './passwords.ts';
import { enter, refuse, type SignInDeps, takeAttempt } from './signIn.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Claim that names the login, of the ID token or, where that has it not, of the user info. */
  readonly loginClaim: string;
}

/** From the environment; null when sign-in by an identity provider is not set up. */
export function oidcSettings(settings: Settings): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return { issuer, clientId, clientSecret, loginClaim: settings.OIDC_LOGIN_CLAIM };
}

interface OidcDeps {
  readonly publicUrl: string | null;
  readonly signIn: SignInDeps;
}

const FLOW_COOKIE = 'shouwen_oidc';
const FLOW_SECONDS = 600;
const TIMEOUT_SECONDS = 10;
const CALLBACK = '/desk/api/oidc/callback';
/** The console; what went wrong is in the audit. */
const SIGNED_IN = '/desk/';
const REFUSED = '/desk/?oidc=refused';

/** What the browser brings back beside the code: proves that it is the one that started. */
const flowShape = z.tuple([z.string().length(43), z.string().length(43), z.string().length(43)]);

/**
 * Sign-in by the operator's identity provider: authorisation code with PKCE, state and nonce. The account must be there; the
 * provider alone decides how people prove who they are, so two-step sign-in is not asked for. Where to go afterwards is fixed.
 */
export function oidcOperations(settings: OidcSettings | null, deps: OidcDeps): DeskOperation[] {
  if (settings === null) return [];
  const provider = discover(settings);
  const route = (path: string, summary: string, run: (call: Call) => Promise<Answer>): DeskOperation => ({
    ...{ method: 'GET', path, summary, tag: 'desk', access: 'anyone', params: null, query: null, body: null },
    ...{
      status: 302,
      answer: z.object({}),
      refusals: { 429: 'Too many attempts.', 503: 'No answer of the provider.' },
    },
    run,
  });
  return [
    route('/desk/api/oidc/start', 'Leads to the identity provider.', async (call) => {
      const config = await provider();
      const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
      const target = client.buildAuthorizationUrl(config, {
        redirect_uri: callbackOf(call, deps.publicUrl),
        scope: 'openid profile email',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      const rules = { path: '/desk/api/oidc', sameSite: 'Lax', maxAgeSeconds: FLOW_SECONDS } as const;
      const flow = cookie(FLOW_COOKIE, [state, nonce, verifier].join('.'), {
        ...rules,
        secure: isSecure(deps.publicUrl),
      });
      return { status: 302, headers: { location: target.href, 'set-cookie': flow } };
    }),
    route('/desk/api/oidc/callback', 'Where the identity provider leads back to.', async (call) => {
      const config = await provider();
      takeAttempt(deps.signIn, call.req);
      try {
        const login = await loginOf(config, settings.loginClaim, call, deps.publicUrl);
        const staff = await accountOf(deps.signIn, login);
        const { value } = await enter(deps.signIn, staff, call.req, 'oidc');
        return { status: 302, headers: { location: SIGNED_IN, 'set-cookie': sessionCookie(value, deps.publicUrl) } };
      } catch (error) {
        if (error instanceof Refused) return { status: 302, headers: { location: REFUSED } };
        throw error;
      }
    }),
  ];
}

/** Not signed in, and the audit says so. */
class Refused extends HttpError {
  constructor() {
    super(403, 'NotSignedIn', 'Signing in did not work.');
  }
}

async function loginOf(
  config: client.Configuration,
  claim: string,
  call: Call,
  publicUrl: string | null,
): Promise<{ login: string | null; fault: string }> {
  const flow = flowShape.safeParse((readCookie(call.req, FLOW_COOKIE) ?? '').split('.'));
  if (!flow.success) return { login: null, fault: 'not started here' };
  const [expectedState, expectedNonce, pkceCodeVerifier] = flow.data;
  const back = new URL(`${callbackOf(call, publicUrl)}?${call.query}`);
  try {
    const tokens = await client.authorizationCodeGrant(config, back, {
      expectedState,
      expectedNonce,
      pkceCodeVerifier,
    });
    const claims = tokens.claims();
    if (claims === undefined) return { login: null, fault: 'no ID token' };
    const all = claim in claims ? claims : await client.fetchUserInfo(config, tokens.access_token, claims.sub);
    const login = all[claim];
    // Anybody may give any address where it is not verified.
    if (claim === 'email' && all.email_verified === false) return { login: null, fault: 'address not verified' };
    return { login: typeof login === 'string' && login !== '' ? login : null, fault: `no claim ${claim}` };
  } catch (error) {
    return { login: null, fault: codeOf(error) };
  }
}

async function accountOf(
  signIn: SignInDeps,
  { login, fault }: { readonly login: string | null; readonly fault: string },
): Promise<StaffMember> {
  const { ledger } = signIn;
  if (login === null) return refuse(signIn, null, `oidc: ${fault}`, new Refused());
  const staff = (await ledger.staff.credentials({ login }))?.staff;
  if (staff === undefined) return refuse(signIn, null, 'oidc: no such account', new Refused());
  if (staff.disabled) return refuse(signIn, staff.id, 'oidc: disabled', new Refused());
  if (!staff.mustChange) return staff;
  // The password that somebody else gave is of no use to its owner, only to somebody else: nobody knows the new one.
  await ledger.staff.setPassword(staff.id, await hashPassword(newPassword()), false);
  return { ...staff, mustChange: false };
}

/** Asks the provider once; again when it did not answer. */
function discover({ issuer, clientId, clientSecret }: OidcSettings): () => Promise<client.Configuration> {
  let known: Promise<client.Configuration> | null = null;
  const url = new URL(issuer);
  const insecure = url.protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {};
  return () => {
    known ??= client
      .discovery(url, clientId, clientSecret, undefined, { ...insecure, timeout: TIMEOUT_SECONDS })
      .catch(() => {
        known = null;
        throw new HttpError(503, 'NoProvider', 'The identity provider does not answer: use a password, or try again.');
      });
    return known;
  };
}

function callbackOf({ req }: Call, publicUrl: string | null): string {
  return publicBase(req, publicUrl) + CALLBACK;
}

/** A fixed word of the library, never what the provider wrote. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code.slice(0, 60) : 'refused';
}

import type { IncomingMessage } from 'node:http';
import type { Audit, Role, Session, Staff, StaffMember } from '../../../domain/desk/staff.ts';
import type { Instant } from '../../../domain/ids.ts';
import { HttpError } from '../../http/answer.ts';
import { sameSecret } from '../../http/secrets.ts';
import type { Call } from '../../http/server.ts';
import { type Access, decide, hasRole } from './access.ts';
import { readCookie, SESSION_COOKIE } from './cookie.ts';
import { fromOwnPage } from './origin.ts';
import { liveSession, sessionId, touch } from './sessions.ts';
import { standsIn } from './standIn.ts';

/** Who calls. */
export interface Caller {
  readonly staff: StaffMember;
  readonly session: Session;
}

export interface GuardDeps {
  readonly ledger: { readonly staff: Staff; readonly audit: Audit };
  /** PUBLIC_URL */
  readonly publicUrl: string | null;
  readonly now: () => Instant;
}

/** Stands before every operation of `/desk/api` and its socket. */
export interface Guard {
  /**
   * Lets a call through or throws its refusal: 401 not signed in, 403 a page of another site, no CSRF token on what changes
   * something, a password to change first, a role that is too low. The latter three leave an audit line.
   */
  admit(call: Call, access: Access): Promise<void>;
  /** Of a call that was admitted to something that is not for `anyone`. */
  caller(call: Call): Caller;
  /** For a finer decision inside an operation. */
  requireRole(call: Call, role: Role): Promise<void>;
  /** For a WebSocket upgrade: cookie and Origin. Its frames need no CSRF token, as no other site can open it. */
  admitSocket(req: IncomingMessage): Promise<Caller | SocketRefusal>;
  /** A socket's caller as of now; null when the session ended, the account was disabled or its role fell. `active`: a person did something. */
  again(caller: Caller, active: boolean): Promise<Caller | null>;
}

export interface SocketRefusal {
  readonly refused: 401 | 403;
}

const METHODS_THAT_READ: readonly (string | undefined)[] = ['GET', 'HEAD'];

export function createGuard({ ledger, publicUrl, now }: GuardDeps): Guard {
  const callers = new WeakMap<Call, Caller>();

  /** Session of the request's cookie, fresh from the ledger. */
  const callerOf = async (req: IncomingMessage): Promise<Caller | null> => {
    const value = readCookie(req, SESSION_COOKIE);
    return value === null ? null : liveSession(ledger.staff, sessionId(value), now());
  };
  const refuse = async (call: Call, who: Caller | null, error: HttpError): Promise<never> => {
    // Somebody who is nobody could fill the audit: the access log has them.
    if (who !== null) {
      const detail = `${error.code} ${call.req.method} ${pathOf(call.req)}`;
      await ledger.audit.add({ by: who.staff.id, what: 'refused', subject: null, detail }, now());
    }
    throw error;
  };

  const guard: Guard = {
    async admit(call, access) {
      const { req } = call;
      const changes = !METHODS_THAT_READ.includes(req.method);
      const who = access === 'anyone' ? null : await callerOf(req);
      if (changes && !fromOwnPage(req, publicUrl)) return refuse(call, who, badOrigin());
      const decision = decide(access, who?.staff ?? null);
      if (decision === 'signInFirst') throw notSignedIn();
      if (who === null) return;
      if (changes && !sameSecret(csrfTokenOf(req), who.session.csrfToken)) return refuse(call, who, badCsrfToken());
      if (decision === 'changePasswordFirst') return refuse(call, who, changePasswordFirst());
      const stoodInFor = access === 'admin' && decision === 'roleTooLow' && (await standsIn(who.staff, ledger.staff));
      if (decision === 'roleTooLow' && !stoodInFor) return refuse(call, who, forbidden());
      await touch(ledger.staff, who, now());
      callers.set(call, who);
    },
    caller(call) {
      const who = callers.get(call);
      if (who === undefined) throw notSignedIn();
      return who;
    },
    async requireRole(call, role) {
      const who = guard.caller(call);
      if (!hasRole(who.staff, role)) await refuse(call, who, forbidden());
    },
    async admitSocket(req) {
      const who = await callerOf(req);
      if (!fromOwnPage(req, publicUrl)) return { refused: 403 };
      if (who === null) return { refused: 401 };
      return decide('agent', who.staff) === 'yes' ? who : { refused: 403 };
    },
    async again(caller, active) {
      const found = await liveSession(ledger.staff, caller.session.id, now());
      if (found === null || decide(caller.staff.role, found.staff) !== 'yes') return null;
      if (active) await touch(ledger.staff, found, now());
      return found;
    },
  };
  return guard;
}

function csrfTokenOf(req: IncomingMessage): string {
  const given = req.headers['x-csrf-token'];
  return typeof given === 'string' ? given : '';
}

/** Of the route, not of the request: what callers write there is not written down. */
function pathOf(req: IncomingMessage): string {
  if (!('route' in req)) return '';
  const { route } = req;
  return typeof route === 'object' && route !== null && 'path' in route && typeof route.path === 'string'
    ? route.path
    : '';
}

const notSignedIn = () => new HttpError(401, 'Unauthorized', 'Sign in with POST /desk/api/login.');
const badOrigin = () => new HttpError(403, 'BadOrigin', 'A page of another site may not do that.');
const badCsrfToken = () =>
  new HttpError(
    403,
    'BadCsrfToken',
    'Send X-CSRF-Token with the token of the answer to sign-in, or of GET /desk/api/me.',
  );
const changePasswordFirst = () =>
  new HttpError(403, 'ChangePassword', 'Change the password first, with POST /desk/api/me/password.');
const forbidden = () => new HttpError(403, 'Forbidden', 'Your role may not do that.');

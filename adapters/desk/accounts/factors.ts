import { HttpError } from '../../http/answer.ts';
import type { Call } from '../../http/server.ts';
import { addressOf } from '../auth/addresses.ts';
import { answerCookies } from '../auth/answerCookies.ts';
import { readCookie, SESSION_COOKIE, sessionCookie } from '../auth/cookie.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { Caller } from '../auth/guard.ts';
import { refuseWeak } from '../auth/newPassword.ts';
import { hashPassword } from '../auth/passwords.ts';
import type { Proof } from '../auth/proofs.ts';
import { openSession } from '../auth/sessions.ts';
import { tooMany } from '../auth/signIn.ts';
import { offeredSecret, stepOf, uriOf } from '../auth/totp.ts';
import { done, passwordBody, signedIn, totpBody, totpView } from '../schemas.ts';
import { type AccountsDeps, note, viewSession } from './deps.ts';
import { tellAccount } from './tellAccount.ts';

type Right = Extract<Proof, { kind: 'right' }>;

/** One's own password and second factor. Refusals are 403, as the session stands: a 401 would sign the console out. */
export function factorOperations(deps: AccountsDeps): DeskOperation[] {
  const { guard, ledger, proofs, publicUrl, now } = deps;
  const cookies = answerCookies();

  const prove = async (caller: Caller, proof: Proof, what: string, wrong: HttpError): Promise<Right> => {
    if (proof.kind === 'right') return proof;
    await note(deps, caller, 'refused', { detail: `${what} ${proof.kind}` });
    throw proof.kind === 'locked' ? tooMany(proof.waitMs) : wrong;
  };
  /** The secret that this session is setting up. */
  const offered = async ({ staff }: Caller, call: Call): Promise<string> => {
    const credentials = await ledger.staff.credentials({ id: staff.id });
    if (credentials?.totpSecret !== null)
      throw new HttpError(409, 'AlreadyOn', 'Two-step sign-in is on: end it first.');
    return offeredSecret(readCookie(call.req, SESSION_COOKIE) ?? '', staff, credentials.totpStep);
  };

  return [
    cookies.sending(
      deskOperation(guard, {
        method: 'POST',
        path: '/desk/api/me/password',
        access: 'signedIn',
        summary: 'A new password. Ends all sessions of the account; this one goes on under a new cookie.',
        body: passwordBody,
        answer: signedIn,
        refusals: {
          403: 'The current password is not right (WrongPassword), or as everywhere.',
          429: 'Too many attempts.',
        },
        handle: async ({ body: { current, next } }, caller, call) => {
          const { id, login } = caller.staff;
          await prove(caller, await proofs.password({ id }, current, addressOf(call.req)), 'password', wrongPassword());
          refuseWeak(next, login);
          if (next === current) throw new HttpError(400, 'WeakPassword', 'next: another one than the current password');
          await ledger.staff.setPassword(id, await hashPassword(next), false);
          const { csrfToken } = caller.session;
          const { value } = await openSession(ledger.staff, id, now(), csrfToken);
          await note(deps, caller, 'password-changed');
          await tellAccount(deps, caller.staff, caller.staff);
          cookies.set(call, sessionCookie(value, publicUrl));
          return viewSession(deps, { ...caller.staff, mustChange: false }, csrfToken);
        },
      }),
    ),
    deskOperation(guard, {
      method: 'POST',
      path: '/desk/api/me/totp',
      access: 'agent',
      summary:
        'Begins two-step sign-in: the secret for an authenticator app. Nothing is on before a code of it is confirmed.',
      answer: totpView,
      refusals: { 409: 'It is on already.' },
      handle: async (_input, caller, call) => {
        const secret = await offered(caller, call);
        return { secret, uri: uriOf(secret, caller.staff.login) };
      },
    }),
    deskOperation(guard, {
      method: 'PUT',
      path: '/desk/api/me/totp',
      access: 'agent',
      summary: 'Confirms two-step sign-in with a code of the app: from now on signing in asks for one.',
      body: totpBody,
      answer: done,
      refusals: { 403: 'The code is not right (WrongCode), or as everywhere.', 409: 'It is on already.' },
      handle: async ({ body }, caller, call) => {
        const { id } = caller.staff;
        const secret = await offered(caller, call);
        const step = stepOf(secret, body.code, now());
        if (step === null || !(await ledger.staff.takeTotpStep(id, step))) throw wrongCode();
        await ledger.staff.setTotp(id, secret);
        await note(deps, caller, 'two-step-on');
        return {};
      },
    }),
    deskOperation(guard, {
      method: 'DELETE',
      path: '/desk/api/me/totp',
      access: 'agent',
      summary: 'Ends two-step sign-in, with a code of it.',
      body: totpBody,
      answer: done,
      refusals: { 403: 'The code is not right (WrongCode), or as everywhere.', 429: 'Too many attempts.' },
      handle: async ({ body }, caller, call) => {
        const { id } = caller.staff;
        const address = addressOf(call.req);
        const proof = await prove(caller, await proofs.code(id, body.code, address), 'code', wrongCode());
        await proofs.succeeded(proof.credentials, address);
        await ledger.staff.setTotp(id, null);
        await note(deps, caller, 'two-step-off');
        return {};
      },
    }),
  ];
}

const wrongPassword = () => new HttpError(403, 'WrongPassword', 'The current password is not right.');
const wrongCode = () => new HttpError(403, 'WrongCode', 'The code is wrong or was used before: wait for the next one.');

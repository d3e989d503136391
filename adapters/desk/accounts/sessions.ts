import { z } from 'zod';
import { operation } from '../../http/operation.ts';
import { answerCookies } from '../auth/answerCookies.ts';
import { sessionCookie } from '../auth/cookie.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import { signIn } from '../auth/signIn.ts';
import { done, loginBody, signedIn, staffView, statusBody } from '../schemas.ts';
import { type AccountsDeps, note, view, viewSession } from './deps.ts';
import { tellAccount } from './tellAccount.ts';

/** Signing in and out, and who one is. */
export function sessionOperations(deps: AccountsDeps): DeskOperation[] {
  const { guard, ledger, publicUrl, now } = deps;
  const cookies = answerCookies();
  return [
    {
      ...operation({
        method: 'GET',
        path: '/desk/api/login',
        tag: 'desk',
        summary:
          'How one may sign in: `oidc` says that GET /desk/api/oidc/start leads to the operator’s identity provider.',
        answer: z.object({ oidc: z.boolean() }),
        handle: async () => ({ oidc: deps.oidc }),
      }),
      access: 'anyone',
    },
    cookies.sending({
      ...operation({
        method: 'POST',
        path: '/desk/api/login',
        tag: 'desk',
        summary: 'Signs in: sets the session cookie and gives the CSRF token.',
        body: loginBody,
        answer: signedIn,
        refusals: {
          401: 'Login or password is not right (WrongPassword), a code is needed (CodeNeeded) or wrong (WrongCode).',
          403: 'A page of another site asks.',
          429: 'Too many attempts; Retry-After says when to try again.',
        },
        handle: async ({ body }, call) => {
          const { session, staff, value } = await signIn(deps.signIn, body, call.req);
          cookies.set(call, sessionCookie(value, publicUrl));
          return viewSession(deps, staff, session.csrfToken);
        },
      }),
      access: 'anyone',
    }),
    cookies.sending(
      deskOperation(guard, {
        method: 'POST',
        path: '/desk/api/logout',
        access: 'signedIn',
        summary: 'Ends the session.',
        answer: done,
        handle: async (_input, caller, call) => {
          await ledger.staff.endSession(caller.session.id);
          await note(deps, caller, 'sign-out');
          await tellAccount(deps, caller.staff, caller.staff);
          cookies.set(call, sessionCookie(null, publicUrl));
          return {};
        },
      }),
    ),
    deskOperation(guard, {
      method: 'GET',
      path: '/desk/api/me',
      access: 'signedIn',
      summary: 'Who is signed in, whether they administer accounts, and the CSRF token of the session.',
      answer: signedIn,
      handle: (_input, { staff, session }) => viewSession(deps, staff, session.csrfToken),
    }),
    deskOperation(guard, {
      method: 'PUT',
      path: '/desk/api/me/status',
      access: 'agent',
      summary: '`available` takes new customers, `busy` keeps those it has, `away` takes and keeps none.',
      body: statusBody,
      answer: z.object({ user: staffView }),
      handle: async ({ body: { status } }, caller) => {
        const { id } = caller.staff;
        await ledger.staff.setStatus(id, status, now());
        if (status !== 'away') await ledger.staff.seen(id, now());
        if (status !== caller.staff.status) await note(deps, caller, 'status', { detail: status });
        deps.signals.send({ kind: 'desk' });
        return { user: await view(deps, (await ledger.staff.find(id)) ?? caller.staff) };
      },
    }),
  ];
}

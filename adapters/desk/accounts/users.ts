import { z } from 'zod';
import type { StaffMember } from '../../../domain/desk/staff.ts';
import type { StaffId } from '../../../domain/ids.ts';
import { HttpError } from '../../http/answer.ts';
import { type DeskOperation, deskOperation } from '../auth/deskOperation.ts';
import type { Caller } from '../auth/guard.ts';
import { newPassword } from '../auth/newPassword.ts';
import { hashPassword } from '../auth/passwords.ts';
import { id, newUser, newUserBody, staffView, userChange } from '../schemas.ts';
import { viewStaff } from '../views/staff.ts';
import { type AccountsDeps, note, view } from './deps.ts';
import { tellAccount } from './tellAccount.ts';

const params = z.object({ id });

/** Accounts of staff, for admins and who stands in for them. */
export function userOperations(deps: AccountsDeps): DeskOperation[] {
  const { guard, ledger, now } = deps;
  const find = async (text: string): Promise<StaffMember> => {
    const member = await ledger.staff.find(text as StaffId);
    if (member === null) throw new HttpError(404, 'NotFound', 'There is no such account.');
    return member;
  };
  /** As `note`; of who stands in it says so. */
  const noteOf = (caller: Caller, what: string, subject: StaffId, detail: string | null): Promise<void> => {
    const standIn = caller.staff.role === 'admin' ? [] : ['(no admin yet)'];
    const told = [...(detail === null ? [] : [detail]), ...standIn].join(' ');
    return note(deps, caller, what, { subject, detail: told === '' ? null : told });
  };
  const checkSkills = (skills: readonly string[] = []): void => {
    const teams = Object.keys(deps.manual.teams);
    if (skills.some((skill) => !teams.includes(skill)))
      throw new HttpError(400, 'BadArgument', `skills: of ${teams.join(', ').slice(0, 500)}`);
  };

  return [
    deskOperation(guard, {
      method: 'GET',
      path: '/desk/api/users',
      access: 'admin',
      summary: 'All accounts, by login.',
      answer: z.object({ users: z.array(staffView) }),
      handle: async () => {
        const [members, open] = await Promise.all([ledger.staff.list(), ledger.handoffs.open()]);
        return { users: members.map((member) => viewStaff(member, open, now())) };
      },
    }),
    deskOperation(guard, {
      method: 'POST',
      path: '/desk/api/users',
      access: 'admin',
      summary: 'Adds an account; its first password is shown this once and must be changed at the first sign-in.',
      body: newUserBody,
      status: 201,
      answer: newUser,
      refusals: { 409: 'The login is taken.' },
      handle: async ({ body }, caller) => {
        checkSkills(body.skills);
        const password = newPassword();
        const added = await ledger.staff.add(body, await hashPassword(password), true, now());
        if (added === 'taken') throw new HttpError(409, 'LoginTaken', 'login: another account has it');
        await noteOf(caller, 'user-added', added.id, `role=${added.role}`);
        return { user: await view(deps, added), password };
      },
    }),
    deskOperation(guard, {
      method: 'PATCH',
      path: '/desk/api/users/:id',
      access: 'admin',
      summary: 'Changes an account. A disabled one is signed out at once and cannot sign in.',
      params,
      body: userChange,
      answer: z.object({ user: staffView }),
      refusals: { 404: 'No account has that id.', 409: 'Nobody takes their own role away or disables themselves.' },
      handle: async ({ params: { id: wanted }, body }, caller) => {
        const member = await find(wanted);
        checkSkills(body.skills);
        const ownRole = body.role !== undefined && body.role !== member.role;
        if (member.id === caller.staff.id && (ownRole || body.disabled === true)) throw notYourself();
        const changed = await ledger.staff.update(member.id, definite(body));
        if (changed === null) throw new HttpError(404, 'NotFound', 'There is no such account.');
        await noteOf(caller, 'user-changed', member.id, changes(body));
        await tellAccount(deps, caller.staff, changed);
        return { user: await view(deps, changed) };
      },
    }),
    deskOperation(guard, {
      method: 'POST',
      path: '/desk/api/users/:id/password',
      access: 'admin',
      summary:
        'For somebody who cannot sign in: a new password, shown this once; ends two-step sign-in and all sessions.',
      params,
      answer: newUser,
      refusals: { 404: 'No account has that id.', 409: 'Your own password is changed with the current one.' },
      handle: async ({ params: { id: wanted } }, caller) => {
        const member = await find(wanted);
        if (member.id === caller.staff.id) throw notYourself();
        const password = newPassword();
        await ledger.staff.setTotp(member.id, null);
        await ledger.staff.setPassword(member.id, await hashPassword(password), true);
        await noteOf(caller, 'password-reset', member.id, null);
        await tellAccount(deps, caller.staff, member);
        return { user: await view(deps, { ...member, mustChange: true, totp: false }), password };
      },
    }),
  ];
}

const notYourself = () =>
  new HttpError(409, 'Yourself', 'Not with your own account: another admin can, so that one is always left.');

type Change = z.output<typeof userChange>;

/** Without the keys that were not given. */
function definite(change: Change) {
  const { name, role, skills, languages, limit, disabled } = change;
  return {
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { role }),
    ...(skills === undefined ? {} : { skills }),
    ...(languages === undefined ? {} : { languages }),
    ...(limit === undefined ? {} : { limit }),
    ...(disabled === undefined ? {} : { disabled }),
  };
}

/** What was changed, without the name. */
function changes({ name, ...rest }: Change): string {
  const told = Object.entries(rest).map(([key, value]) => `${key}=${String(value)}`);
  return [...(name === undefined ? [] : ['name']), ...told].join(' ').slice(0, 300);
}

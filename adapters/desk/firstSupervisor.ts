import { type Instant, LANGUAGES } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { newPassword } from './auth/newPassword.ts';
import { hashPassword } from './auth/passwords.ts';

const LOGIN = 'supervisor';

/**
 * On a first start, when there are no accounts at all: a supervisor, who may add others as long as there is no admin, with a
 * password to show once and to change at the first sign-in. Null otherwise. Of instances that start at once one makes it, as the login is taken for the others.
 * @param limit conversations at a time, of the manual
 */
export async function firstSupervisor(
  { staff, audit }: Pick<Ledger, 'staff' | 'audit'>,
  limit: number,
  at: Instant,
): Promise<{ login: string; password: string } | null> {
  if ((await staff.list()).length > 0) return null;
  const password = newPassword();
  const draft = {
    login: LOGIN,
    name: '客服主管',
    role: 'supervisor',
    skills: [],
    languages: LANGUAGES,
    limit,
  } as const;
  const added = await staff.add(draft, await hashPassword(password), true, at);
  if (added === 'taken') return null;
  await audit.add({ by: 'first start', what: 'user-added', subject: added.id, detail: 'role=supervisor' }, at);
  return { login: LOGIN, password };
}

import { ROLES, type StaffMember } from '../../domain/desk/staff.ts';
import { type Instant, LANGUAGES } from '../../domain/ids.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Manual } from '../../domain/manual/schema.ts';
import { options, Usage } from '../../nlu/cli/fail.ts';
import { withoutMark } from '../../nlu/cli/input.ts';
import { weakness } from '../desk/auth/newPassword.ts';
import { hashPassword } from '../desk/auth/passwords.ts';
import { newUserBody } from '../desk/schemas.ts';
import { explain } from '../http/json.ts';

export const USAGE = [
  'usage: npm run --silent desk -- add-user --login L --name N --role agent|supervisor|admin [--skills a,b]',
  `         [--languages ${LANGUAGES.join(',')}] [--limit N] [--must-change] --password-stdin | --no-password`,
  '       npm run --silent desk -- list-users',
  '       npm run --silent desk -- reset-password --login L [--must-change] [--end-totp] --password-stdin',
  '       npm run --silent desk -- verify-audit',
].join('\n');

export interface AccountPorts {
  readonly ledger: Pick<Ledger, 'staff' | 'audit'>;
  readonly manual: Manual;
  readonly now: () => Instant;
  /** Everything on standard input. */
  readonly stdin: () => Promise<string>;
  readonly print: (line: object) => void;
  /** For people: what might be a mistake. */
  readonly warn: (line: string) => void;
}

/** What was asked for cannot be done: the login is taken, or there is none such. */
export class NotDone extends Error {}

/** One command about accounts; what it did as JSON lines. Throws Usage for a wrong command, NotDone for one that cannot be done. */
export async function accounts([command, ...args]: readonly string[], ports: AccountPorts): Promise<void> {
  if (command === 'add-user') return addUser(args, ports);
  if (command === 'reset-password') return resetPassword(args, ports);
  if (args.length > 0) throw new Usage(USAGE);
  if (command === 'list-users') return (await ports.ledger.staff.list()).forEach((one) => void ports.print(shown(one)));
  if (command === 'verify-audit') return verifyAudit(ports);
  throw new Usage(USAGE);
}

async function addUser(args: readonly string[], ports: AccountPorts): Promise<void> {
  const names = ['--login', '--name', '--role', '--skills', '--languages', '--limit'];
  const { values, set, rest } = options(args, names, ['--password-stdin', '--no-password', '--must-change']);
  if (rest.length > 0 || set.has('--password-stdin') === set.has('--no-password')) throw new Usage(USAGE);
  const draft = newUserBody.safeParse({
    login: values.get('--login'),
    name: values.get('--name'),
    role: values.get('--role'),
    skills: listed(values.get('--skills')) ?? [],
    languages: listed(values.get('--languages')) ?? [...LANGUAGES],
    limit: Number(values.get('--limit') ?? ports.manual.handoff.agentLimit),
  });
  if (!draft.success) throw new Usage(`${explain(draft.error)} (roles: ${ROLES.join(', ')})\n${USAGE}`);
  const strange = draft.data.skills.filter((skill) => !Object.hasOwn(ports.manual.teams, skill));
  if (strange.length > 0) ports.warn(`the manual has no team ${strange.join(', ')}`);
  const hash = set.has('--no-password') ? null : await hashed(ports, draft.data.login);
  const added = await ports.ledger.staff.add(draft.data, hash, set.has('--must-change'), ports.now());
  if (added === 'taken') throw new NotDone(`the login ${draft.data.login} is taken`);
  await note(ports, 'user-added', added, `role=${added.role}`);
  ports.print(shown(added));
}

async function resetPassword(args: readonly string[], ports: AccountPorts): Promise<void> {
  const { values, set, rest } = options(args, ['--login'], ['--password-stdin', '--must-change', '--end-totp']);
  const login = values.get('--login');
  if (rest.length > 0 || login === undefined || !set.has('--password-stdin')) throw new Usage(USAGE);
  const { staff } = ports.ledger;
  const found = await staff.credentials({ login });
  if (found === null) throw new NotDone(`there is no account ${login}`);
  const { id } = found.staff;
  await staff.setPassword(id, await hashed(ports, login), set.has('--must-change'));
  if (set.has('--end-totp')) await staff.setTotp(id, null);
  await note(ports, 'password-reset', found.staff, set.has('--end-totp') ? 'two-step ended' : null);
  ports.print(shown((await staff.find(id)) ?? found.staff));
}

async function verifyAudit({ ledger, print }: AccountPorts): Promise<void> {
  const brokenAt = await ledger.audit.verify();
  print({ whole: brokenAt === null, brokenAt });
  if (brokenAt !== null) throw new NotDone(`entry ${brokenAt} of the audit does not follow from the one before`);
}

/** A password that its owner could not choose in the console either is refused. */
async function hashed({ stdin }: AccountPorts, login: string): Promise<string> {
  const password = withoutMark(await stdin()).replace(/\r?\n$/, '');
  if (/[\r\n]/.test(password)) throw new Usage('the password on standard input has more than one line: send one');
  const why = weakness(password, login);
  if (why !== null) throw new Usage(`the password on standard input cannot be taken: it needs ${why}`);
  return hashPassword(password);
}

function note({ ledger, now }: AccountPorts, what: string, { id }: StaffMember, detail: string | null): Promise<void> {
  return ledger.audit.add({ by: 'command line', what, subject: id, detail }, now());
}

const listed = (text: string | undefined): string[] | undefined => text?.split(',').filter((part) => part !== '');

function shown({ id, login, name, role, skills, languages, limit, disabled, mustChange, totp, madeAt }: StaffMember) {
  const made = new Date(madeAt).toISOString();
  return { id, login, name, role, skills, languages, limit, disabled, mustChange, totp, made };
}

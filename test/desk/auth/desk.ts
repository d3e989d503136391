import { registerAccounts } from '../../../adapters/desk/accounts/register.ts';
import { DESK_SECURITY, type DeskOperation } from '../../../adapters/desk/auth/deskOperation.ts';
import { createGuard, type Guard } from '../../../adapters/desk/auth/guard.ts';
import type { OidcSettings } from '../../../adapters/desk/auth/oidc.ts';
import { hashPassword } from '../../../adapters/desk/auth/passwords.ts';
import { openApi, registerOpenApi } from '../../../adapters/http/openapi.ts';
import type { Role, StaffMember } from '../../../domain/desk/staff.ts';
import type { Ledger } from '../../../domain/ledger.ts';
import { type Answered, call } from '../../channels/directline/line.ts';
import { fresh, manual, NOON, openAt } from '../../contracts/ledgerFixtures.ts';
import { type Running, run } from '../../http/call.ts';

export const PASSWORD = 'correct horse battery';
let passwordHash: Promise<string> | null = null;

export interface DeskOptions {
  readonly publicUrl?: string;
  readonly oidc?: OidcSettings;
}

/** A console that signed in, or has what it would need for it. */
export interface Console {
  readonly cookie: string | null;
  readonly csrfToken: string | null;
}

/** The administration part of the Desk API on a real server, with a ledger in memory and a clock of its own. */
export interface TestDesk {
  readonly ledger: Ledger;
  readonly running: Running;
  readonly guard: Guard;
  readonly operations: readonly DeskOperation[];
  now: number;
  account(role?: Role, more?: { login?: string; mustChange?: boolean }): Promise<StaffMember>;
  signIn(login: string, password?: string, headers?: Record<string, string>): Promise<Answered>;
  /** As a browser does: with cookie, token and Origin. `headers` win. */
  ask(
    who: Console | null,
    method: string,
    path: string,
    json?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answered>;
  /** A new account that is signed in. */
  console(role?: Role): Promise<Console & { readonly staff: StaffMember }>;
  /** The newest audit lines first, as `what by detail`. */
  audited(count: number): Promise<string[]>;
  close(): Promise<void>;
}

export async function openDesk(options: DeskOptions = {}): Promise<TestDesk> {
  const ledger = await openAt({ file: ':memory:' });
  const now = (): number => desk.now;
  const publicUrl = options.publicUrl ?? null;
  const guard = createGuard({ ledger, publicUrl, now });
  const signals = { send: () => {} };
  const deps = { guard, ledger, manual, now, signals, publicUrl, oidc: options.oidc ?? null };
  let operations: readonly DeskOperation[] = [];
  const running = await run((server) => {
    operations = registerAccounts(server, deps);
    registerOpenApi(server, openApi(operations, DESK_SECURITY));
  });

  const desk: TestDesk = {
    ledger,
    running,
    guard,
    operations,
    now: NOON,
    async account(role = 'agent', { login = fresh('user'), mustChange = false } = {}) {
      passwordHash ??= hashPassword(PASSWORD);
      const draft = { login, name: '林薇', role, skills: ['billing'], languages: ['en'], limit: 4 } as const;
      const added = await ledger.staff.add(draft, await passwordHash, mustChange, desk.now);
      if (added === 'taken') throw new Error('taken');
      return added;
    },
    signIn: (login, password = PASSWORD, headers = {}) =>
      call(`${running.base}/desk/api/login`, 'POST', { json: { login, password }, headers }),
    ask: (who, method, path, json, headers = {}) =>
      call(running.base + path, method, {
        headers: {
          ...(who?.cookie ? { cookie: who.cookie } : {}),
          ...(who?.csrfToken && method !== 'GET' ? { 'x-csrf-token': who.csrfToken } : {}),
          ...(method === 'GET' ? {} : { origin: running.base }),
          ...headers,
        },
        ...(json === undefined ? {} : { json }),
      }),
    async console(role) {
      const staff = await desk.account(role);
      return { ...consoleOf(await desk.signIn(staff.login)), staff };
    },
    async audited(count) {
      const entries = await ledger.audit.list(count);
      return entries.map(({ what, by, detail }) => [what, by, ...(detail === null ? [] : [detail])].join(' '));
    },
    async close() {
      await running.server.close(500);
      await ledger.close();
    },
  };
  return desk;
}

/** What a browser keeps of an answer to sign-in. */
export function consoleOf({ status, headers, json }: Answered): Console & { readonly cookie: string } {
  if (status !== 200) throw new Error(`not signed in: ${status} ${JSON.stringify(json)}`);
  return { cookie: cookieOf(headers), csrfToken: json.csrfToken };
}

export function cookieOf(headers: Headers): string {
  return (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

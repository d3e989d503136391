import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { SqliteConversations } from '../../../adapters/conversations/sqlite/sqliteConversations.ts';
import { registerAccounts } from '../../../adapters/desk/accounts/register.ts';
import { createGuard } from '../../../adapters/desk/auth/guard.ts';
import { openSession } from '../../../adapters/desk/auth/sessions.ts';
import { registerDesk } from '../../../adapters/desk/register.ts';
import { createUploads } from '../../../adapters/uploads/store.ts';
import type { Role } from '../../../domain/desk/staff.ts';
import type { Ledger } from '../../../domain/ledger.ts';
import { call } from '../../channels/directline/line.ts';
import { fresh, manual, NOON, openAt, testSealer } from '../../contracts/ledgerFixtures.ts';
import { type Running, run } from '../../http/call.ts';

/** Who calls; the last three would be admins. */
const CALLERS = ['anonymous', 'agent', 'supervisor', 'admin', 'mustChange', 'disabled', 'signedOut'] as const;
type CallerKind = (typeof CALLERS)[number];

/** Status of the refusal; 0: let in. */
const cells = (...expected: readonly [number, number, number, number, number, number, number]) =>
  Object.fromEntries(CALLERS.map((caller, i) => [caller, expected[i]]));
const ANYONE = cells(0, 0, 0, 0, 0, 0, 0);
const SIGNED_IN = cells(401, 0, 0, 0, 0, 401, 401);
const AGENT = cells(401, 0, 0, 0, 403, 401, 401);
const SUPERVISOR = cells(401, 403, 0, 0, 403, 401, 401);
const ADMIN = cells(401, 403, 403, 0, 403, 401, 401);

/** Every route of `/desk/api`. What is not in it may not be there. */
const TABLE: Readonly<Record<string, Readonly<Record<string, number | undefined>>>> = {
  'GET /desk/api/login': ANYONE,
  'POST /desk/api/login': ANYONE,
  'GET /desk/api/oidc/start': ANYONE,
  'GET /desk/api/oidc/callback': ANYONE,
  'POST /desk/api/logout': SIGNED_IN,
  'GET /desk/api/me': SIGNED_IN,
  'POST /desk/api/me/password': SIGNED_IN,
  'PUT /desk/api/me/status': AGENT,
  'POST /desk/api/me/totp': AGENT,
  'PUT /desk/api/me/totp': AGENT,
  'DELETE /desk/api/me/totp': AGENT,
  'GET /desk/api/users': ADMIN,
  'POST /desk/api/users': ADMIN,
  'PATCH /desk/api/users/:id': ADMIN,
  'POST /desk/api/users/:id/password': ADMIN,
  'GET /desk/api/settings': AGENT,
  'PUT /desk/api/settings': SUPERVISOR,
  'GET /desk/api/canned': AGENT,
  'POST /desk/api/canned': SUPERVISOR,
  'PUT /desk/api/canned/:id': SUPERVISOR,
  'DELETE /desk/api/canned/:id': SUPERVISOR,
  'GET /desk/api/audit': SUPERVISOR,
  'GET /desk/api/catalogue': AGENT,
  'GET /desk/api/queue': AGENT,
  'GET /desk/api/conversations': AGENT,
  'GET /desk/api/conversations/:id': AGENT,
  'POST /desk/api/conversations/:id/messages': AGENT,
  'POST /desk/api/conversations/:id/notes': AGENT,
  'POST /desk/api/conversations/:id/whisper': SUPERVISOR,
  'POST /desk/api/conversations/:id/transfer': AGENT,
  'POST /desk/api/conversations/:id/return': AGENT,
  'POST /desk/api/conversations/:id/read': AGENT,
  'POST /desk/api/conversations/:id/reveal': AGENT,
  'POST /desk/api/conversations/:id/cases': AGENT,
  'POST /desk/api/conversations/:id/bookings': AGENT,
  'POST /desk/api/conversations/:id/files': AGENT,
  'POST /desk/api/handoffs/:id/accept': AGENT,
  'POST /desk/api/handoffs/:id/decline': AGENT,
  'POST /desk/api/handoffs/:id/take': SUPERVISOR,
  'GET /desk/api/agents': AGENT,
  'GET /desk/api/board': SUPERVISOR,
  'GET /desk/api/statistics': SUPERVISOR,
  'GET /desk/api/statistics.csv': SUPERVISOR,
  'GET /desk/api/improvements': SUPERVISOR,
  'POST /desk/api/improvements': SUPERVISOR,
  'POST /desk/api/improvements/:id/entries': SUPERVISOR,
  'GET /desk/api/alerts': AGENT,
  'POST /desk/api/alerts/:id/acknowledge': AGENT,
  'POST /desk/api/outages/:id/confirm': SUPERVISOR,
  'POST /desk/api/outages/:id/dismiss': SUPERVISOR,
  'GET /desk/api/slots': AGENT,
  'GET /desk/api/cases/:number': AGENT,
  'POST /desk/api/cases/:number/stage': AGENT,
  'POST /desk/api/cases/:number/pause': AGENT,
  'POST /desk/api/cases/:number/resume': AGENT,
  'POST /desk/api/cases/:number/category': AGENT,
  'POST /desk/api/cases/:number/incident': AGENT,
  'POST /desk/api/cases/:number/rights': SUPERVISOR,
  'GET /desk/api/files/:file': AGENT,
};
/** Answered by the identity provider, which is not there. */
const LEADS_ELSEWHERE = /\/oidc\//;
const READS = /^GET /;
const routes = z.record(z.string(), z.object({ method: z.string(), path: z.string() }));

describe('who may call what of the desk', () => {
  let ledger: Ledger;
  let running: Running;
  let folder: string;
  let registered: string[];
  before(async () => {
    ledger = await openAt({ file: ':memory:' });
    folder = mkdtempSync(join(tmpdir(), 'desk-'));
    const now = () => NOON;
    const conversations = new SqliteConversations({ file: join(folder, 'c.db'), sealer: testSealer, now });
    const uploads = createUploads({ folder, secret: 'a secret', sealer: testSealer, now });
    const guard = createGuard({ ledger, publicUrl: null, now });
    const log = { info() {}, warn() {}, error() {} };
    const common = { guard, ledger, manual, now, signals: { send() {} } };
    const idp = { issuer: 'http://127.0.0.1:9', clientId: 'a', clientSecret: 'b', loginClaim: 'sub' };
    running = await run((server) => {
      registerAccounts(server, { ...common, publicUrl: null, oidc: idp });
      registerDesk(server, {
        ...{ ...common, conversations, uploads, log, zone: 'Asia/Shanghai', oidc: true },
        intake: conversations.accept.bind(conversations),
        changed: async () => {},
        channels: null,
        viewers: () => [],
      });
    });
    const known = Object.values(routes.parse(running.server.restify.router.getRoutes()));
    registered = known.map(({ method, path }) => `${method} ${path}`);
  });
  after(async () => {
    await running.server.close(500);
    await ledger.close();
    rmSync(folder, { recursive: true });
  });

  const sessionOf = async (caller: CallerKind): Promise<Record<string, string>> => {
    if (caller === 'anonymous') return {};
    const role: Role = caller === 'agent' || caller === 'supervisor' ? caller : 'admin';
    const draft = { login: fresh('caller'), name: 'A', role, skills: [], languages: ['en'], limit: 1 } as const;
    const staff = await ledger.staff.add(draft, null, caller === 'mustChange', NOON);
    assert.ok(staff !== 'taken');
    if (caller === 'disabled') await ledger.staff.update(staff.id, { disabled: true });
    const { session, value } = await openSession(ledger.staff, staff.id, NOON);
    if (caller === 'signedOut') await ledger.staff.endSession(session.id);
    return { cookie: `shouwen_desk=${value}`, 'x-csrf-token': session.csrfToken };
  };
  const ask = (route: string, headers: Record<string, string>) => {
    const [method = '', path = ''] = route.split(' ');
    const url = running.base + path.replace(/:\w+/g, 'nothing');
    return call(url, method, READS.test(route) ? { headers } : { headers, json: {} });
  };

  it('is written down for every route, and for none that is not there', () => {
    assert.deepEqual([...registered].sort(), Object.keys(TABLE).sort());
  });

  for (const [route, expected] of Object.entries(TABLE)) {
    it(route, async () => {
      for (const caller of CALLERS) {
        const { status, text } = await ask(route, await sessionOf(caller));
        const refused = [401, 403].includes(status) ? status : 0;
        assert.equal(refused, expected[caller], `${caller}: ${status} ${text}`);
        if (!LEADS_ELSEWHERE.test(route)) assert.ok(status < 500 && status !== 429, `${caller}: ${status} ${text}`);
      }
    });
  }

  it('changes nothing without the CSRF token of the session, and nothing for a page of another site', async () => {
    const changing = registered.filter((route) => !READS.test(route));
    assert.ok(changing.length > 15);
    for (const route of changing) {
      const { cookie = '', 'x-csrf-token': token = '' } = await sessionOf('admin');
      const others = (await sessionOf('admin'))['x-csrf-token'] ?? '';
      if (TABLE[route] !== ANYONE) {
        for (const headers of [{ cookie }, { cookie, 'x-csrf-token': others }]) {
          const { status, json } = await ask(route, headers);
          assert.deepEqual([status, json.error.code], [403, 'BadCsrfToken'], route);
        }
      }
      const foreign = await ask(route, { cookie, 'x-csrf-token': token, origin: 'https://evil.example' });
      assert.deepEqual([foreign.status, foreign.json.error.code], [403, 'BadOrigin'], route);
    }
  });

  it('answers the same to whoever is refused, whether the thing is there or not', async () => {
    const agent = await sessionOf('agent');
    const [staff] = await ledger.staff.list();
    const there = await ask(`POST /desk/api/users/${staff?.id}/password`, agent);
    const missing = await ask('POST /desk/api/users/nobody/password', agent);
    assert.deepEqual([there.status, there.json], [403, missing.json]);
  });
});

import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { liveSession, sessionId, touch } from '../../../adapters/desk/auth/sessions.ts';
import type { InstanceId } from '../../../domain/ids.ts';
import { HOUR, MINUTE } from '../../contracts/ledgerFixtures.ts';
import { type Console, consoleOf, cookieOf, openDesk, PASSWORD, type TestDesk } from './desk.ts';

const ME = '/desk/api/me';
const STATUS = '/desk/api/me/status';
const busy = { status: 'busy' };

describe('a session of the desk', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());
  const me = async (who: Console | null) => (await desk.ask(who, 'GET', ME)).status;

  it('begins with login and password, and says who one is', async () => {
    const staff = await desk.account('supervisor');
    const { status, json, headers } = await desk.signIn(staff.login.toUpperCase());
    assert.equal(status, 200);
    assert.equal(json.user.id, staff.id);
    assert.deepEqual(Object.keys(json).sort(), ['administers', 'csrfToken', 'user']);
    assert.ok(!JSON.stringify(json).includes('argon2'));
    const cookie = headers.get('set-cookie') ?? '';
    assert.match(cookie, /^shouwen_desk=[\w-]{43}; Path=\/desk; HttpOnly; SameSite=Strict$/);
    const again = await desk.ask({ cookie: cookieOf(headers), csrfToken: null }, 'GET', ME);
    assert.deepEqual(again.json, json);
    assert.deepEqual(await desk.audited(1), [`sign-in ${staff.id} password`]);
  });

  it('has a cookie for TLS alone where the product is reached by https', async () => {
    const other = await openDesk({ publicUrl: 'https://desk.example' });
    const staff = await other.account();
    const { headers } = await other.signIn(staff.login);
    assert.match(headers.get('set-cookie') ?? '', /; Secure$/);
    await other.close();
  });

  it('stores neither the cookie nor the password', async () => {
    const { cookie } = await desk.console();
    const value = cookie?.split('=')[1] ?? '';
    const { id } = (await desk.ledger.staff.list())[0] ?? {};
    assert.ok(id);
    assert.equal(await desk.ledger.staff.session(value), null);
    const credentials = await desk.ledger.staff.credentials({ id });
    assert.match(credentials?.passwordHash ?? '', /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  });

  it('is a new one at each sign-in, and the one that the browser brought along ends', async () => {
    const staff = await desk.account();
    const first = consoleOf(await desk.signIn(staff.login));
    const second = consoleOf(await desk.signIn(staff.login, PASSWORD, { cookie: first.cookie }));
    assert.notEqual(second.cookie, first.cookie);
    assert.deepEqual([await me(first), await me(second)], [401, 200]);
    const planted = `shouwen_desk=${'a'.repeat(43)}`;
    const third = consoleOf(await desk.signIn(staff.login, PASSWORD, { cookie: planted }));
    assert.notEqual(third.cookie, planted);
    assert.equal(await me({ cookie: planted, csrfToken: null }), 401);
  });

  it('ends with sign-out, also for whoever kept the cookie', async () => {
    const who = await desk.console();
    const { status, headers } = await desk.ask(who, 'POST', '/desk/api/logout');
    assert.equal(status, 200);
    assert.match(headers.get('set-cookie') ?? '', /^shouwen_desk=; .*Max-Age=0/);
    assert.equal(await me(who), 401);
    assert.equal((await desk.ask(who, 'PUT', STATUS, busy)).status, 401);
    assert.deepEqual(await desk.audited(1), [`sign-out ${who.staff.id}`]);
  });

  it('ends after 30 minutes without a call, and not before', async () => {
    const who = await desk.console();
    desk.now += 30 * MINUTE;
    assert.equal(await me(who), 200);
    desk.now += 30 * MINUTE;
    assert.equal(await me(who), 200, 'the call before kept it');
    desk.now += 30 * MINUTE + 1;
    assert.equal(await me(who), 401);
    desk.now -= 10 * MINUTE;
    assert.equal(await me(who), 401, 'for good');
  });

  it('ends after 12 hours whatever is done in it', async () => {
    const who = await desk.console();
    for (let i = 0; i < 24; i++) {
      desk.now += HOUR / 2;
      assert.equal(await me(who), 200, `after ${i / 2} hours`);
    }
    desk.now += 1;
    assert.equal(await me(who), 401);
  });

  it('is a sign of life at most every ten seconds, and at once where another instance saw the last', async () => {
    const { staff } = desk.ledger;
    const who = await desk.console();
    const seenAt = async () => (await staff.find(who.staff.id))?.seenAt;
    await me(who);
    const first = desk.now;
    desk.now += 9_000;
    await me(who);
    assert.equal(await seenAt(), first);
    const live = await liveSession(staff, sessionId(who.cookie?.split('=')[1] ?? ''), desk.now);
    assert.ok(live !== null);
    await touch({ ...staff, here: 'another' as InstanceId }, live, desk.now);
    assert.equal(await seenAt(), desk.now);
  });

  it('is nobody’s with a cookie that was made up, doubled, or of another name', async () => {
    const who = await desk.console();
    const value = who.cookie?.split('=')[1];
    const cookies = [
      '',
      'shouwen_desk=',
      `shouwen_desk=${'A'.repeat(43)}`,
      `shouwen_desk=${value}x`,
      `shouwen_desk2=${value}`,
      `${who.cookie}; ${who.cookie}`,
      `shouwen_desk=planted; ${who.cookie}`,
      `shouwen_desk=${"' or 1=1 --"}`,
    ];
    for (const cookie of cookies) assert.equal(await me({ cookie, csrfToken: null }), 401, cookie);
    assert.equal(await me({ cookie: `theme=dark; ${who.cookie}; a=b`, csrfToken: null }), 200);
  });

  it('changes nothing without its CSRF token, and the audit says so', async () => {
    const who = await desk.console();
    const other = await desk.console();
    const tokens = [null, '', 'wrong', other.csrfToken, `${who.csrfToken}x`, who.csrfToken?.slice(1)];
    for (const csrfToken of tokens) {
      const answer = await desk.ask({ cookie: who.cookie, csrfToken: csrfToken ?? null }, 'PUT', STATUS, busy);
      assert.deepEqual([answer.status, answer.json.error?.code], [403, 'BadCsrfToken'], `${csrfToken}`);
    }
    assert.equal((await desk.ledger.staff.find(who.staff.id))?.status, 'away');
    assert.deepEqual(await desk.audited(1), [`refused ${who.staff.id} BadCsrfToken PUT ${STATUS}`]);
    assert.equal((await desk.ask(who, 'PUT', STATUS, busy)).status, 200);
    assert.equal((await desk.ledger.staff.find(who.staff.id))?.status, 'busy');
  });

  it('is of no use to pages of other sites, signing in included', async () => {
    const who = await desk.console();
    const host = new URL(desk.running.base).host;
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `http://${host}.evil.example` },
      { origin: `http://evil.example/${host}` },
      { origin: 'http://127.0.0.1:1' },
      { origin: desk.running.base, 'sec-fetch-site': 'cross-site' },
      { origin: desk.running.base, 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) {
      const answer = await desk.ask(who, 'PUT', STATUS, busy, headers);
      assert.deepEqual([answer.status, answer.json.error?.code], [403, 'BadOrigin'], JSON.stringify(headers));
      const login = await desk.signIn(who.staff.login, PASSWORD, headers);
      assert.equal(login.status, 403);
      assert.equal(login.headers.get('set-cookie'), null);
    }
    assert.equal((await desk.audited(8)).filter((line) => line.includes('BadOrigin')).length, foreign.length);
    assert.equal((await desk.ask(who, 'PUT', STATUS, busy)).status, 200);
  });

  it('admits a socket by cookie and Origin', async () => {
    const who = await desk.console();
    const host = new URL(desk.running.base).host;
    const admit = (headers: Record<string, string>) =>
      desk.guard.admitSocket({ method: 'GET', headers: { host, ...headers } } as unknown as IncomingMessage);
    const cookie = who.cookie ?? '';
    const admitted = await admit({ cookie, origin: desk.running.base });
    assert.ok('staff' in admitted && admitted.staff.id === who.staff.id);
    assert.deepEqual(await admit({ cookie, origin: 'https://evil.example' }), { refused: 403 });
    assert.deepEqual(await admit({ origin: desk.running.base }), { refused: 401 });
    const newcomer = await desk.account('agent', { mustChange: true });
    const theirs = consoleOf(await desk.signIn(newcomer.login));
    assert.deepEqual(await admit({ cookie: theirs.cookie, origin: desk.running.base }), { refused: 403 });

    assert.ok(await desk.guard.again(admitted, false));
    await desk.ledger.staff.update(who.staff.id, { role: 'supervisor' });
    assert.equal((await desk.guard.again(admitted, false))?.staff.role, 'supervisor');
    desk.now += 20 * MINUTE;
    assert.ok(await desk.guard.again(admitted, true));
    desk.now += 20 * MINUTE;
    assert.ok(await desk.guard.again(admitted, false), 'kept by what was done before');
    desk.now += 20 * MINUTE;
    assert.equal(await desk.guard.again(admitted, false), null, 'looking on keeps nothing');
  });

  it('does not outlive its account', async () => {
    const who = await desk.console('admin');
    const other = await desk.console();
    const path = `/desk/api/users/${other.staff.id}`;
    assert.equal((await desk.ask(who, 'PATCH', path, { disabled: true })).status, 200);
    assert.equal(await me(other), 401);
    assert.equal((await desk.signIn(other.staff.login)).status, 401);
    assert.equal((await desk.ask(who, 'PATCH', path, { disabled: false })).status, 200);
    assert.equal((await desk.signIn(other.staff.login)).status, 200);
  });
});

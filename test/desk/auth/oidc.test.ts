import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cookieOf, openDesk, type TestDesk } from './desk.ts';
import { Browser, CLIENT_SECRET, startProvider } from './provider.ts';

const PUBLIC = 'http://desk.test';
const CALLBACK = `${PUBLIC}/desk/api/oidc/callback`;

describe('sign-in by an identity provider', () => {
  let desk: TestDesk;
  let provider: Server;
  let issuer: string;
  /** The account that signs in at the provider. */
  let account: Record<string, string | boolean>;
  before(async () => {
    provider = createServer();
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    startProvider(provider, issuer, CALLBACK, () => account);
  });
  after(() => {
    provider.closeAllConnections();
    provider.close();
  });
  beforeEach(async () => {
    account = { preferred_username: 'lin.wei', email: 'lin@example.com', email_verified: true };
    const client = { clientId: 'shouwen', clientSecret: CLIENT_SECRET };
    desk = await openDesk({ publicUrl: PUBLIC, oidc: { issuer, ...client, loginClaim: 'preferred_username' } });
  });
  afterEach(() => desk.close());

  /** Goes to the provider, signs in there, and stops before the answer is brought back. */
  const atProvider = async () => {
    const started = await desk.ask(null, 'GET', '/desk/api/oidc/start');
    assert.equal(started.status, 302);
    const back = await new Browser().follow(started.headers.get('location') ?? '', PUBLIC);
    return { flow: cookieOf(started.headers), back: new URL(back), started };
  };
  const bringBack = (back: URL, cookie: string | null) =>
    desk.ask({ cookie, csrfToken: null }, 'GET', back.pathname + back.search);
  const refused = async (answer: Awaited<ReturnType<typeof bringBack>>, why: RegExp) => {
    assert.deepEqual([answer.status, answer.headers.get('location')], [302, '/desk/?oidc=refused']);
    assert.equal(answer.headers.get('set-cookie'), null);
    assert.match((await desk.audited(1))[0] ?? '', why);
  };

  it('says that it is there', async () => {
    assert.deepEqual((await desk.ask(null, 'GET', '/desk/api/login')).json, { oidc: true });
  });

  it('asks with code, PKCE, state and nonce, new ones each time', async () => {
    const one = await atProvider();
    const ask = new URL(one.started.headers.get('location') ?? '');
    assert.equal(ask.origin, issuer);
    const { response_type, code_challenge_method, redirect_uri } = Object.fromEntries(ask.searchParams);
    assert.deepEqual([response_type, code_challenge_method], ['code', 'S256']);
    assert.equal(redirect_uri, CALLBACK);
    assert.match(
      one.started.headers.get('set-cookie') ?? '',
      /; Path=\/desk\/api\/oidc; HttpOnly; SameSite=Lax; Max-Age=600$/,
    );
    const again = new URL((await desk.ask(null, 'GET', '/desk/api/oidc/start')).headers.get('location') ?? '');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      assert.match(ask.searchParams.get(name) ?? '', /^[\w-]{43}$/);
      assert.notEqual(again.searchParams.get(name), ask.searchParams.get(name));
    }
  });

  it('signs in whoever has an account of that login, and leads to the console', async () => {
    const staff = await desk.account('supervisor', { login: 'Lin.Wei' });
    const { flow, back } = await atProvider();
    const answer = await bringBack(back, flow);
    assert.deepEqual([answer.status, answer.headers.get('location')], [302, '/desk/']);
    assert.match(
      answer.headers.get('set-cookie') ?? '',
      /^shouwen_desk=[\w-]{43}; Path=\/desk; HttpOnly; SameSite=Strict$/,
    );
    const me = await desk.ask({ cookie: cookieOf(answer.headers), csrfToken: null }, 'GET', '/desk/api/me');
    assert.equal(me.json.user.id, staff.id);
    assert.deepEqual(await desk.audited(1), [`sign-in ${staff.id} oidc`]);
    await refused(await bringBack(back, flow), /sign-in-refused nobody oidc: /);
  });

  it('puts out of use the password that somebody else gave', async () => {
    const staff = await desk.account('agent', { login: 'lin.wei', mustChange: true });
    const { flow, back } = await atProvider();
    const cookie = cookieOf((await bringBack(back, flow)).headers);
    assert.equal((await desk.ask({ cookie, csrfToken: null }, 'GET', '/desk/api/canned')).status, 200);
    assert.equal((await desk.signIn(staff.login)).status, 401);
  });

  it('refuses who has no account, or a disabled one', async () => {
    const one = await atProvider();
    await refused(await bringBack(one.back, one.flow), /oidc: no such account/);
    const staff = await desk.account('agent', { login: 'lin.wei' });
    await desk.ledger.staff.update(staff.id, { disabled: true });
    const two = await atProvider();
    await refused(await bringBack(two.back, two.flow), /oidc: disabled/);
  });

  it('refuses an account of the provider without the claim', async () => {
    await desk.account('agent', { login: 'lin.wei' });
    account = { email: 'lin.wei', email_verified: false };
    const { flow, back } = await atProvider();
    await refused(await bringBack(back, flow), /oidc: no claim preferred_username/);
  });

  it('refuses a wrong state, another browser, another’s answer, and an answer that was changed', async () => {
    await desk.account('agent', { login: 'lin.wei' });
    const one = await atProvider();
    const two = await atProvider();
    const changed = (name: string, value: string): URL => {
      const url = new URL(one.back);
      url.searchParams.set(name, value);
      return url;
    };
    await refused(await bringBack(changed('state', 'a'.repeat(43)), one.flow), /oidc: /);
    await refused(await bringBack(one.back, null), /oidc: not started here/);
    await refused(await bringBack(one.back, two.flow), /oidc: /);
    await refused(await bringBack(changed('iss', 'https://evil.example'), one.flow), /oidc: /);
    await refused(await bringBack(changed('code', 'made-up'), one.flow), /oidc: /);
    const swapped = changed('code', two.back.searchParams.get('code') ?? '');
    await refused(await bringBack(swapped, one.flow), /oidc: /);
    const partsOf = (flow: string) => flow.split('=')[1]?.split('.') ?? [];
    for (const part of [1, 2]) {
      const mine = await atProvider();
      const forged = partsOf(mine.flow).with(part, partsOf(one.flow)[part] ?? '');
      await refused(await bringBack(mine.back, `shouwen_oidc=${forged.join('.')}`), /oidc: /);
    }
  });

  it('goes nowhere else, whatever it is asked', async () => {
    await desk.account('agent', { login: 'lin.wei' });
    const { flow, back } = await atProvider();
    for (const name of ['redirect', 'return', 'next', 'redirect_uri'])
      back.searchParams.set(name, 'https://evil.example');
    const answer = await bringBack(back, flow);
    assert.ok(['/desk/', '/desk/?oidc=refused'].includes(answer.headers.get('location') ?? ''));
    const start = await desk.ask(null, 'GET', '/desk/api/oidc/start?redirect_uri=https://evil.example');
    assert.ok(!(start.headers.get('location') ?? '').includes('evil'));
  });

  it('answers 503 while the provider does not answer, and works again when it does', async () => {
    const { port } = provider.address() as AddressInfo;
    provider.closeAllConnections();
    await new Promise((resolve) => provider.close(resolve));
    assert.equal((await desk.ask(null, 'GET', '/desk/api/oidc/start')).status, 503);
    await new Promise<void>((resolve) => provider.listen(port, '127.0.0.1', resolve));
    assert.equal((await desk.ask(null, 'GET', '/desk/api/oidc/start')).status, 302);
  });

  it('is not there where it is not set up', async () => {
    const other = await openDesk();
    assert.equal((await other.ask(null, 'GET', '/desk/api/oidc/start')).status, 404);
    assert.deepEqual((await other.ask(null, 'GET', '/desk/api/login')).json, { oidc: false });
    await other.close();
  });
});

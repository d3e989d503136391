import assert from 'node:assert/strict';
import { type Console, consoleOf, cookieOf, openDesk, PASSWORD, type TestDesk } from '../auth/desk.ts';

const USERS = '/desk/api/users';
const OWN = '/desk/api/me/password';
const draft = { login: 'chen.mei', name: '陳美', role: 'agent', skills: ['billing'], languages: ['zh-Hant'], limit: 3 };

describe('accounts of the desk', () => {
  let desk: TestDesk;
  let admin: Console & { readonly staff: { readonly id: string } };
  beforeEach(async () => {
    desk = await openDesk();
    admin = await desk.console('admin');
  });
  afterEach(() => desk.close());
  const add = async (more: object = {}) => {
    const { status, json, text } = await desk.ask(admin, 'POST', USERS, { ...draft, ...more });
    assert.equal(status, 201, text);
    return json;
  };

  it('are added with a password that is shown once and does nothing but let itself be changed', async () => {
    const { user, password } = await add();
    const { id, ...rest } = user;
    const unused = { status: 'away', present: false, disabled: false, mustChange: true, totp: false, load: 0 };
    assert.deepEqual(rest, { ...draft, ...unused });
    assert.deepEqual(await desk.audited(1), [`user-added ${admin.staff.id} role=agent`]);
    assert.ok(!JSON.stringify(await desk.ledger.audit.list(10)).includes(password));
    const theirs = consoleOf(await desk.signIn(draft.login, password));
    const refused = await desk.ask(theirs, 'GET', '/desk/api/canned');
    assert.deepEqual([refused.status, refused.json.error.code], [403, 'ChangePassword']);
    assert.deepEqual(await desk.audited(1), [`refused ${id} ChangePassword GET /desk/api/canned`]);

    const changed = await desk.ask(theirs, 'POST', OWN, { current: password, next: 'my own pass phrase' });
    assert.equal(changed.status, 200, changed.text);
    assert.equal(changed.json.user.mustChange, false);
    const after = { cookie: cookieOf(changed.headers), csrfToken: theirs.csrfToken };
    assert.equal((await desk.ask(after, 'GET', '/desk/api/canned')).status, 200);
    assert.equal((await desk.ask(after, 'PUT', '/desk/api/me/status', { status: 'busy' })).status, 200);
    assert.equal((await desk.signIn(draft.login, password)).status, 401);
    assert.equal((await desk.signIn(draft.login, 'my own pass phrase')).status, 200);
  });

  it('have a login of their own', async () => {
    await add();
    const { status, json } = await desk.ask(admin, 'POST', USERS, { ...draft, login: 'Chen.Mei' });
    assert.deepEqual([status, json.error.code], [409, 'LoginTaken']);
  });

  it('are refused when they are wrong', async () => {
    const faults: object[] = [{ login: 'a b' }, { login: 'x y' }, { role: 'root' }, { skills: ['astrology'] }];
    faults.push(
      { languages: [] },
      { languages: ['tlh'] },
      { limit: 0 },
      { limit: 51 },
      { name: ' ' },
      { password: 'x' },
    );
    for (const fault of faults) {
      const { status } = await desk.ask(admin, 'POST', USERS, { ...draft, ...fault });
      assert.equal(status, 400, JSON.stringify(fault));
    }
    assert.equal((await desk.ledger.staff.list()).length, 1);
  });

  it('are listed for admins, by login, without their hashes', async () => {
    await add();
    await add({ login: 'ana' });
    const { json, text } = await desk.ask(admin, 'GET', USERS);
    const logins = json.users.map(({ login }: { login: string }) => login);
    assert.deepEqual(logins, [...logins].sort());
    assert.equal(logins.length, 3);
    assert.ok(!text.includes('argon2') && !text.includes('hash'));
  });

  it('are changed by admins, at once for whoever is signed in', async () => {
    const other = await desk.console('agent');
    const path = `${USERS}/${other.staff.id}`;
    assert.equal((await desk.ask(other, 'GET', '/desk/api/audit')).status, 403);
    const { status, json } = await desk.ask(admin, 'PATCH', path, { role: 'supervisor', name: '王芳', limit: 7 });
    assert.deepEqual([status, json.user.role, json.user.name, json.user.limit], [200, 'supervisor', '王芳', 7]);
    const line = (await desk.audited(1))[0];
    assert.equal(line, `user-changed ${admin.staff.id} name role=supervisor limit=7`, 'without the name');
    const told = (await desk.ledger.deskEvents.after(0, 10)).at(-1);
    const facts = ['staff', admin.staff.id, { staff: other.staff.id, status: 'away' }];
    assert.deepEqual([told?.kind, told?.by, told?.data], facts);
    assert.equal((await desk.ask(other, 'GET', '/desk/api/audit')).status, 200);
    assert.equal((await desk.ask(admin, 'PATCH', path, { role: 'agent' })).status, 200);
    assert.equal((await desk.ask(other, 'GET', '/desk/api/audit')).status, 403);
    for (const fault of [{ login: 'new' }, { mustChange: false }, { skills: ['astrology'] }])
      assert.equal((await desk.ask(admin, 'PATCH', path, fault)).status, 400, JSON.stringify(fault));
    assert.equal((await desk.ask(admin, 'PATCH', `${USERS}/nobody`, { limit: 1 })).status, 404);
  });

  it('leave one admin: nobody takes their own role away, disables or resets themselves', async () => {
    const own = `${USERS}/${admin.staff.id}`;
    assert.equal((await desk.ask(admin, 'PATCH', own, { role: 'agent' })).status, 409);
    assert.equal((await desk.ask(admin, 'PATCH', own, { disabled: true })).status, 409);
    assert.equal((await desk.ask(admin, 'POST', `${own}/password`)).status, 409);
    assert.equal((await desk.ask(admin, 'PATCH', own, { role: 'admin', limit: 9 })).status, 200);
  });

  it('get a new password from an admin, which ends their sessions and their lock', async () => {
    const other = await desk.console();
    for (let i = 0; i < 5; i++) await desk.signIn(other.staff.login, 'wrong password');
    assert.equal((await desk.signIn(other.staff.login)).status, 429);
    const { status, json } = await desk.ask(admin, 'POST', `${USERS}/${other.staff.id}/password`);
    assert.deepEqual([status, json.user.mustChange], [200, true]);
    assert.deepEqual(await desk.audited(1), [`password-reset ${admin.staff.id}`]);
    assert.equal((await desk.ask(other, 'GET', '/desk/api/me')).status, 401);
    assert.equal((await desk.signIn(other.staff.login)).status, 401, 'the former password');
    assert.equal((await desk.signIn(other.staff.login, json.password)).status, 200);
  });

  it('change their own password with the current one; other sessions end, this one goes on under a new cookie', async () => {
    const who = await desk.console();
    const elsewhere = consoleOf(await desk.signIn(who.staff.login));
    const change = (current: string, next: string) => desk.ask(who, 'POST', OWN, { current, next });
    const wrong = await change('wrong password', 'another pass phrase');
    assert.deepEqual([wrong.status, wrong.json.error.code], [403, 'WrongPassword']);
    assert.deepEqual(await desk.audited(1), [`refused ${who.staff.id} password wrong`]);
    for (const weak of ['short', 'aaaaaaaaaaaaaaaa', `${who.staff.login}!`, PASSWORD])
      assert.equal((await change(PASSWORD, weak)).status, 400, weak);
    const done = await change(PASSWORD, 'another pass phrase');
    assert.equal(done.status, 200, done.text);
    assert.equal(done.json.csrfToken, who.csrfToken, 'the open page goes on');
    assert.deepEqual(await desk.audited(1), [`password-changed ${who.staff.id}`]);
    assert.equal((await desk.ask(who, 'GET', '/desk/api/me')).status, 401, 'the cookie before');
    assert.equal((await desk.ask(elsewhere, 'GET', '/desk/api/me')).status, 401);
    const now = { cookie: cookieOf(done.headers), csrfToken: who.csrfToken };
    assert.equal((await desk.ask(now, 'POST', '/desk/api/logout')).status, 200);
  });

  it('cannot have their password guessed through a session that was left open', async () => {
    const who = await desk.console();
    const guess = async (current: string) =>
      (await desk.ask(who, 'POST', OWN, { current, next: 'another pass phrase' })).status;
    for (let i = 0; i < 5; i++) assert.equal(await guess(`wrong ${i}`), 403);
    assert.equal(await guess(PASSWORD), 429);
    assert.deepEqual(await desk.audited(1), [`refused ${who.staff.id} password locked`]);
  });
});
